"""复查: the round of findings units call done; one key for each after a look at both photos."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.evidence import Oddity
from inspector.domain.photos import PhotoRole
from inspector.domain.progress import Progress
from inspector.domain.rechecks import RecheckResult
from inspector.domain.sites import Street
from inspector.domain.stored import Changed
from inspector.services.moves import Moved
from inspector.services.photos import Source
from inspector.services.rechecking import RoundLine
from inspector.ui.context import Context
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.jobs import Job
from inspector.ui.pages.recheck.look_view import RESULTS, LookView
from inspector.ui.pages.recheck.round_list import RoundList
from inspector.ui.pages.recheck.sheet_deeds import SheetDeeds, result_words
from inspector.ui.photo_intake import PhotoIntake, choose_files, pasted, sources_of
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.empty_state import EmptyState, FirstStep
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
        self._lines: tuple[RoundLine, ...] = ()
        self._is_read = False
        self._finding = ""
        self._loading: Job | None = None
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
        self.intake = PhotoIntake(context, self, PhotoRole.RECHECK)
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
        streets = [(s.id, s.record.name) for s in self._context.services.registers.all(Street)]
        self.street.offer([("", tr("All streets")), *streets], where.get("street", self.street.value))
        self._load()

    def where(self) -> dict[str, str]:
        """The street and the finding."""
        return {"street": self.street.value, "finding": self._finding}

    def refresh(self, changed: Changed) -> None:
        """Ask again when findings, photos or looks changed."""
        if changed.kinds & _KINDS:
            self._load()

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
            PageKey(("P",), tr("New photo"), group, self.add_photos),
            PageKey(("Ctrl+V",), tr("Paste a photo"), group, self.paste),
            PageKey(("Space",), tr("New or unit's photo"), group, self.view.turn),
            PageKey(("Z",), tr("Photo large"), group, self._show_photo),
            PageKey(("N",), tr("Note"), group, self.view.note.setFocus),
        )

    def regions(self) -> Sequence[QWidget]:
        """The list, the note, the street."""
        return (self.round, self.view.note, self.street)

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
        mark: MarkKind = "pass" if kind == "pass" else "fail" if kind == "fail" else "na"
        services, note, result = self._context.services, self.view.note.text().strip(), RESULTS[mark]

        def work(_progress: Progress) -> Moved:
            return services.moves.recheck(look.id, result, note)

        def done(moved: Moved) -> None:
            if moved.refused:
                self._context.complain(RefusedAll(moved.refused))
                return
            self._finding = self._after(look.id)
            self._context.say(f"{look.finding.no} {result_words(result)}", self._context.undo)
            self._context.changed(moved.changed)

        self._context.jobs.run(work, done, label=tr("Re-inspection"), owner=self)

    def go_on(self) -> None:
        """The next finding nobody looked at."""
        self._finding = self._after(self._finding)
        self._show_round()

    def add_photos(self) -> None:
        """Ask for photo files."""
        self._take(sources_of(choose_files(self, self._context.preferences.get().last_photo_folder), self._complain))

    def drop(self, paths: Sequence[Path]) -> None:
        """Take photos that were dropped."""
        self._take(sources_of(paths, self._complain))

    def paste(self) -> None:
        """Take what the clipboard holds."""
        held = pasted()
        if not held:
            self._context.say(tr("There is no picture on the clipboard"))
        paths = [one for one in held if isinstance(one, Path)]
        self._take((*sources_of(paths, self._complain), *(one for one in held if not isinstance(one, Path))))

    # what is shown

    def _connect(self) -> None:
        self.street.chosen.connect(lambda _: self._load())
        self.round.chosen.connect(self._choose)
        self.view.judged.connect(self.judge)
        self.view.add_wanted.connect(self.add_photos)
        self.view.photo_opened.connect(self._show_photo)
        self.intake.arrived.connect(lambda _: self._show_look())
        self.intake.ended.connect(lambda intake: self._context.changed(intake.changed))
        accept_photos(self.view, self.drop)

    def _load(self) -> None:
        if self._loading:
            self._loading.cancel()
        services, streets = self._context.services, [self.street.value] if self.street.value else []
        self._loading = self._context.jobs.look_up(
            lambda _progress: services.rechecking.round(streets), self._show_lines, owner=self
        )

    def _show_lines(self, lines: tuple[RoundLine, ...]) -> None:
        self._lines = lines
        self._is_read = True
        if self._finding not in {one.line.id for one in lines}:
            self._finding = self._after("")
        self._show_round()

    def _show_round(self) -> None:
        counted = [one.result for one in self._lines]
        done = sum(result is not None for result in counted)
        passed, failed = counted.count(RecheckResult.PASSED), counted.count(RecheckResult.FAILED)
        self.bar.show_parts(
            ((passed, "pass_fill"), (failed, "fail_fill"), (done - passed - failed, "na_fill")), len(counted)
        )
        self.head.facts.setText(tr("{done} of {of} looked at", done=done, of=len(counted)))
        self.left.setText(tr("{n} left", n=len(counted) - done))
        self.round.show_lines(self._lines, self._finding)
        self._lay_out()
        self._show_look()

    def _choose(self, finding: str) -> None:
        self._finding = finding
        if self._list_open:
            self._toggle_list()
        self._show_look()

    def _show_look(self) -> None:
        if not self._lines or not self._finding:
            return
        before = self.view.look.id if self.view.look else ""
        try:
            look = self._context.services.rechecking.look(self._finding)
        except Refused:  # taken away meanwhile: the round that is being read will say so
            return
        self.view.show_look(look, self.intake.tiles(self._finding))
        if before != look.id:
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

    def _take(self, sources: Sequence[Source]) -> None:
        if sources and self._finding:
            self.view.show_unit_side(on=False)
            self.intake.take(self._finding, sources)

    def _complain(self, error: Exception) -> None:
        self._context.complain(error)

    def _after(self, finding: str) -> str:
        """The next one behind `finding` that nobody looked at, from the top again; the same when there is none."""
        ids = [one.line.id for one in self._lines]
        start = ids.index(finding) + 1 if finding in ids else 0
        around = [*self._lines[start:], *self._lines[:start]]
        return next((one.line.id for one in around if one.result is None and one.line.id != finding), finding)

    def _show_photo(self, photo: str = "") -> None:
        look = self.view.look
        if look is None:
            return
        photos = [*look.before, *look.after, *look.fresh]
        wanted = photo or self.view.after.shown or self.view.before.shown
        number = next((n for n, one in enumerate(photos) if one.id == wanted), -1)
        if number < 0:
            return
        named = [(p.record.evidence_sha, f"{look.finding.no} · {p.record.facts.name}") for p in photos]
        PhotoDialog(self, named, number, self._context.jobs, self._context.services.photos.bytes_of).open()

    def _print(self) -> None:
        self.sheet.print_sheet([one.line.id for one in self._lines if one.result is None])

    def _toggle_list(self) -> None:
        self._list_open = not self._list_open
        self._lay_out()
        self.round.setFocus()

    def _lay_out(self) -> None:
        narrow = self.mode is LayoutMode.ONE
        self._list_open = self._list_open and narrow
        is_empty = self._is_read and not self._lines
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
            self._show_nothing()

    def _show_nothing(self) -> None:
        while (taken := self._empty.takeAt(0)) is not None:
            if widget := taken.widget():
                widget.deleteLater()
        step = FirstStep(
            tr("Take in what came back"),
            tr("When a unit says that a finding is done, it stands here until somebody has looked."),
            tr("See the ledger"),
            partial(self._context.go, "ledger", view="dispatched"),
            "inbox",
            is_next=True,
        )
        words = tr("A finding is closed only when somebody else than the unit went and looked.")
        self._empty.addWidget(EmptyState(tr("Nothing waits for a look"), words, (step,), self.mode))


def _hints() -> list[tuple[str, str]]:
    return [
        ("1", tr("Fixed")),
        ("2", tr("Goes back")),
        ("3", tr("Cannot be seen")),
        ("P", tr("New photo")),
        (tr("Space"), tr("Other photo")),
        ("Z", tr("Large")),
    ]
