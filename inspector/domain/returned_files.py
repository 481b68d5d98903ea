"""What came back from a unit, as it stands in the file: rows, pictures, and what could not be taken as either."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from inspector.domain.errors import Complaint


class PictureKind(StrEnum):
    """How a workbook holds a picture."""

    FLOATING = "floating"
    WPS_CELL = "wps-cell"
    EXCEL_CELL = "excel-cell"
    FILE = "file"
    """A file of its own, in a folder or a zip."""


class LostKind(StrEnum):
    """Why a picture that is there cannot be taken."""

    HEADER_FOOTER = "header-footer"
    COMMENT = "comment"
    OBJECT = "object"
    BACKGROUND = "background"
    LINKED = "linked"
    METAFILE = "metafile"
    MISSING = "missing"
    NOT_PLACED = "not-placed"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: `row` from 1 as the person sees it, `column` from 0; a row of 0 means nowhere in particular."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell's name, K12, or ""."""
        letters, column = "", self.column + 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.row}" if self.row else ""


@dataclass(frozen=True, slots=True)
class ReturnedPicture:
    """A picture with its bytes in a private folder. `name` is what the file calls it, `key` tells it from others."""

    key: str
    spot: Spot
    kind: PictureKind
    name: str
    sha: str
    path: Path


@dataclass(frozen=True, slots=True)
class LostPicture:
    """A picture that was seen and cannot be taken."""

    spot: Spot
    kind: LostKind
    name: str


@dataclass(frozen=True, slots=True)
class Ours:
    """The cells left of ‖ as they came back: looked at, never taken."""

    no: str = ""
    site: str = ""
    location: str = ""
    text: str = ""
    due: str | date = ""


@dataclass(frozen=True, slots=True)
class Theirs:
    """The cells right of ‖ as they came back."""

    measures: str = ""
    result: str = ""
    completed: str | float | date = ""
    person: str = ""
    phone: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of a list. `mark` is its hidden cell; `unit_words` (责任单位) and `our_columns` belong to its table."""

    key: str
    spot: Spot
    mark: str
    ours: Ours
    theirs: Theirs
    unit_words: str = ""
    our_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no finding: a total, the signing block, a title."""

    spot: Spot
    why: str
    words: str


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """One file as it was read. A file that could not be read has only `complaints`.

    `dispatch` and `unit` are what the workbook's properties say, "" when they are gone. `renamed` are (name in the
    file, column it was taken for); `ignored` are things never opened: "macros", "external-links", … `by_name` are
    photos sent without a list: each row is a finding that names of files say.
    """

    path: Path
    dispatch: str = ""
    unit: str = ""
    since_1904: bool = False
    rows: tuple[ReturnedRow, ...] = ()
    pictures: tuple[ReturnedPicture, ...] = ()
    lost: tuple[LostPicture, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    pictures_read: bool = True
    by_name: bool = False
