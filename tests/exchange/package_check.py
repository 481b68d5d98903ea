"""What must hold in every part of an .xlsx for Excel to open it without offering a repair."""

import posixpath
import zipfile
from pathlib import Path

from lxml import etree

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# The order the schema demands of the children of a worksheet (ECMA-376 part 1, CT_Worksheet), as far as we write them.
_SHEET_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter"),
    *("mergeCells", "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"),
    "drawing",
)


def assert_whole(path: Path) -> None:
    """Every part is well-formed, typed and reachable, every relationship leads somewhere, every id is used once."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        assert package.testzip() is None
        trees = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    _assert_types(names, trees["[Content_Types].xml"])
    _assert_relations(names, trees)
    for name, tree in trees.items():
        if name.startswith("xl/drawings/drawing"):
            ids = [shape.get("id") for shape in tree.iter(_DRAWN)]
            assert len(ids) == len(set(ids)) > 0
        if name.startswith("xl/worksheets/sheet"):
            _assert_sheet(tree)


def _assert_types(names: list[str], types: etree._Element) -> None:
    endings = {one.get("Extension") for one in types if str(one.tag).endswith("Default")}
    parts = [one.get("PartName") for one in types if str(one.tag).endswith("Override")]
    assert len(parts) == len(set(parts))
    assert {str(part).removeprefix("/") for part in parts} <= set(names)
    for name in names:
        assert f"/{name}" in parts or name.rpartition(".")[2] in endings, name
        if name.endswith(".xml") and name != "[Content_Types].xml":
            assert f"/{name}" in parts, name


def _assert_relations(names: list[str], trees: dict[str, etree._Element]) -> None:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, base = name.rpartition("_rels/")
        owner = folder + base.removesuffix(".rels")
        known = set()
        for relation in tree.iter(_RELATION):
            target = str(relation.get("Target"))
            part = target[1:] if target.startswith("/") else posixpath.normpath(folder + target)
            assert part in names, (name, target)
            known.add(relation.get("Id"))
        if owner in trees:
            used = {
                value for one in trees[owner].iter() for key, value in one.attrib.items() if str(key).startswith(_EMBED)
            }
            assert used <= known, owner


def _assert_sheet(tree: etree._Element) -> None:
    order = [_SHEET_ORDER.index(str(child.tag).removeprefix(_MAIN)) for child in tree]
    assert order == sorted(set(order))
    places = [str(cell.get("r")) for cell in tree.iter(f"{_MAIN}c")]
    assert len(places) == len(set(places))
    assert [int(str(one.get("r"))) for one in tree.iter(f"{_MAIN}row")] == list(
        range(1, len(list(tree.iter(f"{_MAIN}row"))) + 1)
    )
