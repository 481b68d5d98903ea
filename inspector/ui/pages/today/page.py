"""今日: go on with what was left, then what waits, then where to go next; figures at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.domain.today import Today
from inspector.ui.context import Context
from inspector.ui.dialogs.find_dialog import FindDialog
from inspector.ui.error_text import said
from inspector.ui.jobs import Job
from inspector.ui.pages.today.deeds import Deed, DeedList, DeedRow
from inspector.ui.pages.today.draft_card import DraftCard
from inspector.ui.pages.today.find_field import FindField
from inspector.ui.pages.today.first_run import first_run
from inspector.ui.pages.today.loading import Loading
from inspector.ui.pages.today.name_strip import name_strip
from inspector.ui.pages.today.side import due_card, progress_card
from inspector.ui.pages.today.waiting import next_deeds, waiting_deeds
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling
from inspector.ui.widgets.buttons import icon_button, outlined, quiet, trailing
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.words.dates import planning_date

_SIDE_WIDTH = {LayoutMode.WIDE: 400, LayoutMode.TWO: 340}


class TodayPage(Page):
    """Reads its figures on a worker: the last ones stay until the new ones are here."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today: Today | None = None
        self._asking: Job | None = None
        self.search = FindField(tr("Site, number, problem, unit"))
        self.find_button = icon_button("search", tr("Find anything"), self._find, keys="Ctrl K")
        self.find_button.hide()
        self.person = quiet("", self._open_settings, icon="circle-user-round")
        self.head = PageHead(tr("Today"), "", self.search, self.find_button, self.person)
        self.deeds = DeedList(tr("What to do"))
        self._body: QVBoxLayout = down(Loading(), gap=0)

        self.setLayout(down(self.head, Grow(self._body), gap=0))

        self.search.wanted.connect(self._find)
        context.preferences.changed.connect(self._person_changed)
        self._show_person()

    def open(self, **_where: str) -> None:
        """Read the figures anew."""
        self._ask()

    def refresh(self, changed: Changed) -> None:
        """Read them anew whatever changed: the page counts everything."""
        if changed.kinds:
            self._ask()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Two columns, or one under the other."""
        super().layout_changed(mode)
        self.search.setVisible(mode is not LayoutMode.ONE)
        self.find_button.setVisible(mode is LayoutMode.ONE)
        self._show()

    def regions(self) -> Sequence[QWidget]:
        """The list of deeds, then the search; before the first inspection its first step."""
        return (self.deeds, self.search)

    def shortcuts(self) -> Sequence[PageKey]:
        """Arrows and Enter act wherever the focus is; Ctrl+F searches."""
        group = tr("Today")
        return (
            PageKey(("Return", "Enter"), tr("Do what the row says"), group, self._open_current),
            PageKey(("Up",), tr("The row above"), group, lambda: self.deeds.move_by(-1)),
            PageKey(("Down",), tr("The row below"), group, lambda: self.deeds.move_by(1)),
            PageKey(("Ctrl+F",), tr("Find anything"), group, self._find),
        )

    def _open_current(self) -> None:
        self.deeds.open_current()

    def _ask(self) -> None:
        if self._asking:
            self._asking.cancel()
        read = self._context.services.home

        def work(_progress: Progress) -> Today:
            return read()

        self._asking = self._context.jobs.look_up(work, self._answered, self._refused, owner=self)

    def _answered(self, today: Today) -> None:
        self._asking = None
        self._today = today
        self._show()
        if any(draft.how_far is None for draft in today.drafts):
            self._ask()

    def _refused(self, error: Exception) -> None:
        """A note in place; the rail and everything else still work."""
        self._asking = None
        words = said(error)
        note = Card(tr("The figures of today could not be read"))
        note.add(wrapping(words.happened))
        note.add(wrapping(words.now, "sm", "text2"))
        note.add(across(outlined(tr("Try again"), self._ask, icon="refresh-cw"), STRETCH))
        self._put(scrolling(down(note, STRETCH, margins=(24, 20, 24, 20))))

    def _show(self) -> None:
        if self._today is None:
            return
        today = self._today
        day = planning_date(today.as_of.date(), today.as_of.date())
        self.head.facts.setText(" · ".join(part for part in (day, today.round) if part))
        if not today.sites_visited.whole and not today.drafts:
            self.deeds = DeedList(tr("What to do"))
            self.deeds.setParent(self)
            state = first_run(self._context, self.mode)
            self._put(state, state.first)
            return
        self._put(self._columns(today))

    def _columns(self, today: Today) -> QScrollArea:
        narrow = self.mode is LayoutMode.ONE
        self.deeds = DeedList(tr("What to do"))
        self.deeds.setLayout(self._list(today, narrow))
        side = down(due_card(self._context, today.due_by_unit), progress_card(today), STRETCH, gap=16)
        columns: QBoxLayout
        if narrow:
            columns = down(self.deeds, side, gap=16, margins=(24, 20, 24, 20))
        else:
            right = QWidget()
            right.setLayout(side)
            right.setFixedWidth(current().px(_SIDE_WIDTH[self.mode]))
            columns = across(Grow(self.deeds), right, gap=16, margins=(24, 20, 24, 20))
        area = scrolling(columns)
        self.deeds.moved.connect(area.ensureWidgetVisible)
        return area

    def _list(self, today: Today, narrow: bool) -> QVBoxLayout:
        rows: list[RowButton] = []
        parts = down(gap=16)
        if not self._context.preferences.get().person:
            parts.addWidget(name_strip(self._context.sign_as, narrow=narrow))
        if today.drafts:
            draft = today.drafts[0]
            card = DraftCard(draft, lambda: self._context.go("record", inspection=draft.id), narrow=not self._is_wide)
            rows.append(card)
            parts.addWidget(card)
        if waiting := waiting_deeds(self._context, today):
            to_do = Card(tr("To do"), facts="", padding=0)
            to_do.facts.setText(tr("Press a row, or arrows and Enter; ? shows all keys"))
            rows += self._fill(to_do, waiting, is_first=not rows, narrow=narrow)
            parts.addWidget(to_do)
        every = trailing(quiet(tr("All sites"), lambda: self._context.go("pick_site"), icon="chevron-right"))
        upcoming = Card(tr("Next to inspect"), every, padding=0)
        rows += self._fill(upcoming, next_deeds(self._context, today), is_first=not rows, narrow=narrow)
        if not today.next_sites:
            done = wrapping(tr("Every site of this round has been inspected"), "sm", "text2")
            upcoming.add(across(Grow(done), margins=(20, 12, 20, 12)))
        parts.addWidget(upcoming)
        parts.addStretch(1)
        self.deeds.show_rows(rows)
        return parts

    @property
    def _is_wide(self) -> bool:
        return self.mode is LayoutMode.WIDE

    def _fill(self, card: Card, deeds: Sequence[Deed], *, is_first: bool, narrow: bool) -> list[RowButton]:
        card.body.setSpacing(0)
        card.body.setContentsMargins(0, 0, 0, current().gap(4))
        counted = any(deed.count is not None for deed in deeds)
        rows: list[RowButton] = [
            DeedRow(deed, is_next=is_first and not number, line=number < len(deeds) - 1, narrow=narrow, counted=counted)
            for number, deed in enumerate(deeds)
        ]
        for row in rows:
            card.add(row)
        return rows

    def _put(self, content: QWidget, first: QWidget | None = None) -> None:
        """Show it; the keyboard begins at `first`, else at the deeds, unless it is in the head or on another page."""
        is_elsewhere = not self.isVisibleTo(self.window()) or self.head.isAncestorOf(self.window().focusWidget())
        empty(self._body)
        self._body.addWidget(content)
        content.show()  # a layout shows it a moment later, and what is not seen takes no keyboard
        if not is_elsewhere:
            (first or self.deeds).setFocus()

    def _person_changed(self) -> None:
        self._show_person()
        self._show()

    def _show_person(self) -> None:
        name = self._context.preferences.get().person
        self.person.setText(f" {name or tr('Who are you?')}")
        self.person.setAccessibleName(tr("Inspector: {name}", name=name or tr("Who are you?")))
        self.person.setVisible(bool(name))

    def _find(self, text: str = "") -> None:
        FindDialog(self, self._context, text).open()

    def _open_settings(self) -> None:
        self._context.go("settings")
