"""Inside a transaction: reading records by kind, and the stores of each feature."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

import sqlalchemy as sa

from inspector.domain.kinds import KINDS
from inspector.domain.revisions import Revision
from inspector.domain.stored import Stored
from inspector.domain.today import Today
from inspector.storage import revision_rows
from inspector.storage.answers import AnswerStore
from inspector.storage.contents import ContentStore
from inspector.storage.dispatches import DispatchStore
from inspector.storage.figures import FiguresStore
from inspector.storage.findings import FindingStore
from inspector.storage.inspections import InspectionStore
from inspector.storage.ledger_export import LedgerExportStore
from inspector.storage.moves import MoveStore
from inspector.storage.photos import PhotoStore
from inspector.storage.praises import PraiseStore
from inspector.storage.private_notes import PrivateStore
from inspector.storage.public_complaints import ComplaintStore
from inspector.storage.registers import RegisterStore
from inspector.storage.responses import ResponseStore
from inspector.storage.returns import ReturnStore
from inspector.storage.rows import CHUNK, stored
from inspector.storage.tables import PROJECTIONS
from inspector.storage.today import read_today

R = TypeVar("R")


class Reading:
    """One consistent view of the workspace; ends with the `with` block that gave it."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, cls: type[R], entity: str) -> Stored[R] | None:
        """The record with that id, deleted ones included (look at `deleted`), or None."""
        table = PROJECTIONS[KINDS[cls]]
        row = self._connection.execute(sa.select(table).where(table.c.id == entity)).mappings().first()
        return stored(cls, row) if row else None

    def get_many(self, cls: type[R], entities: Sequence[str]) -> dict[str, Stored[R]]:
        """The records with those ids that exist and are not deleted."""
        table = PROJECTIONS[KINDS[cls]]
        found: dict[str, Stored[R]] = {}
        for start in range(0, len(entities), CHUNK):
            wanted = table.c.id.in_(entities[start : start + CHUNK])
            rows = self._connection.execute(sa.select(table).where(wanted, ~table.c.deleted)).mappings()
            found.update((row["id"], stored(cls, row)) for row in rows)
        return found

    def all(self, cls: type[R], *, deleted: bool = False) -> tuple[Stored[R], ...]:
        """Every record of a kind in the order they were made; for registers, not for findings."""
        table = PROJECTIONS[KINDS[cls]]
        query = sa.select(table).where(table.c.deleted == deleted).order_by(table.c.id)
        return tuple(stored(cls, row) for row in self._connection.execute(query).mappings())

    def history(self, entity: str) -> tuple[Revision, ...]:
        """Every version of a record, oldest first: who changed what, when, why."""
        return revision_rows.revisions_of(self._connection, entity)

    def change(self, change: str) -> tuple[Revision, ...]:
        """The versions one act of a person made."""
        return revision_rows.revisions_of_change(self._connection, change)

    def revision(self, revision_id: str) -> Revision | None:
        """One version."""
        return revision_rows.revision_by_id(self._connection, revision_id)

    def today(self, at: datetime) -> Today:
        """今日 as of `at`, without how far the drafts are."""

        def ask(sql: str, **given: object) -> Sequence[Sequence[Any]]:
            return self._connection.execute(sa.text(sql), given).all()

        return read_today(ask, at)

    def last_stamp(self) -> str:
        """The newest clock stamp, "" in an empty workspace."""
        return revision_rows.last_stamp(self._connection)

    @cached_property
    def registers(self) -> RegisterStore:
        """点位, 单位, settings."""
        return RegisterStore(self._connection)

    @cached_property
    def inspections(self) -> InspectionStore:
        """检查."""
        return InspectionStore(self._connection)

    @cached_property
    def answers(self) -> AnswerStore:
        """Answers on items."""
        return AnswerStore(self._connection)

    @cached_property
    def findings(self) -> FindingStore:
        """问题 and the ledger."""
        return FindingStore(self._connection)

    @cached_property
    def figures(self) -> FiguresStore:
        """统计."""
        return FiguresStore(self._connection)

    @cached_property
    def ledger_export(self) -> LedgerExportStore:
        """What the full ledger holds."""
        return LedgerExportStore(self._connection)

    @cached_property
    def photos(self) -> PhotoStore:
        """照片, without their bytes."""
        return PhotoStore(self._connection)

    @cached_property
    def dispatches(self) -> DispatchStore:
        """交办."""
        return DispatchStore(self._connection)

    @cached_property
    def returns(self) -> ReturnStore:
        """反馈: what units answered."""
        return ReturnStore(self._connection)

    @cached_property
    def moves(self) -> MoveStore:
        """复查, 延期, 转办: what stands around findings that move."""
        return MoveStore(self._connection)

    @cached_property
    def complaints(self) -> ComplaintStore:
        """群众投诉, without what is kept apart."""
        return ComplaintStore(self._connection)

    @cached_property
    def praises(self) -> PraiseStore:
        """好的做法."""
        return PraiseStore(self._connection)

    @cached_property
    def private(self) -> PrivateStore:
        """What is kept apart from the revisions; read only where a person asked for it."""
        return PrivateStore(self._connection)

    @cached_property
    def responses(self) -> ResponseStore:
        """问卷: forms, responses, drafts and contacts."""
        return ResponseStore(self._connection)

    @cached_property
    def contents(self) -> ContentStore:
        """Photo bytes, documents, and what this laptop remembers for itself."""
        return ContentStore(self._connection)
