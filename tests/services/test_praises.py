"""好的做法."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import Refused
from inspector.exchange.drawn_photos import draw_photo
from tests.services.issuing import silent
from tests.town import make_town


def test_a_good_practice_is_kept_with_its_photos_and_what_could_not_be_read_is_named(tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    visit, _ = town.services.inspections.start(town.sites["红莲市场"], "王敏")
    photos = [("好.jpg", draw_photo("bins", 1, size=(640, 480))), ("坏.jpg", b"no picture")]
    entity, refused, changed = town.services.praises.add(visit, " 摊主自己扫门前 ", photos, silent)
    (praise,) = town.services.praises.of_inspection(visit)
    assert praise.id == entity
    assert (praise.record.text, praise.record.seen_by, len(praise.record.photos)) == ("摊主自己扫门前", "王敏", 1)
    assert town.services.photos.bytes_of(praise.record.photos[0].thumb_sha)[:2] == b"\xff\xd8"
    assert [one.place.file for one in refused] == ["坏.jpg"]
    assert changed.kinds == {"praise"}
    town.services.praises.remove(entity)
    assert town.services.praises.of_inspection(visit) == ()
    town.services.acts.undo()
    assert len(town.services.praises.of_inspection(visit)) == 1
    with pytest.raises(Refused, match=r"praise\.no-text"):
        town.services.praises.add(visit, " ", (), silent)
    assert town.services.upkeep.check(silent) == ()


def test_good_practices_leave_as_a_list_with_place_words_and_photo(tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    praises = town.services.praises
    with pytest.raises(Refused, match=r"praise\.none"):
        praises.write_list(tmp_path / "好的做法.xlsx")
    for site, text in (("红莲市场", "摊主自己扫门前"), ("桂花里小区", "=楼长每周巡查")):
        visit, _ = town.services.inspections.start(town.sites[site], "王敏")
        praises.add(visit, text, [("好.jpg", draw_photo("bins", len(text), size=(640, 480)))], silent)
    assert praises.write_list(tmp_path / "好的做法.xlsx") == 2
    sheet = openpyxl.load_workbook(tmp_path / "好的做法.xlsx").worksheets[0]
    told = {row[1]: (row[2], row[3], row[5]) for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]}
    assert told["红莲市场"] == ("望云街道", "摊主自己扫门前", 1)
    assert str(told["桂花里小区"][1]).endswith("楼长每周巡查")
    assert len(sheet._images) == 2  # type: ignore[attr-defined]  # the stubs lack it
