"""The pages: made when first shown, told what changed when they are seen, rebuilt when the look changes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QStackedWidget

from inspector.domain.stored import Changed
from inspector.ui.context import Context, PageSpec
from inspector.ui.main_window.page_keys import bind_keys
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Visit:
    """A page with what it was asked to show."""

    name: str
    where: Mapping[str, str] = field(default_factory=dict)


class PageStack(QStackedWidget):
    """Shows one page at a time and remembers the way back."""

    def __init__(self, specs: Sequence[PageSpec], context: Context, told: Callable[[str], object]) -> None:
        """`told` is called with the name of each page that comes to the front."""
        super().__init__()
        self._specs = {spec.name: spec for spec in specs}
        self._context = context
        self._told = told
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._mode = LayoutMode.WIDE
        self._going: list[Page] = []
        self._is_away = False
        self.visits: list[Visit] = []

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def name(self) -> str:
        """The name of the page that is shown; "" before the first."""
        return self.visits[-1].name if self.visits else ""

    def go(self, name: str, /, **where: str) -> None:
        """Show the page of that name; KeyError names one that is not registered."""
        spec = self._specs[name]
        self._keep_where()
        visit = Visit(spec.name, dict(where))
        if not self.visits or self.visits[-1] != visit:
            self.visits.append(visit)
        self._show(visit)

    def back(self) -> bool:
        """Show what was shown before; False when there is nothing before."""
        if len(self.visits) < 2:
            return False
        self.visits.pop()
        self._show(self.visits[-1])
        return True

    def leave(self) -> Iterator[None]:
        """Let go of the pages, one a step, remembering what is shown: not to be called by a widget of a page.

        Until `come_back` nothing is shown; where to go meanwhile is remembered.
        """
        self._keep_where()
        self._is_away = True
        self._going += sorted(self._pages.values(), key=lambda page: page is self.page)  # none takes its place
        self._pages.clear()
        self._stale.clear()
        for page in self._going:
            self.removeWidget(page)
            page.hide()
        while self._going:
            yield
            page = self._going.pop()
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def come_back(self) -> None:
        """Make the page anew that was shown or asked for last, showing what it showed."""
        self._is_away = False
        if self.visits:
            self._show(self.visits[-1])

    def changed(self, changed: Changed) -> None:
        """Tell the shown page now and the others when they are shown again."""
        if not changed.kinds:
            return
        for name, page in self._pages.items():
            if page is self.page:
                page.refresh(changed)
            else:
                self._stale[name] = self._stale.get(name, frozenset()) | changed.kinds

    def take_form(self, mode: LayoutMode) -> None:
        """Give the shown page the form for this window; the others take it when shown."""
        self._mode = mode
        if self.page and self.page.mode is not mode:
            self.page.layout_changed(mode)

    def _keep_where(self) -> None:
        if self.page and self.visits:
            self.visits[-1] = Visit(self.name, self.page.where() or self.visits[-1].where)

    def _show(self, visit: Visit) -> None:
        if self._is_away:
            return
        page = self._pages.get(visit.name) or self._make(visit.name)
        if page.mode is not self._mode:
            page.layout_changed(self._mode)
        self.setCurrentWidget(page)
        page.open(**visit.where)
        if stale := self._stale.pop(visit.name, None):
            page.refresh(Changed(stale))
        self._told(visit.name)
        regions = page.regions()
        (regions[0] if regions else page).setFocus()

    def _make(self, name: str) -> Page:
        page = self._specs[name].make(self._context)
        bind_keys(page)
        self._pages[name] = page
        self.addWidget(page)
        return page
