"""A finding made from a failed item, with everything filled in that the rules know."""

from datetime import datetime

from inspector.domain.checklists import Item
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Inspection
from inspector.domain.recurrence import comes_back
from inspector.domain.sites import Site
from inspector.domain.stored import Stored
from inspector.services.checklists import ChecklistShelf
from inspector.services.deadlines import Deadlines
from inspector.services.responsible import answering
from inspector.storage.writing import Writing


class FindingMaker:
    """Makes findings inside the transaction of the act that needs them."""

    def __init__(self, shelf: ChecklistShelf, deadlines: Deadlines) -> None:
        self._shelf = shelf
        self._deadlines = deadlines

    def ensure(self, writing: Writing, inspection: str, item: Item, at: datetime) -> str:
        """The item's finding: the one that stands, those last taken away with all their photos, or a new one."""
        standing = [f for f in writing.findings.of_inspection(inspection) if f.record.item == item.code]
        if standing:
            return standing[0].id
        discarded = writing.findings.discarded(inspection, item.code)
        for found in discarded:
            writing.restore(Finding, found.id)
        if discarded:
            return discarded[0].id
        return self.make(writing, inspection, item, at)

    def make(self, writing: Writing, inspection: str, item: Item, at: datetime, *, another: bool = False) -> str:
        """A new finding seen `at` that time; `another` one beside those that stand begins without a description."""
        visit = writing.get(Inspection, inspection)
        site = writing.get(Site, visit.record.site) if visit else None
        if visit is None or site is None:
            raise LookupError(inspection)
        checklist = self._shelf.pinned(writing, visit.record.checklist_sha)
        answers_for_it = answering(writing, item.unit_rule, checklist.default_unit, site.record)
        standing = [f.record for f in writing.findings.of_inspection(inspection)]
        position = sum(f.item == item.code for f in standing)
        earlier = self._comes_back(writing, visit.record.site, item.code, at)
        finding = Finding(
            no=f"{site.record.kind}-{writing.findings.next_serial(site.record.kind):04d}",
            site=visit.record.site,
            text="" if another or not item.phrases else item.phrases[0],
            found_at=at,
            found_by=visit.record.inspector,
            kind=site.record.kind,
            street=site.record.street,
            location=max(standing, key=lambda f: f.found_at).location if standing else "",
            inspection=inspection,
            item=item.code,
            category=item.category,
            unit=answers_for_it.unit,
            co_units=answers_for_it.co_units,
            unit_reason=answers_for_it.reason,
            requirement=item.requirement,
            time_limit=item.time_limit,
            due_on=self._deadlines.due_on(writing, item.time_limit, at.date()),
            status=FindingStatus.DRAFT,
            veto=bool(item.veto),
            position=position,
            recurrence_of=earlier.id if earlier else "",
            recurrences=earlier.record.recurrences + 1 if earlier else 0,
        )
        entity = writing.new_id()
        writing.put(entity, finding)
        return entity

    def _comes_back(self, writing: Writing, site: str, item: str, at: datetime) -> Stored[Finding] | None:
        """反弹: the finding of this item here that was closed not long before."""
        days = int(writing.registers.settings()["finding.recurrence_days"])
        return comes_back(writing.findings.closed_of_item(site, item), at.date(), days)
