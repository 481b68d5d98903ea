"""A long day: 200 visits in a row leave memory and the log beside the file small, whoever forgets to close a view."""

import gc
from pathlib import Path

import psutil
import pytest

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.domain.sites import Site
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.services import Services, open_services
from tests.faults.service_session import quiet

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

MB = 2**20
VISITS = 200
WARM_UP = 10


def visit(services: Services, number: int, photos: list[bytes]) -> None:
    """One visit as an inspector does it: everything judged, two faults with photos, looked at after every act."""
    site, _ = services.registers.save(Site(f"点位{number}", "LX"))
    services.inspections.briefing(site)
    inspection, _ = services.inspections.start(site, "王敏")
    sheet = services.recording.sheet(inspection)
    for section in sheet.checklist.sections:
        services.recording.pass_rest(inspection, section.code)
    failing = [item.code for item in sheet.items if figures_for(item.judging, Verdict.FAIL)][:2]
    for item, photo in zip(failing, photos, strict=True):
        services.recording.judge(inspection, item, Verdict.FAIL)
        found = services.recording.sheet(inspection).findings[item][0]
        taken = services.photos.take_in(found.id, [(f"{number}.jpg", photo)], quiet)
        assert taken.refused == ()
        for _, kept in services.photos.of_finding(found.id):
            assert services.photos.bytes_of(kept.evidence_sha)
    services.inspections.summary(inspection)


def test_two_hundred_visits_with_photos_grow_memory_by_less_than_50_mib(tmp_path: Path) -> None:
    services = open_services(tmp_path / "w.db", person="王敏")
    photos = [draw_photo(scene, 1, size=(1600, 1200)) for scene in ("junk", "ebike")]
    process = psutil.Process()
    for number in range(WARM_UP):
        visit(services, number, photos)
    gc.collect()
    before = process.memory_info().rss
    for number in range(WARM_UP, WARM_UP + VISITS):
        visit(services, number, photos)
    gc.collect()
    grown = (process.memory_info().rss - before) / MB
    services.close()
    assert grown < 50, f"{grown:.1f} MiB"


def test_the_log_stays_small_though_a_reader_comes_back_again_and_again(tmp_path: Path) -> None:
    file = tmp_path / "w.db"
    services = open_services(file, person="王敏")
    photos = [draw_photo(scene, 2, size=(800, 600)) for scene in ("junk", "ebike")]
    log = file.with_name("w.db-wal")
    largest = 0
    for number in range(VISITS // 4):
        with services.acts.reading() as forgotten:  # a view held open through a whole visit
            forgotten.registers.settings()
            visit(services, number, photos)
        largest = max(largest, log.stat().st_size)
    services.close()
    assert largest < 64 * MB
    assert not log.exists()
