"""The chosen form: how many came back, where and how to ask, and what can be taken out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSpinBox, QWidget

from inspector.domain.questionnaires.report import Returns
from inspector.domain.questionnaires.responses import Mode
from inspector.services.questionnaires import FormTitle
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.pages.questionnaires.words import mode_words
from inspector.ui.theme.current import current
from inspector.ui.translation import language, tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, scrolling
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import Flow
from inspector.ui.widgets.form import FormRow, LineField
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.segmented import Segmented


class StartPanel(QFrame):
    """Signals tell what is wanted of the chosen form; `given` says how it shall be asked."""

    start_wanted = Signal()
    results_wanted = Signal()
    paper_wanted = Signal()
    raw_wanted = Signal()
    callbacks_wanted = Signal()
    pin_wanted = Signal()
    handed_out = Signal(int)

    def __init__(self, person: str) -> None:
        super().__init__()
        self.setProperty("role", "flat")
        self.title = wrapping("", "lg", bold=True)
        self.sent, self.back, self.valid, self.refused = (label("–", "xl", bold=True) for _ in range(4))
        self.site = Combo()
        self.site.setMinimumWidth(current().px(80))
        self.site.setAccessibleName(tr("Where it is asked"))
        self.mode = Segmented([(str(mode), mode_words(mode)) for mode in Mode], str(Mode.INTERVIEWER))
        self.mode.setAccessibleName(tr("How it is asked"))
        self.interviewer = LineField(tr("Interviewer"), person)
        self.language = Combo()
        self.language.setAccessibleName(tr("Language of the form"))
        self.how = wrapping("", "sm", "text3")
        self.start = filled(tr("Start asking"), self.start_wanted.emit, icon="play", keys="Enter")
        self.pin = quiet(tr("Change the PIN"), self.pin_wanted.emit, icon="lock")
        self.results = outlined(tr("Results"), self.results_wanted.emit, icon="chart-bar-decreasing", keys="R")
        self.paper = outlined(tr("Print the form"), self.paper_wanted.emit, icon="printer")
        self.raw = outlined(tr("Raw data"), self.raw_wanted.emit, icon="download")
        self.callbacks = outlined(tr("To call back"), self.callbacks_wanted.emit, icon="clock-alert")
        self.number = QSpinBox()
        self.number.setRange(1, 100_000)
        self.number.setValue(20)
        self.number.lineEdit().setTextMargins(current().gap(8), 0, 0, 0)  # the sheet's padding does not reach it
        self.number.setAccessibleName(tr("How many were handed out"))
        note_down = outlined(tr("Note it down"), lambda: self.handed_out.emit(self.number.value()))
        self.language_row = FormRow(tr("Its language"), self.language)
        self.person_row = FormRow(tr("Interviewer"), self.interviewer)

        counts = Flow(gap=28)
        for words, number in (
            (tr("Handed out"), self.sent),
            (tr("Came back"), self.back),
            (tr("Valid"), self.valid),
            (tr("Refusals"), self.refused),
        ):
            counted = QWidget()
            counted.setLayout(down(label(words, "sm", "text2"), number, gap=2))
            counts.addWidget(counted)
        deeds = Flow(gap=8)
        for each in (self.results, self.paper, self.raw, self.callbacks):
            deeds.addWidget(each)
        out = Flow(gap=8)
        for part in (label(tr("Handed out today"), "sm", "text2"), self.number, note_down):
            out.addWidget(part)
        content = down(
            self.title, counts, hairline(), FormRow(tr("Place"), self.site), self.mode, self.how,
            self.person_row, self.language_row, across(self.pin, STRETCH), hairline(), deeds, out, STRETCH,
            gap=12, margins=(24, 20, 24, 20),
        )  # fmt: skip
        self.area = scrolling(content)
        self.setLayout(down(Grow(self.area), gap=0))
        self.mode.chosen.connect(lambda _: self.show_how())
        self.interviewer.returnPressed.connect(self.start_wanted.emit, Qt.ConnectionType.QueuedConnection)
        self.show_how()

    def show_form(self, title: FormTitle, languages: tuple[str, ...]) -> None:
        """Show another form; its figures come later."""
        self.title.setText(title_words(title.title))
        for number in (self.sent, self.valid, self.refused):
            number.setText("–")
        self.back.setText(str(title.responses))
        named = [(each, each.rpartition("(")[0].strip() or each) for each in languages]
        self.language.offer(named, self.language.value if self.language.value in languages else "")
        if languages and not self.language.value:
            spoken = (each for each in languages if each.endswith(f"({language()})"))
            self.language.show_value(next(spoken, languages[0]))
        self.language_row.setVisible(len(languages) > 1)

    def show_returns(self, returns: Returns) -> None:
        """发放, 回收, 有效."""
        self.sent.setText(str(returns.handed_out))
        self.back.setText(str(returns.returned))
        self.valid.setText(str(returns.valid))
        self.refused.setText(str(returns.refusals))

    def offer_places(self, places: Mapping[str, str]) -> None:
        """The places to ask at; which one was chosen stays."""
        self.site.offer([("", tr("No place")), *places.items()], self.site.value)

    def ask_by(self, mode: Mode) -> None:
        """Choose the way of asking."""
        self.mode.show_value(str(mode))
        self.show_how()

    def show_how(self) -> None:
        """Say what the chosen way means."""
        mode = Mode(self.mode.value)
        self.person_row.setVisible(mode is not Mode.SELF)
        self.pin.setVisible(mode is Mode.SELF)
        words = {
            Mode.SELF: tr("Fills the screen, one large question at a time. The way back needs the PIN."),
            Mode.INTERVIEWER: tr("Read it out to the person and press the number of the answer."),
            Mode.PAPER: tr("Key in filled paper forms one after the other."),
        }
        self.how.setText(words[mode])
