"""Issuing in one line, for the tests of dispatches."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.services.dispatching import Issued
from tests.town import Town


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


def issue(town: Town, out: Path) -> Issued:
    return town.services.dispatching.issue(town.services.dispatching.plan(), out, "王敏", silent)


def waiting(town: Town) -> int:
    return len(town.services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,))))


def cells(path: Path, sheet: str = "整改清单") -> list[list[Any]]:
    return [[cell.value for cell in row] for row in load_workbook(path)[sheet].iter_rows()]
