"""A workbook as a zip of parts that name each other: what the readers of pictures walk along.

Only ever used inside the limited process, after the archive was looked over (foreign_zip).
"""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from lxml import etree

from inspector.domain.errors import Refused

REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT_REL = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"


@dataclass(frozen=True, slots=True)
class Relation:
    """What an id of a part means: `kind` is the last word of its type, `target` a part's name or an outer address."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet's name and the part that holds it."""

    name: str
    part: str


class Package:
    """The parts of an open workbook. Names are compared without case, as the offices do."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}
        self._relations: dict[str, dict[str, Relation]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Every part."""
        return tuple(self._names.values())

    def has(self, part: str) -> bool:
        """Whether the part is there."""
        return part.casefold() in self._names

    def open(self, part: str) -> IO[bytes]:
        """The part as a stream. KeyError when it is not there."""
        return self._archive.open(self._names[part.casefold()])

    def tree(self, part: str) -> "etree._Element | None":
        """The XML of a small part, None when it is not there. Raises `Refused` when it has a document type."""
        if not self.has(part):
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        with self.open(part) as stream:
            parsed = etree.parse(stream, parser)
        if parsed.docinfo.internalDTD is not None:  # what is called a photo was not searched for one before
            raise Refused("foreign.unsafe", what="doctype")
        return parsed.getroot()

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by id; external ones are named and never followed."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[part] = {} if root is None else {one.get("Id", ""): _relation(one, folder) for one in root}
        return self._relations[part]

    def related(self, part: str, kind: str) -> Iterator[Relation]:
        """The relations of a part of one kind, the case of it left aside."""
        return (one for one in self.relations(part).values() if one.kind.casefold() == kind.casefold())

    def workbook(self) -> str:
        """The part of the workbook itself."""
        return next((one.target for one in self.related("", "officeDocument")), "xl/workbook.xml")

    def sheets(self) -> tuple[SheetPart, ...]:
        """The sheets in their order; charts on sheets of their own are left out."""
        book = self.workbook()
        root, relations = self.tree(book), self.relations(book)
        found = []
        for sheet in () if root is None else root.iterfind("{*}sheets/{*}sheet"):
            relation = relations.get(relation_id(sheet, "id"))
            if relation and relation.kind == "worksheet" and self.has(relation.target):
                found.append(SheetPart(sheet.get("name", ""), relation.target))
        return tuple(found)


def relation_id(element: "etree._Element", name: str) -> str:
    """The attribute r:name of an element, "" when it has none."""
    return element.get(REL + name) or element.get(STRICT_REL + name) or ""


def number(element: "etree._Element | Mapping[str, str]", name: str, default: float) -> float:
    """An attribute as a number; what is no number counts as not given."""
    try:
        return float(element.get(name) or default)
    except ValueError:
        return default


def local_name(element: "etree._Element") -> str:
    """The element's name without its namespace, "" for comments and instructions."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _relation(one: "etree._Element", folder: str) -> Relation:
    kind = one.get("Type", "").rpartition("/")[2]
    target = one.get("Target", "")
    if one.get("TargetMode") == "External":
        return Relation(kind, target, outside=True)
    inside = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(kind, inside, outside=False)
