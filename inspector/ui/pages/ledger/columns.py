"""The columns of the ledger: what each says, by what it sorts, which are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.ledger import LedgerOrder, LedgerRow
from inspector.ui.translation import Language, language, tr
from inspector.ui.widgets.paged_model import Column
from inspector.ui.words.dates import days_left, short_date
from inspector.ui.words.states import status_state


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column by name. `fixed` ones cannot be hidden, `narrow` ones stay in the one-column form."""

    name: str
    order: LedgerOrder | None = None
    fixed: bool = False
    narrow: bool = False
    usual: bool = True


LEDGER_COLUMNS = (
    LedgerColumn("tick", fixed=True, narrow=True),
    LedgerColumn("photo", narrow=True),
    LedgerColumn("no", LedgerOrder.NUMBER),
    LedgerColumn("finding", LedgerOrder.SITE, fixed=True, narrow=True),
    LedgerColumn("street", usual=False),
    LedgerColumn("unit", LedgerOrder.UNIT),
    LedgerColumn("found", LedgerOrder.FOUND, usual=False),
    LedgerColumn("due", LedgerOrder.DUE, narrow=True),
    LedgerColumn("dispatch", usual=False),
    LedgerColumn("status", LedgerOrder.STATUS, fixed=True, narrow=True),
)
NAMES = tuple(column.name for column in LEDGER_COLUMNS)


def heads() -> dict[str, str]:
    """The head of each column."""
    return {
        "tick": "",
        "photo": tr("Photo"),
        "no": tr("Number"),
        "finding": tr("Site and problem"),
        "street": tr("Street"),
        "unit": tr("Responsible unit"),
        "found": tr("Found on"),
        "due": tr("Deadline"),
        "dispatch": tr("Dispatch number"),
        "status": tr("State"),
    }


_WIDTHS = {
    "tick": 52,
    "photo": 84,
    "no": 128,
    "finding": 0,
    "street": 112,
    "unit": 132,
    "found": 96,
    "due": 120,
    "dispatch": 176,
    "status": 112,
}
_LONG_STATES = 152
"""States are two to four characters in Chinese, and up to sixteen letters in English."""


def model_columns(today: date) -> tuple[Column[LedgerRow], ...]:
    """All columns for the model; `today` tells what is overdue."""
    words = {
        "tick": lambda row: row.no,
        "photo": lambda row: tr("{n} photos", n=row.photos),
        "no": lambda row: f"{row.no} {short_date(row.found_at.date(), today)} {row.found_by}",
        "finding": lambda row: "\n".join(filter(None, (row.text, place_words(row)))),
        "street": lambda row: row.street_name,
        "unit": lambda row: row.unit_name,
        "found": lambda row: short_date(row.found_at.date(), today),
        "due": lambda row: _due_words(row, today),
        "dispatch": lambda row: row.dispatch_number,
        "status": lambda row: status_state(row.status).words,
    }
    titles = heads()
    widths = _WIDTHS if language() is Language.CHINESE else _WIDTHS | {"status": _LONG_STATES}
    return tuple(Column(titles[name], words[name], widths[name]) for name in NAMES)


def chosen_columns(kept: Sequence[str]) -> frozenset[str]:
    """The columns a person wants to see, from what the machine remembers; the usual ones until they choose."""
    fixed = {column.name for column in LEDGER_COLUMNS if column.fixed}
    usual = {column.name for column in LEDGER_COLUMNS if column.usual}
    return frozenset(fixed | (set(kept) & set(NAMES) if kept else usual))


def shown_columns(chosen: frozenset[str], *, narrow: bool) -> frozenset[str]:
    """Of the chosen columns those that there is room for."""
    if not narrow:
        return chosen
    return chosen & {column.name for column in LEDGER_COLUMNS if column.narrow}


def place_words(row: LedgerRow) -> str:
    """The site, and where in it."""
    return " · ".join(filter(None, (row.site_name, row.location)))


def _due_words(row: LedgerRow, today: date) -> str:
    if row.due_on is None:
        return ""
    return f"{short_date(row.due_on, today)} {days_left(row.due_on, today)}"
