"""Fields of any kind as texts, so that a form that was begun can be kept and shown again."""

from collections.abc import Callable, Mapping
from datetime import date

from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import LineField, NoteField
from inspector.ui.widgets.switch import Switch

Field = LineField | NoteField | Combo | DayField | Switch
_ON = "on"


def values_of(fields: Mapping[str, Field]) -> dict[str, str]:
    """Name → what the field says; an empty one is left out."""
    return {name: value for name, field in fields.items() if (value := value_of(field))}


def value_of(field: Field) -> str:
    """What the field says, "" when it says nothing."""
    if isinstance(field, Combo):
        return field.value
    if isinstance(field, DayField):
        return field.day.isoformat()
    if isinstance(field, Switch):
        return _ON if field.isChecked() else ""
    return (field.toPlainText() if isinstance(field, NoteField) else field.text()).strip()


def show_values(fields: Mapping[str, Field], values: Mapping[str, str]) -> None:
    """Show what `values_of` gave; a value nobody can choose any more is left out."""
    for name, field in fields.items():
        if name in values:
            _show(field, values[name])


def empty_values(fields: Mapping[str, Field]) -> None:
    """Let the fields say nothing; a day stays."""
    for field in fields.values():
        if not isinstance(field, DayField):
            _show(field, "")


def when_changed(field: Field, told: Callable[[], object]) -> None:
    """Call `told` whenever a person changes what the field says."""
    if isinstance(field, Combo | DayField):
        field.chosen.connect(lambda _: told())
    elif isinstance(field, Switch):
        field.clicked.connect(lambda _: told())
    else:
        field.textChanged.connect(lambda *_: told())


def _show(field: Field, value: str) -> None:
    if isinstance(field, Combo):
        if field.findData(value) >= 0:
            field.show_value(value)
    elif isinstance(field, DayField):
        field.show_day(date.fromisoformat(value))
    elif isinstance(field, Switch):
        field.setChecked(value == _ON)
    else:
        field.show_text(value)
