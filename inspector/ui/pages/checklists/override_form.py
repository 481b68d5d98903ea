"""What this district may want otherwise of an item; each field says what the list itself says once it differs."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.checklists import Item
from inspector.domain.judging_types import notation
from inspector.domain.overrides import Override
from inspector.ui.pages.checklists.item_words import field_words, photo_words, value_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import FormRow, LineField

FIELDS = ("judging", "weight", "time_limit", "unit_rule", "veto", "photo_required")


class OverrideForm(QWidget):
    """`changed` tells the whole override, or None when nothing differs from the list any more."""

    changed = Signal(object)

    def __init__(self, checklist: str, published: Item, shown: Item, override: Override | None) -> None:
        super().__init__()
        self._published = published
        self._override = override or Override(checklist, published.code)
        self.rows = {name: FormRow(field_words(name), self._editor(name, shown)) for name in FIELDS}
        self.reason = LineField(tr("Reason"), self._override.reason)
        self.rows["reason"] = FormRow(tr("Reason"), self.reason)
        self.setLayout(down(*self.rows.values(), gap=10))
        self.rows["reason"].setVisible(override is not None)
        self.reason.committed.connect(lambda text: self._tell(replace(self._override, reason=text)))
        for name in FIELDS:
            if getattr(self._override, name) is not None:
                original = value_words(name, _plain(published, name))
                self.rows[name].show_hint(tr("The list says: {value}", value=original))

    def set_value(self, name: str, text: str) -> None:
        """A field was left with this text; what the list says itself is no override."""
        value: Any = text
        if name == "weight":
            if not text.isdecimal():
                self.show_problem(name, tr("Write a whole number"))
                return
            value = int(text)
        if name == "photo_required":
            value = text == "yes"
        kept = None if value == _plain(self._published, name) else value
        changes: dict[str, Any] = {name: kept}
        self._tell(replace(self._override, **changes))

    def show_problem(self, name: str, words: str) -> None:
        """Say at that field what is wrong."""
        for each, row in self.rows.items():
            row.show_problem(words if each == name else "")

    def _tell(self, override: Override) -> None:
        if override != self._override:
            self._override = override
            differs = any(getattr(override, name) is not None for name in FIELDS)
            self.changed.emit(override if differs else None)

    def _editor(self, name: str, shown: Item) -> QWidget:
        value = _plain(shown, name)
        if name == "photo_required":
            made = Combo([("yes", photo_words(True)), ("no", photo_words(False))], "yes" if value else "no")
            made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            made.setMinimumContentsLength(6)
            made.setAccessibleName(field_words(name))
            made.chosen.connect(lambda text: self.set_value(name, text))
            return made
        line = LineField(field_words(name), str(value), tr("No red line") if name == "veto" else "")
        line.committed.connect(lambda text: self.set_value(name, text))
        return line


def _plain(item: Item, name: str) -> str | int | bool:
    if name == "judging":
        return notation(item.judging)
    value: str | int | bool = getattr(item, name)
    return value
