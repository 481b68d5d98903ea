"""The head of the page: where, saved when, the score, and finishing."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.leading import lead
from inspector.ui.pages.record.progress import Progress
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across
from inspector.ui.widgets.buttons import icon_button, outlined
from inspector.ui.widgets.labels import ElidingLabel, label
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.words.numbers import decimal
from inspector.ui.words.states import site_recurrence_state

Deeds = tuple[tuple[str, Callable[[], object]], ...]


class RecordHead(QFrame):
    """Head for one, two and three columns."""

    def __init__(self, back: Callable[[], object], finish: Callable[[], object], more: Callable[[], Deeds]) -> None:
        """`more` gives what the ⋯ menu offers now."""
        super().__init__()
        self.setProperty("role", "head")
        self._more = more
        self._mode = LayoutMode.WIDE
        self.title = ElidingLabel("", "xl", bold=True)
        self.kind = Pill("")
        self.recurred = Pill("", "recur", "repeat")
        self.facts = ElidingLabel("", "sm", "text3")
        self.saved = SavedMark()
        self.progress = Progress(kinds=(), least=96)
        self._score_name = label(tr("Score"), "sm", "text3")
        self.score = label("", "xl", bold=True)
        self.finish = outlined(tr("Finish"), finish, icon="check", keys="F")
        self.menu_button = icon_button("ellipsis", tr("More"), self.open_menu)
        score = QWidget()
        score.setLayout(across(self._score_name, self.score, gap=8))
        score.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._score = score
        self.setLayout(
            across(
                icon_button("chevron-left", tr("Back"), back, keys="Alt ←"),
                Grow(self.title, 0),
                self.kind,
                self.recurred,
                Grow(self.facts),
                self.saved,
                self.progress,
                score,
                self.finish,
                self.menu_button,
                gap=12,
                margins=(12, 0, 24, 0),
            )
        )
        self.setFixedHeight(current().high("head"))

    def show_desk(self, desk: Desk, kind: str, *, show_score: bool) -> None:
        """Show the inspection."""
        sheet = desk.sheet
        self.title.setText(sheet.site.name)
        self.title.setMaximumWidth(self.title.fontMetrics().horizontalAdvance(sheet.site.name) + 4)
        self.kind.show_state(kind, "neutral")
        again = site_recurrence_state(sheet.recurrences)
        self.recurred.show_state(again.words, again.tone, again.icon)
        self.recurred.setVisible(bool(sheet.recurrences) and self._mode is not LayoutMode.ONE)
        turn = sheet.inspection.round
        parts = (sheet.street, sheet.community, sheet.site.address, turn)
        self.facts.setText(" · ".join(part for part in parts if part))
        rate = sheet.score.rate
        self.score.setText("—" if rate is None else f"{decimal(rate)} %")
        self._score.setVisible(show_score)
        self.progress.show_part(sheet.score.whole)
        self.finish.setEnabled(desk.is_open)
        self.finish.setVisible(desk.is_open and self._mode is not LayoutMode.ONE)

    def lead(self, *, is_next_step: bool) -> None:
        """Fill 完成检查 once nothing else is left to do."""
        lead(self.finish, "check", is_next_step=is_next_step and self._mode is not LayoutMode.ONE)

    def arrange(self, mode: LayoutMode) -> None:
        """Leave out what has no room."""
        self._mode = mode
        self.kind.setVisible(mode is LayoutMode.WIDE)
        self.facts.setVisible(mode is not LayoutMode.ONE)
        self.progress.setVisible(mode is LayoutMode.TWO)

    def open_menu(self) -> None:
        """Offer what else can be done."""
        menu = QMenu(self)
        for words, act in self._more():
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
