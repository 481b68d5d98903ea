"""A record while it is edited: each change is written when it is made, one after another."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from inspector.domain.approvals import Approval
from inspector.domain.progress import Progress
from inspector.domain.sites import Site, SiteKind
from inspector.domain.stored import Changed
from inspector.ui.context import Context


class Edit:
    """`entity` is "" until a new record has what it needs and was written.

    `saved(edit, changed, added)` and `refused(edit, field, error)` tell what came of a change.
    """

    def __init__(
        self,
        context: Context,
        owner: QObject,
        record: Any,
        entity: str,
        saved: Callable[["Edit", Changed, bool], object],
        refused: Callable[["Edit", str, Exception], object],
    ) -> None:
        self.record = record
        self.entity = entity
        self._context = context
        self._owner = owner
        self._saved = saved
        self._refused = refused
        self._field = ""
        self._busy = False
        self._waiting = False

    @property
    def is_complete(self) -> bool:
        """A new record is kept once it has a name, a site also its kind, a kind of sites its code, an approval its
        place.
        """
        record = self.record
        needed = {
            Site: ("kind",),
            SiteKind: ("code",),
            Approval: ("site", "street", "address"),
        }.get(type(record), ("name",))
        return bool(record.name.strip()) and any(getattr(record, field).strip() for field in needed)

    def change(self, field: str, value: Any) -> None:
        """Set a field and write the record; while one write is under way the next one waits for it."""
        changed = replace(self.record, **{field: value})
        if changed == self.record:
            return
        self.record, self._field = changed, field
        if self._busy:
            self._waiting = True
        elif self.entity or self.is_complete:
            self._write()

    def follow(self, record: Any) -> None:
        """Somebody else changed it (undo, another page): go on from there, unless a write of ours is under way."""
        if not self._busy:
            self.record = record

    def _write(self) -> None:
        self._busy, self._waiting = True, False
        services, record, entity = self._context.services, self.record, self.entity

        def work(_progress: Progress) -> tuple[str, Changed]:
            return services.registers.save(record, entity)

        self._context.jobs.run(work, self._done, self._failed, owner=self._owner)

    def _done(self, result: tuple[str, Changed]) -> None:
        added = not self.entity
        self.entity, changed = result
        self._busy = False
        self._saved(self, changed, added)
        if self._waiting:
            self._write()

    def _failed(self, error: Exception) -> None:
        self._busy = self._waiting = False
        self._refused(self, self._field, error)
