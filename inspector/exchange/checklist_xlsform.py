"""A checklist as an XLSForm, so that a phone with KoboCollect or ODK Collect can carry it.

Each item is a question of its own code: a verdict, or its figures with "not applicable" beside them; a failed one asks
for words, a place and a photo. `checklist_submissions.py` reads what comes back.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklists import Checklist, Item
from inspector.domain.judging import Input, inputs
from inspector.exchange.excel_cells import excel_text
from inspector.exchange.safe_files import replacing

SITE, INSPECTOR, REMARK = "visit_site", "visit_inspector", "visit_remark"
TEXT, LOCATION, PHOTO = "_text", "_location", "_photo"
"""What is added to an item's code for the questions about its fault."""

_ZH = "label::中文 (zh)"
_SURVEY = ("type", "name", _ZH, "hint::中文 (zh)", "required", "relevant", "constraint", "parameters", "appearance")
_MEANINGS = {
    "defects": "发现几处",
    "present": "有几个",
    "distance": "走了多长",
    "events": "看到几次",
    "minutes": "看了多久",
    "measured": "量得多少",
    "rank": "道路等级",
    "in-order": "合格的",
    "checked": "查看的",
    "right": "答对的",
    "asked": "问的人数",
}
_VERDICTS = (
    ("list_name", "name", _ZH),
    ("verdict", "pass", "合格"),
    ("verdict", "fail", "不合格"),
    ("verdict", "not_applicable", "不适用"),
    ("applies", "yes", "查了"),
    ("applies", "not_applicable", "不适用"),
)

Row = tuple[str, ...]


def write_checklist_xlsform(checklist: Checklist, file: Path) -> None:
    """Write the form of a checklist; pyxform converts it. Raises `Refused("file.…")`."""
    book = Workbook()
    _fill(book.worksheets[0], "survey", (_SURVEY, *_survey(checklist)))
    _fill(book.create_sheet(), "choices", _VERDICTS)
    settings = (("form_title", "form_id", "version", "default_language"),)
    head = (checklist.title, checklist.name, checklist.version, "中文 (zh)")
    _fill(book.create_sheet(), "settings", (*settings, head))
    with replacing(file) as out:
        book.save(out)


def questions_of(checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """Name and label of every question of the form, in its order; what has no label is called by its name."""
    return tuple((name, label or name) for kind, name, label, *_ in _survey(checklist) if not kind.endswith("_group"))


VERDICT_LABELS = {label: name for _, name, label in _VERDICTS[1:]}
"""What a label of a choice stands for."""


def figure_name(item: Item, figure: Input) -> str:
    """The name of the question that asks for a figure of an item."""
    return f"{item.code}_{figure.figure}"


def _survey(checklist: Checklist) -> Iterator[Row]:
    yield _row("start", "start")
    yield _row("end", "end")
    yield _row("text", SITE, "点位（名称或编号）", required="yes")
    yield _row("text", INSPECTOR, "检查人", required="yes")
    for number, section in enumerate(checklist.sections, 1):
        yield _row("begin_group", f"section_{number}", section.title)
        for item in section.items:
            yield from _item(item)
        yield _row("end_group", "")
    yield _row("text", REMARK, "备注")


def _item(item: Item) -> Iterator[Row]:
    asked = inputs(item.judging)
    label = f"{item.code} {item.text}"
    yield _row(f"select_one {'applies' if asked else 'verdict'}", item.code, label, item.counts)
    applies, failed = f"${{{item.code}}} = 'yes'", f"${{{item.code}}} = 'fail'"
    for figure in asked:
        name = f"{_MEANINGS.get(figure.meaning, figure.meaning)}{f'（{figure.unit}）' if figure.unit else ''}"
        kind = "integer" if figure.whole else "decimal"
        needed = "yes" if figure.required else ""
        yield _row(kind, figure_name(item, figure), name, required=needed, relevant=applies, constraint=". >= 0")
    seen = applies if asked else failed
    yield _row("text", item.code + TEXT, "问题描述", "；".join(item.phrases), relevant=seen)
    yield _row("text", item.code + LOCATION, "具体位置", relevant=seen)
    yield _row("image", item.code + PHOTO, "照片", relevant=seen, parameters="max-pixels=2048")


def _row(kind: str, name: str, label: str = "", hint: str = "", **more: str) -> Row:
    return (kind, name, label, hint, *(more.get(column, "") for column in _SURVEY[4:]))


def _fill(sheet: Worksheet, title: str, rows: Iterable[Row]) -> None:
    sheet.title = title
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, excel_text(text) or None)
            if text:
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
