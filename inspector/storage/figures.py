"""统计 in SQL: one pass over the findings asked for, grouped; the same rules as `inspector.domain.figures`."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.figures import ANSWERED, HANDED_OVER, OWED, RECEIVED, Counts, FiguresQuery, Grouping, PeriodOf
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.replies import Outcome, Reply
from inspector.storage import ledger_queries
from inspector.storage.rows import table_of

_finding, _dispatch = table_of(Finding), table_of(Dispatch)
_reply, _recheck = table_of(Reply), table_of(Recheck)

_KEYS = {
    Grouping.UNIT: _finding.c.unit,
    Grouping.STREET: _finding.c.street,
    Grouping.KIND: _finding.c.kind,
    Grouping.ITEM: _finding.c.item,
}

Condition = sa.ColumnElement[bool]


class FiguresStore:
    """Counts findings by group."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def by_group(self, asked: FiguresQuery, today: date) -> dict[str, tuple[Counts, int]]:
        """Key of the group ("" for none) → its counts, and how many inspections its findings come from."""
        rows = self._connection.execute(_by_group(asked, today))
        return {key or "": (Counts(*map(int, counts)), int(visits)) for key, visits, *counts in rows}


def _by_group(asked: FiguresQuery, today: date) -> sa.Select[Any]:
    key = _KEYS[asked.by]
    answers, looks = _standing_answers(), _looks()
    sources = (
        _finding.outerjoin(_dispatch, _dispatch.c.id == _finding.c.dispatch)
        .outerjoin(answers, answers.c.finding == _finding.c.id)
        .outerjoin(looks, looks.c.finding == _finding.c.id)
    )
    visits = sa.func.count(sa.distinct(sa.func.nullif(_finding.c.inspection, "")))
    query = sa.select(key, visits, *_sums(answers, looks, today)).select_from(sources)
    return query.where(~_finding.c.deleted, _in(HANDED_OVER), *_period(asked), *_within(asked)).group_by(key)


def _sums(answers: sa.Subquery, looks: sa.Subquery, today: date) -> list[sa.ColumnElement[int]]:
    """The counts in the order of `Counts`."""
    f = _finding.c
    is_due = sa.and_(f.due_on < today.isoformat(), f.status != str(FindingStatus.PARKED))
    is_closed = f.status == str(FindingStatus.CLOSED)
    overdue = sa.and_(f.due_on < today.isoformat(), _in(OWED))
    return [
        sa.func.count(),
        _number(_in(RECEIVED)),
        _number(_in(ANSWERED)),
        _number(is_due),
        _number(sa.and_(is_due, _in(ANSWERED), answers.c.day <= f.due_on)),
        sa.func.coalesce(sa.func.sum(looks.c.looks), 0),
        sa.func.coalesce(sa.func.sum(looks.c.passed), 0),
        _number(is_closed),
        _number(overdue),
        _number(sa.and_(is_closed, f.id.in_(_came_back()))),
    ]


def _standing_answers() -> sa.Subquery:
    """Finding → the day of its unit's first "done" after the last look that sent it back."""
    said = sa.type_coerce(_reply.c.said, sa.JSON)
    outcome, unread = said["outcome"].as_string(), said["outcome_words"].as_string()
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


def _looks() -> sa.Subquery:
    """Finding → how often it was looked at, and how often it passed."""
    seen = _recheck.c.result != str(RecheckResult.UNSEEN)
    passed = _number(_recheck.c.result == str(RecheckResult.PASSED))
    query = sa.select(_recheck.c.finding, sa.func.count().label("looks"), passed.label("passed"))
    return query.where(seen, ~_recheck.c.deleted).group_by(_recheck.c.finding).subquery()


def _came_back() -> sa.Select[Any]:
    later = _finding.alias("later")
    is_void = later.c.status == str(FindingStatus.VOID)
    return sa.select(later.c.recurrence_of).where(later.c.recurrence_of != "", ~later.c.deleted, ~is_void)


def _period(asked: FiguresQuery) -> list[Condition]:
    day = _dispatch.c.issued_on if asked.period_of is PeriodOf.DISPATCHED else _finding.c.found_at
    where: list[Condition] = []
    if asked.first:
        where.append(day >= asked.first.isoformat())
    if asked.last:
        where.append(day < (asked.last + timedelta(days=1)).isoformat())
    return where


def _within(asked: FiguresQuery) -> list[Condition]:
    if asked.within is None:
        return []
    return [_finding.c.id.in_(ledger_queries.ids(asked.within).order_by(None))]


def _in(states: frozenset[FindingStatus]) -> Condition:
    return _finding.c.status.in_(sorted(map(str, states)))


def _number(condition: Condition) -> sa.ColumnElement[int]:
    """How many rows fulfil it."""
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
