"""反弹: the same item failing again at the same site not long after it was closed (founding-document.md L17.10)."""

from collections.abc import Iterable
from datetime import date

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.stored import Stored


def comes_back(earlier: Iterable[Stored[Finding]], today: date, days: int) -> Stored[Finding] | None:
    """Of the `earlier` findings of an item at a site the one closed last, not more than `days` days before `today`;
    None without one. What is still open does not come back: it never went.
    """
    recent = [
        one
        for one in earlier
        if one.record.status is FindingStatus.CLOSED
        and one.record.closed_on is not None
        and 0 <= (today - one.record.closed_on).days <= days
    ]
    return max(recent, key=lambda one: (one.record.closed_on or today, one.record.found_at), default=None)
