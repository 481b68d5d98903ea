"""问卷: the forms with what came back, the three ways of asking, taking forms in and data out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.config.pin import pin_fits
from inspector.domain.errors import Refused
from inspector.domain.progress import Progress
from inspector.domain.questionnaires.report import Returns
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.sites import Community, Site
from inspector.domain.stored import Changed
from inspector.services.asking import Asking, Begun, Where
from inspector.services.questionnaire_reports import Wanted
from inspector.services.questionnaires import FormTitle, Ready
from inspector.ui.context import Context
from inspector.ui.dialogs.pin_dialog import PinDialog
from inspector.ui.pages.questionnaires.form_files import FormFiles
from inspector.ui.pages.questionnaires.form_list import FormList
from inspector.ui.pages.questionnaires.kiosk.window import Kiosk
from inspector.ui.pages.questionnaires.start_panel import StartPanel
from inspector.ui.pages.questionnaires.taking_in import TakingIn
from inspector.ui.pages.questionnaires.words import mode_words
from inspector.ui.pins import kiosk_pin
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead

_KINDS = frozenset({"response", "published_form", "handed_out", "site", "community"})
_LIST_WIDTH, _NARROW, _NARROWEST = 420, 300, 380
_SITE, _COMMUNITY = "site:", "community:"


class QuestionnairesPage(Page):
    """`go("questionnaires", code=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._code = ""
        self._titles: tuple[FormTitle, ...] = ()
        self._unfinished: tuple[Begun, ...] = ()
        self.kiosk: Kiosk | None = None
        self._files = FormFiles(context, self)
        self.taking_in = TakingIn(context, self, self._published)
        self.take_in = outlined(tr("Take in a form"), self.taking_in.choose_form, icon="upload")
        self.head = PageHead(tr("Questionnaires"), "", self.take_in)
        self.forms = FormList()
        self.panel = StartPanel(context.preferences.get().person)
        self._side = sheet(down(Grow(self.forms), gap=0), "left")
        self._foot = FootBar(_hints(), self.panel.start)
        self.setLayout(down(self.head, Grow(across(self._side, Grow(self.panel), gap=0)), self._foot, gap=0))
        self._connect()
        self._lay_out()

    def open(self, **where: str) -> None:
        """Show the forms, one of them chosen."""
        self._code = where.get("code", "") or self._code
        self._load()

    def where(self) -> dict[str, str]:
        """The chosen form."""
        return {"code": self._code}

    def refresh(self, changed: Changed) -> None:
        """Count anew what came back."""
        if not changed.kinds or changed.kinds & _KINDS:
            self._load()

    def layout_changed(self, mode: LayoutMode) -> None:
        """The list gets what it needs."""
        super().layout_changed(mode)
        self._lay_out()

    def shortcuts(self) -> Sequence[PageKey]:
        """Arrows choose, Enter starts."""
        group = tr("Questionnaires")
        return (
            PageKey(("Up",), tr("Form before"), group, lambda: self._step(-1)),
            PageKey(("Down",), tr("Form after"), group, lambda: self._step(1)),
            PageKey(("Return", "Enter"), tr("Start asking"), group, self.start),
            *(
                PageKey((str(n),), mode_words(mode), group, partial(self.panel.ask_by, mode))
                for n, mode in enumerate(Mode, 1)
            ),
            PageKey(("R",), tr("Results"), group, self.show_results),
        )

    def regions(self) -> Sequence[QWidget]:
        """The start button, the list."""
        return (self.panel.start, self.take_in)

    # what a person does

    def start(self) -> None:
        """Ask the chosen form in the chosen way."""
        if not self._code:
            return
        if Mode(self.panel.mode.value) is Mode.SELF:
            self._start_kiosk(None)
            return
        place = self._place
        self._context.go(
            "asking", code=self._code, mode=self.panel.mode.value, interviewer=self.panel.interviewer.text().strip(),
            language=self.panel.language.value, site=place.site, community=place.community,
            place=self.panel.site.currentText() if self.panel.site.value else "",
        )  # fmt: skip

    def resume(self, response: str) -> None:
        """Go on with what was begun."""
        begun = next((one for one in self._unfinished if one.id == response), None)
        if begun and begun.mode is Mode.SELF:
            try:
                self._start_kiosk(self._context.services.asking.resume(response))
            except Refused as error:  # ended meanwhile
                self._context.complain(error)
        elif begun:
            self._context.go("asking", draft=response, code=begun.code, mode=str(begun.mode))

    def show_results(self) -> None:
        """The results of the chosen form."""
        self._context.go("questionnaire_report", code=self._code)

    def change_pin(self) -> None:
        """Another PIN."""
        PinDialog(self, self._context, kiosk_pin(self._context)).open()

    # what is shown

    def _connect(self) -> None:
        self.forms.chosen.connect(self._choose)
        self.forms.resumed.connect(self.resume)
        self.panel.start_wanted.connect(self.start)
        self.panel.results_wanted.connect(self.show_results)
        self.panel.paper_wanted.connect(lambda: self._files.print_paper(self._code, self.panel.language.value))
        self.panel.raw_wanted.connect(lambda: self._files.raw_data(self._code))
        self.panel.callbacks_wanted.connect(lambda: self._context.go("callbacks"))
        self.panel.pin_wanted.connect(self.change_pin)
        self.panel.handed_out.connect(self._hand_out)

    @property
    def _place(self) -> Where:
        value = self.panel.site.value
        if value.startswith(_SITE):
            return Where(site=value.removeprefix(_SITE))
        return Where(community=value.removeprefix(_COMMUNITY))

    def _load(self) -> None:
        registers = self._context.services.registers
        places = {f"{_COMMUNITY}{one.id}": one.record.name for one in registers.all(Community)}
        places |= {f"{_SITE}{one.id}": one.record.name for one in registers.all(Site)}
        self.panel.offer_places(places)
        services = self._context.services

        def work(_progress: Progress) -> tuple[tuple[FormTitle, ...], tuple[Begun, ...]]:
            return services.questionnaires.titles(), services.asking.unfinished()

        self._context.jobs.look_up(work, self._show_forms, owner=self)

    def _show_forms(self, found: tuple[tuple[FormTitle, ...], tuple[Begun, ...]]) -> None:
        self._titles, self._unfinished = found
        if self._code not in {title.code for title in self._titles}:
            self._code = self._titles[0].code if self._titles else ""
        self.forms.show_forms(self._titles, self._unfinished, self._code)
        self.head.facts.setText(
            tr("{n} forms, {m} responses", n=len(self._titles), m=sum(title.responses for title in self._titles))
        )
        self._choose(self._code)

    def _choose(self, code: str) -> None:
        self._code = code
        title = next((one for one in self._titles if one.code == code), None)
        if title is None:
            return
        self.forms.choose(code)
        self.panel.show_form(title, ())
        services = self._context.services

        def work(_progress: Progress) -> tuple[Ready, Returns]:
            return services.questionnaires.ready(code), services.questionnaire_reports.results(
                Wanted(code)
            ).report.returns

        def done(found: tuple[Ready, Returns]) -> None:
            if code == self._code:
                self.panel.show_form(title, found[0].compiled.form.languages)
                self.panel.show_returns(found[1])

        self._context.jobs.look_up(work, done, owner=self)

    def _step(self, by: int) -> None:
        codes = [title.code for title in self._titles]
        if self._code in codes:
            self._choose(codes[max(0, min(len(codes) - 1, codes.index(self._code) + by))])

    def _hand_out(self, count: int) -> None:
        try:
            changed = self._context.services.asking.hand_out(self._code, count, self._place)
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._context.say(tr("{n} handed out", n=count), self._context.undo)
        self._context.changed(changed)

    def _published(self, code: str) -> None:
        self._code = code

    def _fits(self, pin: str) -> bool:
        return pin_fits(pin, self._context.preferences.get().kiosk_pin)

    def _start_kiosk(self, asking: Asking | None) -> None:
        pin = kiosk_pin(self._context)
        if not pin.is_set:
            PinDialog(self, self._context, pin, partial(self._start_kiosk, asking)).open()
            return
        code, place = (asking.ready.published.code, asking.where) if asking else (self._code, self._place)
        self.kiosk = Kiosk(
            self._context.services, self._context.jobs, code, place, self._fits, self.panel.language.value
        )
        self._context.look.dress(self.kiosk)
        self.kiosk.changed.connect(self._context.changed)
        self.kiosk.left.connect(self._kiosk_left)
        self.kiosk.begin(asking)
        self.window().hide()

    def _kiosk_left(self) -> None:
        kiosk, self.kiosk = self.kiosk, None
        self.window().show()
        self.window().activateWindow()
        if kiosk:
            self._context.say(tr("{n} filled in by themselves", n=kiosk.count))
            kiosk.deleteLater()
        self._load()

    def _lay_out(self) -> None:
        narrow = self.mode is LayoutMode.ONE
        self._foot.hints.setVisible(not narrow)  # no room; the ? dialog has them
        self._side.setFixedWidth(current().px(_NARROW if narrow else _LIST_WIDTH))
        if narrow:
            self._side.setFixedWidth(min(current().px(_NARROW), _NARROWEST))


def _hints() -> list[tuple[str, str]]:
    return [
        ("↑ ↓", tr("Other form")),
        ("1-3", tr("How it is asked")),
        ("Enter", tr("Start asking")),
        ("R", tr("Results")),
    ]
