"""One item in full, and what this district wants otherwise of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from inspector.domain.checklists import Item
from inspector.domain.overrides import Override
from inspector.ui.pages.checklists.item_list import changed_state
from inspector.ui.pages.checklists.item_words import field_words, photo_words, value_words
from inspector.ui.pages.checklists.library import Opened
from inspector.ui.pages.checklists.override_form import OverrideForm
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, hairline, scrolling
from inspector.ui.widgets.buttons import icon_button, outlined
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.words.judging import judging_words
from inspector.ui.words.states import State, veto_state

_READ_ONLY = ("judging", "weight", "time_limit", "unit_rule", "veto", "photo_required")


class ItemPanel(QFrame):
    """`changed` tells an override, `dropped` the code of the item that shall be as the list says."""

    changed = Signal(Override)
    dropped = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self.form: OverrideForm | None = None
        self.drop = outlined(tr("Back to the list's own"), icon="undo-2")
        self.code = label("", "sm", "text3")
        self.close_button = icon_button("x", tr("Close"), self.closed.emit, keys="Esc")
        self._pills = across(gap=6)
        self._body: QVBoxLayout = down(gap=12, margins=(20, 4, 20, 20))
        self._area = scrolling(self._body)
        head = across(self.code, self._pills, STRETCH, self.close_button, gap=10, margins=(20, 8, 12, 0))
        self._item = ""
        self.drop.clicked.connect(lambda: self.dropped.emit(self._item))
        self.setLayout(down(head, Grow(self._area), gap=0))

    def show_item(self, opened: Opened, code: str) -> None:
        """Show an item of the opened list."""
        shown, published = opened.shown.item(code), opened.published.item(code)
        if shown is None or published is None:
            return
        top = self._area.verticalScrollBar().value() if code == self._item else 0
        self._item = code
        override = opened.overrides.get(code)
        self.code.setText(code)
        self.drop.setParent(self)
        self.drop.hide()
        empty(self._pills)
        empty(self._body)
        for state in _states(shown, override):
            self._pills.addWidget(Pill(state.words, state.tone, state.icon))
        self._body.addWidget(wrapping(shown.text, "lg", bold=True, selectable=True))
        self._body.addWidget(wrapping(judging_words(shown.judging), "sm", "text2"))
        self._show_texts(shown)
        self._body.addWidget(hairline())
        self._show_rules(opened, shown, published, override)
        self._body.addStretch(1)
        self._area.verticalScrollBar().setValue(top)

    def show_problem(self, name: str, words: str) -> None:
        """Say at a field of the form what is wrong."""
        if self.form:
            self.form.show_problem(name, words)

    def _show_texts(self, item: Item) -> None:
        for name in ("counts", "not_counted", "requirement"):
            if text := getattr(item, name):
                self._body.addLayout(_told(field_words(name), text))
        if item.phrases:
            self._body.addLayout(_told(field_words("phrases"), "\n".join(f"· {phrase}" for phrase in item.phrases)))
        if item.topics:
            self._body.addLayout(_told(field_words("topics"), "、".join(item.topics)))

    def _show_rules(self, opened: Opened, shown: Item, published: Item, override: Override | None) -> None:
        self.form = None
        if not opened.is_newest:
            for name in _READ_ONLY[1:]:
                value = photo_words(shown.photo_required) if name == "photo_required" else getattr(shown, name)
                self._body.addLayout(_told(field_words(name), value_words("", value)))
            return
        self._body.addWidget(wrapping(tr("What this district wants"), "md", bold=True))
        words = tr("Used from the next inspection on; the published list stays as it is")
        self._body.addWidget(wrapping(words, "sm", "text3"))
        self.form = OverrideForm(opened.published.code, published, shown, override)
        self.form.changed.connect(self._tell)
        self._body.addWidget(self.form)
        if override:
            self._body.addWidget(self.drop)
            self.drop.show()

    def _tell(self, override: Override | None) -> None:
        if override:
            self.changed.emit(override)
        else:
            self.dropped.emit(self._item)


def _states(item: Item, override: Override | None) -> list[State]:
    return [*((veto_state(),) if item.veto else ()), *((changed_state(),) if override else ())]


def _told(head: str, text: str) -> QVBoxLayout:
    return down(wrapping(head, "sm", "text3"), wrapping(text, selectable=True), gap=2)
