"""Memory while 200 visits with photos are recorded in a row, against holding the same photos in a list.

Ours is the growth of the process after ten visits to warm up; the peer is what keeping every converted photo for as
long as the window lives would take. Goal: below 50 MiB.

    python -m benchmarks.memory_recording [visits]
"""

import gc
import sys
import tempfile
from pathlib import Path

import psutil

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.domain.sites import Site
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.services import Services, open_services

VISITS, WARM_UP = 200, 10
GOAL = 50.0
MB = 2**20


def visit(services: Services, number: int, photo: bytes) -> int:
    """One visit with a fault and its photo; returns the bytes of the copies made."""
    site, _ = services.registers.save(Site(f"点位{number}", "LX"))
    inspection, _ = services.inspections.start(site, "王敏")
    sheet = services.recording.sheet(inspection)
    for section in sheet.checklist.sections:
        services.recording.pass_rest(inspection, section.code)
    item = next(item.code for item in sheet.items if figures_for(item.judging, Verdict.FAIL))
    services.recording.judge(inspection, item, Verdict.FAIL)
    finding = services.recording.sheet(inspection).findings[item][0].id
    services.photos.take_in(finding, [(f"{number}.jpg", photo)], _quiet)
    ((_, kept),) = services.photos.of_finding(finding)
    return sum(len(services.photos.bytes_of(sha)) for sha in (kept.evidence_sha, kept.listed_sha, kept.thumb_sha))


def main() -> int:
    """Print the growth, what a list of photos would take, and the ratio; 1 when the goal was missed."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    process = psutil.Process()
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Path(folder) / "w.inspector", person="王敏")
        photo = draw_photo("junk", 1)
        for number in range(WARM_UP):
            visit(services, number, photo)
        gc.collect()
        before, held = process.memory_info().rss, 0
        for number in range(WARM_UP, WARM_UP + visits):
            held += visit(services, number, photo)
        gc.collect()
        grown = (process.memory_info().rss - before) / MB
        services.close()
    print(
        f"{visits} visits with 12-megapixel photos: grown {grown:.1f} MiB, photos kept in memory {held / MB:.1f} MiB, "
        f"ratio {grown * MB / held:.2f} (goal below {GOAL:.0f} MiB)"
    )
    return int(grown > GOAL)


def _quiet(done: int, of: int, what: str = "") -> None:
    """Progress nobody looks at."""


if __name__ == "__main__":
    sys.exit(main())
