"""Whatever people type and drop on the window: through every field to the workbook and back, or refused by name."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.domain.ledger import LedgerQuery
from inspector.domain.records import clean_text
from inspector.domain.sites import Site, Street
from inspector.domain.units import Unit
from inspector.exchange.excel_cells import excel_text
from inspector.services.services import Services, open_services
from tests.exchange.hostile_photos import big_jpeg, encoded, picture, png_bomb
from tests.faults.service_session import quiet

NAUGHTY = (
    '=HYPERLINK("http://example.com","点我")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "占道\0经营\x07\x1b[31m",
    "第一行\r\n第二行\t制表",
    "👨\u200d👩\u200d👧\u200d👦🏽 电动车🛵",
    "\u202eמדרכה חסומה\u202c",
    "<b>加粗</b><img src=x onerror=alert(1)>&amp;",
    "../../桌面/密码.txt",
    "CON",
    "_x0041_ 1.10 007 1E5",
    "'; DROP TABLE finding; -- %_\\",
    "e\u0301lan \ufeff零宽\u200b",
    "长" * 5_000,
)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return open_services(tmp_path / "w.db", person="王敏")


def failed_item(services: Services, site: str) -> tuple[str, str, str]:
    """A visit with one failed item: inspection, item and finding."""
    inspection, _ = services.inspections.start(site, "王敏")
    item = next(i for i in services.recording.sheet(inspection).items if figures_for(i.judging, Verdict.FAIL)).code
    services.recording.judge(inspection, item, Verdict.FAIL)
    return inspection, item, services.recording.sheet(inspection).findings[item][0].id


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_a_hostile_text_goes_through_every_field_to_the_workbook_and_back(
    text: str, services: Services, tmp_path: Path
) -> None:
    unit, _ = services.registers.save(Unit(f"{text[:60]}单位", contact=text, note=text))
    street, _ = services.registers.save(Street(f"{text[:60]}街道", unit=unit))
    site, _ = services.registers.save(Site(f"{text[:60]}点位", "LX", address=text, street=street, unit=unit, note=text))
    services.office.decide("dispatch.issuer", text[:200])
    services.office.decide("district.name", text[:200])
    inspection, item, finding = failed_item(services, site)
    services.recording.remark(inspection, item, text)
    services.recording.describe(finding, text)
    services.recording.locate(finding, text)
    services.recording.require(finding, text)
    services.recording.assign(finding, unit)
    services.recording.set_deadline(finding, services.acts.today() + timedelta(days=7))
    kept = services.ledger.story(finding).finding
    assert (kept.text, kept.location, kept.requirement) == (clean_text(text),) * 3
    assert services.recording.sheet(inspection).answers[item].remark == clean_text(text)
    assert finding in services.ledger.ids(LedgerQuery(text=text))
    _hand_to_the_office(services, finding)
    exports = tmp_path / "导出"
    exports.mkdir()
    issued = services.dispatching.issue(services.dispatching.plan([finding]), exports, "王敏", quiet)
    (written,) = issued.files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["w.db", "w.db-shm", "w.db-wal", "导出"]
    assert {path.parent for path in issued.folder.iterdir()} == {issued.folder}
    book = openpyxl.load_workbook(written.path)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    expected = excel_text(clean_text(text))
    assert sum(unescape(str(cell.value)) == expected for cell in cells) >= 3, "text, place and requirement"
    assert all(cell.data_type != "f" for cell in cells)
    assert services.upkeep.check(quiet) == ()
    services.close()


def _hand_to_the_office(services: Services, finding: str) -> None:
    with services.acts.doing("finished-for-the-test") as writing:
        found = writing.get(Finding, finding)
        assert found is not None
        writing.put(finding, replace(found.record, status=FindingStatus.TO_DISPATCH))


@pytest.mark.slow
def test_of_hostile_photos_the_good_ones_go_in_and_the_others_are_refused_by_name(services: Services) -> None:
    site, _ = services.registers.save(Site("桂花里小区", "LX"))
    _, _, finding = failed_item(services, site)
    good = encoded(picture((800, 600)))
    outcome = services.photos.take_in(
        finding,
        [
            ("一亿像素.jpg", big_jpeg()),
            ("炸弹.png", png_bomb()),
            ("截断.jpg", good[: len(good) // 2]),
            ("改名.jpg", "这是文字".encode()),
            ("空.jpg", b""),
            ("好的.jpg", good),
        ],
        quiet,
    )
    assert len(outcome.accepted) == 2
    assert [c.place.file for c in outcome.refused] == ["炸弹.png", "截断.jpg", "改名.jpg", "空.jpg"]
    assert [photo.facts.name for _, photo in services.photos.of_finding(finding)] == ["一亿像素.jpg", "好的.jpg"]
    assert services.upkeep.check(quiet) == ()
    services.close()
