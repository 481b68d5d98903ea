"""Pictures in the cells of a worksheet: where each stands, and the drawing part that says so.

Pictures stand inside one cell by a two-cell anchor that moves and grows with it, so that sorting, filtering and
deleting rows in Excel and WPS keep photo and finding together.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PIL import Image, ImageOps, UnidentifiedImageError

EMU_PER_PIXEL = 9525
"""Office measures drawings in English metric units; a pixel is 1/96 inch."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
_QUALITY = 85
# What a JPEG may carry besides the picture; each can tell where and with what it was taken (threats.md 53).
_TELLTALE = frozenset({"exif", "xmp", "photoshop", "comment"})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle inside one cell: column and row counted from 0, the rest in pixels from the cell's corner."""

    column: int
    row: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture to be fitted into a box; `caption` is read out by screen readers."""

    sha: str
    box: Box
    caption: str


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture already written to the file: the name of its part and its size in pixels."""

    part: str
    width: int
    height: int


def clean_jpeg(content: bytes) -> tuple[bytes, int, int] | None:
    """The picture as JPEG bytes without EXIF, XMP or comments, with width and height; None when it cannot be read.

    The pictures made at intake pass unchanged: only the head of the file is read.
    """
    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.format == "JPEG" and not _TELLTALE & image.info.keys():
                return content, image.width, image.height
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue(), plain.width, plain.height


def drawing_xml(pictures: Iterable[tuple[PlacedPicture, StoredPicture, str]]) -> Iterable[str]:
    """The text of a drawing part, piece by piece: each picture with what was stored and its relationship id."""
    yield _HEAD
    for number, (placed, stored, relation) in enumerate(pictures, 1):
        yield _anchor_xml(number, placed, stored, relation)
    yield "</xdr:wsDr>"


def _anchor_xml(number: int, placed: PlacedPicture, stored: StoredPicture, relation: str) -> str:
    box = placed.box
    scale = min(box.width / stored.width, box.height / stored.height)
    width, height = max(1, int(stored.width * scale)), max(1, int(stored.height * scale))
    left = box.left + (box.width - width) // 2
    top = box.top + (box.height - height) // 2
    extent = f'cx="{width * EMU_PER_PIXEL}" cy="{height * EMU_PER_PIXEL}"'
    return (
        '<xdr:twoCellAnchor editAs="twoCell">'
        f"<xdr:from>{_corner_xml(box, left, top)}</xdr:from>"
        f"<xdr:to>{_corner_xml(box, left + width, top + height)}</xdr:to>"
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number + 1}" name="照片 {number}" descr="{escape(placed.caption)}"/>'
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>'
    )


def _corner_xml(box: Box, x: int, y: int) -> str:
    return (
        f"<xdr:col>{box.column}</xdr:col><xdr:colOff>{x * EMU_PER_PIXEL}</xdr:colOff>"
        f"<xdr:row>{box.row}</xdr:row><xdr:rowOff>{y * EMU_PER_PIXEL}</xdr:rowOff>"
    )
