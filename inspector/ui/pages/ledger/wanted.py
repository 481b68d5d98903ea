"""What a person wants to see of the ledger: view, filters, order. It survives in `go` arguments and makes the query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.sources import Source
from inspector.ui.pages.ledger.views import ALL, OVERDUE, view_named

_DESCENDING = "desc"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One question to the ledger; ids where a register is meant."""

    view: str = ALL
    units: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    due_since: date | None = None
    due_until: date | None = None
    site: str = ""
    dispatch: str = ""
    text: str = ""
    order: LedgerOrder = LedgerOrder.FOUND
    descending: bool = True
    sources: tuple[str, ...] = ()
    """By which way they came in, as `Source` writes it."""
    item: str = ""
    counted: str = ""
    """The name of a count of the figures."""
    issued_since: date | None = None
    issued_until: date | None = None

    def query(self, today: date) -> LedgerQuery:
        """The same for the services."""
        view = view_named(self.view)
        return LedgerQuery(
            units=self.units,
            streets=self.streets,
            kinds=self.kinds,
            statuses=view.statuses,
            overdue_on=today if view.name == OVERDUE else None,
            found_from=self.since,
            found_to=self.until,
            due_from=self.due_since,
            due_to=self.due_until,
            site=self.site,
            dispatch=self.dispatch,
            text=self.text,
            order=self.order,
            descending=self.descending,
            sources=tuple(map(Source, self.sources)),
            item=self.item,
            counted=self.counted,
            counted_on=today if self.counted else None,
            issued_from=self.issued_since,
            issued_to=self.issued_until,
        )

    @property
    def filters(self) -> int:
        """How many filters narrow the view."""
        return len(self.units) + len(self.streets) + len(self.kinds) + len(self.sources) + sum(map(bool, self._others))

    @property
    def _others(self) -> tuple[object, ...]:
        days = (self.since or self.until, self.due_since or self.due_until, self.issued_since or self.issued_until)
        return (*days, self.site, self.dispatch, self.text, self.item, self.counted)

    def without_filters(self) -> "Wanted":
        """The view alone, in the same order."""
        return Wanted(view=self.view, order=self.order, descending=self.descending)

    def with_values(self, name: str, values: Iterable[str]) -> "Wanted":
        """Filtered by these `units`, `streets` or `kinds`."""
        changed: dict[str, Any] = {name: tuple(dict.fromkeys(values))}
        return replace(self, **changed)

    def values(self, name: str) -> tuple[str, ...]:
        """What `units`, `streets` or `kinds` is filtered by."""
        found: tuple[str, ...] = getattr(self, name)
        return found

    def ordered_by(self, order: LedgerOrder) -> "Wanted":
        """Sorted by that column; the same column again turns the direction."""
        newest_first = order is LedgerOrder.FOUND
        turned = not self.descending if order is self.order else newest_first
        return replace(self, order=order, descending=turned)


def to_where(wanted: Wanted) -> dict[str, str]:
    """As the arguments of `go("ledger", …)`; what does not restrict is left out."""
    texts = {
        "view": wanted.view,
        "unit": ",".join(wanted.units),
        "street": ",".join(wanted.streets),
        "kind": ",".join(wanted.kinds),
        "since": wanted.since.isoformat() if wanted.since else "",
        "until": wanted.until.isoformat() if wanted.until else "",
        "due_since": wanted.due_since.isoformat() if wanted.due_since else "",
        "due_until": wanted.due_until.isoformat() if wanted.due_until else "",
        "site": wanted.site,
        "dispatch": wanted.dispatch,
        "text": wanted.text,
        "source": ",".join(wanted.sources),
        "item": wanted.item,
        "counted": wanted.counted,
        "issued_since": wanted.issued_since.isoformat() if wanted.issued_since else "",
        "issued_until": wanted.issued_until.isoformat() if wanted.issued_until else "",
        "order": f"{wanted.order} {_DESCENDING if wanted.descending else ''}".strip(),
    }
    return {name: text for name, text in texts.items() if text}


def from_where(where: Mapping[str, str]) -> Wanted:
    """What the arguments of `go` ask for; the overdue view begins with the longest overdue."""
    view = view_named(where.get("view", ALL)).name
    order, _, direction = where.get("order", "").partition(" ")
    first = LedgerOrder.DUE if view == OVERDUE else LedgerOrder.FOUND
    return Wanted(
        view=view,
        units=_several(where.get("unit", "")),
        streets=_several(where.get("street", "")),
        kinds=_several(where.get("kind", "")),
        since=_day(where.get("since", "")),
        until=_day(where.get("until", "")),
        due_since=_day(where.get("due_since", "")),
        due_until=_day(where.get("due_until", "")),
        site=where.get("site", ""),
        dispatch=where.get("dispatch", ""),
        text=where.get("text", ""),
        sources=tuple(one for one in _several(where.get("source", "")) if one in set(Source)),
        item=where.get("item", ""),
        counted=where.get("counted", ""),
        issued_since=_day(where.get("issued_since", "")),
        issued_until=_day(where.get("issued_until", "")),
        order=LedgerOrder(order) if order in set(LedgerOrder) else first,
        descending=direction == _DESCENDING if order else first is LedgerOrder.FOUND,
    )


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
