"""The head of the page with its deeds, and the foot that says how many are ticked."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from inspector.ui.pages.registers.tables import Register
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, sheet
from inspector.ui.widgets.buttons import filled, icon_button, outlined, quiet
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.search_field import SearchField


class Toolbar(QFrame):
    """Signals tell which deed is wanted."""

    add_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    template_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField(tr("Name, pinyin, initials, address"), key="Ctrl F")
        self.saved = SavedMark()
        self.take_in = outlined(tr("Import"), self.import_wanted.emit, icon="upload", keys="I")
        self.export = outlined(tr("Export"), self.export_wanted.emit, icon="file-spreadsheet", keys="E")
        self.more = icon_button("ellipsis", tr("More"), self._open_menu)
        self.add = filled("", self.add_wanted.emit, icon="plus", keys="Ctrl N")
        self.menu = QMenu(self)
        self.head = PageHead(
            tr("Registers"),
            tr("Saved as you change it"),
            self.saved,
            self.search,
            self.take_in,
            self.export,
            self.more,
            self.add,
        )
        self._files: list[QWidget] = [self.take_in, self.export]
        self.setLayout(down(self.head, gap=0))
        self._fill_menu()

    def show_register(self, register: Register, mode: LayoutMode, *, is_empty: bool, trash: bool) -> None:
        """Deeds of this register; where there is little room the files are under more. While the register is empty
        its steps lead on, in the trash restoring does.
        """
        self.add.setText(f" {register.add}")
        self.add.setAccessibleName(register.add)
        self.add.setVisible(not is_empty and not trash)
        for widget in self._files:
            widget.setVisible(register.from_files and mode is LayoutMode.WIDE)
        self.more.setVisible(register.from_files)
        self.saved.setVisible(mode is LayoutMode.WIDE)

    def _fill_menu(self) -> None:
        deeds: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("Take in a file"), self.import_wanted.emit),
            (tr("Export to Excel"), self.export_wanted.emit),
            (tr("Empty table to fill in"), self.template_wanted.emit),
        )
        for words, act in deeds:
            self.menu.addAction(words).triggered.connect(lambda _=False, act=act: act())

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class TickedBar(QWidget):
    """The foot: keys, and what can be done with the ticked entries."""

    remove_wanted = Signal()
    restore_wanted = Signal()
    untick_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", bold=True)
        self.untick = quiet(tr("Untick all"), self.untick_wanted.emit)
        self.remove = outlined("", self.remove_wanted.emit, icon="trash", keys="Delete")
        self.restore = outlined("", self.restore_wanted.emit, icon="rotate-ccw")
        hints = [("↑ ↓", tr("choose")), ("Enter", tr("change")), ("Space", tr("tick")), ("Ctrl A", tr("all"))]
        self._bar = FootBar(hints, self.remove, self.restore, left=(self.words, self.untick))
        self.setLayout(down(sheet(down(self._bar, gap=0), "clear"), gap=0))
        self.show_ticked(0, trash=False)

    def show_ticked(self, number: int, *, trash: bool) -> None:
        """Say how many are ticked, and offer what can be done with them."""
        self.words.setText(tr("{n} ticked", n=number))
        self.remove.setText(f" {tr('Move {n} to the trash', n=number)}")
        self.restore.setText(f" {tr('Restore {n}', n=number)}")
        for part in (self.words, self.untick):
            part.setVisible(bool(number))
        self.remove.setVisible(bool(number) and not trash)
        self.restore.setVisible(bool(number) and trash)
