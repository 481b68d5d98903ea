"""The report of an import, for somebody to go through with the file beside it: every row and picture by its number."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from inspector.domain.errors import Complaint, Place
from inspector.domain.replies import Outcome
from inspector.domain.returned_files import LostPicture, SkippedRow
from inspector.domain.returns import Change, FilePreview, PictureFate, PicturePreview, RowFate, RowPreview
from inspector.services.wording.sentences import Lang, sentences

HEADS = {
    "zh": ("文件", "工作表", "行/格", "问题编号", "结果", "原因和提示", "改动"),
    "en": ("File", "Sheet", "Row/cell", "Number", "Outcome", "Reasons and notes", "Changes"),
}
TITLE = {"zh": "导入报告", "en": "Import report"}
NEW = {"zh": "新问题", "en": "new finding"}
_ROWS = {
    RowFate.ACCEPTED: ("收下", "taken"),
    RowFate.UNCHANGED: ("没有变化", "unchanged"),
    RowFate.REFUSED: ("没有收", "refused"),
    RowFate.CONFLICT: ("待决定", "to decide"),
}
_PICTURES = {
    PictureFate.ATTACHED: ("照片收下", "photo taken"),
    PictureFate.OURS: ("我们发出的照片", "our own photo"),
    PictureFate.THERE: ("照片已有", "photo already there"),
    PictureFate.WAITING: ("照片随行待决定", "photo waits with its row"),
    PictureFate.LEFT: ("照片待归位", "photo to be placed"),
}
_FIELDS = {
    "outcome": ("办理结果", "Result"),
    "measures": ("整改措施", "Measures"),
    "done_on": ("完成时间", "Done on"),
    "person": ("责任人", "In charge"),
    "phone": ("联系电话", "Phone"),
    "note": ("备注", "Note"),
    "outcome_words": ("办理结果（原话）", "Result in its words"),
    "done_words": ("完成时间（原话）", "Done on in its words"),
}
_OUTCOMES = {
    Outcome.UNSAID: ("", ""),
    Outcome.DONE: ("已完成", "put right"),
    Outcome.IN_PROGRESS: ("整改中", "being done"),
    Outcome.EXTENSION: ("申请延期", "asks for more time"),
    Outcome.NOT_OURS: ("不属本单位", "not this unit's"),
}
_SKIPPED, _LOST, _FILE, _SUM = (
    ("跳过", "skipped"), ("取不出来", "not to be had"), ("文件", "file"), ("合计", "sum"),
)  # fmt: skip


def report_lines(
    files: tuple[FilePreview, ...], lang: Lang, numbers: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[str, ...]]:
    """One line for every file, row, picture and passed-over thing, and the sums that must add up.

    `numbers` are those of the findings that a person gave rows (by key) to.
    """
    number = 0 if lang == "zh" else 1
    for file in files:
        name = file.file.path.name
        for complaint in file.file.complaints:
            yield name, "", "", "", _FILE[number], _said(complaint, lang), ""
        for row in file.rows:
            yield (name, *_row(row, lang, number, numbers.get(row.key, "")))
        for picture in file.pictures:
            yield (name, *_picture(picture, lang, number))
        for lost in file.file.lost:
            yield name, lost.spot.sheet, lost.spot.cell, "", _LOST[number], _said(lost_complaint(name, lost), lang), ""
        for skipped in file.file.skipped:
            said = _said(skipped_complaint(name, skipped), lang)
            yield name, skipped.spot.sheet, str(skipped.spot.row), "", _SKIPPED[number], said, ""
        yield name, "", "", "", _SUM[number], sums(file, lang), ""


def sums(file: FilePreview, lang: Lang) -> str:
    """Rows in = the four fates together; pictures in = their five fates together, and those not to be had."""
    rows = [(words, len(file.with_fate(fate))) for fate, words in _ROWS.items()]
    pictures = [(words, len(file.pictures_with(fate))) for fate, words in _PICTURES.items()]
    number = 0 if lang == "zh" else 1
    heads = ("{n} 行 = ", "{n} 张照片 = ") if lang == "zh" else ("{n} rows = ", "{n} photos = ")
    parts = [
        head.format(n=sum(count for _, count in counted)) + " + ".join(f"{words[number]} {n}" for words, n in counted)
        for head, counted in zip(heads, (rows, pictures), strict=True)
    ]
    return ("；" if lang == "zh" else "; ").join((*parts, f"{_LOST[number]} {len(file.file.lost)}"))


def lost_complaint(file: str, lost: LostPicture) -> Complaint:
    """What there is to say about a picture that cannot be taken."""
    place = Place(file, lost.spot.sheet, lost.spot.row or None, item=lost.spot.cell)
    return Complaint("return.picture-lost", place, (("kind", str(lost.kind)), ("name", lost.name)))


def skipped_complaint(file: str, skipped: SkippedRow) -> Complaint:
    """What there is to say about a row that is no finding."""
    place = Place(file, skipped.spot.sheet, skipped.spot.row)
    return Complaint("return.skipped-row", place, (("why", skipped.why), ("words", skipped.words)))


def locked_complaints(row: RowPreview) -> tuple[Complaint, ...]:
    """Cells of ours that came back changed."""
    place = Place(row.file, row.row.spot.sheet, row.row.spot.row)
    return tuple(
        Complaint("return.locked-changed", place, (("old", change.old), ("new", change.new))) for change in row.locked
    )


def _row(row: RowPreview, lang: Lang, number: int, given: str) -> tuple[str, ...]:
    told = [*([row.why] if row.why else []), *row.doubts, *locked_complaints(row)]
    return (
        row.row.spot.sheet,
        str(row.row.spot.row),
        given or (row.finding.finding.no if row.finding else row.row.ours.no),
        _ROWS[row.fate][number],
        "\n".join(_said(complaint, lang) for complaint in told),
        "\n".join(_changed(change, number) for change in row.changes),
    )


def _changed(change: Change, number: int) -> str:
    name, empty = _FIELDS[change.field][number], ("空", "empty")[number]
    values = (
        _OUTCOMES[Outcome(value)][number] if change.field == "outcome" else value for value in (change.old, change.new)
    )
    old, new = (value or empty for value in values)
    return f"{name}：{old} → {new}" if number == 0 else f"{name}: {old} → {new}"


def _picture(one: PicturePreview, lang: Lang, number: int) -> tuple[str, ...]:
    spot = one.picture.spot
    return spot.sheet, spot.cell, "", _PICTURES[one.fate][number], _said(one.why, lang) if one.why else "", ""


def _said(complaint: Complaint, lang: Lang) -> str:
    """What happened and what to do; where it was stands in columns of its own."""
    said = sentences(complaint, lang)
    return f"{said.happened}{said.now}" if lang == "zh" else f"{said.happened} {said.now}"
