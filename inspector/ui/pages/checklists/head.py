"""The head of the page: search, files, and over the items which list and version is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from inspector.services.checklists import ChecklistTitle
from inspector.ui.pages.checklists.item_words import rule_words
from inspector.ui.pages.checklists.library import Opened
from inspector.ui.pages.checklists.shelf_list import title_facts
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.buttons import filled, icon_button, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.labels import ElidingLabel, icon_label, wrapping
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.search_field import SearchField

Deed = tuple[str, Callable[[], object]]


class Head(QFrame):
    """`take_in` and `export` are its buttons, `deeds` the entries of its menu."""

    def __init__(
        self, saved: SavedMark, take_in: Callable[[], object], export: Callable[[], object], deeds: Sequence[Deed]
    ) -> None:
        super().__init__()
        self.search = SearchField(tr("Search all items"), key="Ctrl F")
        self.saved = saved
        self.export = outlined(tr("Export"), export, icon="file-spreadsheet", keys="E")
        self.more = icon_button("ellipsis", tr("More"), self._open_menu)
        self.take_in = filled(tr("Import"), take_in, icon="upload", keys="I")
        self.menu = QMenu(self)
        self.bar = PageHead(
            tr("Checklists"), "", self.saved, self.search, self.export, self.more, self.take_in
        )  # fmt: skip
        for words, act in deeds:
            self.menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        self.setLayout(down(self.bar, gap=0))

    def show_counts(self, lists: int, items: int) -> None:
        """How much there is."""
        self.bar.show_title(tr("Checklists"), tr("{lists} lists · {items} items", lists=lists, items=items))

    def take_form(self, mode: LayoutMode) -> None:
        """Where there is little room, exporting is under more."""
        self.export.setVisible(mode is LayoutMode.WIDE)
        self.saved.setVisible(mode is LayoutMode.WIDE)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class ListHead(QFrame):
    """Which list and which version, and how it is walked. `list_chosen` and `version_chosen` tell what is wanted."""

    list_chosen = Signal(str)
    version_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self.lists = Combo()
        self.versions = Combo(compact=True)
        self.title = wrapping("", "md", bold=True)
        self.facts = ElidingLabel("", "sm", "text3")
        self.walk = wrapping("", "sm", "text2")
        self.notice = wrapping("", "sm", "text2")
        for combo, words in ((self.lists, tr("Checklists")), (self.versions, tr("Version"))):
            combo.setAccessibleName(words)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.versions.setMaximumWidth(self.versions.sizeHint().width())
        self._walk_row = QWidget()
        self._walk_row.setLayout(across(icon_label("footprints", "text3", 16), Grow(self.walk), gap=8))
        naming = down(self.title, self.facts, gap=2)
        self.setLayout(
            down(
                self.lists,
                across(Grow(naming), self.versions, gap=12),
                self._walk_row,
                self.notice,
                gap=8,
                margins=(20, 10, 16, 10),
            )
        )
        self.lists.chosen.connect(self.list_chosen)
        self.versions.chosen.connect(self.version_chosen)

    def show_lists(self, titles: Sequence[ChecklistTitle], code: str) -> None:
        """All lists, for the forms without a list at the left."""
        self.lists.offer([(title.code, f"{title.code}  {title.title}") for title in titles], code)

    def show_opened(self, opened: Opened, versions: Sequence[ChecklistTitle], mode: LayoutMode) -> None:
        """Say which list this is."""
        checklist, title = opened.published, opened.title
        named = [(each.version, tr("Version {v}", v=each.version)) for each in versions]
        self.versions.offer(named, title.version)
        self.versions.setVisible(len(versions) > 1)
        self.title.setText(checklist.title)
        self.title.setVisible(mode is LayoutMode.WIDE)
        self.lists.setVisible(mode is not LayoutMode.WIDE)
        self.facts.setText(title_facts(title))
        self.walk.setText(checklist.walk)
        self._walk_row.setVisible(bool(checklist.walk) and mode is not LayoutMode.ONE)
        rules = "；".join(rule_words(rule) for rule in checklist.finish_rules)
        told = [checklist.note, tr("Before finishing: {rules}", rules=rules) if rules else ""]
        if opened.overrides:
            told.append(tr("{n} items adjusted for this district", n=len(opened.overrides)))
        if not opened.is_newest:
            told = [tr("An older version: it is kept for the inspections made with it")]
        self.notice.setText("\n".join(filter(None, told)))
        self.notice.setVisible(bool(self.notice.text()) and mode is not LayoutMode.ONE)
