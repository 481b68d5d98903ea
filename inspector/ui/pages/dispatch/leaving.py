"""What leaves: the plan of all that waits, less the units left out, with the dates a person chose."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from inspector.services.dispatch_plans import DispatchPlan, PlannedFinding, UnitShare
from inspector.services.services import Services
from inspector.ui.pages.dispatch.deadline_list import LADDER

_NONE = UnitShare("", "", (), ())


class Leaving:
    """Outlives a plan made anew: who was left out stays so while he still waits."""

    def __init__(self) -> None:
        self.whole: DispatchPlan | None = None
        self.left_out: frozenset[str] = frozenset()
        self.issued_on: date | None = None
        self.reply_by: date | None = None

    @property
    def plan(self) -> DispatchPlan | None:
        """What would leave now; None before the first plan."""
        if self.whole is None:
            return None
        leaving = self.whole.for_units([unit for unit in self.units if unit not in self.left_out])
        return replace(leaving, reply_by=self.reply_by) if self.reply_by else leaving

    @property
    def units(self) -> list[str]:
        """The units that get something, in the order they are shown."""
        return [share.unit for share in self.whole.shares] if self.whole else []

    @property
    def names(self) -> dict[str, str]:
        """Their names."""
        return {share.unit: share.name for share in self.whole.shares} if self.whole else {}

    def take(self, whole: DispatchPlan) -> None:
        """What waits was planned anew."""
        self.whole = whole
        self.left_out &= frozenset(self.units)

    def tick(self, unit: str, *, on: bool) -> None:
        """This unit gets its list, or not yet."""
        self.left_out = self.left_out - {unit} if on else self.left_out | {unit}

    def tick_all(self, *, on: bool) -> None:
        """All units get theirs, or none."""
        self.left_out = frozenset() if on else frozenset(self.units)

    def issue_on(self, day: date) -> None:
        """Another day of issue: the day to reply follows from it again."""
        self.issued_on, self.reply_by = day, None

    def share(self, unit: str) -> UnitShare:
        """What this unit gets; nothing when it gets nothing."""
        shares = self.whole.shares if self.whole else ()
        return next((share for share in shares if share.unit == unit), _NONE)

    def beside(self, unit: str, step: int) -> str:
        """The unit before (-1) or behind (1), going round."""
        units = self.units
        return units[(units.index(unit) + step) % len(units)] if unit in units else unit

    def forget(self) -> None:
        """They have left: nothing of what was chosen for them holds for the next."""
        self.left_out, self.issued_on, self.reply_by = frozenset(), None, None

    def leads(self, unit: str) -> tuple[PlannedFinding, ...]:
        """The findings that unit leads."""
        return self.share(unit).leads


def read_plan(
    services: Services, findings: Sequence[str] | None, issued_on: date | None
) -> tuple[DispatchPlan, dict[str, date | None]]:
    """The plan of all that waits or of these findings, and the day each limit would end on."""
    plan = services.dispatching.plan(findings, issued_on)
    return plan, {limit: services.calendar.due_on(limit, plan.issued_on) for limit in LADDER}
