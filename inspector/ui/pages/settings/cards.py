"""The cards of the settings, made one after the other: all at once would stop the window."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from inspector.ui.context import Context
from inspector.ui.pages.settings.about import about_card
from inspector.ui.pages.settings.calendar_card import CalendarCard
from inspector.ui.pages.settings.data_card import DataCard
from inspector.ui.pages.settings.elsewhere import elsewhere_card
from inspector.ui.pages.settings.office import OfficeCards
from inspector.ui.pages.settings.personal import look_card, person_card, recording_card, sample_card
from inspector.ui.pages.settings.pins import PinCard
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.widgets.card import Card


class Cards:
    """Those of one form of the page; what is not made yet is None."""

    def __init__(self, context: Context, page: QWidget, mode: LayoutMode) -> None:
        self._context = context
        self._page = page
        self._mode = mode
        self.office = OfficeCards(context, mode)
        self.calendar: CalendarCard | None = None
        self.data: DataCard | None = None
        self.pins: PinCard | None = None
        self.by_section: dict[str, Card] = {}

    def make(self) -> Iterator[tuple[Card, bool]]:
        """Make each card in its order; tells whether it stands at the side."""
        is_wide = self._mode is LayoutMode.WIDE
        for section, made in self._makers().items():
            card = self.by_section[section] = made()
            yield card, is_wide and section in {"sample", "data"}

    def follow(self) -> None:
        """Show what is kept now, after an undo or a change elsewhere."""
        self.office.follow()
        if self.calendar:
            self.calendar.show_day(self.calendar.view.day)
        if self.pins:
            self.pins.follow()

    def _makers(self) -> dict[str, Callable[[], Card]]:
        context, mode, office = self._context, self._mode, self.office
        return {
            "person": lambda: person_card(context, mode),
            "look": lambda: look_card(context, mode),
            "sample": sample_card,
            "recording": lambda: recording_card(context, mode),
            "photos": office.photos,
            "papers": office.papers,
            "scoring": office.scoring,
            "survey": office.survey,
            "calendar": self._calendar,
            "pins": self._pins,
            "data": self._data,
            "about": lambda: about_card(context.services.upkeep),
            "elsewhere": lambda: elsewhere_card(context),
        }

    def _calendar(self) -> Card:
        self.calendar = CalendarCard(self._context)
        return self.calendar

    def _pins(self) -> Card:
        self.pins = PinCard(self._context, self._page, self._mode, self.office.callers())
        return self.pins.card

    def _data(self) -> Card:
        self.data = DataCard(self._context, self._page)
        self.data.show_facts()
        return self.data
