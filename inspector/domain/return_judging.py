"""Judges every row and picture of returned lists; the rules of excel.md "What comes back" and threats.md 47.

A row is taken only when its finding is certain, belongs to the unit that answers, and still waits for an answer.
Everything else is unchanged, refused with a reason, or left to a person as a conflict.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector.domain.errors import Complaint, Place
from inspector.domain.findings import FindingStatus
from inspector.domain.replies import (
    Outcome,
    Said,
    can_answer,
    is_silent,
    read_date,
    read_outcome,
    status_after,
)
from inspector.domain.return_matching import (
    Match,
    changed_since,
    is_another_text,
    locked_changes,
    match,
    offered,
)
from inspector.domain.return_pictures import RowPictures, sort_pictures
from inspector.domain.returned_files import ReturnedFile, ReturnedPicture, ReturnedRow, Theirs
from inspector.domain.returns import (
    FilePreview,
    Known,
    KnownFinding,
    PictureFate,
    PicturePreview,
    RowFate,
    RowPreview,
    said_changes,
)

LONGEST_TEXT = 4_000
LONGEST_NAME = 200


def judge_returns(files: Sequence[ReturnedFile], known: Known) -> tuple[FilePreview, ...]:
    """What an import of these files together would do, file by file."""
    matched = [[(row, match(row, file, known)) for row in file.rows] for file in files]
    placed = [
        sort_pictures(file, {row.spot: one.finding for row, one in rows}, known)
        for file, rows in zip(files, matched, strict=True)
    ]
    judged = [
        [_judge(row, one, _From(file, _likely_unit(file, rows, known), known), pictures) for row, one in rows]
        for file, rows, pictures in zip(files, matched, placed, strict=True)
    ]
    settled = iter(_settle_repeats([row for rows in judged for row in rows]))
    previews = []
    for file, pictures, rows in zip(files, placed, judged, strict=True):
        final = [next(settled) for _ in rows]
        previews.append(FilePreview(file, tuple(final), tuple(_picture_fates(final, pictures))))
    return tuple(previews)


@dataclass(frozen=True, slots=True)
class _From:
    """Where a row comes from, and what is known."""

    file: ReturnedFile
    likely_unit: str
    known: Known

    def unit(self, row: ReturnedRow, found: KnownFinding | None) -> str:
        """The unit a table says it is from, else the one of the file; photos by number are the finding's own unit's."""
        if self.file.by_name:
            return found.finding.unit if found else ""
        return self.known.units.one(row.unit_words) or self.likely_unit


def _judge(row: ReturnedRow, one: Match, came: _From, pictures: RowPictures) -> RowPreview:
    file, known = came.file, came.known
    said, doubts = read_said(row, file, one, known)
    place = _place(row, file)
    found = one.finding
    preview = RowPreview(
        file=file.path.name, row=row, fate=RowFate.REFUSED, said=said, unit=came.unit(row, found),
        finding=found, matched=one.by, doubts=doubts,
    )  # fmt: skip
    if found is None:
        choice = offered(row.ours, known.findings.values())
        return replace(preview, why=Complaint("return.unknown-row", place), offered=choice)
    new = pictures.new.get(row.spot, ())
    unit = preview.unit
    last = next((r.said for r in reversed(found.replies) if r.unit == unit and not is_silent(r.said)), Said())
    status = status_after(found.finding.status, said, leads=unit == found.finding.unit, shown=bool(new))
    preview = replace(
        preview,
        pictures=new,
        status=status,
        changes=said_changes(last, said),
        locked=locked_changes(row.ours, found, one.sent),
        doubts=(*doubts, *_doubts(said, found, new, place, known.today)),
    )
    return _with_fate(preview, one, found, known)


def _with_fate(preview: RowPreview, one: Match, found: KnownFinding, known: Known) -> RowPreview:
    place = _place_of(preview)
    if not preview.pictures:
        if is_silent(preview.said):
            code = "return.nothing-filled" if preview.row.spot.sheet else "return.photos-there"
            return replace(preview, fate=RowFate.UNCHANGED, why=Complaint(code, place))
        if _was_said(preview, one, found, known):
            return replace(preview, fate=RowFate.UNCHANGED, why=Complaint("return.already-taken", place))
    conflict = _conflict(preview, one, found, place)
    if conflict:
        rivals = (found.id, one.rival.id) if one.rival else ()
        return replace(preview, fate=RowFate.CONFLICT, why=conflict, offered=rivals)
    return replace(preview, fate=RowFate.ACCEPTED)


def _was_said(preview: RowPreview, one: Match, found: KnownFinding, known: Known) -> bool:
    """Whether the unit said just that already. To the list that stands only what came after it is an answer; a row that
    does not say which list it is from may be of any.
    """
    stands = one.by == "mark" and one.dispatch == found.finding.dispatch
    since = known.issued_at.get(one.dispatch) if stands else None
    return any(
        reply.said == preview.said and reply.unit == preview.unit and (since is None or reply.received_at > since)
        for reply in found.replies
    )


def _conflict(preview: RowPreview, one: Match, found: KnownFinding, place: Place) -> Complaint | None:
    """Why a person must decide, None when nobody need."""
    finding = found.finding
    if one.rival:
        return Complaint("return.mark-and-number", place, (("marked", finding.no), ("numbered", one.rival.finding.no)))
    if is_another_text(preview.row.ours, found, one.sent):
        return Complaint("return.other-text", place, (("no", finding.no),))
    if preview.unit not in {finding.unit, *finding.co_units}:
        return Complaint("return.other-unit", place, (("no", finding.no),))
    if not can_answer(finding.status):
        return Complaint("return.not-awaited", place, (("no", finding.no), ("status", str(finding.status))))
    changed = changed_since(found, one.sent)
    if changed:
        facts = (("no", finding.no), ("field", changed[0].field))
        return Complaint("return.changed-since-sent", place, facts)
    if finding.status is FindingStatus.REPLIED and preview.status is not finding.status:
        return Complaint("return.goes-back", place, (("no", finding.no),))
    return None


def read_said(row: ReturnedRow, file: ReturnedFile, one: Match, known: Known) -> tuple[Said, tuple[Complaint, ...]]:
    """The unit's cells as an answer; a cell that is not understood keeps its words and costs no other cell."""
    place, theirs, doubts = _place(row, file), row.theirs, []
    outcome = read_outcome(theirs.result)
    if outcome is None:
        doubts.append(
            Complaint("return.outcome-unknown", replace(place, column="办理结果"), (("value", theirs.result),))
        )
    near = known.dispatches.get(one.dispatch) or known.today
    done_on = read_date(theirs.completed, near, since_1904=file.since_1904) if theirs.completed != "" else None
    done_words = "" if done_on or theirs.completed == "" else _cut(str(theirs.completed), LONGEST_NAME)
    if done_words:
        doubts.append(Complaint("return.date-unreadable", replace(place, column="完成时间"), (("value", done_words),)))
    doubts += [Complaint("return.text-cut", replace(place, column=name)) for name in _too_long(theirs)]
    said = Said(
        outcome=outcome or Outcome.UNSAID,
        measures=_cut(theirs.measures, LONGEST_TEXT),
        done_on=done_on,
        person=_cut(theirs.person, LONGEST_NAME),
        phone=_cut(theirs.phone, LONGEST_NAME),
        note=_cut(theirs.remark, LONGEST_TEXT),
        outcome_words=_cut(theirs.result, LONGEST_NAME) if outcome is None else "",
        done_words=done_words,
    )
    return said, tuple(doubts)


