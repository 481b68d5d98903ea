"""The ledger's questions at 500,000 findings: against the same SQL through nothing but sqlite3, and against 10,000.

Each question is asked again and again, as the page does after every act; the first time costs its statement besides.
What a person waits for after every filter are the first lines (`LedgerService.first`): the filter, which finds their
ids, and the lines, 50 records with names and pictures. Each is compared with the very statements it sends, sent by
sqlite3 and fetched, nothing more. Behind them come all ids in the order of the page, compared with their own
statement. Ours includes the session and the records the page gets. Both sizes are asked for the same number of lines:
as many as there are at the smaller one, at most a screen. What is told is the processor's time, medians of rounds that
take turns.

    python -m benchmarks.ledger_at_size [findings]
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks._large import large_workspace
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.units import Unit
from inspector.services.services import Services, open_services

ROUNDS = 9
SMALL, LARGE = 10_000, 500_000
PAGE = 50
Statement = tuple[str, Any]
Work = Callable[[], object]
Times = tuple[float, float]
"""Milliseconds of ours and of plain sqlite3, 0 where there is no equal SQL."""


def questions(services: Services) -> dict[str, LedgerQuery]:
    """What a person asks of the ledger; the unit is one of those the office really has."""
    unit = next(unit.id for unit in services.registers.all(Unit) if unit.record.name == "责任单位7")
    return {
        "all, newest first": LedgerQuery(),
        "one unit, waiting": LedgerQuery(units=(unit,), statuses=(FindingStatus.DISPATCHED, FindingStatus.SENT_BACK)),
        "overdue, by deadline": LedgerQuery(overdue_on=services.acts.today(), order=LedgerOrder.DUE, descending=False),
        "to dispatch": LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)),
        "a kind, by number": LedgerQuery(kinds=("SC",), order=LedgerOrder.NUMBER, descending=False),
        "by the names of units": LedgerQuery(order=LedgerOrder.UNIT, descending=False),
        "a word in one of a hundred": LedgerQuery(text="电动自行车42"),
        "a word in all": LedgerQuery(text="停放"),
        "a number": LedgerQuery(text="-004242"),
        "initials of a site": LedgerQuery(text="dw42xq"),
    }


def main() -> None:
    """Print a line for every question at both sizes."""
    small, large = SMALL, int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    lines = _answered(large_workspace(small))
    before, after = (_measured(large_workspace(size), lines) for size in (small, large))
    print(f"{'':38}lines {small:>9} {large:>11} {'raw':>10}  ours/raw  large/small")
    for name, (ours, raw) in after.items():
        number = lines.get(name.partition(": ")[2], "") if name.startswith("f") else ""
        ratio = f"{ours / raw:8.2f}" if raw else " " * 8
        print(f"{name:38}{number:>5} {before[name][0]:6.1f} ms {ours:8.1f} ms {raw:7.1f} ms {ratio}", end="")
        print(f"  {ours / before[name][0]:8.1f}")


def _answered(path: Path) -> dict[str, int]:
    """Question → how many first lines the small workspace has for it."""
    services = open_services(path, person="王敏")
    found = {name: len(services.ledger.first(asked, PAGE)) for name, asked in questions(services).items()}
    services.close()
    return found


def _measured(path: Path, lines: Mapping[str, int]) -> dict[str, Times]:
    services, db = open_services(path, person="王敏"), sqlite3.connect(path)
    found: dict[str, Times] = {}
    for name, work in _works(services, lines):
        found[name] = _turns(work, partial(_sent, db, _sent_by(work)))
    for name, work in (("counts by state", services.ledger.counts), ("home page", services.today.today)):
        found[name] = _turns(work, None)
    db.close()
    services.close()
    return found


def _works(services: Services, lines: Mapping[str, int]) -> Iterator[tuple[str, Work]]:
    asked_for = questions(services)
    for name, asked in asked_for.items():
        yield f"first lines: {name}", partial(services.ledger.first, asked, lines[name])
    for name, asked in asked_for.items():
        yield f"filter alone: {name}", partial(_filtered, services, asked, lines[name])
    screen = [line.id for line in services.ledger.first(LedgerQuery(), PAGE)]
    yield "lines alone, a screen", partial(services.ledger.rows, screen)
    for name, asked in asked_for.items():
        yield f"all ids: {name}", partial(services.ledger.ids, asked)


def _filtered(services: Services, asked: LedgerQuery, most: int) -> object:
    with services.acts.reading() as view:
        return view.findings.first_of_ledger(asked, most)


def _sent_by(work: Work) -> list[Statement]:
    """The statements that reach SQLite while `work` is done, with their parameters."""
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, sql: str, parameters: Any, *_: Any) -> None:
        sent.append((sql, parameters))

    work()  # what is asked once for a connection
    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    return [(sql, parameters) for sql, parameters in sent if sql.lstrip().startswith(("SELECT", "WITH"))]


def _sent(db: sqlite3.Connection, statements: list[Statement]) -> None:
    for sql, parameters in statements:
        db.execute(sql, parameters).fetchall()


def _turns(ours: Work, raw: Work | None) -> Times:
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + 1):
        for work, times in zip((ours, raw), spent, strict=True):
            if work:
                began = time.process_time()
                work()
                times.append((time.process_time() - began) * 1000)
    return statistics.median(spent[0][1:]), statistics.median(spent[1][1:]) if spent[1] else 0.0


if __name__ == "__main__":
    main()
