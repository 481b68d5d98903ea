"""An answer saved with what follows from it: a failed item has a finding, any other has none."""

from dataclasses import replace
from datetime import datetime

from inspector.domain.checklists import Item
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Answer, Verdict, answer_id
from inspector.domain.judging import conclude
from inspector.services.new_findings import FindingMaker
from inspector.storage.writing import Writing


def keep_answer(writing: Writing, maker: FindingMaker, item: Item, answer: Answer, at: datetime | None = None) -> str:
    """Save an answer given `at` that time, now if not said; returns the id of its finding, "" when there is none."""
    said_at = at or writing.now
    writing.put(answer_id(answer.inspection, answer.item), replace(answer, answered_at=said_at))
    if conclude(item, answer).verdict is Verdict.FAIL:
        return maker.ensure(writing, answer.inspection, item, said_at)
    discard_findings(writing, answer.inspection, answer.item)
    return ""


def discard_findings(writing: Writing, inspection: str, item: str) -> None:
    """Lay the findings of an item that nobody was given yet into the trash."""
    for found in writing.findings.of_inspection(inspection):
        if found.record.item == item and found.record.status is FindingStatus.DRAFT:
            writing.remove(Finding, found.id)
