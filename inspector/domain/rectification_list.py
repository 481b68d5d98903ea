"""整改清单 and 交办汇总: what leaves for a unit and for the office, as plain records without a database."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListRow:
    """One finding in the list of one unit.

    `photos` are the SHA-256 of the list pictures (about 800 px, no EXIF), in the order they are shown.
    `lead_unit` is filled when the unit this list goes to only helps (配合单位); `co_units` names the helpers.
    """

    finding_id: str
    no: str
    seq: int
    kind_name: str
    site_name: str
    text: str
    location: str = ""
    photos: tuple[str, ...] = ()
    requirement: str = ""
    time_limit: str = ""
    due_on: date | None = None
    revision: str = ""
    lead_unit: str = ""
    co_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RectificationList:
    """The list of one unit in one dispatch. `number` is the document number, for example 创城办〔2026〕12号."""

    dispatch_id: str
    unit_id: str
    unit_name: str
    number: str
    title: str
    issuer: str
    issued_on: date
    reply_by: date
    rows: tuple[ListRow, ...] = ()
    issued_by: str = ""
    revision: str = ""
    """`list_revision` of its rows."""


@dataclass(frozen=True, slots=True)
class DispatchSummary:
    """All lists of one dispatch, for the office that sends them."""

    dispatch_id: str
    number: str
    title: str
    issuer: str
    issued_on: date
    reply_by: date
    lists: tuple[RectificationList, ...] = ()
    issued_by: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a dispatch falls to one unit, kind or deadline; helpers (配合单位) are counted apart."""

    name: str
    findings: int
    helping: int
    photos: int
    units: tuple[str, ...]
    first_due: date | None
    last_due: date | None


def list_revision(rows: Iterable[ListRow]) -> str:
    """One value for the versions of all findings in a list: one written again after a change has another."""
    told = "\n".join(f"{row.finding_id} {row.revision}" for row in rows)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def row_mark(dispatch_id: str, finding_id: str, revision: str) -> str:
    """What the hidden column of a list holds: finding, revision and a check value over both and the dispatch.

    It tells a row of this dispatch from one that was edited or belongs to another; it is not a secret (threats.md 47).
    """
    check = hashlib.sha256(f"{dispatch_id}\n{finding_id}\n{revision}".encode()).hexdigest()[:16]
    return f"{finding_id}:{revision}:{check}"


def read_row_mark(dispatch_id: str, mark: str) -> tuple[str, str] | None:
    """(finding id, revision) of a mark that `row_mark` made for this dispatch, None for any other text."""
    parts = mark.strip().split(":")
    if len(parts) != 3 or row_mark(dispatch_id, parts[0], parts[1]) != ":".join(parts):
        return None
    return parts[0], parts[1]


def shares_by_unit(summary: DispatchSummary) -> tuple[Share, ...]:
    """One share per list, in the order of the lists, units without findings included."""
    return tuple(_share(one.unit_name, ((one.unit_name, row) for row in one.rows)) for one in summary.lists)


def shares_by_kind(summary: DispatchSummary) -> tuple[Share, ...]:
    """One share per kind of site, the largest first."""
    by_kind: dict[str, list[tuple[str, ListRow]]] = {}
    for unit, row in _led(summary):
        by_kind.setdefault(row.kind_name, []).append((unit, row))
    shares = [_share(name, rows) for name, rows in by_kind.items()]
    return tuple(sorted(shares, key=lambda share: (-share.findings, share.name)))


def shares_by_deadline(summary: DispatchSummary) -> tuple[Share, ...]:
    """One share per deadline, the nearest first; findings without a date by the words of their time limit, last."""
    by_due: dict[tuple[date, str], list[tuple[str, ListRow]]] = {}
    for unit, row in _led(summary):
        key = (row.due_on, "") if row.due_on else (date.max, row.time_limit)
        by_due.setdefault(key, []).append((unit, row))
    return tuple(_share(words, by_due[due, words]) for due, words in sorted(by_due))


def _led(summary: DispatchSummary) -> list[tuple[str, ListRow]]:
    """Each finding once, with the unit that leads: the rows of helpers repeat what stands in another list."""
    return [(one.unit_name, row) for one in summary.lists for row in one.rows if not row.lead_unit]


def _share(name: str, rows: Iterable[tuple[str, ListRow]]) -> Share:
    held = list(rows)
    led = [row for _, row in held if not row.lead_unit]
    due = [row.due_on for _, row in held if row.due_on]
    return Share(
        name=name,
        findings=len(led),
        helping=len(held) - len(led),
        photos=sum(len(row.photos) for row in led),
        units=tuple(dict.fromkeys(unit for unit, _ in held)),
        first_due=min(due, default=None),
        last_due=max(due, default=None),
    )
