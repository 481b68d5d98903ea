"""复查: the round of findings units call done; one key for each after a look at both photos."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.evidence import Oddity
from inspector.domain.progress import Progress
from inspector.domain.rechecks import RecheckResult
from inspector.domain.sites import Street
from inspector.domain.stored import Changed
from inspector.services.moves import Moved
from inspector.services.rechecking import Look, RoundLine
from inspector.ui.context import Context
from inspector.ui.jobs import Job
from inspector.ui.pages.recheck.first_run import first_run
from inspector.ui.pages.recheck.look_photos import LookPhotos
from inspector.ui.pages.recheck.look_view import RESULTS, LookView
from inspector.ui.pages.recheck.round import Round
from inspector.ui.pages.recheck.round_list import RoundList
from inspector.ui.pages.recheck.sheet_deeds import SheetDeeds, result_words
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.widgets.thumbnails import Thumbnails

_KINDS = frozenset({"finding", "photo", "recheck", "reply"})
_LIST_WIDTH, _NARROW = 312, 220


class RecheckPage(Page):
    """`go("recheck", street=, finding=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today = context.services.acts.today()
        self._round = Round()
        self._finding = ""
        self._loading: Job | None = None
        self._looking: Job | None = None
        self._list_open = False
        read = context.services.photos.bytes_of
        small = Thumbnails(context.jobs, read, self)
        large = Thumbnails(context.jobs, read, self, width=640, most=16)
        self.bar = StackedBar(tr("Looked at"))
        self.bar.setFixedWidth(current().px(120))
        self.sheet = SheetDeeds(context, self)
        self.print_button = outlined(tr("Print the sheet"), self._print, icon="printer")
        self.key_in_button = outlined(tr("Key in"), self.sheet.key_in, icon="keyboard")
        self.list_button = outlined(tr("List"), self._toggle_list, icon="list")
        self.head = PageHead(tr("Re-inspection"), "", self.bar, self.list_button, self.print_button, self.key_in_button)
        self.street = Combo([("", tr("All streets"))])
        self.street.setAccessibleName(tr("Street"))
        self.left = label("", "sm", "text2")
        self.round = RoundList(small)
        self.view = LookView(large, small, self._today)
        self.photos = LookPhotos(context, self.view)
        self.next = filled(tr("Next"), self.go_on, icon="arrow-down", keys="Enter")
        self._empty = down(gap=0)

        bar = sheet(across(Grow(self.street), self.left, gap=8, margins=(16, 8, 16, 8)), "head")
        self._side = sheet(down(bar, Grow(self.round), gap=0), "left")
        answers = sheet(across(Grow(self.view.answers), margins=(16, 8, 16, 8)), "foot")
        self._work = QWidget()
        self._scroll = scrolling(down(self.view, gap=0))
        self._work.setLayout(down(Grow(self._scroll), answers, gap=0))
        self._nothing = QWidget()
        self._nothing.setLayout(self._empty)
        self._foot = FootBar(_hints(), QWidget(), self.next)
        self._body = across(self._side, Grow(self._work), gap=0)
        self.setLayout(down(self.head, Grow(self._body), self._foot, Grow(self._nothing), gap=0))

        self._connect()
        self._lay_out()

    def open(self, **where: str) -> None:
        """Show the round of a street, at a finding."""
        self._finding = where.get("finding", "") or self._finding
        self._load(where.get("street", self.street.value))

    def where(self) -> dict[str, str]:
        """The street and the finding."""
        return {"street": self.street.value, "finding": self._finding}

    def refresh(self, changed: Changed) -> None:
        """Ask again when findings, photos or looks changed."""
        if changed.kinds & _KINDS:
            self._load(self.street.value)

    def layout_changed(self, mode: LayoutMode) -> None:
        """List beside the finding, or behind a button."""
        super().layout_changed(mode)
        self._lay_out()

    def shortcuts(self) -> Sequence[PageKey]:
        """The keys of the re-inspection."""
        group = tr("Re-inspection")
        return (
            PageKey(("1",), tr("Fixed"), group, partial(self.judge, "pass")),
            PageKey(("2",), tr("Not fixed, goes back"), group, partial(self.judge, "fail")),
            PageKey(("3",), tr("Cannot be seen"), group, partial(self.judge, "na")),
            PageKey(("Return", "Enter"), tr("Next one nobody looked at"), group, self.go_on),
            PageKey(("P",), tr("New photo"), group, self.photos.add),
            PageKey(("Ctrl+V",), tr("Paste a photo"), group, self.photos.paste),
            PageKey(("Space",), tr("New or unit's photo"), group, self.view.turn),
            PageKey(("Z",), tr("Photo large"), group, self.photos.show_large),
            PageKey(("N",), tr("Note"), group, self.view.note.setFocus),
        )

    def regions(self) -> Sequence[QWidget]:
        """The list, the note, the street."""
        return (self.round, self.view.note, self.street)

    def keeps_clear(self) -> QWidget:
        """The three answers: the next finding is judged while the toast still tells of the last one."""
        return self.view.answers

    def escape(self) -> bool:
        """Close the list that lies over the finding."""
        if self._list_open:
            self._toggle_list()
            return True
        return False

    # what a person does

    def judge(self, kind: str) -> None:
        """Write the answer for the finding that is shown, and go on."""
        look = self.view.look
        if look is None or look.id != self._finding:
            return
        if not look.waits:
            self._context.say(tr("{no} is recorded already; U takes it back", no=look.finding.no))
            return
        if not self._context.services.acts.workspace.person:
            self._context.say(tr("Write your name first: an answer says who looked. Alt ← comes back here"))
            self._context.go("settings", section="person")
            return
        mark: MarkKind = "pass" if kind == "pass" else "fail" if kind == "fail" else "na"
        services, note, result = self._context.services, self.view.note.text().strip(), RESULTS[mark]

        def work(_progress: Progress) -> Moved:
            return services.moves.recheck(look.id, result, note)

        def done(moved: Moved) -> None:
            if moved.refused:
                self._context.complain(RefusedAll(moved.refused))
                return
            self._finding = self._round.after(look.id)
            self._context.say(f"{look.finding.no} {result_words(result)}", self._context.undo)
            self._context.changed(moved.changed)

        self._context.jobs.run(work, done, label=tr("Re-inspection"), owner=self)

    def go_on(self) -> None:
        """The next finding nobody looked at."""
        self._finding = self._round.after(self._finding)
        self._show_round()

    # what is shown

    def _connect(self) -> None:
        self.street.chosen.connect(self._load)
        self.round.chosen.connect(self._choose)
        self.view.judged.connect(self.judge)
        self.photos.arrived.connect(self._show_look)

    def _load(self, street: str) -> None:
        """Read the round of a street ("" is all), and the streets there are."""
        if self._loading:
            self._loading.cancel()
        services = self._context.services

        def work(_progress: Progress) -> tuple[list[tuple[str, str]], tuple[RoundLine, ...]]:
            streets = [(one.id, one.record.name) for one in services.registers.all(Street)]
            return streets, services.rechecking.round([street] if street else [])

        def done(read: tuple[list[tuple[str, str]], tuple[RoundLine, ...]]) -> None:
            streets, lines = read
            self.street.offer([("", tr("All streets")), *streets], street)
            self._round = Round(lines, is_read=True)
            if not self._round.holds(self._finding):
                self._finding = self._round.after("")
            self._show_round()

        self._loading = self._context.jobs.look_up(work, done, owner=self)

    def _show_round(self) -> None:
        results, every = self._round.results, len(self._round.lines)
        passed, failed, unseen = (results[one] for one in RecheckResult)
        self.bar.show_parts(((passed, "pass_fill"), (failed, "fail_fill"), (unseen, "na_fill")), every)
        self.head.facts.setText(tr("{done} of {of} looked at", done=every - results[None], of=every))
        self.left.setText(tr("{n} left", n=results[None]))
        self.round.show_lines(self._round.lines, self._finding)
        self._lay_out()
        self._show_look()

    def _choose(self, finding: str) -> None:
        self._finding = finding
        if self._list_open:
            self._toggle_list()
        self._show_look()

    def _show_look(self) -> None:
        """Read the finding that is chosen and show it; one that was taken away meanwhile leaves with its round."""
        if self._looking:
            self._looking.cancel()
        if not self._round.holds(self._finding):
            return
        services, finding = self._context.services, self._finding

        def failed(error: Exception) -> None:
            if not isinstance(error, Refused):
                self._context.complain(error)

        def work(_progress: Progress) -> Look:
            return services.rechecking.look(finding)

        self._looking = self._context.jobs.look_up(work, self._take_look, failed, owner=self)

    def _take_look(self, look: Look) -> None:
        if look.id != self._finding:
            return
        is_new = self.view.look is None or self.view.look.id != look.id
        self.view.show_look(look, self.photos.intake.tiles(look.id))
        if is_new:
            self._scroll.verticalScrollBar().setValue(0)
            self._look_at_evidence(look.id)

    def _look_at_evidence(self, finding: str) -> None:
        evidence = self._context.services.evidence

        def work(progress: Progress) -> dict[str, tuple[Oddity, ...]]:
            evidence.look_at_older(progress)
            return evidence.of_findings([finding])

        def done(found: dict[str, tuple[Oddity, ...]]) -> None:
            if finding == self._finding:
                self.view.odd.show_oddities(found.get(finding, ()))

        self._context.jobs.look_up(work, done, owner=self)

    def _print(self) -> None:
        self.sheet.print_sheet(self._round.unseen)

    def _toggle_list(self) -> None:
        self._list_open = not self._list_open
        self._lay_out()
        self.round.setFocus()

    def _lay_out(self) -> None:
        narrow = self.mode is LayoutMode.ONE
        self._list_open = self._list_open and narrow
        is_empty = self._round.is_empty
        self._side.setVisible(not is_empty and (not narrow or self._list_open))
        self._work.setVisible(not is_empty and not self._list_open)
        self._foot.setVisible(not is_empty)
        self._foot.hints.setVisible(not narrow)  # no room; every answer has its key on it
        self._nothing.setVisible(is_empty)
        self.list_button.setVisible(narrow and not is_empty)
        self.bar.setVisible(self.mode is LayoutMode.WIDE)
        self.print_button.setVisible(not narrow and not is_empty)
        self.key_in_button.setVisible(not narrow and not is_empty)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(current().px(_LIST_WIDTH if self.mode is LayoutMode.WIDE else _NARROW))
        self.view.take_form(self.mode)
        if is_empty:
            empty(self._empty)
            self._empty.addWidget(first_run(self.mode, partial(self._context.go, "ledger", view="dispatched")))


def _hints() -> list[tuple[str, str]]:
    return [
        ("1", tr("Fixed")),
        ("2", tr("Goes back")),
        ("3", tr("Cannot be seen")),
        ("P", tr("New photo")),
        (tr("Space"), tr("Other photo")),
        ("Z", tr("Large")),
    ]
