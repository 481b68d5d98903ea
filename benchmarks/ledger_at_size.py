"""The ledger's questions at 500,000 findings: against the same SQL through nothing but sqlite3, and against 10,000.

Each question is asked again and again, as the page does after every act; the first time costs its statement besides.
What a person waits for after every filter are the first lines (`LedgerService.first`): the filter, which finds their
ids, and the lines, a screen of records with names and pictures. They are compared with the very statements they send,
sent by sqlite3 and fetched, nothing more. Behind them come all ids in the order of the page, compared with their own
statement. Ours includes the session and the records the page gets. The two sizes are compared by as many lines as the
smaller one has. What is told is the processor's time, medians of rounds in which both sizes and sqlite3 take turns.

    python -m benchmarks.ledger_at_size [findings]
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import sqlalchemy as sa

from benchmarks._large import large_workspace
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.units import Unit
from inspector.services.services import Services, open_services

ROUNDS = 10
SMALL, LARGE = 10_000, 500_000
PAGE = 50
Work = Callable[[], object]
ENOUGH = 300.0
"""Milliseconds of all turns together."""


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
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    paths = large_workspace(SMALL), large_workspace(large)
    before, after = (open_services(path, person="王敏") for path in paths)
    db = sqlite3.connect(paths[1])
    print(f"{'':38}{SMALL:>10} {large:>11} {'a screen':>11} {'raw':>10} {'ours/raw':>9} {'large/small':>12}")
    lines = {name: len(before.ledger.first(asked, PAGE)) for name, asked in questions(before).items()}
    screens = dict.fromkeys(lines, PAGE)
    ours_and_raw = zip(_works(before, lines), _works(after, lines), _works(after, screens), strict=True)
    for (name, small_work), (_, work), (_, screen) in ours_and_raw:
        few, many, ours, raw = _turns(small_work, work, screen, partial(_sent, db, _sent_by(screen)))
        times = f"{few:7.2f} ms {many:8.2f} ms {ours:8.2f} ms {raw:7.2f} ms"
        print(f"{name:38}{times} {ours / raw:9.2f} {many / few:12.1f}")
    for name, small_work, work in (
        ("counts by state", before.ledger.counts, after.ledger.counts),
        ("home page", before.today.today, after.today.today),
    ):
        few, ours = _turns(small_work, work)
        print(f"{name:38}{few:7.2f} ms {ours:8.2f} ms {'':>32} {ours / few:12.1f}")
    db.close()
    before.close()
    after.close()


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


def _sent_by(work: Work) -> list[str]:
    """The statements that reach SQLite while `work` is done, with what they are asked for."""
    sent: list[str] = []

    def watch(driver: sqlite3.Connection, *_: Any) -> None:
        driver.set_trace_callback(sent.append)

    def leave(driver: sqlite3.Connection, *_: Any) -> None:
        driver.set_trace_callback(None)

    work()  # what is asked once for a connection
    sa.event.listen(sa.Pool, "checkout", watch)
    sa.event.listen(sa.Pool, "checkin", leave)
    try:
        work()
    finally:
        sa.event.remove(sa.Pool, "checkout", watch)
        sa.event.remove(sa.Pool, "checkin", leave)
    return [sql for sql in sent if sql.lstrip().startswith(("SELECT", "WITH"))]


def _sent(db: sqlite3.Connection, statements: list[str]) -> None:
    for sql in statements:
        db.execute(sql).fetchall()


def _turns(*works: Work) -> list[float]:
    """Medians of the processor's milliseconds; short works take more turns."""
    spent: list[list[float]] = [[] for _ in works]
    while len(spent[0]) < ROUNDS or (sum(map(sum, spent)) < ENOUGH and len(spent[0]) < 20 * ROUNDS):
        for work, times in zip(works, spent, strict=True):
            began = time.process_time()
            work()
            times.append((time.process_time() - began) * 1000)
    return [statistics.median(times[1:]) for times in spent]


if __name__ == "__main__":
    main()
