"""设置: what is changed takes effect at once; nothing asks to be saved."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.pages.settings.cards import Cards
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import button
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead

_NAV_WIDTH = 236
_SIDE_WIDTH = 372
_KINDS = frozenset({"setting", "calendar_day"})


class SettingsPage(Page):
    """`go("settings", section=)`, a section of `_sections`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._section = ""
        self._arriving = False
        self._body = down(gap=0)
        self.sections = Combo(_sections(), "person", compact=True)
        self.sections.setAccessibleName(tr("Part of the settings"))
        self.sections.setMaximumWidth(current().px(_NAV_WIDTH))
        self.head = PageHead(tr("Settings"), tr("Takes effect at once; nothing to save"), self.sections)

        self.setLayout(down(self.head, Grow(self._body), gap=0))

        self.sections.chosen.connect(self.show_section)
        self._build()

    def open(self, **where: str) -> None:
        """Bring a section into view, the focus where somebody came to write."""
        if section := where.get("section", ""):
            self._arriving = True
            self.show_section(section)
        if data := self.cards.data:
            data.show_facts()

    def where(self) -> dict[str, str]:
        """The section that was chosen last."""
        return {"section": self._section} if self._section else {}

    def refresh(self, changed: Changed) -> None:
        """Another page or an undo changed what is shown."""
        if changed.kinds & _KINDS:
            self.cards.follow()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Navigation at the left, sample at the right, as far as they fit."""
        super().layout_changed(mode)
        self._build()

    def shortcuts(self) -> Sequence[PageKey]:
        """No key of its own but that to back up."""
        return (PageKey(("Ctrl+B",), tr("Back up now"), tr("Settings"), self._back_up),)

    def regions(self) -> Sequence[QWidget]:
        """The sections, and what the chosen one holds: that first where somebody was led to it."""
        chosen = self._nav_buttons.get(self._section) or next(iter(self._nav_buttons.values()))
        sections = self.sections if self.mode is LayoutMode.ONE else chosen
        first = self._first_of(self._section) if self._section else None
        return (first, sections) if first else (sections,)

    def show_section(self, section: str) -> None:
        """Scroll to that card, as soon as it is there."""
        self._section = section
        card = self.cards.by_section.get(section)
        if card is None:
            return
        self._content.activate()
        self._scroll.verticalScrollBar().setValue(card.y() - current().gap(20))
        for name, made in self._nav_buttons.items():
            made.setChecked(name == section)
        self.sections.show_value(section)
        if self._arriving and (first := self._first_of(section)):
            self._arriving = False
            first.setFocus()

    def _first_of(self, section: str) -> QWidget | None:
        """What Tab reaches first in a section, once its card is there."""
        card = self.cards.by_section.get(section)
        inside = card.findChildren(QWidget) if card else ()
        return next(
            (each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()), None
        )

    def _build(self) -> None:
        empty(self._body)
        self.cards = Cards(self._context, self, self.mode)
        self._content = down(STRETCH, gap=16, margins=(24, 20, 24, 20))
        self._side = down(STRETCH, gap=16, margins=(0, 20, 24, 20))
        self._scroll, self._side_area = scrolling(self._content), scrolling(self._side)
        self._side_area.setFixedWidth(current().px(_SIDE_WIDTH) + current().gap(24))
        nav = self._navigation()
        columns = QWidget()
        columns.setLayout(across(nav, Grow(self._scroll), self._side_area, gap=0))
        nav.setVisible(self.mode is not LayoutMode.ONE)
        self._side_area.setVisible(self.mode is LayoutMode.WIDE)
        self.sections.setVisible(self.mode is LayoutMode.ONE)
        self._body.addWidget(columns)
        self._context.jobs.in_slices(self._fill(self.cards), owner=self)

    def _fill(self, cards: Cards) -> Iterator[None]:
        """Put the cards in one by one, and show them together once all are there."""
        if cards is not self.cards:  # the window took another form before the first card
            return
        areas = (self._scroll, self._side_area)
        for area in areas:
            area.setUpdatesEnabled(False)
        for card, at_the_side in cards.make():
            layout = self._side if at_the_side else self._content
            layout.insertWidget(layout.count() - 1, card)
            yield
            if cards is not self.cards:  # or after it
                return
        for area in areas:
            area.setUpdatesEnabled(True)
        if self._section:
            self.show_section(self._section)

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

    def _back_up(self) -> None:
        if data := self.cards.data:
            data.ask_back_up()


_ICONS = {
    "person": "user",
    "look": "eye",
    "recording": "clipboard-check",
    "photos": "image",
    "papers": "hash",
    "scoring": "calculator",
    "survey": "message-square-text",
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
        ("survey", tr("Questionnaires")),
        ("calendar", tr("Work calendar")),
        ("pins", tr("PINs")),
        ("data", tr("Data and backup")),
        ("about", tr("About")),
    ]
