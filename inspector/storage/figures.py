"""统计 in SQL: one pass over the findings asked for, grouped; the same rules as `inspector.domain.figures`."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from inspector.domain.figures import Counts, FiguresQuery, Grouping, PeriodOf
from inspector.domain.findings import ANSWERED, HANDED_OVER, RECEIVED, Finding, FindingStatus
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.storage import ledger_queries
from inspector.storage.figure_conditions import (
    Condition,
    came_back,
    days,
    in_states,
    is_due,
    is_overdue,
    issued_between,
    seen,
    standing_answers,
)
from inspector.storage.rows import table_of

_finding, _recheck = table_of(Finding), table_of(Recheck)

_KEYS = {
    Grouping.UNIT: _finding.c.unit,
    Grouping.STREET: _finding.c.street,
    Grouping.KIND: _finding.c.kind,
    Grouping.ITEM: _finding.c.item,
}


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
    answers, looks = standing_answers(), _looks()
    sources = _finding.outerjoin(answers, answers.c.finding == _finding.c.id).outerjoin(
        looks, looks.c.finding == _finding.c.id
    )
    visits = sa.func.count(sa.distinct(sa.func.nullif(_finding.c.inspection, "")))
    query = sa.select(key, visits, *_sums(answers, looks, today)).select_from(sources)
    return query.where(~_finding.c.deleted, in_states(HANDED_OVER), *_period(asked), *_within(asked)).group_by(key)


def _sums(answers: sa.Subquery, looks: sa.Subquery, today: date) -> list[sa.ColumnElement[int]]:
    """The counts in the order of `Counts`."""
    f = _finding.c
    is_closed = f.status == str(FindingStatus.CLOSED)
    return [
        sa.func.count(),
        _number(in_states(RECEIVED)),
        _number(in_states(ANSWERED)),
        _number(is_due(today)),
        _number(sa.and_(is_due(today), in_states(ANSWERED), answers.c.day <= f.due_on)),
        sa.func.coalesce(sa.func.sum(looks.c.looks), 0),
        sa.func.coalesce(sa.func.sum(looks.c.passed), 0),
        _number(is_closed),
        _number(is_overdue(today)),
        _number(sa.and_(is_closed, f.id.in_(came_back()))),
    ]


def _looks() -> sa.Subquery:
    """Finding → how often it was looked at, and how often it passed."""
    passed = _number(_recheck.c.result == str(RecheckResult.PASSED))
    query = sa.select(_recheck.c.finding, sa.func.count().label("looks"), passed.label("passed"))
    return query.where(seen(), ~_recheck.c.deleted).group_by(_recheck.c.finding).subquery()


def _period(asked: FiguresQuery) -> list[Condition]:
    if asked.period_of is PeriodOf.DISPATCHED:
        return issued_between(asked.first, asked.last)
    return days(_finding.c.found_at, asked.first, asked.last)


def _within(asked: FiguresQuery) -> list[Condition]:
    if asked.within is None:
        return []
    return [_finding.c.id.in_(ledger_queries.ids(asked.within).order_by(None))]


def _number(condition: Condition) -> sa.ColumnElement[int]:
    """How many rows fulfil it."""
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
