"""A window with the page of replies on a town whose lists were sent, and files that came back."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet
from pytestqt.qtbot import QtBot

from inspector.exchange.drawn_photos import draw_photo
from inspector.ui.context import PageSpec
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.returns.kept import files_waiting, keep
from inspector.ui.pages.returns.page import ReturnsPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from tests.services.returned import FIRST, MARK, UNIT, answer, filled, put_photo, sent
from tests.town import Town, make_town
from tests.ui.pages.seat import Keyboard, OtherPage, seated

SPECS = (
    PageSpec("returns", "inbox", lambda: tr("Replies"), ReturnsPage, count=lambda _context: files_waiting()),
    PageSpec("ledger", "list-checks", lambda: tr("Ledger"), OtherPage),
    PageSpec("dispatch", "send", lambda: tr("Dispatch"), OtherPage),
)


class Reception(Keyboard):
    """Somebody at the window with files that came back to a folder."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town, folder: Path) -> None:
        super().__init__(qtbot, window, town)
        self.folder = folder

    @property
    def page(self) -> ReturnsPage:
        """The page, shown."""
        assert isinstance(self.window.pages.page, ReturnsPage)
        return self.window.pages.page

    def read(self, *paths: Path) -> None:
        """Read files and wait."""
        self.page.reading.read(paths)
        self.settle()


def returned_list(town: Town, folder: Path) -> Path:
    """A list with one answer, one row changed here since, a row nobody knows, and a loose picture."""
    folder.mkdir(parents=True, exist_ok=True)
    path = sent(town, folder)[UNIT]

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1, done="已劝离车辆，拆除私拉电线，楼口加装阻车桩", completed="11月20日")
        picture = Image(io.BytesIO(draw_photo("ebike", 3, size=(1200, 900), clean=True)))
        picture.width, picture.height, picture.anchor = 60, 45, f"L{FIRST}"
        sheet.add_image(picture)
        answer(sheet, FIRST + 1, 2, result="基本完成")
        put_photo(sheet, "T30", 9)
        sheet.cell(FIRST + 2, MARK).value = None
        for column, words in ((2, "LX-9999"), (6, "5 号楼外墙皮脱落"), (10, "已报修")):
            sheet.cell(FIRST + 2, column).value = words

    second = str(openpyxl.load_workbook(path).worksheets[0].cell(FIRST + 1, 2).value)
    with town.services.acts.doing("finding-described") as writing:
        changed = writing.returns.numbered([second])[0]
        writing.put(changed.id, replace(changed.record, location="3 号楼 1 单元门厅"))
    return filled(path, fill, "望云街道办 11 月反馈.xlsx")


@contextmanager
def reception(qtbot: QtBot, look: Look, jobs: Jobs, folder: Path) -> Iterator[Reception]:
    """The window on a town that has sent nothing yet."""
    with seated(partial(Reception, folder=folder), make_town(folder / "town.db"), SPECS, qtbot, look, jobs) as made:
        yield made
    keep(None)


__all__ = ["FIRST", "MARK", "Reception", "reception", "returned_list"]
