"""All pictures of a returned workbook, their bytes laid into a folder; only ever inside the limited process.

Everything that can hold a picture is looked at, and what cannot be taken is named: a lost photo is a lost proof.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from inspector.domain.returned_files import LostKind, LostPicture, PictureKind, Spot
from inspector.exchange.foreign_limits import Limits, too_large
from inspector.exchange.foreign_zip import opened
from inspector.exchange.returned_cell_pictures import excel_pictures, wps_pictures
from inspector.exchange.returned_drawings import floating_pictures
from inspector.exchange.returned_package import Package, Relation, SheetPart
from inspector.exchange.returned_parts import About, Extra, Kept
from inspector.exchange.returned_sheet import Scanned, scan_sheet

_CHUNK = 1 << 16
_VML_PICTURE = re.compile(rb"""<v:(?:imagedata|fill)\b[^>]*?\bo:relid\s*=\s*["']([^"']+)["']""")
_PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".emf", ".wmf", ".svg")
_IGNORED = {
    "xl/vbaproject.bin": "macros",
    "xl/externallinks/": "external-links",
    "xl/embeddings/": "objects",
    "xl/connections.xml": "connections",
    "xl/activex/": "controls",
}


def read_pictures(path: Path, folder: Path, limits: Limits) -> Iterator[Extra]:
    """The workbook's properties, then every picture, kept in `folder` under its SHA-256 or named as lost.

    Raises `Refused("foreign.too-large")` when the pictures together exceed `limits.pictures`.
    """
    package = Package(opened(path))
    yield _about(package)
    yield from _Pictures(package, _Store(package, folder, limits.pictures)).all()


class _Store:
    """Writes picture parts into the folder, each part and each content once."""

    def __init__(self, package: Package, folder: Path, budget: int) -> None:
        self._package = package
        self._folder = folder
        self._budget = self._left = budget
        self._known: dict[str, tuple[str, bool]] = {}

    @property
    def seen(self) -> frozenset[str]:
        """The parts that were kept, without case."""
        return frozenset(self._known)

    def keep(self, part: str) -> tuple[str, bool]:
        """(SHA-256, whether it is a drawing of lines that no photo program reads) of a part."""
        if part.casefold() not in self._known:
            self._known[part.casefold()] = self._keep(part)
        return self._known[part.casefold()]

    def _keep(self, part: str) -> tuple[str, bool]:
        """A picture need not lie in memory whole, and small pieces are given memory quicker; it takes its name last."""
        digest, start, draft = hashlib.sha256(), b"", self._folder / "draft"
        with self._package.open(part) as stream, draft.open("wb", buffering=0) as out:
            while content := stream.read(_CHUNK):
                self._spend(len(content))
                start = start or content[:64]
                digest.update(content)
                out.write(content)
        draft.replace(self._folder / digest.hexdigest())
        return digest.hexdigest(), _is_metafile(start)

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise too_large("pictures", self._budget)


class _Pictures:
    """Walks the sheets; `_cited` are the parts some picture was found to use."""

    def __init__(self, package: Package, store: _Store) -> None:
        self._package = package
        self._store = store
        self._wps = wps_pictures(package)
        self._excel = excel_pictures(package)
        self._cited: set[str] = set()
        self._used_ids: set[str] = set()

    def all(self) -> Iterator[Extra]:
        for sheet in self._package.sheets():
            scanned = scan_sheet(self._package, sheet.part)
            yield from self._in_cells(sheet, scanned)
            yield from self._floating(sheet, scanned)
            yield from self._beside(sheet, scanned)
        for picture_id, relation in self._wps.items():
            if picture_id not in self._used_ids:
                yield self._taken(Spot(""), PictureKind.WPS_CELL, relation, "")
        yield from self._never_shown()

    def _in_cells(self, sheet: SheetPart, scanned: Scanned) -> Iterator[Extra]:
        for row, column, picture_id in scanned.wps:
            self._used_ids.add(picture_id)
            spot = _spot(sheet, *scanned.grid.first_of_merged(row, column))
            yield self._taken(spot, PictureKind.WPS_CELL, self._wps.get(picture_id), picture_id)
        for row, column, meta in scanned.rich:
            if meta in self._excel:
                spot = _spot(sheet, *scanned.grid.first_of_merged(row, column))
                yield self._taken(spot, PictureKind.EXCEL_CELL, self._excel[meta], "")

    def _floating(self, sheet: SheetPart, scanned: Scanned) -> Iterator[Extra]:
        for drawing in self._package.related(sheet.part, "drawing"):
            relations = self._package.relations(drawing.target)
            for one in floating_pictures(self._package, drawing.target, scanned.grid):
                relation = relations.get(one.relation)
                yield self._taken(_spot(sheet, one.row, one.column), PictureKind.FLOATING, relation, one.name)

    def _beside(self, sheet: SheetPart, scanned: Scanned) -> Iterator[Extra]:
        """Pictures that are no part of the table: header and footer, comments, objects, the background."""
        relations = self._package.relations(sheet.part)
        for relation_id, relation in relations.items():
            if relation.kind == "vmlDrawing" and self._package.has(relation.target):
                header = relation_id == scanned.header_footer
                kind = LostKind.HEADER_FOOTER if header else LostKind.COMMENT
                yield from self._in_vml(sheet, relation.target, kind)
            elif relation.kind in {"oleObject", "package"}:
                yield LostPicture(Spot(sheet.name), LostKind.OBJECT, posixpath.basename(relation.target))
            elif relation.kind == "image":
                yield self._lost(Spot(sheet.name), LostKind.BACKGROUND, relation)

    def _in_vml(self, sheet: SheetPart, part: str, kind: LostKind) -> Iterator[LostPicture]:
        with self._package.open(part) as stream:
            found = _VML_PICTURE.findall(stream.read())
        relations = self._package.relations(part)
        for relation_id in found:
            relation = relations.get(relation_id.decode("utf-8", "replace"))
            yield self._lost(Spot(sheet.name), kind, relation)

    def _taken(self, spot: Spot, kind: PictureKind, relation: Relation | None, name: str) -> Kept | LostPicture:
        if relation is None or (not relation.outside and not self._package.has(relation.target)):
            return LostPicture(spot, LostKind.MISSING, name)
        if relation.outside:
            return LostPicture(spot, LostKind.LINKED, name or relation.target)
        self._cited.add(relation.target.casefold())
        sha, is_metafile = self._store.keep(relation.target)
        if is_metafile:
            return LostPicture(spot, LostKind.METAFILE, name or posixpath.basename(relation.target))
        return Kept(spot.sheet, spot.row, spot.column, kind, posixpath.basename(relation.target), sha)

    def _lost(self, spot: Spot, kind: LostKind, relation: Relation | None) -> LostPicture:
        target = relation.target if relation else ""
        self._cited.add(target.casefold())
        return LostPicture(spot, kind, posixpath.basename(target))

    def _never_shown(self) -> Iterator[LostPicture]:
        for name in self._package.names:
            part = name.casefold()
            if part.startswith("xl/media/") and part.endswith(_PICTURE_SUFFIXES) and part not in self._cited:
                yield LostPicture(Spot(""), LostKind.NOT_PLACED, posixpath.basename(name))


def _about(package: Package) -> About:
    book = package.tree(package.workbook())
    properties = None if book is None else book.find("{*}workbookPr")
    names = [name.casefold() for name in package.names]
    return About(
        properties=_own_properties(package),
        since_1904=properties is not None and properties.get("date1904") in {"1", "true"},
        ignored=tuple(word for start, word in _IGNORED.items() if any(name.startswith(start) for name in names)),
    )


def _own_properties(package: Package) -> dict[str, str]:
    root = package.tree("docProps/custom.xml")
    found = () if root is None else root
    return {one.get("name", ""): "".join(map(str, one.itertext())).strip() for one in found}


def _spot(sheet: SheetPart, row: int, column: int) -> Spot:
    return Spot(sheet.name, row + 1, column)


def _is_metafile(start: bytes) -> bool:
    return start[40:44] == b" EMF" or start.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x1f\x8b"))
