"""The body of the page in one, two or three columns: sections, items, and the editor or a panel."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.services.sheets import Sheet
from inspector.ui.pages.record.item_editor import ItemEditor
from inspector.ui.pages.record.item_list import ItemList
from inspector.ui.pages.record.sections import BEFORE, section_of, sections_of
from inspector.ui.pages.record.side_panel import SidePanel
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, scrolling, sheet
from inspector.ui.widgets.buttons import quiet
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.widgets.side_list import SideList

_SIDE, _ITEMS, _ITEMS_IN_TWO, _ITEMS_LEAST = 184, 420, 368, 240
_EDITOR_IN_TWO = 520
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX


class Columns(QWidget):
    """`section_chosen` tells a section a person pressed, or `BEFORE`."""

    section_chosen = Signal(str)
    editor_shown = Signal()

    def __init__(self, editor: ItemEditor, show_walk: Callable[[], object]) -> None:
        super().__init__()
        self._mode = LayoutMode.WIDE
        self._walk_words = ""
        self._offered: list[tuple[str, str]] = []
        self.editor = editor
        self.panel = SidePanel()
        self.items = ItemList()
        self.sections = SideList()
        self.choice = Combo()
        self.choice.setAccessibleName(tr("Section of the checklist"))
        self.choice.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.walk = wrapping("", "sm", "text2")
        self.right = QStackedWidget()
        for page in (self.editor, self.panel):
            self.right.addWidget(page)

        head = across(
            icon_label("footprints", "accent_ink", 16), label(tr("Walk rule"), "sm", "accent", bold=True), STRETCH
        )
        self._walk_card = sheet(down(head, self.walk, gap=4, margins=(12, 12, 12, 12)), "note")
        side_rows = down(self.sections, STRETCH, down(self._walk_card, margins=(12, 0, 12, 12)), gap=0)
        self._side = sheet(down(scrolling(side_rows), gap=0), "left")
        self._side.setFixedWidth(current().px(_SIDE))
        self._chooser = sheet(
            across(
                Grow(self.choice), quiet(tr("Walk rule"), show_walk, icon="footprints"), gap=4, margins=(12, 4, 8, 4)
            ),
            "head",
        )
        self._middle = sheet(down(self._chooser, Grow(self.items), gap=0), "left")
        self.setLayout(across(self._side, self._middle, hairline(vertical=True), Grow(self.right), gap=0))
        self.sections.chosen.connect(self.section_chosen)
        self.choice.chosen.connect(self.section_chosen)
        self.panel.closed.connect(self.show_editor)

    def show_sheet(self, shown: Sheet, item: str) -> None:
        """Show the sheet with `item` current."""
        section = section_of(shown, item)
        sections = sections_of(shown)
        key = BEFORE if self.is_panel_shown and self.panel.title.text() == tr("Open last time") else section
        self.sections.show_sections(sections, key)
        offered = [(each.key, f"{each.words} {each.done}/{each.of}") for each in sections]
        if offered != self._offered:
            self._offered = offered
            self.choice.offer(offered, key)
        self.choice.show_value(key)
        self.items.show_sheet(shown, item)
        if shown.checklist.walk != self._walk_words:
            self._walk_words = shown.checklist.walk
            self.walk.setText(self._walk_words)
            self._walk_card.setVisible(bool(self._walk_words))

    def arrange(self, mode: LayoutMode) -> None:
        """Take the form of the window."""
        self._mode = mode
        self._side.setVisible(mode is LayoutMode.WIDE)
        self._chooser.setVisible(mode is not LayoutMode.WIDE)
        self.editor.arrange(mode)
        self._share_width()
        self.show_items(wanted=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In two columns the items leave the editor the room it needs."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if self._mode is LayoutMode.ONE:
            self._middle.setMinimumWidth(0)
            self._middle.setMaximumWidth(_ANY_WIDTH)
        elif self._mode is LayoutMode.WIDE:
            self._middle.setFixedWidth(current().px(_ITEMS))
        else:
            left = self.width() - current().px(_EDITOR_IN_TWO)
            self._middle.setFixedWidth(max(current().px(_ITEMS_LEAST), min(current().px(_ITEMS_IN_TWO), left)))

    def show_items(self, *, wanted: bool) -> None:
        """In one column the items stand in place of the editor while they are wanted."""
        one = self._mode is LayoutMode.ONE
        self._middle.setVisible(not one or wanted)
        self.right.setVisible(not one or not wanted)

    @property
    def are_items_over(self) -> bool:
        """The items hide the editor."""
        return self._mode is LayoutMode.ONE and not self._middle.isHidden()

    @property
    def is_panel_shown(self) -> bool:
        """A panel stands in place of the editor."""
        return self.right.currentWidget() is self.panel

    @property
    def panel_leads(self) -> bool:
        """The panel holds the next sensible step."""
        return self.is_panel_shown and self.panel.has_deed

    def show_panel(self) -> None:
        """Show the panel in place of the editor."""
        self.show_items(wanted=False)
        self.right.setCurrentWidget(self.panel)
        self.panel.take_keys()

    def uncover(self) -> None:
        """Show the editor when a panel or the items stand over it."""
        if self.is_panel_shown:
            self.show_editor()
        self.show_items(wanted=False)

    def show_editor(self) -> None:
        """Show the editor again."""
        self.right.setCurrentWidget(self.editor)
        self.items.setFocus()
        self.editor_shown.emit()
