"""What a person wants counted: by what, of which days, in the order of which rate. It survives in `go` arguments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from inspector.domain.figures import FiguresQuery, Grouping, PeriodOf, Rate

Days = tuple[date | None, date | None]
ALL, OWN = "all", "own"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; the days are both within, None has no end."""

    by: Grouping = Grouping.UNIT
    period_of: PeriodOf = PeriodOf.DISPATCHED
    first: date | None = None
    last: date | None = None
    rate: Rate = Rate.CLOSED

    def query(self) -> FiguresQuery:
        """The same for the services."""
        return FiguresQuery(self.by, self.period_of, self.first, self.last)

    def ledger(self, count: str, key: str) -> dict[str, str]:
        """The arguments of `go("ledger", …)` that list what a count of a group counts; "" is everything together."""
        since, until = _text(self.first), _text(self.last)
        issued = self.period_of is PeriodOf.DISPATCHED
        names = ("issued_since", "issued_until") if issued else ("since", "until")
        where = {"counted": count, names[0]: since, names[1]: until, str(self.by): key}
        return {name: value for name, value in where.items() if value}


def spans(today: date) -> dict[str, Days]:
    """The usual periods: name → first and last day."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    return {
        ALL: (None, None),
        "month": (month, today),
        "last_month": (before, month - timedelta(days=1)),
        "quarter": (quarter, today),
        "year": (today.replace(month=1, day=1), today),
        "30": (today - timedelta(days=29), today),
    }


def span_of(asked: Asked, today: date) -> str:
    """The name of the period asked for; OWN for days of one's own."""
    days = (asked.first, asked.last)
    return next((name for name, span in spans(today).items() if span == days), OWN)


def to_where(asked: Asked) -> dict[str, str]:
    """As arguments of `go("figures", …)`."""
    return {
        "by": asked.by,
        "of": asked.period_of,
        "first": _text(asked.first),
        "last": _text(asked.last),
        "rate": asked.rate,
    }


def from_where(where: Mapping[str, str]) -> Asked:
    """What the arguments ask for."""
    return Asked(
        Grouping(where.get("by") or Grouping.UNIT),
        PeriodOf(where.get("of") or PeriodOf.DISPATCHED),
        _day(where.get("first", "")),
        _day(where.get("last", "")),
        Rate(where.get("rate") or Rate.CLOSED),
    )


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
