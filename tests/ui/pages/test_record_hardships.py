"""Killed while recording, and a whole day of inspections opened one after the other."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.services.services import open_services
from tests.town import drawn, make_town
from tests.ui.pages.recording import Hands

ROUNDS = 4
MOST_GROWTH = 50 * 1024 * 1024


@pytest.mark.slow
def test_what_was_shown_as_saved_is_there_after_every_kill(tmp_path: Path) -> None:
    workspace = tmp_path / "town.db"
    town = make_town(workspace)
    inspection, _ = town.services.inspections.start(town.sites["桂花里小区"], "王敏")
    town.services.close()
    program = [sys.executable, "-m", "tests.ui.pages.recording_until_killed", str(workspace), inspection]
    acknowledged = 0
    for number in range(ROUNDS):
        wanted = random.Random(number).randint(5, 60)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(
            [*program, str(tmp_path / f"look{number}")], stdout=subprocess.PIPE, text=True, env=environment
        ) as running:
            assert running.stdout is not None
            lines = [running.stdout.readline().split() for _ in range(wanted)]
            running.send_signal(signal.SIGKILL)
            lines += [line.split() for line in running.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        assert all(len(line) == 3 for line in lines), "the program ended by itself"
        acknowledged += len(lines)
        services = open_services(workspace, person="王敏")
        sheet = services.recording.sheet(inspection)
        codes = [item.code for item in sheet.items if figures_for(item.judging, Verdict.FAIL)]
        under_way = codes[(codes.index(lines[-1][0]) + 1) % len(codes)]
        for item, (verdict, where) in {item: (verdict, where) for item, verdict, where in lines}.items():
            if item != under_way:
                assert str(sheet.conclusions[item].verdict) == verdict
                places = [found.record.location for found in sheet.findings.get(item, ())]
                assert places == ([where] if verdict == Verdict.FAIL else [])
        assert not services.upkeep.check(lambda *_: None)
        services.close()
    assert acknowledged >= 20


@pytest.mark.slow
def test_two_hundred_inspections_with_photos_in_a_row_leave_memory_flat(hands: Hands) -> None:
    services, process = hands.town.services, psutil.Process()
    inspections = []
    for number in range(20):
        hands.begin("桂花里小区")
        services.recording.judge(hands.inspection, "LX-01-01", Verdict.FAIL)
        finding = hands.sheet.findings["LX-01-01"][0].id
        sources = [(f"IMG_{number}.jpg", drawn("junk", number))]
        services.photos.take_in(finding, sources, lambda *_: None)
        inspections.append(hands.inspection)
        for item in hands.sheet.items:
            if not hands.sheet.is_done(item.code):
                services.recording.judge(hands.inspection, item.code, Verdict.NOT_APPLICABLE)
        services.inspections.finish(hands.inspection)
    before = 0
    for number in range(220):
        hands.inspection = inspections[number % len(inspections)]
        hands.open("LX-01-01")
        hands.page.photo_deeds.show()
        hands.settle()
        hands.page.photos.close()
        if number == 20:
            before = process.memory_info().rss
    assert process.memory_info().rss - before < MOST_GROWTH
