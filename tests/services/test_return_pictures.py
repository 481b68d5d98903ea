"""Photos of a returned list: each goes to the finding it lies on, once, and what lies nowhere waits."""

import zipfile
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.findings import FindingStatus
from inspector.domain.returns import PictureFate, RowFate
from inspector.services.returns import Decisions
from tests.services.returned import (
    AFTER,
    FIRST,
    UNIT,
    after_photos,
    answer,
    filled,
    findings,
    numbers,
    preview,
    put_photo,
    sent,
    sha,
    silent,
    town_of_lists,
)
from tests.town import Town

town = town_of_lists


def test_a_new_photo_with_the_same_words_is_a_new_answer(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]
    first = filled(list_of, lambda sheet: answer(sheet, FIRST, 1))

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)
        put_photo(sheet, f"L{FIRST}", 2)

    second = filled(list_of, fill, "又一份.xlsx")
    for path in (first, second):
        shown = preview(town, path)
        town.services.returns.apply(shown)
        shown.close()
    assert after_photos(town) == {numbers(first)[0]: [sha(1), sha(2)]}


def test_pictures_of_no_row_are_left_until_a_person_places_them(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        put_photo(sheet, "K40", 1)
        put_photo(sheet, f"C{FIRST}", 2)

    shown = preview(town, filled(list_of, fill))
    left = shown.files[0].pictures_with(PictureFate.LEFT)
    assert {one.why.code for one in left if one.why} == {"return.picture-without-row", "return.picture-in-our-column"}
    found = shown.files[0].rows[0].finding
    assert found is not None
    town.services.returns.apply(shown, Decisions(pictures={one.picture.key: found.id for one in left}))
    assert sorted(after_photos(town)[found.finding.no]) == sorted([sha(1), sha(2)])
    shown.close()


def test_a_picture_nobody_can_read_is_left_with_the_reason(town: Town, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)

    path = filled(sent(town, tmp_path)[UNIT], fill)
    shown = preview(town, path)
    bad = next(one for one in shown.files[0].pictures if one.picture.sha == sha(1)).picture
    shown.close()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content[: len(content) // 2] if name.endswith(bad.name) else content)
    shown = preview(town, path)
    left = shown.files[0].pictures_with(PictureFate.LEFT)
    assert [one.why.code.split(".")[0] for one in left if one.why] == ["photo"]
    assert town.services.returns.apply(shown).photos == 0
    shown.close()


def test_the_way_of_pictures_beside_their_cell_is_kept(town: Town, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        put_photo(sheet, f"T{FIRST}", 1)
        put_photo(sheet, f"{'JKL'[AFTER - 10]}{FIRST + 1}", 2)

    shown = preview(town, filled(sent(town, tmp_path)[UNIT], fill))
    assert [row.fate for row in shown.files[0].rows] == [RowFate.ACCEPTED, RowFate.ACCEPTED, RowFate.UNCHANGED]
    town.services.returns.apply(shown)
    assert {status.status for status in findings(town).values()} >= {FindingStatus.REPLIED}
    shown.close()
    silent(0, 0)