def _doubts(
    said: Said, found: KnownFinding, new: tuple[ReturnedPicture, ...], place: Place, today: date
) -> Iterable[Complaint]:
    """What an office should look at; it is shown and decides nothing."""
    if said.outcome is Outcome.DONE and not new and not found.after_shas:
        yield Complaint("return.no-photo", place)
    if said.done_on and said.done_on > today:
        yield Complaint("return.date-in-future", place, (("value", said.done_on.isoformat()),))
    if said.done_on and said.done_on < found.finding.found_at.date():
        yield Complaint("return.date-before-finding", place, (("value", said.done_on.isoformat()),))
    if any(picture.sha in found.sent_shas for picture in new):
        yield Complaint("return.same-photo", place)


def _settle_repeats(rows: list[RowPreview]) -> list[RowPreview]:
    """Rows of one finding and unit: equal ones count once with all their pictures, different ones are a conflict."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.fate is RowFate.ACCEPTED and row.finding:
            groups[row.finding.id, row.unit].append(index)
    for indexes in groups.values():
        if len(indexes) > 1:
            _settle(rows, [index for index in indexes if not is_silent(rows[index].said)] or indexes[:1], indexes)
    return rows


def _settle(rows: list[RowPreview], speaking: list[int], indexes: list[int]) -> None:
    first = rows[speaking[0]]
    if any(rows[index].said != first.said for index in speaking):
        for index in indexes:
            why = Complaint("return.twice", _place_of(rows[index]), (("rows", _rows_of(rows, indexes)),))
            rows[index] = replace(rows[index], fate=RowFate.CONFLICT, why=why)
        return
    pictures = {picture.sha: picture for index in indexes for picture in rows[index].pictures}
    for index in indexes:
        why = Complaint("return.repeats-row", _place_of(rows[index]), (("rows", str(first.row.spot.row)),))
        rows[index] = replace(rows[index], fate=RowFate.UNCHANGED, why=why, pictures=())
    rows[speaking[0]] = replace(first, pictures=tuple(pictures.values()))


def _picture_fates(rows: Sequence[RowPreview], pictures: RowPictures) -> Iterable[PicturePreview]:
    """The pictures of rows follow their row; all others were settled when they were sorted."""
    by_row = {row.row.spot: row for row in rows}
    attached = {picture.key for row in rows if row.fate is RowFate.ACCEPTED for picture in row.pictures}
    yield from pictures.settled
    for spot, new in pictures.new.items():
        row = by_row[spot]
        entity = row.finding.id if row.finding else ""
        for picture in new:
            if picture.key in attached:
                yield PicturePreview(picture, PictureFate.ATTACHED, entity)
            elif row.fate is RowFate.CONFLICT:
                yield PicturePreview(picture, PictureFate.WAITING, entity, row.why)
            else:
                yield PicturePreview(picture, PictureFate.THERE, entity)


def _likely_unit(file: ReturnedFile, rows: Iterable[tuple[ReturnedRow, Match]], known: Known) -> str:
    """The unit the workbook was made for; of one that does not say it, the unit that leads most of its rows."""
    if file.unit in known.units.names:
        return file.unit
    leads = Counter(one.finding.finding.unit for _, one in rows if one.finding)
    return leads.most_common(1)[0][0] if leads else ""


def _place(row: ReturnedRow, file: ReturnedFile) -> Place:
    return _place_in(file.path.name, row)


def _place_of(row: RowPreview) -> Place:
    return _place_in(row.file, row.row)


def _place_in(file: str, row: ReturnedRow) -> Place:
    """Photos that came without a list have no rows a person could look up."""
    if not row.spot.sheet:
        return Place(file=file, item=row.ours.no)
    return Place(file=file, sheet=row.spot.sheet, row=row.spot.row)


def _rows_of(rows: Sequence[RowPreview], indexes: Iterable[int]) -> str:
    return "、".join(str(rows[index].row.spot.row) for index in indexes)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _too_long(theirs: Theirs) -> list[str]:
    limits = (
        ("整改情况", theirs.measures, LONGEST_TEXT), ("备注", theirs.remark, LONGEST_TEXT),
        ("责任人", theirs.person, LONGEST_NAME), ("联系电话", theirs.phone, LONGEST_NAME),
        ("办理结果", theirs.result, LONGEST_NAME),
    )  # fmt: skip
    return [name for name, text, longest in limits if len(text) > longest]
