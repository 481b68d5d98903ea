"""What the panels of the page list: what is missing, what was open before, the history."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.checklists import FinishRule
from inspector.domain.finishing import Missing
from inspector.domain.judging import Conclusion
from inspector.services.history import Event
from inspector.services.sheets import Sheet
from inspector.ui.pages.record.judging_words import conclusion_words
from inspector.ui.pages.record.side_panel import heading, told_row
from inspector.ui.translation import tr
from inspector.ui.words.acts import act_state
from inspector.ui.words.dates import moment, short_date
from inspector.ui.words.states import status_state

Jump = Callable[[str], object]


def missing_rows(sheet: Sheet, missing: Sequence[Missing], jump: Jump) -> list[QWidget]:
    """Hard rules first: they keep the inspection from being finished; warnings do not."""
    rows: list[QWidget] = []
    for hard, words in ((True, tr("Must be done before finishing")), (False, tr("Can stay as it is"))):
        group = [one for one in missing if one.hard is hard]
        if group:
            rows.append(heading(f"{words} {len(group)}"))
            rows += [_missing_row(sheet, one, jump) for one in group]
    return rows


def _missing_row(sheet: Sheet, one: Missing, jump: Jump) -> QWidget:
    item = sheet.checklist.item(one.item)
    words = item.text if item else one.item
    icon, tone = ("octagon-alert", "fail") if one.hard else ("triangle-alert", "warn")
    facts = f"{one.item} · {missing_words(one)}"
    return told_row(words, facts, icon=icon, tone=tone, deed=tr("Go there"), act=partial(jump, one.item))


def missing_words(one: Missing) -> str:
    """What is missing on an item."""
    if one.rule is FinishRule.PHOTOS:
        return tr("a photo is missing")
    if one.why:
        return conclusion_words(Conclusion(None, why=one.why)) if one.why in _PLAIN else tr("figures are incomplete")
    return tr("a red line item has no verdict") if one.rule is FinishRule.VETO_ANSWERED else tr("no verdict yet")


_PLAIN = {"count-missing", "value-missing", "ratio-missing", "right-missing", "not-a-figure"}


def before_rows(sheet: Sheet, units: dict[str, str], today: date, jump: Jump) -> list[QWidget]:
    """The findings of earlier visits that still wait for somebody, the oldest first."""
    rows: list[QWidget] = []
    for found in sheet.open_before:
        record = found.record
        state = status_state(record.status)
        due = tr("due {day}", day=short_date(record.due_on, today)) if record.due_on else ""
        unit = units.get(record.unit, "")
        facts = " · ".join(part for part in (record.no, state.words, unit, due) if part)
        words = " ".join(part for part in (record.location, record.text) if part)
        is_here = sheet.checklist.item(record.item) is not None
        rows.append(
            told_row(
                words or record.no,
                facts,
                icon=state.icon,
                deed=tr("Look at the item") if is_here else "",
                act=partial(jump, record.item) if is_here else None,
            )
        )
    return rows


def history_rows(events: Sequence[Event], today: date) -> list[QWidget]:
    """Who did what, when and why, the newest first."""
    return [
        told_row(
            act_state(event.act).words,
            " · ".join(p for p in (moment(event.at, today), event.person, event.reason) if p),
        )
        for event in events
    ]
