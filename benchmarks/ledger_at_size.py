"""The ledger's questions at 500,000 findings: against the same SQL through nothing but sqlite3, and against 10,000.

What a person waits for after every filter are the first lines (`LedgerService.first`): they are compared with the very
statements they send, sent by sqlite3 and fetched, nothing more. Behind them come all ids in the order of the page,
compared with their own statement. Ours includes the session and the records the page gets. What is told is the
processor's time, medians of rounds that take turns.

    python -m benchmarks.ledger_at_size [findings]
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks._large import large_workspace
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.units import Unit
from inspector.services.services import Services, open_services

ROUNDS = 5
SMALL, LARGE = 10_000, 500_000
PAGE = 50
Statement = tuple[str, Any]


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
        "initials of a site": LedgerQuery(text="dw42xq"),
    }


def main() -> None:
    """Print a line for every question at both sizes."""
    sizes = (SMALL, int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
    times = {size: _measured(large_workspace(size)) for size in sizes}
    small, large = sizes
    print(f"{'':36}{small:>10} {'':>10}{large:>12} {'raw':>10}  ours/raw  large/small")
    for name, (ours, raw) in times[large].items():
        before = times[small][name][0]
        ratio = f"{ours / raw:8.2f}" if raw else " " * 8
        print(f"{name:36}{before:10.1f} ms{'':8}{ours:11.1f} ms{raw:9.1f} ms {ratio}  {ours / before:8.1f}")


def _measured(path: Path) -> dict[str, tuple[float, float]]:
    """Question → milliseconds of ours and of plain sqlite3; 0 where there is no equal SQL."""
    services = open_services(path, person="王敏")
    db = sqlite3.connect(path)
    found: dict[str, tuple[float, float]] = {}
    try:
        for name, asked in questions(services).items():
            first = partial(services.ledger.first, asked, PAGE)
            found[f"first lines: {name}"] = _turns(first, partial(_sent, db, _sent_by(first)))
        for name, asked in questions(services).items():
            every = partial(services.ledger.ids, asked)
            found[f"all ids: {name}"] = _turns(every, partial(_sent, db, _sent_by(every)))
        found["counts by state"] = _turns(services.ledger.counts, None)
        found["home page"] = _turns(services.today.today, None)
    finally:
        db.close()
        services.close()
    return found


def _sent_by(work: Callable[[], object]) -> list[Statement]:
    """The statements that reach SQLite while `work` is done, with their parameters."""
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, sql: str, parameters: Any, *_: Any) -> None:
        sent.append((sql, parameters))

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    return [(sql, parameters) for sql, parameters in sent if sql.lstrip().startswith(("SELECT", "WITH"))]


def _sent(db: sqlite3.Connection, statements: list[Statement]) -> None:
    for sql, parameters in statements:
        db.execute(sql, parameters).fetchall()


def _turns(ours: Callable[[], object], raw: Callable[[], object] | None) -> tuple[float, float]:
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
