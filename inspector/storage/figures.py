"""统计 in SQL: the findings asked for, grouped and counted; the same rules as `inspector.domain.figures`."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from inspector.domain.figures import Counts, FiguresQuery, Grouping, PeriodOf
from inspector.domain.findings import ANSWERED, HANDED_OVER, OWED, RECEIVED, Finding, FindingStatus
from inspector.domain.progress import Progress, silent
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.storage import ledger_queries
from inspector.storage.figure_conditions import (
    Condition,
    came_back,
    days,
    in_states,
    is_due,
    issued_between,
    seen,
    standing_answers,
)
from inspector.storage.ledger_words import words_in
from inspector.storage.rows import table_of

_finding, _recheck = table_of(Finding), table_of(Recheck)

Key = sa.ColumnElement[Any]


def _from_the_table(column: Key) -> Key:
    """The column so that no index seems to have it in order: going through the table as it lies and sorting what is
    counted takes half the time of leaping into it for every entry of an index.
    """
    return column.concat("")


_KEYS: dict[Grouping, Key] = {
    Grouping.UNIT: _from_the_table(_finding.c.unit),
    Grouping.STREET: _from_the_table(_finding.c.street),
    Grouping.KIND: _from_the_table(_finding.c.kind),
    Grouping.ITEM: _from_the_table(_finding.c.item),
}
_STATUS = _from_the_table(_finding.c.status)


class FiguresStore:
    """Counts findings by group."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def by_group(self, asked: FiguresQuery, today: date, progress: Progress = silent) -> dict[str, tuple[Counts, int]]:
        """Key of the group ("" for none) → its counts, and how many inspections its findings come from.

        Each part is told to `progress`, which may stop it. The findings are gone through once and put together by state
        and deadline; what else there is to count comes from the few replies, looks and links.
        """
        key, which = _KEYS[asked.by], _which(self._connection, asked)
        parts = (_by_state, _in_time, _looked_at, _recurred)
        counts: dict[str, Counts] = {}
        for number, part in enumerate(parts):
            progress(number, len(parts))
            for group, found in part(self._connection, key, which, today):
                counts[group or ""] = counts.get(group or "", Counts()) + found
        visits = self._visits(key, which)
        return {group: (found, visits.get(group, 0)) for group, found in counts.items()}

    def _visits(self, key: Key, which: list[Condition]) -> dict[str, int]:
        different = sa.func.count(sa.distinct(_finding.c.inspection))
        query = sa.select(key, different).where(*which, _finding.c.inspection != "").group_by(key)
        return {group or "": number for group, number in self._connection.execute(query)}


Found = Iterator[tuple[str | None, Counts]]


def _by_state(connection: sa.Connection, key: Key, which: list[Condition], today: date) -> Found:
    """What a finding's state and deadline tell."""
    f = _finding.c
    late = sa.func.coalesce(f.due_on < today.isoformat(), sa.false())
    query = sa.select(key, _STATUS, late, sa.func.count()).where(*which).group_by(key, _STATUS, late)
    for group, said, is_late, number in connection.execute(query):
        status = FindingStatus(said)
        yield (
            group,
            Counts(
                dispatched=number,
                signed=number if status in RECEIVED else 0,
                replied=number if status in ANSWERED else 0,
                due=number if is_late and status is not FindingStatus.PARKED else 0,
                closed=number if status is FindingStatus.CLOSED else 0,
                overdue=number if is_late and status in OWED else 0,
            ),
        )


def _in_time(connection: sa.Connection, key: Key, which: list[Condition], today: date) -> Found:
    answers = standing_answers()
    joined = _finding.join(answers, answers.c.finding == _finding.c.id)
    in_time = sa.and_(is_due(today), in_states(ANSWERED), answers.c.day <= _finding.c.due_on)
    query = sa.select(key, sa.func.count()).select_from(joined).where(*which, in_time).group_by(key)
    return ((group, Counts(on_time=number)) for group, number in connection.execute(query))


def _looked_at(connection: sa.Connection, key: Key, which: list[Condition], _today: date) -> Found:
    looks = _looks()
    joined = _finding.join(looks, looks.c.finding == _finding.c.id)
    sums = (sa.func.sum(looks.c.looks), sa.func.sum(looks.c.passed))
    query = sa.select(key, *sums).select_from(joined).where(*which).group_by(key)
    return ((group, Counts(looks=looked, passed=passed)) for group, looked, passed in connection.execute(query))


def _recurred(connection: sa.Connection, key: Key, which: list[Condition], _today: date) -> Found:
    is_closed = _finding.c.status == str(FindingStatus.CLOSED)
    query = sa.select(key, sa.func.count()).where(*which, is_closed, _finding.c.id.in_(came_back())).group_by(key)
    return ((group, Counts(recurred=number)) for group, number in connection.execute(query))


def _which(connection: sa.Connection, asked: FiguresQuery) -> list[Condition]:
    """What is counted, written as what is not: most of the table is, and no index of states helps to find it."""
    others = sorted(map(str, frozenset(FindingStatus) - HANDED_OVER))
    within: list[Condition] = []
    if asked.within:
        within = ledger_queries.conditions(asked.within, words_in(connection, asked.within.text))
    return [~_finding.c.deleted, _finding.c.status.not_in(others), *_period(asked), *within]


def _looks() -> sa.Subquery:
    """Finding → how often it was looked at, and how often it passed."""
    passed = _number(_recheck.c.result == str(RecheckResult.PASSED))
    query = sa.select(_recheck.c.finding, sa.func.count().label("looks"), passed.label("passed"))
    return query.where(seen(), ~_recheck.c.deleted).group_by(_recheck.c.finding).subquery()


def _period(asked: FiguresQuery) -> list[Condition]:
    if asked.period_of is PeriodOf.DISPATCHED:
        return issued_between(asked.first, asked.last)
    return days(_finding.c.found_at, asked.first, asked.last)


def _number(condition: Condition) -> sa.ColumnElement[int]:
    """How many rows fulfil it."""
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
