"""Walks the planned visits: every act through the use case a person would use."""

from collections.abc import Iterator

from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName
from inspector.domain.judging_types import Ask, Judging, Measure, Ratio, Tally
from inspector.services.demo.plan import Ending, PlannedFault, PlannedVisit
from inspector.services.services import Services

DrawnPhotos = Iterator[tuple[str, bytes]]


def walk(services: Services, site: str, visit: PlannedVisit, drawn: DrawnPhotos) -> str:
    """Inspect a site as planned; returns the inspection's id."""
    inspection, _ = services.inspections.start(site, visit.inspector)
    for fault in visit.faults:
        _record_fault(services, inspection, fault, drawn)
    if visit.ending is Ending.DRAFT:
        services.recording.stand_at(inspection, visit.faults[-1].item)
        return inspection
    sheet = services.recording.sheet(inspection)
    for section in sheet.checklist.sections:
        services.recording.pass_rest(inspection, section.code)
    for item in sheet.items:
        for figure, value in passing_figures(item.judging):
            services.recording.figure(inspection, item.code, figure, value)
    services.inspections.finish(inspection)
    if visit.ending is Ending.REOPENED:
        services.inspections.reopen(inspection, "少查了东侧的两个单元")
    return inspection


def passing_figures(judging: Judging) -> tuple[tuple[FigureName, float], ...]:
    """Figures that pass, for an item that no single key can pass."""
    match judging:
        case Measure(op, threshold, _, _):
            return ((FigureName.VALUE, threshold * (1.25 if op in "≥>" else 0.5)),)
        case Ratio():
            return (FigureName.OK, 20), (FigureName.OF, 20)
        case Ask(_, people):
            return (FigureName.OK, people), (FigureName.OF, people)
        case Tally(_, minutes):
            return (FigureName.COUNT, 0), (FigureName.VALUE, minutes)
        case _:
            return ()


def _record_fault(services: Services, inspection: str, fault: PlannedFault, drawn: DrawnPhotos) -> None:
    services.recording.judge(inspection, fault.item, Verdict.FAIL)
    finding = services.recording.sheet(inspection).findings[fault.item][0]
    services.recording.describe(finding.id, fault.text)
    services.recording.locate(finding.id, fault.location)
    if fault.remark:
        services.recording.remark(inspection, fault.item, fault.remark)
    taken = [next(drawn) for _ in fault.photos]
    services.photos.take_in(finding.id, taken, lambda _done, _of, _what="": None)
