"""Lists filled, sorted and saved by LibreOffice over UNO, and WPS cell pictures put into them: nothing goes astray."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from inspector.domain.findings import FindingStatus
from inspector.domain.returns import PictureFate, RowFate
from tests.exchange.returned_samples import with_wps_cells, wps_id
from tests.services.returned import UNIT, after, after_photos, findings, preview, replies, sent, town_of_lists
from tests.town import Town

OFFICE = shutil.which("soffice")
PYTHON = next((one for one in ("/usr/bin/python3", shutil.which("python3") or "") if Path(one).exists()), "")
pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None and "CI" not in os.environ, reason="LibreOffice is not installed here"),
]

FILL = """
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.awt import Size, Point
from com.sun.star.table import CellRangeAddress, TableSortField

office, profile, source, target, photo, kind = sys.argv[1:]
pipe = "inspector" + str(abs(hash(target)))

def given(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one

running = subprocess.Popen([office, "-env:UserInstallation=" + profile, "--headless", "--norestore", "--nologo",
                            "--accept=pipe,name=" + pipe + ";urp;"])
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for attempt in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL(source, "_blank", 0, (given("Hidden", True),))
    sheet = book.Sheets.getByIndex(0)
    sheet.unprotect("")
    for row, person in ((3, "甲"), (4, "乙")):
        for column, text in ((9, "已清理"), (11, "√"), (13, person), (14, "13800000000")):
            sheet.getCellByPosition(column, row).String = text
        sheet.getCellByPosition(12, row).Formula = "2026-11-22"
    area = sheet.getCellRangeByPosition(0, 3, 16, 5)
    key = TableSortField()
    key.Field, key.IsAscending = 1, False
    area.sort((given("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (key,))),
               given("ContainsHeader", False)))
    for row in range(3, 6):
        if sheet.getCellByPosition(13, row).String == "甲":
            shape = book.createInstance("com.sun.star.drawing.GraphicObjectShape")
            provider = context.ServiceManager.createInstanceWithContext("com.sun.star.graphic.GraphicProvider", context)
            shape.Graphic = provider.queryGraphic((given("URL", photo),))
            sheet.DrawPage.add(shape)
            shape.Anchor = sheet.getCellByPosition(10, row)
            place = shape.Anchor.Position
            shape.setPosition(Point(place.X + 200, place.Y + 200))
            shape.setSize(Size(1500, 1000))
    sheet.Rows.insertByIndex(0, 2)
    sheet.Name = "反馈"
    book.storeToURL(target, (given("FilterName", kind),))
    book.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    running.wait(60)
finally:
    running.kill()
"""


town = town_of_lists


def filled_by_office(source: Path, target: Path, kind: str) -> Path:
    """Two rows answered, the table sorted the other way round, a photo put in, two rows inserted above, saved."""
    assert OFFICE is not None
    script, photo = target.with_name("fill.py"), target.with_name("后.jpg")
    script.write_text(FILL, "utf-8")
    photo.write_bytes(after(1))
    profile = target.with_name("profile").as_uri()
    command = [PYTHON, str(script), OFFICE, profile, source.as_uri(), target.as_uri(), photo.as_uri(), kind]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=240)
    assert target.exists(), done.stderr
    return target


def sha(number: int) -> str:
    return hashlib.sha256(after(number)).hexdigest()


def test_a_list_sorted_and_saved_by_libreoffice_lands_on_its_findings_byte_for_byte(town: Town, tmp_path: Path) -> None:
    source = sent(town, tmp_path)[UNIT]
    path = filled_by_office(source, tmp_path / "office.xlsx", "Calc MS Excel 2007 XML")
    shown = preview(town, path)
    (file,) = shown.files
    assert (file.file.complaints, file.file.lost) == ((), ())
    assert [row.matched for row in file.rows] == ["mark"] * 3
    assert sorted(row.said.person for row in shown.rows(RowFate.ACCEPTED)) == ["乙", "甲"]
    assert len(file.pictures_with(PictureFate.OURS)) == 3
    town.services.returns.apply(shown)
    shown.close()
    first = next(reply for reply in replies(town) if reply.said.person == "甲")
    with town.services.acts.reading() as view:
        photos = view.photos.of_findings([first.finding])[first.finding]
    assert [one.record.facts.original_sha for one in photos if one.id in first.photos] == [sha(1)]
    assert sum(one.status is FindingStatus.REPLIED for one in findings(town).values()) == 2


def test_wps_cell_pictures_in_a_list_saved_by_libreoffice_land_on_their_findings(town: Town, tmp_path: Path) -> None:
    source = sent(town, tmp_path)[UNIT]
    path = filled_by_office(source, tmp_path / "office.xlsx", "Calc MS Excel 2007 XML")
    before = preview(town, path)
    before.close()
    rows = {row.row.spot.row: row.finding.finding.no for row in before.files[0].rows if row.finding}
    cells = {f"K{row}": (f'_xlfn.DISPIMG("{wps_id(row)}",1)', f'=DISPIMG("{wps_id(row)}",1)') for row in rows}
    images = {wps_id(row): after(10 + row) for row in sorted(rows, reverse=True)}
    shown = preview(town, with_wps_cells(path, cells, images))
    town.services.returns.apply(shown)
    shown.close()
    landed = after_photos(town)
    assert all(sha(10 + row) in landed[no] for row, no in rows.items())
    assert sum(map(len, landed.values())) == len(rows) + 1


@pytest.mark.parametrize(("name", "kind"), [("office.xls", "MS Excel 97"), ("office.ods", "calc8")])
def test_old_and_open_formats_give_their_values_and_say_that_photos_are_missing(
    town: Town, tmp_path: Path, name: str, kind: str
) -> None:
    path = filled_by_office(sent(town, tmp_path)[UNIT], tmp_path / name, kind)
    shown = preview(town, path)
    assert [one.code for one in shown.files[0].file.complaints] == ["return.pictures-not-read"]
    assert sorted(str(row.said.done_on) for row in shown.rows(RowFate.ACCEPTED)) == ["2026-11-22"] * 2
    assert town.services.returns.apply(shown).replies == 2
    shown.close()
