"""Pictures that live in a cell: which part holds the bytes of a WPS id or of a cell of Excel 365."""

from collections.abc import Mapping

from lxml import etree

from inspector.exchange.returned_package import Package, Relation, relation_id

_IMAGE_KEYS = {"_rvRel:LocalImageIdentifier", "_rvRel:WebImageIdentifier"}


def wps_pictures(package: Package) -> dict[str, Relation | None]:
    """Picture id → its bytes, from cellimages.xml. Equal pictures are stored once under several ids."""
    book = package.workbook()
    part = next((one.target for one in package.related(book, "cellImage")), "xl/cellimages.xml")
    root = package.tree(part)
    found: dict[str, Relation | None] = {}
    for image in () if root is None else root.iter("{*}pic"):
        shown, blip = image.find("{*}nvPicPr/{*}cNvPr"), image.find("{*}blipFill/{*}blip")
        if shown is not None and blip is not None:
            relation = relation_id(blip, "embed") or relation_id(blip, "link")
            found[shown.get("name", "").upper()] = package.relations(part).get(relation)
    return found


def excel_pictures(package: Package) -> dict[int, Relation | None]:
    """Value metadata number (1-based, the cell's vm) → the bytes of the picture placed in the cell.

    The way there: metadata.xml → rdrichvalue.xml → its structure's key → richValueRel.xml → its relation.
    """
    bodies = {
        kind: package.tree(part)
        for kind, part in _parts(package).items()
        if kind in {"sheetMetadata", "rdRichValue", "rdRichValueStructure", "richValueRel"}
    }
    values = [_texts(value) for value in _all(bodies.get("rdRichValue"), "{*}rv")]
    styles = [value.get("s", "") for value in _all(bodies.get("rdRichValue"), "{*}rv")]
    keys = [
        [key.get("n", "") for key in one.iterfind("{*}k")] for one in _all(bodies.get("rdRichValueStructure"), "{*}s")
    ]
    pictures = [relation_id(one, "id") for one in _all(bodies.get("richValueRel"), "{*}rel")]
    relations = package.relations(_parts(package).get("richValueRel", ""))
    found: dict[int, Relation | None] = {}
    for number, rich in _rich_values(bodies.get("sheetMetadata")).items():
        position = _image_of(rich, values, styles, keys)
        if position is not None:
            known = 0 <= position < len(pictures)
            found[number] = relations.get(pictures[position]) if known else None
    return found


def _parts(package: Package) -> Mapping[str, str]:
    """The parts of the workbook by the kind of their relation, the first of each kind."""
    found: dict[str, str] = {}
    for one in package.relations(package.workbook()).values():
        found.setdefault(one.kind, one.target)
    return found


def _image_of(rich: int, values: list[list[str]], styles: list[str], keys: list[list[str]]) -> int | None:
    """Which relation of richValueRel.xml a rich value names, None when it is no picture."""
    style = _index(styles[rich]) if 0 <= rich < len(values) else None
    if style is None or not 0 <= style < len(keys):
        return None
    named = dict(zip(keys[style], values[rich], strict=False))
    return next((_index(named[key]) for key in named if key in _IMAGE_KEYS), None)


def _rich_values(root: "etree._Element | None") -> dict[int, int]:
    """1-based value metadata number → index of the rich value."""
    types = [one.get("name", "") for one in _all(root, "{*}metadataTypes/{*}metadataType")]
    future = [
        next((_index(rich.get("i", "")) for rich in block.iter("{*}rvb")), None)
        for block in _all(root, "{*}futureMetadata[@name='XLRICHVALUE']/{*}bk")
    ]
    found: dict[int, int] = {}
    for number, block in enumerate(_all(root, "{*}valueMetadata/{*}bk"), 1):
        for record in block.iterfind("{*}rc"):
            kind, value = _index(record.get("t", "")), _index(record.get("v", ""))
            if kind is None or value is None or not 0 < kind <= len(types) or types[kind - 1] != "XLRICHVALUE":
                continue
            rich = future[value] if 0 <= value < len(future) else None
            if rich is not None:
                found[number] = rich
    return found


def _all(root: "etree._Element | None", path: str) -> list["etree._Element"]:
    return [] if root is None else root.findall(path)


def _texts(value: "etree._Element") -> list[str]:
    return [one.text or "" for one in value.iterfind("{*}v")]


def _index(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
