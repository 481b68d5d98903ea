"""A town that sent its lists, and units that fill them in with a spreadsheet program."""

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.findings import Finding
from inspector.domain.photos import PhotoRole
from inspector.domain.replies import Reply
from inspector.services.returns import ReturnPreview
from tests.town import Town, drawn, fails_of, inspect, make_town

TEXTS = ("楼道内停放电动车，门厅私拉电线充电", "2 号楼 1 单元二层堆放纸箱杂物", "配电箱旁线缆杂乱，有飞线")
UNIT = "望云街道办事处"
DONE, AFTER, RESULT, COMPLETED, PERSON, PHONE, REMARK, MARK = range(10, 18)
"""Columns of the list, from 1."""
FIRST = 4
"""The row of the first finding."""


@pytest.fixture
def town_of_lists(tmp_path: Path) -> Iterator[Town]:
    """A town nobody inspected yet; `sent` does, and sends its lists. Modules take it as `town = town_of_lists`."""
    made = make_town(tmp_path / "w.inspector")
    yield made
    made.services.close()


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


def sent(town: Town, folder: Path, sites: tuple[str, ...] = ("桂花里小区",)) -> dict[str, Path]:
    """Inspect, dispatch, and give the lists by unit."""
    for site in sites:
        inspect(town, site, fails_of(town, site, TEXTS))
    dispatching = town.services.dispatching
    issued = dispatching.issue(dispatching.plan(), folder, "王敏", silent)
    return {file.unit: file.path for file in issued.files}


def filled(path: Path, fill: Callable[[Worksheet], None], name: str = "反馈.xlsx") -> Path:
    """A copy of the list with the unit's entries, as a program saves it that reads floating pictures only."""
    book = openpyxl.load_workbook(path)
    fill(book.worksheets[0])
    target = path.with_name(name)
    book.save(target)
    return target


def answer(sheet: Worksheet, row: int, number: int = 0, **cells: Any) -> None:
    """Fill one row in as a unit does; with a `number` also the photo of that number."""
    values = {
        "done": "已清理",
        "result": "已完成",
        "completed": "11月22日",
        "person": "张三",
        "phone": "13800000000",
    } | cells
    columns = {
        "done": DONE,
        "result": RESULT,
        "completed": COMPLETED,
        "person": PERSON,
        "phone": PHONE,
        "remark": REMARK,
    }
    for key, value in values.items():
        sheet.cell(row, columns[key], value)
    if number:
        put_photo(sheet, f"K{row}", number)


def put_photo(sheet: Worksheet, cell: str, number: int) -> None:
    picture = Image(io.BytesIO(after(number)))
    picture.width, picture.height, picture.anchor = 60, 45, cell
    sheet.add_image(picture)


def after(number: int) -> bytes:
    """A photo of the repair."""
    return drawn("lane", 500 + number)


def sha(number: int) -> str:
    """The SHA-256 of that photo."""
    return hashlib.sha256(after(number)).hexdigest()


def numbers(path: Path) -> list[str]:
    """The numbers of the findings in a list, in its order."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [str(sheet.cell(row, 2).value) for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, MARK).value]


def codes(town: Town, path: Path) -> list[str]:
    """What would become of each row: why it needs a person, else its fate."""
    shown = preview(town, path)
    shown.close()
    return [row.why.code if row.why else row.fate for file in shown.files for row in file.rows]


def preview(town: Town, *paths: Path) -> ReturnPreview:
    return town.services.returns.preview(paths, silent)


def findings(town: Town) -> dict[str, Finding]:
    """Every finding by its number."""
    with town.services.acts.reading() as view:
        return {one.record.no: one.record for one in view.all(Finding)}


def replies(town: Town) -> list[Reply]:
    with town.services.acts.reading() as view:
        return [one.record for one in view.all(Reply)]


def after_photos(town: Town) -> dict[str, list[str]]:
    """Number → SHA-256 of the original files of its photos after."""
    with town.services.acts.reading() as view:
        numbers = {one.id: one.record.no for one in view.all(Finding)}
        photos = view.photos.of_findings(list(numbers))
    return {
        numbers[entity]: [p.record.facts.original_sha for p in some if p.record.role is PhotoRole.AFTER]
        for entity, some in photos.items()
        if any(p.record.role is PhotoRole.AFTER for p in some)
    }
