"""A whole inspection from a file: everything is looked at first, then all of it is taken in, or nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from inspector.domain.checklists import Checklist, Item
from inspector.domain.errors import Complaint, Place, Refused, RefusedAll
from inspector.domain.findings import Finding
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.judging import conclude, figures_for, inputs
from inspector.domain.progress import Progress
from inspector.domain.sites import Site
from inspector.domain.stored import Changed, Stored
from inspector.domain.whole_inspections import GivenAnswer, WholeInspection
from inspector.exchange.record_json import read_record
from inspector.services.acts import Acts
from inspector.services.checklists import ChecklistShelf, effective
from inspector.services.kept_answers import keep_answer
from inspector.services.named import named
from inspector.services.new_findings import FindingMaker
from inspector.services.photos import keep_photo
from inspector.services.sheets import read_sheet
from inspector.services.visits import begin, checklist_code, complete, missing_of
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Recorded:
    """A whole inspection that was taken in; `refused` are photos that could not be read."""

    inspection: str
    photos: int
    refused: tuple[Complaint, ...]
    changed: Changed


class WholeInspectionService:
    """Takes whole inspections in."""

    def __init__(self, acts: Acts, shelf: ChecklistShelf, maker: FindingMaker) -> None:
        self._acts = acts
        self._shelf = shelf
        self._maker = maker

    def record(self, file: Path, progress: Progress) -> Recorded:
        """Record the inspection of a JSON file in one transaction.

        Photos that cannot be read are refused by name while the others go in. Raises `RefusedAll` with everything else
        that is wrong, and nothing is recorded: what `read_record` tells, "name.…", "checklist.…", "record.…".
        """
        given, wrong = read_record(file)
        return self._take(given, progress, wrong)

    def from_phones(
        self, path: Path, code: str, progress: Progress
    ) -> tuple[tuple[Recorded, ...], tuple[Complaint, ...]]:
        """Record what phones send back of a checklist: an XML submission, a folder of them with their photos, or an
        export of KoboToolbox or Central. Each visit is taken in whole or refused with its reasons.

        `code` is LX or LX-v1. Raises `Refused`: "checklist.unknown", and "foreign.…" for an export.
        """
        from inspector.exchange.checklist_submissions import read_submissions

        with self._acts.reading() as view:
            name, _, version = code.partition("-v")
            title = self._shelf.published(view).get((name, version))
            checklist = self._shelf.content(view, title) if title else self._shelf.newest(view, name)
        visits, complaints = read_submissions(path, checklist)
        recorded: list[Recorded] = []
        refused = [*complaints]
        for visit in visits:
            try:
                recorded.append(self._take(visit, progress))
            except RefusedAll as wrong:
                refused += wrong.complaints
        return tuple(recorded), (*refused, *(one for made in recorded for one in made.refused))

    def _take(self, given: WholeInspection, progress: Progress, wrong: tuple[Complaint, ...] = ()) -> Recorded:
        with self._acts.doing("inspection-recorded") as writing:
            site, checklist = self._agreed(writing, given, wrong)
            entity = begin(writing, site.id, checklist, given.inspector, given.started, given.remark)
            wanted = self._keep_answers(writing, entity, checklist, given)
            photos, refused = _keep_photos(writing, wanted, progress)
            if given.finished is not None:
                sheet = read_sheet(writing, self._shelf, entity)
                lacking = tuple(
                    Complaint("record.incomplete", Place(file=given.file, item=m.item), (("rule", str(m.rule)),))
                    for m in missing_of(sheet)
                    if m.hard
                )
                if lacking:
                    raise RefusedAll((*refused, *lacking))
                complete(writing, sheet, given.finished)
        return Recorded(entity, photos, refused, writing.changed)

    def _agreed(
        self, view: Reading, given: WholeInspection, wrong: tuple[Complaint, ...]
    ) -> tuple[Stored[Site], Checklist]:
        """The site and the checklist, once everything that can be said beforehand is in order; `wrong` is what could
        not even be read.
        """
        complaints = list(wrong)
        if max(given.started, given.finished or given.started) > self._acts.now() + timedelta(days=1):
            complaints.append(Complaint("record.in-future", Place(file=given.file)))
        if not given.site:
            raise RefusedAll(tuple(complaints))
        try:
            site = named(view, Site, given.site, Place(file=given.file, item="site"))
            checklist = self._checklist(view, given, site.record)
        except Refused as refused:
            raise RefusedAll((*complaints, refused.complaint)) from refused
        complaints += _already_there(view, given, site.id)
        told = {complaint.place.item.partition(".")[0] for complaint in wrong}
        complaints += _misfits(checklist, [said for said in given.answers if said.place not in told], given.file)
        if complaints:
            raise RefusedAll(tuple(complaints))
        return site, checklist

    def _checklist(self, view: Reading, given: WholeInspection, site: Site) -> Checklist:
        """The newest version of the site's own list with the district's overrides, or the version that is named."""
        code, _, version = given.checklist.partition("-v")
        place = Place(file=given.file, item="checklist")
        own = checklist_code(view, site)
        if code not in {"", own}:
            raise Refused("record.other-checklist", place, given=given.checklist, own=own, site=site.name)
        newest = effective(view, self._shelf, own)
        if version in {"", newest.version}:
            return newest
        title = self._shelf.published(view).get((own, version))
        if title is None:
            raise Refused("checklist.unknown", place)
        return self._shelf.content(view, title)

    def _keep_answers(
        self, writing: Writing, entity: str, checklist: Checklist, given: WholeInspection
    ) -> list[tuple[str, Path]]:
        """Save the answers and describe their findings; returns every photo with the finding it shows."""
        at = given.finished or given.started
        wanted: list[tuple[str, Path]] = []
        for said in given.answers:
            item = _item(checklist, said.item)
            finding = keep_answer(writing, self._maker, item, replace(_answer(item, said), inspection=entity), at)
            if finding:
                _describe(writing, finding, said)
                wanted += [(finding, photo) for photo in said.photos]
        return wanted


def _keep_photos(
    writing: Writing, wanted: list[tuple[str, Path]], progress: Progress
) -> tuple[int, tuple[Complaint, ...]]:
    """Attach the photos one after the other, so that only few of them are in memory; how many, and the refusals."""
    from inspector.exchange.photo_batch import take_in_all

    if not wanted:
        return 0, ()
    keep = writing.registers.settings()["photos.keep_originals"] == "yes"
    kept = 0
    refused: list[Complaint] = []
    outcomes = take_in_all([(photo.name, photo) for _, photo in wanted], keep, progress)
    for (finding, _), (_, outcome) in zip(wanted, outcomes, strict=True):
        if isinstance(outcome, Complaint):
            refused.append(outcome)
        else:
            kept += bool(keep_photo(writing, finding, outcome))
    return kept, tuple(refused)


def _describe(writing: Writing, finding: str, said: GivenAnswer) -> None:
    stands = writing.get(Finding, finding)
    if stands is None:
        raise LookupError(finding)
    text = said.text or stands.record.text or said.remark
    writing.put(finding, replace(stands.record, text=text, location=said.location or stands.record.location))


def _already_there(view: Reading, given: WholeInspection, site: str) -> Iterator[Complaint]:
    """The same person at the same site at the same time: the file was taken in before."""
    for visit in view.inspections.of_site(site, limit=1000):
        if (visit.record.inspector, visit.record.started_at) == (given.inspector, given.started):
            yield Complaint("record.already-there", Place(file=given.file))
            return


def _misfits(checklist: Checklist, answers: Iterable[GivenAnswer], file: str) -> Iterator[Complaint]:
    """Every answer that does not fit its item."""
    for said in answers:
        item = checklist.item(said.item)
        place = Place(file=file, item=f"{said.place} {said.item}")
        if item is None:
            yield Complaint("checklist.item-unknown", place)
            continue
        wrong = _figures_misfit(item, said, place)
        if wrong:
            yield wrong
        elif said.photos and conclude(item, _answer(item, said)).verdict is not Verdict.FAIL:
            yield Complaint("record.photo-of-nothing", place)


def _figures_misfit(item: Item, said: GivenAnswer, place: Place) -> Complaint | None:
    asked = {str(figure.figure) for figure in inputs(item.judging)}
    given = {name for name, figure in said.figures.items() if figure is not None}
    if said.verdict and given:
        return Complaint("record.verdict-and-figures", place)
    if given - asked:
        facts = (("given", "、".join(sorted(given - asked))), ("wanted", "、".join(sorted(asked)) or "verdict"))
        return Complaint("record.figure-not-asked", place, facts)
    if said.verdict and figures_for(item.judging, said.verdict) is None and said.verdict is not Verdict.NOT_APPLICABLE:
        return Complaint("record.figure-wanted", place, (("wanted", "、".join(sorted(asked))),))
    if given:
        why = conclude(item, _answer(item, said))
        return None if why.verdict else Complaint("record.figures-open", place, (("why", why.why), *why.facts))
    return None


def _answer(item: Item, said: GivenAnswer) -> Answer:
    """The answer without its inspection; a verdict stands for the mildest figures that have it."""
    figures = figures_for(item.judging, said.verdict) if said.verdict else None
    raw = figures or Answer("", "", said.verdict, said.count, said.value, said.ok, said.of)
    return replace(raw, item=item.code, remark=said.remark)


def _item(checklist: Checklist, code: str) -> Item:
    item = checklist.item(code)
    if item is None:
        raise LookupError(code)
    return item
