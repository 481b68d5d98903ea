"""An inspection as it lies open before the inspector: checklist, answers, findings, photos, score."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.domain.checklists import Checklist, Item
from inspector.domain.errors import Refused
from inspector.domain.findings import Finding
from inspector.domain.inspections import Answer, Inspection
from inspector.domain.judging import Conclusion, conclude
from inspector.domain.photos import Photo
from inspector.domain.scoring import VETO_CAP, Score, score
from inspector.domain.sites import Community, Site, Street
from inspector.domain.stored import Stored
from inspector.services.checklists import ChecklistShelf
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about one inspection in one consistent view.

    `answers`, `conclusions` and `findings` go by item code, `photos` by finding id; `open_before` are the findings of
    earlier visits that still wait for somebody; `recurrences` counts what came back at this site after it was closed;
    `here` is the item where the inspector stood last.
    """

    id: str
    inspection: Inspection
    site: Site
    street: str
    community: str
    checklist: Checklist
    answers: Mapping[str, Answer]
    conclusions: Mapping[str, Conclusion]
    findings: Mapping[str, tuple[Stored[Finding], ...]]
    photos: Mapping[str, tuple[Stored[Photo], ...]]
    open_before: tuple[Stored[Finding], ...]
    recurrences: int
    score: Score
    here: str

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the checklist."""
        return tuple(self.checklist.items)

    def is_done(self, item: str) -> bool:
        """The item has a conclusion."""
        return item in self.conclusions and self.conclusions[item].verdict is not None

    def entry_of(self, section: str) -> str:
        """Where to begin in a section: its first item without a conclusion, or its first. StopIteration if unknown."""
        shown = next(part for part in self.checklist.sections if part.code == section)
        return next((item for item in shown.items if not self.is_done(item.code)), shown.items[0]).code

    def next_unrated(self, after: str) -> str:
        """The next item without a conclusion behind `after`, going round once; "" when all are done."""
        codes = [item.code for item in self.items]
        start = codes.index(after) + 1 if after in codes else 0
        return next((code for code in codes[start:] + codes[:start] if not self.is_done(code)), "")


def read_sheet(view: Reading, shelf: ChecklistShelf, inspection: str) -> Sheet:
    """The sheet of an inspection. Raises `Refused("inspection.missing")`."""
    stored = view.get(Inspection, inspection)
    if stored is None or stored.deleted:
        raise Refused("inspection.missing")
    record = stored.record
    checklist = shelf.pinned(view, record.checklist_sha)
    site = view.get(Site, record.site)
    street = view.get(Street, site.record.street) if site else None
    community = view.get(Community, site.record.community) if site else None
    caps = view.registers.settings()["score.cap_on_veto"] == "yes"
    answers = {item: found.record for item, found in view.answers.of(inspection).items()}
    findings = _by_item(view.findings.of_inspection(inspection))
    ids = [found.id for several in findings.values() for found in several]
    return Sheet(
        id=inspection,
        inspection=record,
        site=site.record if site else Site(name="", kind=checklist.kind),
        street=street.record.name if street else "",
        community=community.record.name if community else "",
        checklist=checklist,
        answers=answers,
        conclusions=_conclusions(checklist, answers),
        findings=findings,
        photos=view.photos.of_findings(ids),
        open_before=view.findings.open_of_site(record.site, besides=inspection),
        recurrences=view.findings.recurred_by_site([record.site]).get(record.site, 0),
        score=score(checklist, answers.values(), VETO_CAP if caps else None),
        here=view.contents.note(place_note(inspection)),
    )


def place_note(inspection: str) -> str:
    """The name under which this laptop remembers where the inspector stood."""
    return f"here:{inspection}"


def _by_item(findings: tuple[Stored[Finding], ...]) -> dict[str, tuple[Stored[Finding], ...]]:
    grouped: dict[str, tuple[Stored[Finding], ...]] = {}
    for found in findings:
        grouped[found.record.item] = (*grouped.get(found.record.item, ()), found)
    return grouped


def _conclusions(checklist: Checklist, answers: Mapping[str, Answer]) -> dict[str, Conclusion]:
    return {item.code: conclude(item, answers[item.code]) for item in checklist.items if item.code in answers}
