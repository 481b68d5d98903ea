"""Every way a workbook holds a picture: each comes out byte for byte and in its cell, and what cannot is named."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.errors import Refused
from inspector.domain.returned_files import LostKind, PictureKind, ReturnedFile
from inspector.exchange.foreign_limits import Limits
from inspector.exchange.returned_book import read_returned
from tests.exchange.returned_samples import (
    absolute,
    alternatives,
    drawn,
    filled_shape,
    group,
    marker,
    one_cell,
    photo,
    pic,
    rewrite,
    sheet_with,
    two_cell,
    with_wps_cells,
    wps_id,
)

WIDE, HIGH = 75, 27
"""Pixels of a cell of the samples: 10 digits, 20 points."""


def read(path: Path, limits: Limits | None = None) -> ReturnedFile:
    folder = path.parent / "pictures"
    folder.mkdir(exist_ok=True)
    return read_returned(path, 0, folder, *([limits] if limits else []))


def cells(file: ReturnedFile) -> list[tuple[str, bytes]]:
    return [(one.spot.cell, one.path.read_bytes()) for one in file.pictures]


@pytest.mark.parametrize(
    ("anchor", "cell"),
    [
        (two_cell(marker("from", 2, 3, 5, 3), marker("to", 2, 3, 60, 20), pic("rId1")), "C4"),
        (two_cell(marker("from", 2, 3, 5, 20), marker("to", 2, 4, 60, 20), pic("rId1")), "C5"),
        (two_cell(marker("from", 2, 3, 70, 3), marker("to", 3, 3, 60, 20), pic("rId1")), "D4"),
        (one_cell(marker("from", 2, 3, 5, 3), 60, 20, pic("rId1")), "C4"),
        (one_cell(marker("from", 2, 3, 0, 25), 60, 26, pic("rId1")), "C5"),
        (absolute(WIDE * 4 + 10, HIGH * 6 + 2, 40, 20, pic("rId1")), "E7"),
        (two_cell(marker("from", 2, 3), marker("to", 3, 4), filled_shape("rId1")), "C4"),
        (two_cell(marker("from", 1, 1), marker("to", 3, 3), alternatives("<xdr:sp/>", pic("rId1"))), "C3"),
        (alternatives(two_cell(marker("from", 1, 1), marker("to", 2, 2), pic("rId1")), ""), "B2"),
        (one_cell(marker("from", 40, 500), 20, 10, pic("rId1")), "AO501"),
    ],
)
def test_a_floating_picture_belongs_to_the_cell_under_its_centre(tmp_path: Path, anchor: str, cell: str) -> None:
    path = drawn(tmp_path / "a.xlsx", [photo(1)], anchor)
    assert cells(read(path)) == [(cell, photo(1))]


def test_the_better_of_two_alternatives_is_read_and_never_both(tmp_path: Path) -> None:
    anchor = two_cell(marker("from", 1, 1), marker("to", 2, 2), alternatives(pic("rId2"), pic("rId1")))
    assert cells(read(drawn(tmp_path / "a.xlsx", [photo(1), photo(2)], anchor)))[0] == ("B2", photo(2))


def test_each_picture_of_a_group_lies_where_the_group_shows_it(tmp_path: Path) -> None:
    inner = group((0, 100, 100, 100), (0, 0, 10, 10), pic("rId3", (0, 0, 10, 5)))
    content = group(
        (0, 0, 999, 999), (0, 0, 100, 200), pic("rId1", (0, 0, 100, 50)) + pic("rId2", (0, 50, 100, 50)) + inner
    )
    anchor = one_cell(marker("from", 2, 2), WIDE, HIGH * 4, content)
    found = cells(read(drawn(tmp_path / "a.xlsx", [photo(1), photo(2), photo(3)], anchor)))
    assert found == [("C3", photo(1)), ("C4", photo(2)), ("C5", photo(3))]


def test_a_picture_of_a_group_without_a_size_of_its_own_stays_where_the_group_shows_it(tmp_path: Path) -> None:
    content = group((0, 0, 999, 999), (0, 0, 100, 200), pic("rId1", (50, 175, 0, 0)))
    anchor = one_cell(marker("from", 2, 2), WIDE, HIGH * 4, content)
    assert cells(read(drawn(tmp_path / "a.xlsx", [photo(1)], anchor))) == [("C6", photo(1))]


def test_a_merged_cell_counts_as_one(tmp_path: Path) -> None:
    anchor = one_cell(marker("from", 3, 4, 5, 5), 20, 10, pic("rId1"))
    path = drawn(tmp_path / "a.xlsx", [photo(1)], anchor, change=lambda _, sheet: sheet.merge_range(2, 2, 4, 3, "合并"))
    assert cells(read(path)) == [("C3", photo(1))]


def test_a_picture_in_a_row_hidden_by_a_filter_stays_in_its_row(tmp_path: Path) -> None:
    def hide(_book: Any, sheet: Any) -> None:
        for row in (3, 4, 5):
            sheet.set_row(row, 20, None, {"hidden": True})

    inside = two_cell(marker("from", 2, 4, 5, 3), marker("to", 2, 4, 60, 20), pic("rId1"))
    over = two_cell(marker("from", 2, 2, 5, 3), marker("to", 2, 6, 60, 4), pic("rId2"))
    keeps_size = one_cell(marker("from", 2, 4, 5, 3), 60, 20, pic("rId3"))
    path = drawn(tmp_path / "a.xlsx", [photo(n) for n in (1, 2, 3)], inside + over + keeps_size, change=hide)
    assert cells(read(path)) == [("C5", photo(1)), ("C3", photo(2)), ("C5", photo(3))]


def test_wps_cell_pictures_are_told_by_their_id_and_not_by_their_order(tmp_path: Path) -> None:
    formulas = (
        '_xlfn.DISPIMG("{}",1)',
        '=DISPIMG("{}",1)',
        '@_xlfn.DISPIMG( "{}" ; 1 )',
        "DISPIMG(&quot;{}&quot;,1)",
    )
    images = {wps_id(4): photo(4), wps_id(2): photo(2), wps_id(3): photo(4), wps_id(1): photo(1)}
    asked = {f"D{n + 2}": (formulas[n - 1].format(wps_id(n)), f'=DISPIMG("{wps_id(n)}",1)') for n in (1, 2, 3, 4)}
    file = read(with_wps_cells(sheet_with(tmp_path / "a.xlsx", []), asked, images))
    assert cells(file) == [("D3", photo(1)), ("D4", photo(2)), ("D5", photo(4)), ("D6", photo(4))]
    assert {one.kind for one in file.pictures} == {PictureKind.WPS_CELL}


def test_pictures_placed_in_cells_of_excel_are_found_with_equal_ones_stored_once(tmp_path: Path) -> None:
    def embed(_book: Any, sheet: Any) -> None:
        for row, number in enumerate((1, 2, 1), 3):
            sheet.embed_image(row, 5, f"{number}.jpg", {"image_data": io.BytesIO(photo(number))})

    file = read(sheet_with(tmp_path / "a.xlsx", [photo(9)], change=embed))
    assert cells(file) == [("F4", photo(1)), ("F5", photo(2)), ("F6", photo(1)), ("B2", photo(9))]
    assert [one.kind for one in file.pictures].count(PictureKind.EXCEL_CELL) == 3


def test_a_wps_cell_whose_picture_is_gone_is_named(tmp_path: Path) -> None:
    asked = {"D3": (f'_xlfn.DISPIMG("{wps_id(1)}",1)', "x"), "D4": (f'_xlfn.DISPIMG("{wps_id(2)}",1)', "x")}
    file = read(with_wps_cells(sheet_with(tmp_path / "a.xlsx", []), asked, {wps_id(2): photo(2)}))
    assert cells(file) == [("D4", photo(2))]
    assert [(one.spot.cell, one.kind) for one in file.lost] == [("D3", LostKind.MISSING)]


def test_a_copied_text_of_a_wps_cell_is_a_lost_picture(tmp_path: Path) -> None:
    text = f'=_xlfn.DISPIMG("{wps_id(1)}",1)'
    path = sheet_with(tmp_path / "a.xlsx", [], change=lambda _, sheet: sheet.write_string(4, 3, text))
    assert [(one.spot.cell, one.kind) for one in read(path).lost] == [("D5", LostKind.MISSING)]


def test_pictures_that_are_no_part_of_the_table_are_counted_and_named(tmp_path: Path) -> None:
    def decorate(book: Any, sheet: Any) -> None:
        sheet.set_header("&L&G", {"image_left": "h.jpg", "image_data_left": io.BytesIO(photo(5))})
        sheet.set_background(io.BytesIO(photo(6)))
        sheet.write_comment(2, 2, "看这里")

    anchors = two_cell(marker("from", 2, 3), marker("to", 3, 4), pic("rId1").replace("r:embed", "r:link"))
    path = drawn(tmp_path / "a.xlsx", [photo(1)], anchors, change=decorate)
    linked = '<Relationship Id="rId1" Type="x/image" Target="file:///c:/a.jpg" TargetMode="External"/></Relationships>'
    rewrite(
        path,
        {"xl/drawings/_rels/drawing1.xml.rels": lambda text: text.split("<Relationship ")[0] + linked},
        {"xl/media/orphan.png": photo(8, "PNG")},
    )
    file = read(path)
    assert sorted(one.kind for one in file.lost) == sorted(
        [LostKind.HEADER_FOOTER, LostKind.BACKGROUND, LostKind.LINKED, LostKind.NOT_PLACED, LostKind.NOT_PLACED]
    )
    assert file.pictures == ()


def test_metafiles_are_named_because_no_photo_program_reads_them(tmp_path: Path) -> None:
    emf = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 40
    path = sheet_with(tmp_path / "a.xlsx", [photo(1)])
    with zipfile.ZipFile(path) as archive:
        media = next(name for name in archive.namelist() if name.startswith("xl/media/"))
    rewrite(path, {}, {media: emf})
    assert [(one.spot.cell, one.kind) for one in read(path).lost][:1] == [("B2", LostKind.METAFILE)]


def test_macros_links_and_objects_are_never_opened_and_named(tmp_path: Path) -> None:
    parts = (
        "vbaProject.bin",
        "externalLinks/externalLink1.xml",
        "embeddings/a.bin",
        "connections.xml",
        "activeX/a.bin",
    )
    new = {f"xl/{name}": b"<x/>" for name in parts}
    file = read(rewrite(sheet_with(tmp_path / "a.xlsx", [photo(1)]), {}, new))
    assert set(file.ignored) == {"macros", "external-links", "objects", "connections", "controls"}
    told = {complaint.fact("what") for complaint in file.complaints if complaint.code == "return.ignored-part"}
    assert told == set(file.ignored)
    assert len(file.pictures) == 1


def test_a_drawing_with_a_document_type_is_refused_under_any_name(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.xlsx", [photo(1)], two_cell(marker("from", 1, 1), marker("to", 2, 2), pic("rId1")))
    with zipfile.ZipFile(path) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        relations = archive.read("xl/drawings/_rels/drawing1.xml.rels")
    declared = drawing.replace("<xdr:wsDr", '<!DOCTYPE x [<!ENTITY a "b">]><xdr:wsDr', 1)
    rewrite(
        path,
        {"xl/worksheets/_rels/sheet1.xml.rels": lambda text: text.replace("drawing1.xml", "drawing.dat")},
        {"xl/drawings/drawing.dat": declared.encode(), "xl/drawings/_rels/drawing.dat.rels": relations},
    )
    with pytest.raises(Refused) as refused:
        read(path)
    assert (refused.value.complaint.code, refused.value.complaint.fact("what")) == ("foreign.unsafe", "doctype")


def test_pictures_beyond_the_budget_are_refused_with_the_reason(tmp_path: Path) -> None:
    path = sheet_with(tmp_path / "a.xlsx", [photo(n) for n in range(1, 5)])
    with pytest.raises(Refused) as refused:
        read(path, Limits(pictures=1_500))
    assert refused.value.complaint.code == "foreign.too-large"


def test_nothing_is_written_outside_the_folder_for_the_pictures(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.xlsx", [photo(1)], two_cell(marker("from", 1, 1), marker("to", 2, 2), pic("rId1")))
    rewrite(
        path,
        {"xl/drawings/_rels/drawing1.xml.rels": lambda text: text.replace("../media/", "../../../../etc/")},
    )
    before = {one.name for one in tmp_path.rglob("*")}
    file = read(path)
    assert [one.kind for one in file.lost] == [LostKind.MISSING, LostKind.NOT_PLACED]
    assert {one.name for one in tmp_path.rglob("*")} - before == {"pictures"}
