"""The list of what was found and what stands in its place: nothing fits, or there is no site yet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QStackedWidget

from inspector.ui.context import Go
from inspector.ui.pages.pick_site.found import Found
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, down, scrolling
from inspector.ui.widgets.buttons import promote
from inspector.ui.widgets.empty_state import EmptyState, FirstStep, nothing_found
from inspector.ui.widgets.row_table import RowTable

_LEAST_HEIGHT = 40


class FoundList(QStackedWidget):
    """`add` begins a new site, the way out of both empty forms."""

    def __init__(self, table: RowTable, go: Go, add: Callable[[], object]) -> None:
        super().__init__()
        self._table = table
        self._nothing = scrolling(
            down(Grow(nothing_found(tr("No site answers to that"), tr("Add a site"), add)), gap=0)
        )
        self._no_site_yet = _first_run(go, add)
        for each in (table, self._nothing, self._no_site_yet):
            self.addWidget(each)
        table.setMinimumHeight(current().px(_LEAST_HEIGHT))

    def show_found(self, answer: Found) -> None:
        """The table, or why it is empty."""
        empty = self._nothing if answer.sites else self._no_site_yet
        self.setCurrentWidget(self._table if answer.ids else empty)

    def lead(self, *, leads: bool) -> None:
        """Fill the first step while no form beside the list has a filled button of its own."""
        if isinstance(self._no_site_yet.first, QPushButton):
            promote(self._no_site_yet.first, leads)


def _first_run(go: Go, add: Callable[[], object]) -> EmptyState:
    """Take in a table of sites, or add one; the cards lie below each other, because the list is narrow."""
    steps = (
        FirstStep(
            tr("Take in your sites"),
            tr("From Excel or CSV; streets and communities come along."),
            tr("Import sites"),
            partial(go, "registers", register="sites"),
            "upload",
            is_next=True,
        ),
        FirstStep(
            tr("Or add one now"),
            tr("Name and kind are enough; the inspection starts at once."),
            tr("Add a site"),
            add,
            "plus",
        ),
    )
    sentence = tr("An inspection is made at a site, by the checklist of its kind.")
    return EmptyState(tr("No site yet"), sentence, steps, LayoutMode.ONE)
