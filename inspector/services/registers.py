"""点位, 单位, 镇街, 社区, 点位类型, 审批: the registers as an office edits them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from inspector.domain.approvals import Approval, same_approval
from inspector.domain.errors import Place, Refused
from inspector.domain.names import plain_name
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.stored import Changed, Stored
from inspector.domain.units import Unit
from inspector.exchange.pinyin import search_keys
from inspector.services.acts import Acts
from inspector.services.named import N, named
from inspector.services.register_overview import Overview, found_by, overview
from inspector.storage.reading import Reading

A = TypeVar("A", bound=Site | Unit | Street | Community | SiteKind | Approval)


class RegisterService:
    """Reads and edits registers."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def all(self, cls: type[A]) -> tuple[Stored[A], ...]:
        """A register by the office's order, then by name."""
        with self._acts.reading() as view:
            found = view.all(cls)
        return tuple(sorted(found, key=lambda s: (getattr(s.record, "order", 0), s.record.name)))

    def overview(self, *, spelled: bool = True) -> Overview:
        """All registers at once, the trash included, with what is needed to list and search them."""
        with self._acts.reading() as view:
            return overview(view, spelled=spelled)

    def findable(self, cls: type[A]) -> dict[str, str]:
        """Id → lines a record is found by: names, other names, pinyin, initials; half a second when asked first."""
        return {stored.id: found_by(stored.record) for stored in self.all(cls)}

    def named(self, cls: type[N], given: str) -> Stored[N]:
        """The site or unit that a person means by an id, a code, a name or an alias. Raises `Refused("name.…")`."""
        with self._acts.reading() as view:
            return named(view, cls, given)

    def trash(self, cls: type[A]) -> tuple[Stored[A], ...]:
        """What was removed from a register and can be taken back."""
        with self._acts.reading() as view:
            return view.all(cls, deleted=True)

    def save(self, record: A, entity: str = "") -> tuple[str, Changed]:
        """Add a record, or change the one with that id; returns the id.

        Raises `Refused`: "register.name-missing", "register.name-taken" (with the other's name), "site.kind-missing",
        "kind.code-missing", "kind.code-taken", "approval.days-swapped".
        """
        kept = prepared(record)
        with self._acts.doing("register-changed" if entity else "register-added") as writing:
            before = writing.get(type(record), entity) if entity else None
            entity = entity or writing.new_id()
            if before is None or _identity(before.record) != _identity(kept):
                _refuse_twin(writing, entity, kept)
            writing.put(entity, kept)
        return entity, writing.changed

    def remove(self, cls: type[A], entities: Sequence[str]) -> Changed:
        """Lay records into the trash; what names them keeps the name in its history."""
        with self._acts.doing("register-removed") as writing:
            for entity in entities:
                writing.remove(cls, entity)
        return writing.changed

    def restore(self, cls: type[A], entities: Sequence[str]) -> Changed:
        """Take records out of the trash."""
        with self._acts.doing("register-restored") as writing:
            for entity in entities:
                writing.restore(cls, entity)
        return writing.changed


def prepared(record: A) -> A:
    """The record as it is kept: trimmed, and a site with its search keys."""
    trimmed = replace(record, name=record.name.strip())
    if isinstance(trimmed, Site):
        pinyin, initials = search_keys(trimmed.name)
        return replace(trimmed, pinyin=pinyin, initials=initials)
    return trimmed


def _identity(record: A) -> tuple[str, str, str]:
    """What tells records apart: the name, for sites and communities within their street, for approvals at their place
    from their first day; for kinds also the code.
    """
    if isinstance(record, Approval):
        return *same_approval(record), ""
    code = record.code if isinstance(record, SiteKind) else ""
    return plain_name(record.name), getattr(record, "street", ""), code


def _refuse_twin(view: Reading, entity: str, record: A) -> None:
    """A register holds no two records that people could not tell apart."""
    if not record.name:
        raise Refused("register.name-missing")
    if isinstance(record, Site) and not record.kind:
        raise Refused("site.kind-missing", Place(item=record.name))
    if isinstance(record, SiteKind) and not record.code:
        raise Refused("kind.code-missing", Place(item=record.name))
    if isinstance(record, Approval) and record.valid_from and record.valid_to and record.valid_to < record.valid_from:
        raise Refused("approval.days-swapped", Place(item=record.name))
    name, street, code = _identity(record)
    for other in (stored for stored in view.all(type(record)) if stored.id != entity):
        if _identity(other.record)[:2] == (name, street):
            raise Refused("register.name-taken", Place(item=other.record.name))
        if code and _identity(other.record)[2] == code:
            raise Refused("kind.code-taken", Place(item=other.record.name), taken=code)
