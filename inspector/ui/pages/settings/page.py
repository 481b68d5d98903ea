"""设置: what is changed takes effect at once; nothing asks to be saved."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.pages.settings.about import about_card
from inspector.ui.pages.settings.calendar_card import CalendarCard
from inspector.ui.pages.settings.data_card import DataCard
from inspector.ui.pages.settings.office import OfficeCards
from inspector.ui.pages.settings.personal import look_card, person_card, recording_card, sample_card
from inspector.ui.pages.settings.pins import PinCard
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import button, outlined, trailing
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead

_NAV_WIDTH = 236
_SIDE_WIDTH = 372
_KINDS = frozenset({"setting", "calendar_day"})


class SettingsPage(Page):
    """`go("settings", section=)`: person, look, recording, photos, papers, scoring, calendar, pins, data or about."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._section = ""
        self._cards: dict[str, Card] = {}
        self._body = down(gap=0)
        self.office: OfficeCards | None = None
        self.calendar: CalendarCard | None = None
        self.data: DataCard | None = None
        self.sections = Combo(_sections(), "person", compact=True)
        self.sections.setAccessibleName(tr("Part of the settings"))
        self.sections.setMaximumWidth(current().px(_NAV_WIDTH))
        self.head = PageHead(tr("Settings"), tr("Takes effect at once; nothing to save"), self.sections)

        self.setLayout(down(self.head, Grow(self._body), gap=0))

        self.sections.chosen.connect(self.show_section)
        self._build()

    def open(self, **where: str) -> None:
        """Bring a section into view."""
        if section := where.get("section", ""):
            self.show_section(section)
        if self.data:
            self.data.show_facts()

    def where(self) -> dict[str, str]:
        """The section that was chosen last."""
        return {"section": self._section} if self._section else {}

    def refresh(self, changed: Changed) -> None:
        """Another page or an undo changed what is shown."""
        if changed.kinds & _KINDS and self.office and self.calendar:
            self.office.follow()
            self.calendar.show_day(self.calendar.view.day)
            self.pins.follow()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Navigation at the left, sample at the right, as far as they fit."""
        super().layout_changed(mode)
        self._build()
        if self._section:
            self.show_section(self._section)

    def shortcuts(self) -> Sequence[PageKey]:
        """No key of its own but that to back up."""
        return (PageKey(("Ctrl+B",), tr("Back up now"), tr("Settings"), self._back_up),)

    def regions(self) -> Sequence[QWidget]:
        """The sections, then what they hold."""
        return tuple(self._nav.buttons()) if self.mode is not LayoutMode.ONE else (self.sections,)

    def show_section(self, section: str) -> None:
        """Scroll to that card."""
        self._section = section
        card = self._cards.get(section)
        if card is None:
            return
        self._content.activate()
        self._scroll.verticalScrollBar().setValue(card.y() - current().gap(20))
        for name, made in self._nav_buttons.items():
            made.setChecked(name == section)
        self.sections.show_value(section)

    def _build(self) -> None:
        empty(self._body)
        context, mode = self._context, self.mode
        self.office = office = OfficeCards(context, mode)
        self.calendar, self.data = CalendarCard(context), DataCard(context, self)
        self.pins = PinCard(context, self, mode, office.callers())
        self._cards = {
            "person": person_card(context, mode),
            "look": look_card(context, mode),
            "recording": recording_card(context, mode),
            "photos": office.photos(),
            "papers": office.papers(),
            "scoring": office.scoring(),
            "calendar": self.calendar,
            "pins": self.pins.card,
            "data": self.data,
            "about": about_card(context.services.upkeep),
        }
        side: list[QWidget] = [sample_card()]
        shown: list[QWidget] = [card for name, card in self._cards.items() if not (name == "data" and _wide(mode))]
        if _wide(mode):
            side.append(self.data)
        else:
            shown[2:2] = side
        shown.append(self._elsewhere())
        self._content = down(*shown, STRETCH, gap=16, margins=(24, 20, 24, 20))
        self._scroll = scrolling(self._content)
        self._body.addWidget(self._columns(side))

    def _columns(self, side: Sequence[QWidget]) -> QWidget:
        nav = self._navigation()
        made = QWidget()
        if _wide(self.mode):
            right = scrolling(down(*side, STRETCH, gap=16, margins=(0, 20, 24, 20)))
            right.setFixedWidth(current().px(_SIDE_WIDTH) + current().gap(24))
            made.setLayout(across(nav, Grow(self._scroll), right, gap=0))
        else:
            made.setLayout(across(nav, Grow(self._scroll), gap=0))
        nav.setVisible(self.mode is not LayoutMode.ONE)
        self.sections.setVisible(self.mode is LayoutMode.ONE)
        return made

    def _navigation(self) -> QWidget:
        self._nav = QButtonGroup(self)
        self._nav_buttons: dict[str, QPushButton] = {}
        for name, words in _sections():
            made = button(words, "nav", partial(self.show_section, name), icon=_ICONS[name])
            made.setCheckable(True)
            self._nav.addButton(made)
            self._nav_buttons[name] = made
        inside = scrolling(down(*self._nav_buttons.values(), STRETCH, gap=4, margins=(12, 16, 12, 16)))
        nav = sheet(down(inside, gap=0), "left")
        nav.setFixedWidth(current().px(_NAV_WIDTH))
        return nav

    def _elsewhere(self) -> Card:
        card = Card(tr("Kept on pages of their own"))
        go = self._context.go
        sites = trailing(outlined(tr("Sites, units, streets"), partial(go, "registers"), icon="chevron-right"))
        lists = trailing(outlined(tr("Checklists"), partial(go, "checklists"), icon="chevron-right"))
        card.add(flowing(sites, lists))
        return card

    def _back_up(self) -> None:
        if self.data:
            self.data.ask_back_up()


_ICONS = {
    "person": "user",
    "look": "eye",
    "recording": "clipboard-check",
    "photos": "image",
    "papers": "hash",
    "scoring": "calculator",
    "calendar": "calendar-days",
    "pins": "lock",
    "data": "hard-drive",
    "about": "info",
}


def _sections() -> list[tuple[str, str]]:
    return [
        ("person", tr("Person")),
        ("look", tr("Display and text")),
        ("recording", tr("Recording")),
        ("photos", tr("Photos")),
        ("papers", tr("Numbers and papers")),
        ("scoring", tr("Scoring")),
        ("calendar", tr("Work calendar")),
        ("pins", tr("PINs and callers")),
        ("data", tr("Data and backup")),
        ("about", tr("About")),
    ]


def _wide(mode: LayoutMode) -> bool:
    return mode is LayoutMode.WIDE
