"""The window: rail at the left, pages at the right, a toast over both, dialogs when they must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget

from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.ui.context import Context, PageSpec, RailPlace
from inspector.ui.dialogs.error_dialog import Deed, ErrorDialog
from inspector.ui.dialogs.find_dialog import FindDialog
from inspector.ui.dialogs.keys_dialog import KeysDialog
from inspector.ui.error_text import details, said
from inspector.ui.jobs import Jobs
from inspector.ui.main_window.frame_keys import FRAME_QUESTION_MARKS, FrameDeeds, bind_frame_keys, frame_keys
from inspector.ui.main_window.leaving import Leaving
from inspector.ui.main_window.page_keys import is_text_field, presses_button
from inspector.ui.main_window.page_stack import PageStack, Visit
from inspector.ui.main_window.turn_back import TurnBack
from inspector.ui.preferences import Preferences
from inspector.ui.theme.apply import Look
from inspector.ui.theme.layout_mode import layout_mode
from inspector.ui.theme.tokens import MINIMUM_WINDOW, SCALES
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.focus_ring import FocusRing
from inspector.ui.widgets.page import Turning
from inspector.ui.widgets.progress_strip import ProgressStrip
from inspector.ui.widgets.rail import Rail, RailButton
from inspector.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from inspector.services.services import Services

_FIRST_PAINTED_MS = 60
"""The home page comes to the eye before anything else is loaded."""


class MainWindow(QMainWindow):
    """The frame. Pages that are not registered are not shown; it opens the first one."""

    def __init__(
        self,
        services: Services,
        look: Look,
        jobs: Jobs,
        specs: Sequence[PageSpec],
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self._specs = tuple(specs)
        self._waits_for_file = not services.is_open
        self._wish: Visit | None = None
        self.context = Context(
            services=services,
            jobs=jobs,
            look=look,
            preferences=preferences or Preferences(None),
            go=self.go,
            back=self.back,
            say=self.say,
            complain=self.complain,
            changed=self.changed,
            undo=self.undo,
        )
        self._turn_back = TurnBack(self.context, self)
        self.pages = PageStack(self._specs, self.context, self._came_to_front)
        self.setMinimumSize(*MINIMUM_WINDOW)
        self.setWindowTitle(tr("Citizen Visits · Field Inspection"))
        look.dress(self)
        self._build()
        self.ring = FocusRing(self)
        bind_frame_keys(self, self._deeds())
        Leaving(self, jobs, self.say)
        jobs.failed_unheard.connect(self.complain)
        look.wearer = self
        if self._specs:
            self.pages.go(self._specs[0].name)
        if self._waits_for_file:
            jobs.ended.connect(self._home_is_read, Qt.ConnectionType.SingleShotConnection)

    def go(self, page: str, /, **where: str) -> None:
        """Show a page; while the file is being opened, as soon as it is."""
        if self._waits_for_file:
            self._wish = Visit(page, where)
        else:
            self.pages.go(page, **where)

    def back(self) -> None:
        """Show what was shown before."""
        self.pages.back()

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show a toast."""
        self.toast.above = self.pages.page.keeps_clear() if self.pages.page else None
        self.toast.say(words, undo)

    def complain(self, error: Exception, retry: Callable[[], object] | None = None) -> None:
        """Show what was refused or went wrong."""
        leave = Deed(tr("Go back"))
        deeds = (Deed(tr("Try again"), retry, "refresh-cw"), leave) if retry else (leave,)
        ErrorDialog(self, tr("This was not done"), said(error), details(error), deeds).open()

    def changed(self, changed: Changed) -> None:
        """Tell the pages and count anew what waits."""
        self.pages.changed(changed)
        self._count()

    def take_off(self) -> Iterator[None]:
        """Let the pages go, one a step; nothing is shown until `put_on` is over."""
        yield from self.pages.leave()

    def put_on(self) -> Iterator[None]:
        """Make the frame anew in the look and language of now, then the page, showing what was shown."""
        history = self.toast.history
        self.pages.setParent(None)
        self._build()
        self.toast.history = history
        self._take_form()
        yield
        self.pages.come_back()

    def in_slices(self, steps: Iterator[None]) -> None:
        """Take the steps between keys and clicks."""
        self.context.jobs.in_slices(steps, owner=self)

    def rebuild(self) -> None:
        """Take everything off and put it on again, now."""
        for _ in chain(self.take_off(), self.put_on()):
            pass

    def show_keys(self) -> None:
        """The keys of the page that is shown, and of the frame."""
        page = self.pages.page
        KeysDialog(self, (*(page.shortcuts() if page else ()), *frame_keys(self._deeds()))).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """? by its text, for keyboards and input methods that send it as another key."""
        if event.text() in FRAME_QUESTION_MARKS:
            self.show_keys()
        elif not presses_button(event, QAbstractButton):  # of the rail, and rows whose page has no Enter of its own
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages take the form for the new width."""
        super().resizeEvent(event)
        self._take_form()

    def _build(self) -> None:
        self.rail = Rail()
        for spec in self._specs:
            if spec.place is not RailPlace.NONE:
                self.rail.add(spec.name, self._rail_button(spec), at_foot=spec.place is RailPlace.FOOT)
        right = down(ProgressStrip(self.context.jobs), Grow(self.pages), gap=0)
        body = QWidget()
        body.setObjectName("page")
        body.setLayout(across(self.rail, Grow(right), gap=0))
        self.setCentralWidget(body)
        self.toast = Toast(body)
        self.rail.show_current(self._marked(self.pages.name))

    def _rail_button(self, spec: PageSpec) -> RailButton:
        main = [each.name for each in self._specs if each.place is RailPlace.MAIN]
        keys = f"Ctrl {main.index(spec.name) + 1}" if spec.name in main else ""
        counts = spec.count is not None
        return RailButton(spec.icon, spec.rail_words(), keys, lambda: self.go(spec.name), counts=counts)

    def _came_to_front(self, name: str) -> None:
        self.rail.show_current(self._marked(name))
        self._count()

    def _marked(self, name: str) -> str:
        return next((spec.belongs_to or name for spec in self._specs if spec.name == name), name)

    def _home_is_read(self) -> None:
        QTimer.singleShot(_FIRST_PAINTED_MS, self, self._open_file)

    def _open_file(self) -> None:
        """Behind the home page, which was read ahead: what the other pages need is loaded and the file opened."""
        services = self.context.services
        self.context.jobs.look_up(lambda _progress: services.acts, self._file_is_open, self._not_opened, owner=self)

    def _file_is_open(self, _acts: object) -> None:
        self._waits_for_file = False
        self._count()
        if wish := self._wish:
            self.go(wish.name, **wish.where)

    def _not_opened(self, error: Exception) -> None:
        """Damaged since it was looked at, or the disk is full: nothing can be done here."""
        close = Deed(tr("Close"))
        dialog = ErrorDialog(self, tr("The program was not started"), said(error), details(error), (close,))
        dialog.finished.connect(lambda _result: QApplication.quit())
        dialog.open()

    def _count(self) -> None:
        if self._waits_for_file:
            return
        for spec in self._specs:
            if spec.count and spec.name in self.rail.buttons:
                self._count_for(self.rail.buttons[spec.name], spec.count)

    def _count_for(self, button: RailButton, count: Callable[[Context], int]) -> None:
        context = self.context

        def work(_progress: Progress) -> int:
            return count(context)

        context.jobs.look_up(work, button.show_count, owner=button)

    def _take_form(self) -> None:
        self.pages.take_form(layout_mode(self.width(), self.context.look.theme.scale))

    def _deeds(self) -> FrameDeeds:
        return FrameDeeds(
            go_to=self._go_to,
            find=self._find_anything,
            note=self._note,
            keys=self.show_keys,
            escape=self.escape,
            undo=self.undo,
            redo=self.redo,
            text_size=self.step_text_size,
            back=self.back,
            next_region=self.next_region,
        )

    def _go_to(self, number: int) -> None:
        main = [spec.name for spec in self._specs if spec.place is RailPlace.MAIN]
        if number <= len(main):
            self.go(main[number - 1])

    def _find_anything(self) -> None:
        FindDialog(self, self.context).open()

    def _note(self) -> None:
        if any(spec.name == "intake" for spec in self._specs):
            self.go("intake", kind="snapshot")

    def undo(self) -> None:
        """Take back what the toast tells of, else the last act of the session."""
        if self.toast.has_undo:
            self.toast.undo()
        else:
            self._turning.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turning.redo()

    @property
    def _turning(self) -> Turning:
        page: object = self.pages.page
        return page if isinstance(page, Turning) else self._turn_back

    def escape(self) -> None:
        """One layer back: out of a field, out of a panel, to the page before."""
        page = self.pages.page
        regions = page.regions() if page else ()
        focus = self.focusWidget()
        if is_text_field(focus) and regions and regions[0] is not focus:
            regions[0].setFocus()
        elif page and not page.escape():
            self.back()

    def step_text_size(self, step: int) -> None:
        """The next larger (1) or smaller (-1) text; 0 is 100 %."""
        look = self.context.look
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - look.wanted.scale))
        wanted = SCALES[max(0, min(len(SCALES) - 1, nearest + step))] if step else SCALES[0]
        if wanted != look.wanted.scale:
            look.use_soon(replace(look.wanted, scale=wanted))

    def next_region(self) -> None:
        """The focus jumps to the next region of the page, the rail being the last."""
        page = self.pages.page
        current_button = self.rail.buttons.get(self._marked(self.pages.name))
        places = [*(page.regions() if page else ()), *([current_button] if current_button else [])]
        places = [place for place in places if place.isVisible()]
        focus = self.focusWidget()
        here = next((i for i, place in enumerate(places) if place is focus or place.isAncestorOf(focus)), -1)
        if places:
            places[(here + 1) % len(places)].setFocus()
