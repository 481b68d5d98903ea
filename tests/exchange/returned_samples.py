"""Workbooks with pictures as offices store them: XlsxWriter makes the frame, the rest is put in by hand."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it has no stubs
from PIL import Image

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WPS = "http://www.wps.cn/officeDocument"
PIXEL = 9_525


@cache
def photo(number: int, kind: str = "JPEG") -> bytes:
    """A small photo of its own colour."""
    out = io.BytesIO()
    Image.new("RGB", (80, 60), (number * 53 % 256, number * 101 % 256, number * 7 % 256)).save(out, kind)
    return out.getvalue()


def sheet_with(
    path: Path, pictures: Sequence[bytes], rows: int = 12, change: Callable[..., None] = lambda _book, _sheet: None
) -> Path:
    """A sheet of 20-point rows and 10-digit columns whose drawing holds these pictures as rId1, rId2, …"""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("清单")
    sheet.set_column(0, 12, 10)
    for row in range(rows):
        sheet.set_row(row, 20)
        sheet.write(row, 0, row + 1)
    for number, content in enumerate(pictures):
        sheet.insert_image(number, 1, f"{number}.jpg", {"image_data": io.BytesIO(content)})
    change(book, sheet)
    book.close()
    return path


def rewrite(path: Path, changes: dict[str, Callable[[str], str]], new: dict[str, bytes] | None = None) -> Path:
    """Change the text of parts and add parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **(new or {})}.items():
            archive.writestr(name, content)
    return path


def drawn(path: Path, pictures: Sequence[bytes], anchors: str, **more: object) -> Path:
    """A sheet whose drawing holds exactly these anchors."""
    made = sheet_with(path, pictures, **more)  # type: ignore[arg-type]  # passed on as given
    return rewrite(made, {"xl/drawings/drawing1.xml": lambda _: f"<xdr:wsDr {DRAWING}>{anchors}</xdr:wsDr>"})


def marker(name: str, column: int, row: int, dx: int = 0, dy: int = 0) -> str:
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{dx * PIXEL}</xdr:colOff><xdr:row>{row}</xdr:row>"
        f"<xdr:rowOff>{dy * PIXEL}</xdr:rowOff></xdr:{name}>"
    )


def two_cell(start: str, end: str, content: str) -> str:
    return f"<xdr:twoCellAnchor>{start}{end}{content}<xdr:clientData/></xdr:twoCellAnchor>"


def one_cell(start: str, width: int, height: int, content: str) -> str:
    size = f'<xdr:ext cx="{width * PIXEL}" cy="{height * PIXEL}"/>'
    return f"<xdr:oneCellAnchor>{start}{size}{content}<xdr:clientData/></xdr:oneCellAnchor>"


def absolute(left: int, top: int, width: int, height: int, content: str) -> str:
    place = f'<xdr:pos x="{left * PIXEL}" y="{top * PIXEL}"/><xdr:ext cx="{width * PIXEL}" cy="{height * PIXEL}"/>'
    return f"<xdr:absoluteAnchor>{place}{content}<xdr:clientData/></xdr:absoluteAnchor>"


def pic(relation: str, box: tuple[int, int, int, int] = (0, 0, 10, 10), name: str = "图片 1") -> str:
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="{name}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="{relation}"/></xdr:blipFill><xdr:spPr>{_frame(box)}</xdr:spPr></xdr:pic>'
    )


def filled_shape(relation: str, box: tuple[int, int, int, int] = (0, 0, 10, 10)) -> str:
    return (
        '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="3" name="矩形 1"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
        f'{_frame(box)}<a:blipFill><a:blip r:embed="{relation}"/></a:blipFill></xdr:spPr></xdr:sp>'
    )


def group(box: tuple[int, int, int, int], inside: tuple[int, int, int, int], content: str) -> str:
    outer, inner = _frame(box, close=False), _sizes(inside, "chOff", "chExt")
    return f"<xdr:grpSp><xdr:nvGrpSpPr/><xdr:grpSpPr>{outer}{inner}</a:xfrm></xdr:grpSpPr>{content}</xdr:grpSp>"


def alternatives(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def _frame(box: tuple[int, int, int, int], *, close: bool = True) -> str:
    return f"<a:xfrm>{_sizes(box, 'off', 'ext')}" + ("</a:xfrm>" if close else "")


def _sizes(box: tuple[int, int, int, int], at: str, size: str) -> str:
    left, top, width, height = (value * PIXEL for value in box)
    return f'<a:{at} x="{left}" y="{top}"/><a:{size} cx="{width}" cy="{height}"/>'


def with_wps_cells(
    path: Path,
    cells: dict[str, tuple[str, str]],
    images: dict[str, bytes],
    sheet: str = "xl/worksheets/sheet1.xml",
    stored: Callable[[bytes], bytes] = lambda content: content,
) -> Path:
    """Put pictures into cells as WPS does: cell → (formula with its id, id), id → bytes; equal ones once."""
    contents = list(dict.fromkeys(images.values()))
    pictures = "".join(
        f'<e:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{n}" name="{name}"/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="rId{contents.index(content) + 1}"/></xdr:blipFill><xdr:spPr/></xdr:pic>'
        "</e:cellImage>"
        for n, (name, content) in enumerate(images.items())
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="media/wps{n}.jpeg"/>'
        for n in range(1, len(contents) + 1)
    )
    parts = {
        "xl/cellimages.xml": f'<e:cellImages xmlns:e="{_WPS}/2017/etCustomData" {DRAWING}>{pictures}</e:cellImages>',
        "xl/_rels/cellimages.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
    }
    new = {name: text.encode() for name, text in parts.items()}
    new |= {f"xl/media/wps{n}.jpeg": stored(content) for n, content in enumerate(contents, 1)}
    link = f'<Relationship Id="rIdWps" Type="{_WPS}/2020/cellImage" Target="cellimages.xml"/></Relationships>'
    return rewrite(
        path,
        {
            "xl/_rels/workbook.xml.rels": lambda text: text.replace("</Relationships>", link),
            sheet: lambda text: _with_formulas(text, cells),
        },
        new,
    )


def _with_formulas(text: str, cells: dict[str, tuple[str, str]]) -> str:
    for cell, (formula, shown) in cells.items():
        made = f'<c r="{cell}" t="str"><f>{formula}</f><v>{shown}</v></c>'
        there = re.search(rf'<c r="{cell}"[^>]*?(?:/>|>.*?</c>)', text)
        if there:
            text = text[: there.start()] + made + text[there.end() :]
            continue
        row = re.search(rf'<row r="{re.sub("[A-Z]", "", cell)}"[^>]*>.*?(?=</row>)', text)
        assert row is not None
        text = text[: row.end()] + made + text[row.end() :]
    return text


def wps_id(number: int) -> str:
    """An id as WPS gives it."""
    return f"ID_{number:032X}"
