"""Workbooks made to hurt the program that opens them; the shapes that brought down real libraries (measured.md L7)."""

import zipfile
from collections.abc import Callable
from pathlib import Path

_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
Parts = dict[str, bytes]


def honest_parts() -> Parts:
    """Twenty rows as any office would send them; the bombs are made from it, so that only the bomb is wrong."""
    strings = [f"UNIT{row}" for row in range(20)]
    rows = "".join(
        f'<row r="{i + 1}"><c r="A{i + 1}" t="s"><v>{i}</v></c><c r="B{i + 1}"><v>{i}</v></c></row>' for i in range(20)
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/{_SHEET}" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/{_STRINGS}" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATION}"><sheets><sheet name="点位" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        _SHEET: f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>",
        _STRINGS: f"<sst {_MAIN}>" + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
    }
    return {name: (_HEAD + text).encode() for name, text in texts.items()}


def _relations(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{i}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def save(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _with_declaration(declaration: str, reference: str) -> Parts:
    parts = honest_parts()
    strings = parts[_STRINGS].decode()
    start = strings.index("<sst")
    parts[_STRINGS] = (strings[:start] + declaration + strings[start:]).replace("UNIT0", reference).encode()
    return parts


def billion_laughs(path: Path) -> Path:
    entities = '<!ENTITY a "lollollollol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return save(path, _with_declaration(f"<!DOCTYPE lolz [{entities}]>", "&i;"))


def quadratic_blowup(path: Path) -> Path:
    return save(path, _with_declaration(f'<!DOCTYPE q [<!ENTITY a "{"A" * 60_000}">]>', "&a;" * 20_000))


def external_entity(path: Path) -> Path:
    return save(path, _with_declaration('<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>', "&xxe;"))


def hidden_doctype(path: Path) -> Path:
    """The same in UTF-16, where a search for the bytes of <!DOCTYPE finds nothing."""
    parts = _with_declaration('<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>', "&xxe;")
    parts[_STRINGS] = parts[_STRINGS].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    return save(path, parts)


def doctype_under_another_name(path: Path) -> Path:
    """A relation may name any part: one that does not end in .xml is not searched for a document type beforehand."""
    parts = _with_declaration('<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>', "&xxe;")
    return save(path, _renamed(parts, _STRINGS, "xl/strings.dat"))


def doctype_among_the_photos(path: Path) -> Path:
    """The same where nothing is searched beforehand, because photos are many and never parsed."""
    parts = _with_declaration('<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>', "&xxe;")
    return save(path, _renamed(parts, _STRINGS, "xl/media/strings.png"))


def sheet_doctype_under_another_name(path: Path) -> Path:
    """The same in the sheet itself, with an entity that is text."""
    parts = honest_parts()
    sheet = parts[_SHEET].replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "1">]><worksheet', 1)
    return save(path, _renamed(parts | {_SHEET: sheet.replace(b"<v>0<", b"<v>&a;<")}, _SHEET, "xl/sheet.dat"))


def _renamed(parts: Parts, old: str, new: str) -> Parts:
    old_target, new_target = old.removeprefix("xl/").encode(), new.removeprefix("xl/").encode()
    return {new if name == old else name: text.replace(old_target, new_target) for name, text in parts.items()}


def rows_upside_down(path: Path) -> Path:
    """The second row stands before the first: no program writes that, and readers disagree on which rows there are."""
    parts = honest_parts()
    row = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    return save(path, parts | {_SHEET: parts[_SHEET].replace(b"</sheetData>", row + b"</sheetData>")})


def string_bomb(path: Path) -> Path:
    """260 MB of shared strings in 0.7 MB."""
    parts = honest_parts()
    del parts[_STRINGS]
    save(path, parts)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(_STRINGS, "w") as part:
        part.write(f"{_HEAD}<sst {_MAIN}>".encode())
        thousand = (b"<si><t>" + b"A" * 1000 + b"</t></si>") * 1000
        for _ in range(260):
            part.write(thousand)
        part.write(b"</sst>")
    return path


def cell_bomb(path: Path) -> Path:
    """9.8 million cells in 0.3 MB."""
    return _with_rows(path, b"<c><v>1</v></c>" * 16_384, 600)


def wide_rows(path: Path) -> Path:
    """Too many cells to be a register and too few bytes to be noticed by size."""
    return _with_rows(path, b"<c><v>1</v></c>" * 400, 300)


def many_empty_rows(path: Path) -> Path:
    """400,000 rows of one cell: every size is modest, the number of rows is not."""
    return _with_rows(path, b"<c><v>1</v></c>", 400_000, numbered=False)


def _with_rows(path: Path, cells: bytes, rows: int, numbered: bool = True) -> Path:
    parts = honest_parts()
    del parts[_SHEET]
    save(path, parts)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(_SHEET, "w") as part:
        part.write(f"{_HEAD}<worksheet {_MAIN}><sheetData>".encode())
        for row in range(1, rows + 1):
            part.write((b'<row r="%d">' % row if numbered else b"<row>") + cells + b"</row>")
        part.write(b"</sheetData></worksheet>")
    return path


def two_far_cells(path: Path) -> Path:
    """A1 and XFD1048576: 5 KB that abort calamine and never end in openpyxl's normal mode."""
    parts = honest_parts()
    parts[_SHEET] = (
        f'{_HEAD}<worksheet {_MAIN}><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    ).encode()
    return save(path, parts)


def many_parts(path: Path) -> Path:
    return save(path, honest_parts() | {f"xl/x/{i}.xml": b"<x/>" for i in range(2_100)})


def climbing_part(path: Path) -> Path:
    return save(path, honest_parts() | {"../../evil.xml": b"<x/>"})


def doubled_part(path: Path) -> Path:
    """Two parts whose names differ by case only: programs disagree on which one counts."""
    parts = honest_parts()
    return save(path, parts | {_SHEET.replace("sheet1", "Sheet1"): parts[_SHEET]})


def overlapping_parts(path: Path) -> Path:
    """Two entries of the directory that point at the same packed bytes."""
    save(path, honest_parts())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.xml", b"<x/>")
        archive.writestr("xl/media/b.xml", b"<x/>")
        archive.getinfo("xl/media/b.xml").header_offset = archive.getinfo("xl/media/a.xml").header_offset
    return path


def lying_size(path: Path) -> Path:
    """A part that says it is 10 bytes long and unpacks to a megabyte."""
    save(path, honest_parts())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/long.xml", b"<x>" + b"A" * 1_000_000 + b"</x>")
        archive.getinfo("xl/long.xml").file_size = 10
    return path


def open_document(path: Path, rows: str) -> Path:
    """An .ods with one table of these rows."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'{_HEAD}<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
        f'xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet><table:table table:name="点位">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'{_HEAD}<m:manifest xmlns:m="{names}:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return save(path, {name: text.encode() for name, text in parts.items()})


def spreadsheet_bomb(path: Path) -> Path:
    """An .ods whose one row says it is repeated a million times, sixteen thousand cells wide."""
    return open_document(
        path,
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16384"><text:p>A</text:p></table:table-cell></table:table-row>',
    )


BOMBS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "billion-laughs.xlsx": (billion_laughs, "foreign.unsafe"),
    "quadratic.xlsx": (quadratic_blowup, "foreign.unsafe"),
    "external-entity.xlsx": (external_entity, "foreign.unsafe"),
    "hidden-doctype.xlsx": (hidden_doctype, "foreign.unsafe"),
    "other-name.xlsx": (doctype_under_another_name, "foreign.unsafe"),
    "among-photos.xlsx": (doctype_among_the_photos, "foreign.unsafe"),
    "other-sheet.xlsx": (sheet_doctype_under_another_name, "foreign.unsafe"),
    "upside-down.xlsx": (rows_upside_down, "foreign.damaged"),
    "strings.xlsx": (string_bomb, "foreign.too-large"),
    "cells.xlsx": (cell_bomb, "foreign.too-large"),
    "wide.xlsx": (wide_rows, "foreign.too-large"),
    "long.xlsx": (many_empty_rows, "foreign.too-large"),
    "far.xlsx": (two_far_cells, "foreign.too-large"),
    "parts.xlsx": (many_parts, "foreign.too-large"),
    "climbing.xlsx": (climbing_part, "foreign.unsafe"),
    "doubled.xlsx": (doubled_part, "foreign.unsafe"),
    "overlapping.xlsx": (overlapping_parts, "foreign.unsafe"),
    "lying.xlsx": (lying_size, "foreign.damaged"),
    "repeated.ods": (spreadsheet_bomb, "foreign.too-large"),
}
"""File name → how it is made and the refusal it must meet."""
