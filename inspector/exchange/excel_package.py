"""An .xlsx file put together from a workbook that openpyxl lays out and rows and pictures streamed into it.

openpyxl makes everything that is small and intricate: styles, widths, page setup, protection, input checks,
properties. The rows and the pictures, which are many and simple, are written past it one at a time, pictures stored
and not deflated: four thousand photos then cost seconds and no memory (docs/decisions: architecture.md 12).
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from openpyxl import Workbook

from inspector.exchange.excel_cells import Row, rows_xml
from inspector.exchange.excel_pictures import PlacedPicture, StoredPicture, clean_jpeg, drawing_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What is streamed into a worksheet: its rows from row 1 on, and its pictures.

    A `large` one may grow beyond 2 GB before it is packed and says so in the zip.
    """

    rows: Iterable[Row]
    pictures: Sequence[PlacedPicture] = ()
    large: bool = False


def write_package(
    layout: Workbook,
    sheets: Sequence[SheetContent],
    out: BinaryIO,
    picture: Callable[[str], bytes],
    stored_one: Callable[[], None],
) -> tuple[str, ...]:
    """Write the workbook to `out` and return the pictures that could not be read and were left out.

    `sheets` belong to the worksheets of `layout` in their order; cells `layout` holds only lend their styles.
    `picture` is asked for each different picture once, while it is written; `stored_one` is called after each placed
    picture.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        _write_layout(layout, sheets, package)
        album = _Album(package, picture)
        for number, sheet in enumerate(sheets, 1):
            if sheet.pictures:
                _write_drawing(number, sheet.pictures, package, album, stored_one)
    return tuple(album.unreadable)


def _write_layout(layout: Workbook, sheets: Sequence[SheetContent], package: zipfile.ZipFile) -> None:
    skeleton = io.BytesIO()
    layout.save(skeleton)
    contents = {f"xl/worksheets/sheet{number}.xml": (number, sheet) for number, sheet in enumerate(sheets, 1)}
    with zipfile.ZipFile(skeleton) as parts:
        for name in parts.namelist():
            if name == "[Content_Types].xml":
                package.writestr(_part(name), _with_drawings(parts.read(name), sheets))
            elif name in contents:
                _write_sheet(name, parts.read(name), *contents[name], package)
            else:
                package.writestr(_part(name), parts.read(name))


def _write_sheet(name: str, skeleton: bytes, number: int, sheet: SheetContent, package: zipfile.ZipFile) -> None:
    head, _, rest = skeleton.partition(b"<sheetData>")
    tail = rest.partition(b"</sheetData>")[2]
    if sheet.pictures:
        drawing = f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/></worksheet>'
        tail = tail.removesuffix(b"</worksheet>") + drawing.encode()
    with package.open(_part(name), "w", force_zip64=sheet.large) as part:
        part.write(head + b"<sheetData>")
        for row in rows_xml(sheet.rows):
            part.write(row.encode())
        part.write(b"</sheetData>" + tail)
    if sheet.pictures:
        relation = _relation("rId1", "drawing", f"/xl/drawings/drawing{number}.xml")
        package.writestr(_part(f"xl/worksheets/_rels/sheet{number}.xml.rels"), _relations([relation]))


def _with_drawings(types: bytes, sheets: Sequence[SheetContent]) -> bytes:
    drawings = [
        f'<Override PartName="/xl/drawings/drawing{number}.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
        for number, sheet in enumerate(sheets, 1)
        if sheet.pictures
    ]
    if not drawings:
        return types
    added = '<Default Extension="jpg" ContentType="image/jpeg"/>' + "".join(drawings)
    return types.removesuffix(b"</Types>") + f"{added}</Types>".encode()


def _write_drawing(
    number: int,
    pictures: Sequence[PlacedPicture],
    package: zipfile.ZipFile,
    album: "_Album",
    stored_one: Callable[[], None],
) -> None:
    placed: list[tuple[PlacedPicture, StoredPicture, str]] = []
    relations: dict[str, str] = {}
    for one in pictures:
        stored = album.store(one.sha)
        if stored is not None:
            placed.append((one, stored, relations.setdefault(stored.part, f"rId{len(relations) + 1}")))
        stored_one()
    with package.open(_part(f"xl/drawings/drawing{number}.xml"), "w") as part:
        for text in drawing_xml(placed):
            part.write(text.encode())
    images = [_relation(relation, "image", f"/{part_name}") for part_name, relation in relations.items()]
    package.writestr(_part(f"xl/drawings/_rels/drawing{number}.xml.rels"), _relations(images))


class _Album:
    """The pictures of one file: each different one is asked for, cleaned and stored once."""

    def __init__(self, package: zipfile.ZipFile, picture: Callable[[str], bytes]) -> None:
        self._package = package
        self._picture = picture
        self._stored: dict[str, StoredPicture] = {}
        self.unreadable: dict[str, None] = {}

    def store(self, sha: str) -> StoredPicture | None:
        if sha not in self._stored and sha not in self.unreadable:
            self._write(sha)
        return self._stored.get(sha)

    def _write(self, sha: str) -> None:
        clean = clean_jpeg(self._picture(sha))
        if clean is None:
            self.unreadable[sha] = None
            return
        content, width, height = clean
        name = f"xl/media/image{len(self._stored) + 1}.jpg"
        self._package.writestr(_part(name), content, compress_type=zipfile.ZIP_STORED)
        self._stored[sha] = StoredPicture(name, width, height)


def _part(name: str) -> zipfile.ZipInfo:
    """A part with a fixed date, so that equal content makes equal bytes."""
    part = zipfile.ZipInfo(name, _MADE)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    return part


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"/>'


def _relations(relations: Iterable[str]) -> str:
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>'
