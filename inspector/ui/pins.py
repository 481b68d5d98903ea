"""The two PINs as the window sees them: where each is kept differs; how one is asked for is the same everywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit

from inspector.config.pin import KIOSK_LEAST, MOST, OFFICE_LEAST, changed_pin
from inspector.domain.errors import Refused
from inspector.ui.context import Context
from inspector.ui.error_text import in_one, said
from inspector.ui.translation import tr


@dataclass(frozen=True, slots=True)
class Pin:
    """One PIN. `change(old, new)` runs behind the window and raises `Refused`; `keep` takes its result in the window's
    thread.
    """

    title: str
    protects: str
    least: int
    is_set: bool
    change: Callable[[str, str], Any]
    keep: Callable[[Any], object]


def kiosk_pin(context: Context) -> Pin:
    """自填: ends the questionnaire people fill in themselves. It belongs to this machine."""
    kept = context.preferences.get().kiosk_pin
    return Pin(
        title=tr("PIN of the staff"),
        protects=tr("It keeps people at the table from your records: self-filled questionnaires end with it."),
        least=KIOSK_LEAST,
        is_set=bool(kept),
        change=lambda old, new: changed_pin(kept, old, new, KIOSK_LEAST),
        keep=lambda hashed: context.preferences.change(kiosk_pin=hashed),
    )


def office_pin(context: Context) -> Pin:
    """受限页面: complaints about staff. It travels with the data."""
    complaints = context.services.complaints
    return Pin(
        title=tr("PIN of the restricted view"),
        protects=tr("Complaints about staff open with it. All laptops of the office share it."),
        least=OFFICE_LEAST,
        is_set=complaints.has_pin,
        change=lambda old, new: complaints.set_pin(new, old),
        keep=context.changed,
    )


def pin_field(name: str) -> QLineEdit:
    """A field that shows dots; `name` is what a screen reader calls it."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(MOST)
    made.setAccessibleName(name)
    return made


def show_refusal(context: Context, error: Exception, problem: QLabel, field: QLineEdit) -> None:
    """Beside the field what was wrong with the PIN, which may be typed again at once; anything else as a dialog."""
    if not isinstance(error, Refused):
        context.complain(error)
        return
    problem.setText(in_one(said(error)))
    problem.show()
    field.setFocus()
    field.selectAll()
