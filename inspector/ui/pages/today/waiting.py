"""What waits, in words: the deeds of the home page made from the figures."""

from datetime import date
from functools import partial

from inspector.domain.today import Draft, Late, NextSite, Today
from inspector.ui.context import Context
from inspector.ui.pages.today.deeds import Deed
from inspector.ui.translation import tr
from inspector.ui.words.dates import short_date
from inspector.ui.words.states import State


def waiting_deeds(context: Context, today: Today) -> list[Deed]:
    """Other unfinished inspections, what is to be dispatched, looked at again, overdue; only what there is."""
    deeds = [_draft(context, draft) for draft in today.drafts[1:]]
    if today.to_dispatch:
        why = tr("For {n} units", n=today.to_dispatch_units)
        if today.to_dispatch_without_photo:
            why += tr("; {n} still without a photo", n=today.to_dispatch_without_photo)
        go = partial(context.go, "dispatch")
        deeds.append(Deed(tr("Findings to dispatch"), why, tr("Dispatch"), go, "send", today.to_dispatch))
    if today.to_recheck:
        why = tr("A unit says it is done; a look on site closes it")
        go = partial(context.go, "recheck")
        deeds.append(Deed(tr("Replies to look at on site"), why, tr("Recheck"), go, "camera", today.to_recheck))
    if today.overdue:
        go = partial(context.go, "ledger", view="overdue")
        why = _worst(today.worst_overdue) if today.worst_overdue else ""
        deeds.append(Deed(tr("Overdue without a reply"), why, tr("See them"), go, "alarm-clock", today.overdue, True))
    return deeds


def next_deeds(context: Context, today: Today) -> list[Deed]:
    """Sites to inspect next, each with the reason."""
    return [
        Deed(
            line.name,
            " · ".join(part for part in (line.kind_name, line.street) if part),
            tr("Start"),
            partial(context.go, "pick_site", site=line.id),
            state=reason(line, today.as_of.date()),
        )
        for line in today.next_sites
    ]


def reason(line: NextSite, today: date) -> State:
    """Why a site should be visited."""
    if line.open_findings:
        return State(tr("{n} still open", n=line.open_findings), "warn", "rotate-ccw")
    if line.last_visit is None:
        return State(tr("Never inspected"), "neutral", "circle")
    return State(tr("Last {date}", date=short_date(line.last_visit.date(), today)), "neutral", "history")


def draft_facts(draft: Draft) -> str:
    """已查 19/24 · 不合格 4 · 还差 5 项; "" as long as nobody knows."""
    if (so_far := draft.how_far) is None:
        return ""
    parts = [tr("Checked {done}/{items}", done=so_far.done, items=so_far.items)]
    if so_far.failed:
        parts.append(tr("{n} failed", n=so_far.failed))
    if left := so_far.items - so_far.done:
        parts.append(tr("{n} to go", n=left))
    return " · ".join(parts)


def _draft(context: Context, draft: Draft) -> Deed:
    go = partial(context.go, "record", inspection=draft.id)
    return Deed(draft.site_name, draft_facts(draft), tr("Resume"), go, "clipboard-check")


def _worst(late: Late) -> str:
    return tr("Longest {n} days: {unit} · {problem}", n=late.days, unit=late.who, problem=late.text)
