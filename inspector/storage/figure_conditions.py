"""What each figure counts, as conditions over findings: the same for counting and for listing them in the ledger."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.findings import ANSWERED, HANDED_OVER, OWED, RECEIVED, Finding, FindingStatus
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.replies import Outcome, Reply
from inspector.storage.rows import table_of

_finding, _dispatch = table_of(Finding), table_of(Dispatch)
_reply, _recheck = table_of(Reply), table_of(Recheck)

Condition = sa.ColumnElement[bool]


def counted(name: str, today: date) -> list[Condition]:
    """The findings that the count of that name counts (`Counts`); none for a name nobody knows."""
    f = _finding.c
    if name not in _SIMPLE | _LINKED:
        return [sa.false()]
    where = [in_states(HANDED_OVER)]
    if name in {"due", "on_time"}:
        where.append(is_due(today))
    match name:
        case "signed":
            where.append(in_states(RECEIVED))
        case "replied":
            where.append(in_states(ANSWERED))
        case "overdue":
            where.append(is_overdue(today))
        case "closed" | "recurred":
            where.append(f.status == str(FindingStatus.CLOSED))
    return where + ([f.id.in_(_linked(name))] if name in _LINKED else [])


_SIMPLE = frozenset({"dispatched", "signed", "replied", "due", "closed", "overdue"})
_LINKED = frozenset({"on_time", "looks", "passed", "recurred"})


def _linked(name: str) -> sa.Select[Any]:
    """Ids of findings told by other records."""
    match name:
        case "on_time":
            answers = standing_answers()
            joined = answers.join(_finding, _finding.c.id == answers.c.finding)
            in_time = sa.and_(in_states(ANSWERED), answers.c.day <= _finding.c.due_on)
            return sa.select(answers.c.finding).select_from(joined).where(in_time)
        case "looks" | "passed":
            wanted = _recheck.c.result == str(RecheckResult.PASSED) if name == "passed" else seen()
            return sa.select(_recheck.c.finding).where(wanted, ~_recheck.c.deleted)
        case _:
            return came_back()


def is_due(today: date) -> Condition:
    """The deadline is over, and the finding is not parked."""
    f = _finding.c
    return sa.and_(f.due_on < today.isoformat(), f.status != str(FindingStatus.PARKED))


def is_overdue(today: date) -> Condition:
    """Past the deadline and still owed."""
    return sa.and_(_finding.c.due_on < today.isoformat(), in_states(OWED))


def seen() -> Condition:
    """A look that saw something."""
    return _recheck.c.result != str(RecheckResult.UNSEEN)


def in_states(states: frozenset[FindingStatus]) -> Condition:
    """In one of these states."""
    return _finding.c.status.in_(sorted(map(str, states)))


def issued_between(first: date | None, last: date | None) -> list[Condition]:
    """Dispatched on these days, by the finding's dispatch."""
    if first is None and last is None:
        return []
    dispatches = sa.select(_dispatch.c.id).where(*days(_dispatch.c.issued_on, first, last))
    return [_finding.c.dispatch.in_(dispatches)]


def days(column: sa.ColumnElement[Any], first: date | None, last: date | None) -> list[Condition]:
    """From the first to the last day, both within."""
    where: list[Condition] = []
    if first:
        where.append(column >= first.isoformat())
    if last:
        where.append(column < (last + timedelta(days=1)).isoformat())
    return where


def standing_answers() -> sa.Subquery:
    """Finding → the day of its unit's first "done" after the last look that sent it back."""
    said = sa.type_coerce(_reply.c.said, sa.JSON)
    # What a reply leaves unsaid does not stand in the file at all.
    outcome, unread = (sa.func.coalesce(said[name].as_string(), "") for name in ("outcome", "outcome_words"))
    shown = sa.or_(said["done_on"].as_string().is_not(None), _reply.c.photos != "[]")
    done = sa.or_(outcome == str(Outcome.DONE), sa.and_(outcome == str(Outcome.UNSAID), unread == "", shown))
    failed = (
        sa.select(_recheck.c.finding, sa.func.max(_recheck.c.at).label("at"))
        .where(_recheck.c.result == str(RecheckResult.FAILED), ~_recheck.c.deleted)
        .group_by(_recheck.c.finding)
        .subquery()
    )
    sources = _reply.join(_finding, sa.and_(_finding.c.id == _reply.c.finding, _finding.c.unit == _reply.c.unit))
    return (
        sa.select(_reply.c.finding, sa.func.min(sa.func.substr(_reply.c.received_at, 1, 10)).label("day"))
        .select_from(sources.outerjoin(failed, failed.c.finding == _reply.c.finding))
        .where(~_reply.c.deleted, done, _reply.c.received_at > sa.func.coalesce(failed.c.at, ""))
        .group_by(_reply.c.finding)
        .subquery()
    )


def came_back() -> sa.Select[Any]:
    """Ids of findings to which a later one links."""
    later = _finding.alias("later")
    is_void = later.c.status == str(FindingStatus.VOID)
    return sa.select(later.c.recurrence_of).where(later.c.recurrence_of != "", ~later.c.deleted, ~is_void)
