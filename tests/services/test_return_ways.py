"""Photos without a list, zips, workbooks one library cannot open; and taking an import back on another day."""

import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import PIL.Image
import pytest
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.returns import PictureFate, RowFate
from inspector.services.returns import Decisions
from tests.services.returned import (
    FIRST,
    UNIT,
    after,
    after_photos,
    answer,
    filled,
    findings,
    preview,
    replies,
    sent,
    town_of_lists,
)
from tests.town import Town, open_town

town = town_of_lists


def photos_in(folder: Path, *names: str) -> Path:
    for number, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(after(number))
    return folder


def statuses(town: Town) -> list[FindingStatus]:
    return [one.status for _, one in sorted(findings(town).items())]


def test_an_import_is_taken_back_after_the_program_was_started_again(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    before = findings(town)
    shown = preview(town, path)
    town.services.returns.apply(shown)
    shown.close()
    town.services.close()

    again = open_town(tmp_path / "w.inspector", town.clock)
    (receipt,) = again.services.returns.received()
    assert (receipt.files, receipt.replies, receipt.photos, receipt.person) == (("反馈.xlsx",), 1, 1, "王敏")
    assert receipt.stands
    assert again.services.returns.take_back(receipt)
    assert (findings(again), replies(again), after_photos(again)) == (before, [], {})
    assert [one.stands for one in again.services.returns.received()] == [False]
    assert again.services.acts.undo() is not None  # taking back is an act like any other
    assert len(replies(again)) == 1
    again.services.close()


def test_an_import_something_was_built_on_is_not_taken_back(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    shown = preview(town, path)
    found = shown.rows(RowFate.ACCEPTED)[0].finding
    town.services.returns.apply(shown)
    shown.close()
    assert found is not None
    town.services.ledger.void([found.id], "重复")
    with pytest.raises(Refused) as refused:
        town.services.returns.take_back(town.services.returns.received()[0])
    assert refused.value.complaint.code == "return.later-work"
    assert refused.value.complaint.fact("no") == found.finding.no
    assert len(replies(town)) == 1


def test_photos_in_a_folder_go_by_the_number_in_their_names(town: Town, tmp_path: Path) -> None:
    sent(town, tmp_path)
    first, second, third = sorted(findings(town))[:3]
    folder = photos_in(
        tmp_path / "整改照片", f"{first}.jpg", f"整改后{first.lower()}-2.jpg", f"{second} 已清理/IMG_1.jpg", "门口.jpg",
        f"{first}和{third}.jpg",
    )  # fmt: skip
    shown = preview(town, folder)
    (file,) = shown.files
    assert [(row.finding and row.finding.finding.no, row.fate) for row in file.rows] == [
        (first, RowFate.ACCEPTED),
        (second, RowFate.ACCEPTED),
    ]
    left = file.pictures_with(PictureFate.LEFT)
    assert sorted(one.picture.name.rpartition("/")[2] for one in left) == sorted(["门口.jpg", f"{first}和{third}.jpg"])
    assert {one.why.code for one in left if one.why} == {"return.photo-unnumbered"}
    town.services.returns.apply(shown)
    shown.close()
    assert {no: len(shas) for no, shas in after_photos(town).items()} == {first: 2, second: 1}
    assert statuses(town) == [FindingStatus.REPLIED, FindingStatus.REPLIED, FindingStatus.DISPATCHED]
    again = preview(town, folder)
    assert {row.why.code for row in again.rows(RowFate.UNCHANGED) if row.why} == {"return.photos-there"}
    assert not town.services.returns.apply(again).changed
    again.close()


def test_a_photo_given_by_hand_answers_a_finding_nobody_answered(town: Town, tmp_path: Path) -> None:
    sent(town, tmp_path)
    folder = photos_in(tmp_path / "照片", "a.jpg", "b.jpg")
    shown = preview(town, folder)
    with town.services.acts.reading() as view:
        entity = view.returns.numbered([min(findings(town))])[0].id
    keys = [one.picture.key for one in shown.files[0].pictures]
    done = town.services.returns.apply(shown, Decisions(pictures=dict.fromkeys(keys, entity)))
    shown.close()
    assert (done.replies, done.photos) == (1, 2)
    assert statuses(town)[0] is FindingStatus.REPLIED
    assert len(replies(town)[0].photos) == 2


def test_a_zip_with_lists_and_photos_under_chinese_names_is_read(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    second = sorted(findings(town))[1]
    archive = tmp_path / "反馈.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(path, "望云/反馈表.xlsx")
        gbk = zipfile.ZipInfo(f"照片/{second}后.jpg".encode("gb18030").decode("cp437"))
        made.writestr(gbk, after(7))
        made.writestr("../../../etc/说明.docx", b"PK")
        made.writestr("__MACOSX/._x.jpg", b"x")
    shown = preview(town, archive)
    assert [file.file.path.name for file in shown.files] == ["反馈表.xlsx", "反馈.zip"]
    assert [one.code for one in shown.files[1].file.complaints] == ["return.zip-left-out"]
    town.services.returns.apply(shown)
    shown.close()
    assert set(after_photos(town)) == set(sorted(findings(town))[:2])
    assert not shown.photos.path.exists()


@pytest.mark.parametrize("content", [b"PK\x03\x04nothing", b"", b"PK\x05\x06" + bytes(18)])
def test_a_zip_that_is_none_is_told_and_spoils_no_other_file(town: Town, tmp_path: Path, content: bytes) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    bad = tmp_path / "坏.zip"
    bad.write_bytes(content)
    shown = preview(town, bad, path)
    assert [one.code.partition(".")[0] for file in shown.files for one in file.file.complaints] == ["foreign"]
    assert len(shown.rows(RowFate.ACCEPTED)) == 1
    shown.close()


def test_a_workbook_openpyxl_cannot_open_is_read_all_the_same(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b'fontId="0"', b'fontId="none"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(Exception, match="int"):
        openpyxl.load_workbook(path)
    shown = preview(town, path)
    (row,) = shown.rows(RowFate.ACCEPTED)
    assert (row.said.person, len(row.pictures)) == ("张三", 1)
    shown.close()


def test_damaged_drawings_cost_the_photos_but_not_the_words(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    damaged = tmp_path / "坏图.xlsx"
    shutil.copy(path, damaged)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(damaged, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content[:-40] if name.startswith("xl/drawings/drawing") else content)
    shown = preview(town, damaged)
    assert [one.code for one in shown.files[0].file.complaints] == ["return.pictures-stopped"]
    assert len(shown.rows(RowFate.ACCEPTED)) == 1
    shown.close()


def test_photos_before_that_a_program_saved_again_are_known_and_never_taken_as_after(
    town: Town, tmp_path: Path
) -> None:
    list_of = sent(town, tmp_path)[UNIT]
    path = filled(list_of, lambda sheet: answer(sheet, FIRST, 1))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, saved_again(content) if name.endswith((".jpg", ".jpeg")) else content)
    shown = preview(town, path)
    (file,) = shown.files
    assert len(file.pictures_with(PictureFate.OURS)) == 3
    assert len(file.pictures_with(PictureFate.ATTACHED)) == 1
    assert not file.pictures_with(PictureFate.LEFT)
    found = shown.rows(RowFate.ACCEPTED)[0].finding
    assert found
    before = saved_again(town.services.photos.bytes_of(found.before[0].listed))
    shown.close()

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST)
        picture = Image(io.BytesIO(before))
        picture.width, picture.height, picture.anchor = 60, 45, f"K{FIRST}"
        sheet.add_image(picture)

    shown = preview(town, filled(list_of, fill, "又一份.xlsx"))
    assert [one.why.code for one in shown.files[0].pictures_with(PictureFate.LEFT) if one.why] == ["return.sent-photo"]
    assert town.services.returns.apply(shown).photos == 0
    shown.close()


def saved_again(content: bytes) -> bytes:
    """The photo as a program stores it that makes pictures smaller."""
    picture = PIL.Image.open(io.BytesIO(content))
    out = io.BytesIO()
    picture.resize((picture.width // 2, picture.height // 2)).save(out, "JPEG", quality=60)
    return out.getvalue()
