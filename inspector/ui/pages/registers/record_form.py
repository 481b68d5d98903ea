"""The form of one record; each field tells its value when it is left."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.replies import read_date
from inspector.domain.sites import SiteKind
from inspector.domain.units import UnitGroup
from inspector.services.register_overview import Overview
from inspector.ui.pages.registers.fields import FieldSpec, fields_of
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import FormRow, LineField, NoteField
from inspector.ui.widgets.search_combo import SearchCombo
from inspector.ui.widgets.tags_field import TagsField

_SHORTEST_CHOICE = 6
_YEAR = re.compile(r"(19|20)\d\d")


class RecordForm(QWidget):
    """`edited` tells the name of a field and its new value, as the record takes it."""

    edited = Signal(str, object)

    def __init__(self, cls: type[Any], *, new: bool) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._specs = fields_of(cls, new=new)
        self.rows = {spec.name: FormRow(spec.words, self._editor(spec)) for spec in self._specs}
        self.setLayout(down(*self.rows.values(), gap=10))

    def show_record(self, overview: Overview, record: Any) -> None:
        """Show the values; a field somebody is writing in keeps what is written."""
        self._overview = overview
        for spec in self._specs:
            row = self.rows[spec.name]
            _show(row.field, spec, overview, record)
            row.show_hint(spec.hint(overview, record))

    def show_problem(self, name: str, words: str) -> None:
        """Say at that field what is wrong; every other field is in order."""
        for each, row in self.rows.items():
            row.show_problem(words if each == name else "")

    def first(self) -> QWidget:
        """The field to begin with."""
        return next(iter(self.rows.values())).field

    def _editor(self, spec: FieldSpec) -> QWidget:
        if spec.editor == "choice":
            return self._choice(spec)
        if spec.editor == "tags":
            tags = TagsField(spec.words)
            tags.changed.connect(lambda texts: self.edited.emit(spec.name, texts))
            return tags
        if spec.editor in {"note", "lines"}:
            note = NoteField(spec.words)
            note.committed.connect(lambda text: self._take(spec, text))
            return note
        line = LineField(spec.words)
        line.committed.connect(lambda text: self._take(spec, text))
        return line

    def _choice(self, spec: FieldSpec) -> Combo:
        made = SearchCombo(tr("Name, pinyin or initials"), self._spell, clears=True) if spec.long else Combo()
        made.setAccessibleName(spec.words)
        made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(_SHORTEST_CHOICE)
        made.chosen.connect(lambda value: self.edited.emit(spec.name, _choice_value(spec.name, value)))
        return made

    def _spell(self, learn: Callable[[Mapping[str, str]], object]) -> None:
        """What entries are found by; kinds are named by their code."""
        if overview := self._overview:
            kinds = {kind.code: overview.findable[entity] for entity, kind in overview.records[SiteKind].items()}
            learn({**overview.findable, **kinds})

    def _take(self, spec: FieldSpec, text: str) -> None:
        read: dict[str, Callable[[str], Any]] = {"number": _number, "whole": _whole, "lines": _lines, "day": _day}
        try:
            value = read.get(spec.editor, str)(text)
        except ValueError:
            is_day = spec.editor == "day"
            words = tr("“{text}” is not a day", text=text) if is_day else tr("“{text}” is not a number", text=text)
            self.show_problem(spec.name, words)
            return
        self.edited.emit(spec.name, value)


def _show(field: QWidget, spec: FieldSpec, overview: Overview, record: Any) -> None:
    value = getattr(record, spec.name)
    if isinstance(field, Combo):
        field.offer(spec.choices(overview, record), str(value))
    elif isinstance(field, TagsField):
        if field.texts != value:
            field.show_texts(value)
    elif isinstance(field, LineField | NoteField):
        field.show_text(_text(value))


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return "\n".join(value)
    return "" if value is None else f"{value:.10g}" if isinstance(value, float) else str(value)


def _choice_value(name: str, value: str) -> str:
    return UnitGroup(value) if name == "group" else value


def _number(text: str) -> float | None:
    return float(text) if text else None


def _whole(text: str) -> int:
    return int(text) if text else 0


def _day(text: str) -> date | None:
    """A whole day with its year, however it is separated."""
    day = read_date(text, date.min) if _YEAR.search(text) else None
    if text and day is None:
        raise ValueError(text)
    return day


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.splitlines())))
