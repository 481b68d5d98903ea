"""今日 in SQL that every driver understands: the start asks it before SQLAlchemy is loaded (decisions/0007)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from inspector.domain.findings import ANSWERED, HANDED_OVER, OPEN, OWED, FindingStatus
from inspector.domain.settings import DEFAULTS
from inspector.domain.today import DRAFTS, NEXT_SITES, SOON_DAYS, Draft, Late, NextSite, Rate, Today, UnitDue


class Ask(Protocol):
    """Runs a statement with named parameters (`:name`) and gives its rows."""

    def __call__(self, sql: str, **given: object) -> Sequence[Sequence[Any]]: ...


def _any_of(statuses: Iterable[FindingStatus]) -> str:
    return ", ".join(f"'{status}'" for status in sorted(statuses))


_VISITED = "SELECT site FROM inspection WHERE deleted = false AND finished_at IS NOT NULL AND round = :round"
_BEGUN = "SELECT site FROM inspection WHERE deleted = false AND finished_at IS NULL"

_ROUND = "SELECT value FROM setting WHERE name = 'round' AND deleted = false"

# Nearly all findings are closed some day, and SQLite counts a whole table much faster than a part of it: the closed
# are what is left over.
_ALL = "SELECT count(*) FROM finding"
_MOVING = set(FindingStatus) - {FindingStatus.CLOSED}
_NOT_CLOSED = f"""
    SELECT status, deleted, count(*) FROM finding WHERE status IN ({_any_of(_MOVING)}) GROUP BY status, deleted"""
_CLOSED_AND_DELETED = "SELECT count(*) FROM finding WHERE status = 'closed' AND deleted = true"

_WAITING_UNITS = "SELECT count(DISTINCT unit) FROM finding WHERE status = 'to_dispatch' AND deleted = false"
_WITHOUT_PHOTO = """
    SELECT count(*) FROM finding f WHERE f.status = 'to_dispatch' AND f.deleted = false
    AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.finding = f.id AND p.deleted = false)"""

_DUE = f"""
    SELECT unit, sum(CASE WHEN due_on < :today THEN 1 ELSE 0 END), sum(CASE WHEN due_on < :today THEN 0 ELSE 1 END)
    FROM finding WHERE status IN ({_any_of(OWED)}) AND deleted = false AND due_on <= :soon GROUP BY unit"""
_UNITS = "SELECT id, name FROM unit WHERE deleted = false"

# Each state begins with its own earliest deadline in the index.
_FIRST_LATE = " UNION ALL ".join(
    f"""SELECT * FROM (SELECT due_on, id FROM finding WHERE status = '{status}' AND deleted = false AND due_on < :today
    ORDER BY due_on, id LIMIT 1) AS first_{status}"""
    for status in sorted(OWED)
)
_WORST = f"""
    SELECT coalesce(nullif(u.name, ''), s.name, ''), f.text, f.due_on
    FROM ({_FIRST_LATE}) AS late JOIN finding f ON f.id = late.id
    LEFT JOIN unit u ON u.id = f.unit LEFT JOIN street s ON s.id = f.street
    ORDER BY late.due_on, late.id LIMIT 1"""

_SITES = "SELECT count(*) FROM site WHERE deleted = false"
_SITES_VISITED = f"SELECT count(*) FROM site WHERE deleted = false AND id IN ({_VISITED})"
_NEXT = f"""
    SELECT s.id, s.name, coalesce(k.name, s.kind), coalesce(t.name, ''), s.waiting, s.seen
    FROM (
        SELECT id, name, kind, street,
            (SELECT count(*) FROM finding f WHERE f.site = site.id AND f.status IN ({_any_of(OPEN)})
                AND f.deleted = false) AS waiting,
            (SELECT max(i.started_at) FROM inspection i WHERE i.site = site.id AND i.deleted = false
                AND i.finished_at IS NOT NULL) AS seen
        FROM site WHERE deleted = false AND id NOT IN ({_VISITED}) AND id NOT IN ({_BEGUN})
        ORDER BY waiting DESC, coalesce(seen, ''), name LIMIT {NEXT_SITES}
    ) AS s LEFT JOIN site_kind k ON k.code = s.kind AND k.deleted = false LEFT JOIN street t ON t.id = s.street
    ORDER BY s.waiting DESC, coalesce(s.seen, ''), s.name"""  # fmt: skip

_DRAFTS = f"""
    SELECT i.id, s.name, coalesce(k.name, s.kind) FROM inspection i JOIN site s ON s.id = i.site
    LEFT JOIN site_kind k ON k.code = s.kind AND k.deleted = false
    WHERE i.deleted = false AND i.finished_at IS NULL ORDER BY i.started_at DESC LIMIT {DRAFTS}"""


def read_today(ask: Ask, at: datetime) -> Today:
    """The home page as of `at`; how far the drafts are is not among it, for that takes their checklists."""
    counts = _by_status(ask)
    handed_over = sum(counts.get(status, 0) for status in HANDED_OVER)
    due = _due_by_unit(ask, at.date())
    round_name = next((str(value) for (value,) in ask(_ROUND)), DEFAULTS["round"])
    return Today(
        drafts=tuple(Draft(*row) for row in ask(_DRAFTS)),
        to_dispatch=counts.get(FindingStatus.TO_DISPATCH, 0),
        to_dispatch_units=_number(ask(_WAITING_UNITS)),
        to_dispatch_without_photo=_number(ask(_WITHOUT_PHOTO)),
        overdue=sum(unit.overdue for unit in due),
        worst_overdue=_worst(ask, at.date()),
        due_by_unit=due,
        sites_visited=Rate(_number(ask(_SITES_VISITED, round=round_name)), _number(ask(_SITES))),
        replied=Rate(sum(counts.get(status, 0) for status in ANSWERED), handed_over),
        closed=Rate(counts.get(FindingStatus.CLOSED, 0), handed_over),
        next_sites=_next_sites(ask, round_name),
        as_of=at,
        round=round_name,
        to_recheck=counts.get(FindingStatus.REPLIED, 0),
    )


def _by_status(ask: Ask) -> dict[FindingStatus, int]:
    moving = ask(_NOT_CLOSED)
    closed = _number(ask(_ALL)) - sum(count for *_, count in moving) - _number(ask(_CLOSED_AND_DELETED))
    return {FindingStatus(status): count for status, deleted, count in moving if not deleted} | {
        FindingStatus.CLOSED: closed
    }


def _due_by_unit(ask: Ask, today: date) -> tuple[UnitDue, ...]:
    names = {unit: name for unit, name in ask(_UNITS)}
    soon = (today + timedelta(days=SOON_DAYS)).isoformat()
    rows = ask(_DUE, today=today.isoformat(), soon=soon)
    due = (UnitDue(unit, names.get(unit, ""), late, near) for unit, late, near in rows)
    return tuple(sorted(due, key=lambda unit: (-unit.overdue, -unit.soon, unit.name)))


def _worst(ask: Ask, today: date) -> Late | None:
    found = ask(_WORST, today=today.isoformat())
    return next((Late(who, text, (today - date.fromisoformat(due)).days) for who, text, due in found), None)


def _next_sites(ask: Ask, round_name: str) -> tuple[NextSite, ...]:
    return tuple(
        NextSite(site, name, kind, street, waiting, datetime.fromisoformat(seen) if seen else None)
        for site, name, kind, street, waiting, seen in ask(_NEXT, round=round_name)
    )


def _number(rows: Sequence[Sequence[Any]]) -> int:
    return int(rows[0][0])
