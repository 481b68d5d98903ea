"""ledger export, figures: what offices hand on and what they are measured by."""

from typing import Any

from inspector.cli.desk import Answer, Desk
from inspector.cli.findings import asked
from inspector.domain.figures import Counts, FiguresQuery, Grouping, PeriodOf, Rate, quotient
from inspector.services.wording.figure_words import NOT_NAMED, RATES, formula, percent, said


def export_ledger(desk: Desk) -> Answer:
    """The ledger as a workbook of four sheets."""
    given = desk.options.given
    with desk.reading() as services:
        query = asked(desk, services)
        written = services.ledger_export.write(query, given.file.absolute(), desk.tell, photos=given.photos)
    facts = {"file": written.path, "findings": written.findings, "steps": written.steps, "sent_back": written.sent_back}
    return Answer(facts, (f"{written.path}\t{written.findings}",), written.complaints, ok=not written.complaints)


def figures(desk: Desk) -> Answer:
    """The figures by unit, street, kind or item; with --out as a workbook too."""
    given = desk.options.given
    query = FiguresQuery(Grouping(given.by), PeriodOf(given.of), given.first, given.last)
    with desk.reading() as services:
        found = services.figures.write(query, given.out.absolute()) if given.out else services.figures.figures(query)
    groups = [
        {"id": group.key, "name": group.name, **_facts(group.counts), "visits": group.visits, "ranked": group.is_ranked}
        for group in found.groups
    ]
    formulas = {str(rate): formula(rate, desk.lang) for rate in Rate}
    facts = {"by": found.asked.by, "formulas": formulas, "groups": groups, "whole": _facts(found.whole)}
    lines = (_line(group.name or said(NOT_NAMED, desk.lang), group.counts, desk) for group in found.groups)
    whole = _line(desk.say("合计", "all"), found.whole, desk)
    return Answer(facts | {"file": given.out}, (*formulas.values(), *lines, whole))


def _facts(counts: Counts) -> dict[str, Any]:
    values = {name: getattr(counts, name) for name in Counts.__dataclass_fields__}
    return {**values, "rates": {str(rate): quotient(counts, rate).value for rate in Rate}}


def _line(name: str, counts: Counts, desk: Desk) -> str:
    shares = ((rate, quotient(counts, rate)) for rate in Rate)
    words = (f"{said(RATES[rate], desk.lang)} {percent(share)} ({share.part}÷{share.whole})" for rate, share in shares)
    return "\t".join((name, *words))
