"""Recording: what an inspector does on the sheet, each act saved in its own transaction the moment it is made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from inspector.domain.checklists import Item
from inspector.domain.errors import Place, Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Answer, Inspection, Verdict, answer_id
from inspector.domain.judging import FigureName, conclude, figures_for
from inspector.domain.stored import Changed, Stored
from inspector.services.acts import Acts
from inspector.services.checklists import ChecklistShelf
from inspector.services.kept_answers import discard_findings, keep_answer
from inspector.services.last_results import LastResult, last_result
from inspector.services.new_findings import FindingMaker
from inspector.services.sheets import Sheet, place_note, read_sheet
from inspector.storage.writing import Writing


class RecordingService:
    """The acts of the recording page. Every method returns what it touched; `sheet` reads the result."""

    def __init__(self, acts: Acts, shelf: ChecklistShelf, maker: FindingMaker) -> None:
        self._acts = acts
        self._shelf = shelf
        self._maker = maker

    def sheet(self, inspection: str) -> Sheet:
        """The inspection as it stands."""
        with self._acts.reading() as view:
            return read_sheet(view, self._shelf, inspection)

    def last_result(self, inspection: str, item: str) -> LastResult | None:
        """What the last visit to this site said about the item; None when nobody looked yet."""
        with self._acts.reading() as view:
            return last_result(view, self._shelf, inspection, item)

    def judge(self, inspection: str, item: str, verdict: Verdict) -> Changed:
        """合格, 不合格 or 不适用 for an item; the same verdict again changes nothing.

        不合格 brings back the finding that was taken away before, or makes one with the item's first phrase, place,
        unit and deadline filled in. Raises `Refused("answer.figure-needed")` where a figure has to be given instead
        (see `judging.figures_for`).
        """
        with self._acts.doing("judge") as writing:
            open_inspection(writing, inspection)
            known = self._item(writing, inspection, item)
            stands = self._answer(writing, inspection, item)
            if stands is None or conclude(known, stands).verdict is not verdict:
                answer = _by_one_key(known, stands or Answer(inspection, item), verdict)
                keep_answer(writing, self._maker, known, answer)
        return writing.changed

    def figure(self, inspection: str, item: str, name: FigureName, value: float | None) -> Changed:
        """One raw figure of an item (see `judging.inputs`); None takes it away. Whole figures are stored as such."""
        whole = value is not None and name is not FigureName.VALUE
        return self._figures(inspection, item, **{name.value: int(value) if whole and value is not None else value})

    def clear(self, inspection: str, item: str) -> Changed:
        """Back to 未查, the note stays; findings of the item go to the trash and come back if it fails again."""
        with self._acts.doing("clear") as writing:
            open_inspection(writing, inspection)
            stands = self._answer(writing, inspection, item)
            if stands and stands.remark:
                writing.put(answer_id(inspection, item), Answer(inspection, item, remark=stands.remark))
            else:
                writing.remove(Answer, answer_id(inspection, item))
            discard_findings(writing, inspection, item)
        return writing.changed

    def pass_rest(self, inspection: str, section: str) -> tuple[int, Changed]:
        """其余都合格: every unrated item of a section passes, in one act logged as such.

        Returns how many items passed; those that need a real figure first stay unrated.
        """
        passed = 0
        with self._acts.doing("section-passes") as writing:
            open_inspection(writing, inspection)
            sheet = read_sheet(writing, self._shelf, inspection)
            for item in _items_of(sheet, section):
                if not sheet.is_done(item.code) and figures_for(item.judging, Verdict.PASS):
                    stands = sheet.answers.get(item.code, Answer(inspection, item.code))
                    keep_answer(writing, self._maker, item, _by_one_key(item, stands, Verdict.PASS))
                    passed += 1
        return passed, writing.changed

    def remark(self, inspection: str, item: str, text: str) -> Changed:
        """A note on an item, whatever its verdict."""
        with self._acts.doing("remark") as writing:
            open_inspection(writing, inspection)
            stands = self._answer(writing, inspection, item) or Answer(inspection, item)
            writing.put(answer_id(inspection, item), replace(stands, remark=text))
        return writing.changed

    def add_finding(self, inspection: str, item: str) -> tuple[str, Changed]:
        """Another finding of the same item; returns its id."""
        with self._acts.doing("finding-added") as writing:
            open_inspection(writing, inspection)
            known = self._item(writing, inspection, item)
            entity = self._maker.make(writing, inspection, known, writing.now, another=True)
        return entity, writing.changed

    def remove_finding(self, finding: str) -> Changed:
        """Take one of several findings of an item away; the last one of a failed item stays.

        Raises `Refused("finding.last-of-item")`: a failed item without a finding would be a fault nobody puts right.
        """
        with self._acts.doing("finding-removed") as writing:
            found = self._draft(writing, finding)
            beside = [f for f in writing.findings.of_inspection(found.inspection) if f.record.item == found.item]
            if len(beside) < 2:
                raise Refused("finding.last-of-item")
            writing.remove(Finding, finding)
        return writing.changed

    def describe(self, finding: str, text: str) -> Changed:
        """存在问题, from a phrase or typed."""
        return self._edit(finding, "finding-described", text=text)

    def locate(self, finding: str, location: str) -> Changed:
        """具体位置."""
        return self._edit(finding, "finding-located", location=location)

    def require(self, finding: str, requirement: str) -> Changed:
        """整改要求."""
        return self._edit(finding, "finding-required", requirement=requirement)

    def assign(self, finding: str, unit: str, co_units: Sequence[str] = ()) -> Changed:
        """责任单位 chosen by the inspector instead of the rule's."""
        return self._edit(finding, "finding-assigned", unit=unit, co_units=tuple(co_units), unit_reason="chosen")

    def hand_over(self, findings: Sequence[str], unit: str) -> Changed:
        """Another 责任单位 for several findings in one act; who helped still helps, unless it leads now."""
        with self._acts.doing("finding-assigned") as writing:
            for finding in findings:
                stands = self._draft(writing, finding)
                helping = tuple(each for each in stands.co_units if each != unit)
                writing.put(finding, replace(stands, unit=unit, co_units=helping, unit_reason="chosen"))
        return writing.changed

    def set_deadline(self, finding: str, due_on: date | None, time_limit: str = "") -> Changed:
        """整改期限 by hand: a rule of the ladder in `time_limit`, or a plain date."""
        return self._edit(finding, "finding-due", due_on=due_on, time_limit=time_limit)

    def stand_at(self, inspection: str, item: str) -> None:
        """Remember the item, so that reopening returns to it; kept on this laptop only."""
        with self._acts.workspace.writing("place") as writing:
            writing.take_note(place_note(inspection), item)

    def _figures(self, inspection: str, item: str, **raw: Any) -> Changed:
        """Figures replace those of the same name; what was said before is no longer a person's word."""
        with self._acts.doing("figures") as writing:
            open_inspection(writing, inspection)
            stands = self._answer(writing, inspection, item) or Answer(inspection, item)
            known = self._item(writing, inspection, item)
            keep_answer(writing, self._maker, known, replace(stands, verdict=None, **raw))
        return writing.changed

    def _edit(self, finding: str, act: str, **fields: object) -> Changed:
        with self._acts.doing(act) as writing:
            writing.put(finding, replace(self._draft(writing, finding), **fields))  # type: ignore[arg-type] # by name
        return writing.changed

    def _draft(self, writing: Writing, finding: str) -> Finding:
        found = writing.get(Finding, finding)
        if found is None or found.deleted:
            raise Refused("finding.missing")
        if found.record.status not in {FindingStatus.DRAFT, FindingStatus.TO_DISPATCH}:
            raise Refused("finding.already-dispatched", no=found.record.no)
        return found.record

    def _item(self, writing: Writing, inspection: str, item: str) -> Item:
        stored = open_inspection(writing, inspection)
        known = self._shelf.pinned(writing, stored.record.checklist_sha).item(item)
        if known is None:
            raise Refused("checklist.item-unknown", Place(item=item))
        return known

    def _answer(self, writing: Writing, inspection: str, item: str) -> Answer | None:
        stored = writing.get(Answer, answer_id(inspection, item))
        return stored.record if stored and not stored.deleted else None


def open_inspection(writing: Writing, inspection: str) -> Stored[Inspection]:
    """The inspection if it can still be recorded in. Raises `Refused`: "inspection.missing", "inspection.finished"."""
    stored = writing.get(Inspection, inspection)
    if stored is None or stored.deleted:
        raise Refused("inspection.missing")
    if stored.record.finished_at is not None:
        raise Refused("inspection.finished")
    return stored


def _by_one_key(item: Item, stands: Answer, verdict: Verdict) -> Answer:
    """What one key press means on this item; the remark stays."""
    figures = figures_for(item.judging, verdict)
    if figures is None and verdict is not Verdict.NOT_APPLICABLE:
        raise Refused("answer.figure-needed", Place(item=item.code))
    said = figures or Answer("", "", verdict=verdict)
    return replace(said, inspection=stands.inspection, item=stands.item, remark=stands.remark)


def _items_of(sheet: Sheet, section: str) -> tuple[Item, ...]:
    return next((part.items for part in sheet.checklist.sections if part.code == section), ())
