"""What the last visit found on the same item at the same site: shown while the item waits for its verdict."""

from dataclasses import dataclass
from datetime import datetime

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Inspection, Verdict
from inspector.domain.judging import conclude
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.services.checklists import ChecklistShelf
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class LastResult:
    """The last word on an item at a site. With a finding: what became of it, until when, and its first photo."""

    at: datetime
    inspector: str
    verdict: Verdict
    finding: Stored[Finding] | None = None
    unit_name: str = ""
    thumb_sha: str = ""
    ended_at: datetime | None = None
    """When the finding was last changed, for one that is closed."""


def last_result(view: Reading, shelf: ChecklistShelf, inspection: str, item: str) -> LastResult | None:
    """The newest verdict on `item` from an earlier finished visit to the site; None when nobody looked yet."""
    here = view.get(Inspection, inspection)
    if here is None:
        return None
    finding = view.findings.last_of_item(here.record.site, item, besides=inspection)
    for visit in view.inspections.of_site(here.record.site):
        verdict = _verdict(view, shelf, visit, item) if _is_earlier(visit, here) else None
        if verdict is not None:
            about = finding if finding and finding.record.inspection == visit.id else None
            return _told(view, visit.record, verdict, about)
    return None


def _is_earlier(visit: Stored[Inspection], here: Stored[Inspection]) -> bool:
    done = visit.record.finished_at is not None
    return done and visit.id != here.id and visit.record.started_at < here.record.started_at


def _verdict(view: Reading, shelf: ChecklistShelf, visit: Stored[Inspection], item: str) -> Verdict | None:
    known = shelf.pinned(view, visit.record.checklist_sha).item(item)
    answer = view.answers.of(visit.id).get(item)
    return conclude(known, answer.record).verdict if known and answer else None


def _told(view: Reading, visit: Inspection, verdict: Verdict, finding: Stored[Finding] | None) -> LastResult:
    if finding is None:
        return LastResult(visit.started_at, visit.inspector, verdict)
    unit = view.get(Unit, finding.record.unit) if finding.record.unit else None
    photos = view.photos.of_findings([finding.id]).get(finding.id, ())
    closed = finding.record.status is FindingStatus.CLOSED
    newest = view.revision(finding.revision) if closed else None
    return LastResult(
        at=visit.started_at,
        inspector=visit.inspector,
        verdict=verdict,
        finding=finding,
        unit_name=unit.record.name if unit else "",
        thumb_sha=photos[0].record.thumb_sha if photos else "",
        ended_at=datetime.fromisoformat(newest.made_at) if newest else None,
    )
