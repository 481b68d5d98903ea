"""The steps of a visit inside the transaction of whoever takes them: begin, see what is missing, complete."""

from dataclasses import replace
from datetime import datetime

from inspector.domain.checklists import Checklist
from inspector.domain.findings import Finding
from inspector.domain.finishing import Missing, missing
from inspector.domain.inspections import Inspection
from inspector.domain.lifecycle import Move, after, is_possible
from inspector.domain.sites import Site, SiteKind
from inspector.domain.stored import Stored
from inspector.services.checklists import pin
from inspector.services.sheets import Sheet
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing


def checklist_code(view: Reading, site: Site) -> str:
    """The checklist that opens for a site: its kind's."""
    kind = next((k.record for k in view.all(SiteKind) if k.record.code == site.kind), None)
    return (kind.checklist or kind.code) if kind else site.kind


def begin(writing: Writing, site: str, checklist: Checklist, inspector: str, at: datetime, remark: str = "") -> str:
    """A new inspection that keeps this checklist for ever; returns its id."""
    entity = writing.new_id()
    record = Inspection(
        site=site,
        checklist=checklist.name,
        checklist_sha=pin(writing, checklist),
        inspector=inspector,
        started_at=at,
        round=writing.registers.settings()["round"],
        remark=remark,
    )
    writing.put(entity, record)
    return entity


def missing_of(sheet: Sheet) -> tuple[Missing, ...]:
    """What stands between a visit and its end: hard rules of the checklist and soft warnings."""
    photos = {
        item: sum(len(sheet.photos.get(found.id, ())) for found in findings)
        for item, findings in sheet.findings.items()
    }
    return missing(sheet.checklist, sheet.answers.values(), photos)


def complete(writing: Writing, sheet: Sheet, at: datetime) -> None:
    """Fix the score and hand the findings to the office."""
    done = replace(sheet.inspection, finished_at=at, score_rate=sheet.score.rate, vetoed=sheet.score.vetoed)
    writing.put(sheet.id, done)
    for found in findings_of(sheet):
        if is_possible(Move.HAND_IN, found.record.status):
            writing.put(found.id, replace(found.record, status=after(Move.HAND_IN, found.record)))


def findings_of(sheet: Sheet) -> tuple[Stored[Finding], ...]:
    """Every finding of the visit, in the order of its items."""
    return tuple(found for several in sheet.findings.values() for found in several)
