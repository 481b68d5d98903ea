"""How the papers of an office look: fonts by name, borders, fills; each look becomes a style number of a workbook."""

from dataclasses import dataclass, replace
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils.indexed_list import IndexedList

from inspector.exchange.excel_cells import excel_text

TITLE_FONT = "方正小标宋简体"
HEAD_FONT = "黑体"
BODY_FONT = "仿宋_GB2312"

BODY_POINTS = 11
DATE = "yyyy-mm-dd"
TEXT = "@"

MAX_PROPERTY = 255
"""The most characters Excel shows of a document property."""

GREY = "D9D9D9"
CREAM = "FFF2CC"

# The character set GB2312: on a machine without the named font it leads Windows to 宋体, not to a Latin font.
_GB2312 = 134
_ROMAN, _MODERN = 1, 3


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that makes a cell look and behave as it does."""

    font: str = BODY_FONT
    points: float = BODY_POINTS
    across: Literal["left", "center", "right"] = "left"
    down: Literal["top", "center", "bottom"] = "center"
    fill: str = ""
    lines: bool = True
    number: str = "General"
    locked: bool = True

    def with_(self, **changed: object) -> "Look":
        """The same look with some things changed."""
        return replace(self, **changed)  # type: ignore[arg-type]  # names and types are checked by the dataclass


TITLE = Look(TITLE_FONT, 20, "center", lines=False)
INFO = Look(lines=False)
HEAD = Look(HEAD_FONT, BODY_POINTS, "center", fill=GREY)


def new_layout() -> Workbook:
    """An empty workbook whose column widths come out alike everywhere.

    Widths are told in digits of the standard font. Arial 10 (or Liberation Sans, its equal) is on every machine and
    has digits of 7 pixels; openpyxl's own choice, Calibri, is missing where only WPS or LibreOffice is installed.
    """
    layout = Workbook()
    standard = IndexedList([Font(name="Arial", size=10, family=2)])
    layout._fonts = standard  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl has no other way to choose it
    return layout


def name_document(layout: Workbook, creator: str, title: str) -> None:
    """Say in the document's properties who made it and what it is."""
    layout.properties.creator = excel_text(creator)[:MAX_PROPERTY]
    layout.properties.title = excel_text(title)[:MAX_PROPERTY]


class Styles:
    """The style numbers of one workbook."""

    def __init__(self, layout: Workbook) -> None:
        self._sheet = layout.worksheets[0]
        self._numbers: dict[Look, int] = {}

    def number(self, look: Look) -> int:
        """The number cells of that look name."""
        if look not in self._numbers:
            self._numbers[look] = self._register(look)
        return self._numbers[look]

    def _register(self, look: Look) -> int:
        cell = Cell(self._sheet, 1, 1)  # a fresh one each time: the workbook keeps its style by reference
        family = _MODERN if look.font == HEAD_FONT else _ROMAN
        cell.font = Font(name=look.font, size=look.points, charset=_GB2312, family=family)
        cell.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=True)
        side = Side(style="thin") if look.lines else Side()
        cell.border = Border(left=side, right=side, top=side, bottom=side)
        cell.fill = PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill()
        cell.number_format = look.number
        cell.protection = Protection(locked=look.locked)
        return int(cell.style_id)
