"""The round a person walks: what there is to look at, how much is seen, what comes next."""

from collections import Counter
from dataclasses import dataclass

from inspector.domain.rechecks import RecheckResult
from inspector.services.rechecking import RoundLine


@dataclass(frozen=True, slots=True)
class Round:
    """Findings in the order of the way; `is_read` once the ledger was asked."""

    lines: tuple[RoundLine, ...] = ()
    is_read: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing waits for a look."""
        return self.is_read and not self.lines

    @property
    def results(self) -> Counter[RecheckResult | None]:
        """How often each was seen today; None: nobody looked."""
        return Counter(one.result for one in self.lines)

    @property
    def unseen(self) -> list[str]:
        """The findings nobody looked at."""
        return [one.line.id for one in self.lines if one.result is None]

    def holds(self, finding: str) -> bool:
        """It is part of the round."""
        return any(one.line.id == finding for one in self.lines)

    def after(self, finding: str) -> str:
        """The next one behind `finding` that nobody looked at, from the top again; the same when there is none."""
        ids = [one.line.id for one in self.lines]
        start = ids.index(finding) + 1 if finding in ids else 0
        around = [*self.lines[start:], *self.lines[:start]]
        return next((one.line.id for one in around if one.result is None and one.line.id != finding), finding)
