"""Which records of a register are listed: text, and for each register what it can be narrowed by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from threading import get_ident
from typing import Any

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale

from inspector.domain.approvals import Approval
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.units import Unit, UnitGroup
from inspector.services.register_overview import Overview
from inspector.ui.pages.registers.tables import Register, group_words
from inspector.ui.translation import tr

PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class Listed:
    """What is asked for: words, values by filter ("kind", "street", "group"), the trash or the register itself."""

    text: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    trash: bool = False
    column: int = -1
    descending: bool = False

    @property
    def narrowed(self) -> bool:
        """True when something is left out on purpose."""
        return bool(self.text or any(self.chosen.values()))


def choices(overview: Overview, cls: type[Any]) -> dict[str, tuple[str, Sequence[tuple[str, str]]]]:
    """What a register can be narrowed by: filter → its words and its (value, words)."""
    streets = [(entity, street.name) for entity, street in overview.records[Street].items()]
    if cls is Site:
        used = [(kind.code, kind.name) for kind in overview.kinds.values() if overview.sites_of.get(kind.code)]
        return {"kind": (tr("Kind of site"), used), "street": (tr("Street"), streets)}
    if cls in {Community, Approval}:
        return {"street": (tr("Street"), streets)}
    if cls is Unit:
        groups = [(str(group), group_words(group)) for group in UnitGroup]
        return {"group": (tr("Group"), [*groups, (PARTNERS, tr("Partner units"))])}
    return {}


def listed(overview: Overview, register: Register, asked: Listed) -> tuple[str, ...]:
    """The ids asked for, sorted by the chosen column, else by the office's order and the name."""
    records = (overview.trash if asked.trash else overview.records)[register.cls]
    found = [
        entity
        for entity in overview.found(register.cls, asked.text, trash=asked.trash)
        if _passes(overview, entity, records[entity], asked.chosen)
    ]
    return tuple(sorted(found, key=_order(overview, register, records, asked), reverse=asked.descending))


def _passes(overview: Overview, entity: str, record: Any, chosen: dict[str, str]) -> bool:
    for name, value in chosen.items():
        if name == "group" and value == PARTNERS:
            if entity not in overview.partners:
                return False
        elif value and getattr(record, name) != value:
            return False
    return True


def _order(overview: Overview, register: Register, records: Any, asked: Listed) -> Callable[[str], Any]:
    if asked.column < 0:
        return lambda entity: (_rank(records[entity]), _sort_key(records[entity].name))
    column = register.columns[asked.column]

    def key(entity: str) -> Any:
        cell = column.cell(overview, entity, records[entity])
        return _sort_key(cell.first), _sort_key(cell.second)

    return key


@lru_cache(maxsize=100_000)
def _sort_key(words: str) -> QCollatorSortKey:
    """Where words stand in Chinese order, numbers by their value; asked once for each, because ICU takes its time."""
    return _collator(get_ident()).sortKey(words)


@lru_cache(maxsize=4)
def _collator(_thread: int) -> QCollator:
    """One for each thread, because none may be used by two."""
    made = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    made.setNumericMode(True)
    return made


def _rank(record: Any) -> tuple[int, int]:
    """Street offices before departments, each in the office's order."""
    if isinstance(record, Unit):
        return list(UnitGroup).index(record.group), record.order
    return (record.order, 0) if isinstance(record, SiteKind) else (0, 0)
