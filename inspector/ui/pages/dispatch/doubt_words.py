"""What is questioned before a dispatch, in words."""

from inspector.services.dispatch_plans import BLOCKING, DispatchPlan, Doubt, PlannedFinding
from inspector.ui.translation import tr
from inspector.ui.words.states import State


def doubt_state(doubt: Doubt, finding: PlannedFinding) -> State:
    """The pill of one doubt about one finding; what keeps it from leaving is red."""
    words = {
        Doubt.NO_UNIT: tr("No unit"),
        Doubt.NO_TEXT: tr("No description"),
        Doubt.NO_DEADLINE: tr("No deadline"),
        Doubt.NO_PHOTO: tr("No photo"),
        Doubt.SHORT_TEXT: tr("Only {n} letters", n=len(finding.finding.text.strip())),
        Doubt.DAY_OFF: tr("Due on a day off"),
    }[doubt]
    return State(words, "fail" if doubt in BLOCKING else "warn", "triangle-alert")


def check_lines(plan: DispatchPlan) -> tuple[tuple[str, str, Doubt | None], ...]:
    """The checks before issue: tone (pass, warn, fail), words, and the doubt that 看 leads to."""
    lines: list[tuple[str, str, Doubt | None]] = []
    missing = [
        ("fail", tr("{n} without a unit", n=plan.count(Doubt.NO_UNIT)), Doubt.NO_UNIT),
        ("fail", tr("{n} without a description", n=plan.count(Doubt.NO_TEXT)), Doubt.NO_TEXT),
        ("warn", tr("{n} without a deadline", n=plan.count(Doubt.NO_DEADLINE)), Doubt.NO_DEADLINE),
    ]
    lines += [line for line in missing if plan.count(line[2])]
    if not lines:
        lines.append(("pass", tr("All {n} have a unit and a deadline", n=len(plan.findings)), None))
    if days := plan.count(Doubt.DAY_OFF):
        lines.append(("warn", tr("{n} due on a day off", n=days), Doubt.DAY_OFF))
    else:
        lines.append(("pass", tr("No deadline falls on a day off"), None))
    if photos := plan.count(Doubt.NO_PHOTO):
        lines.append(("warn", tr("{n} without a photo", n=photos), Doubt.NO_PHOTO))
    else:
        lines.append(("pass", tr("All have photos"), None))
    if short := plan.count(Doubt.SHORT_TEXT):
        lines.append(("warn", tr("{n} described in under 5 letters", n=short), Doubt.SHORT_TEXT))
    return tuple(lines)
