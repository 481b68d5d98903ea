"""Work of the interface's thread in pieces, and what is loaded ahead."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from inspector.ui import pages
from inspector.ui.jobs import Jobs
from inspector.ui.load_ahead import LoadAhead
from inspector.ui.slices import Latest, Slices


def counted(done: list[int], most: int) -> Iterator[None]:
    """Steps that tell their number."""
    for number in range(most):
        done.append(number)
        yield


def test_steps_are_taken_in_their_order_and_one_work_after_the_other(qtbot: QtBot) -> None:
    slices, owner, done = Slices(), QObject(), list[int]()
    slices.do(counted(done, 3), owner)
    slices.do(counted(done, 2), owner)
    assert not done
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert done == [0, 1, 2, 0, 1]


def test_the_event_loop_has_its_turn_between_long_steps(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.ui.slices._SLICE_S", 0.0)  # as if every step were longer than a slice
    slices, owner, seen = Slices(), QObject(), list[int]()
    others = QTimer(owner, interval=0)
    others.timeout.connect(lambda: seen.append(-1))
    others.start()
    slices.do(counted(seen, 3), owner)
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert -1 in seen[seen.index(0) : seen.index(1)]
    assert -1 in seen[seen.index(1) : seen.index(2)]


def test_steps_of_what_is_gone_are_not_taken(qtbot: QtBot) -> None:
    slices, owner, done = Slices(), QObject(), list[int]()
    slices.do(counted(done, 3), owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert not done


def test_a_failing_step_ends_its_work_and_no_other(qtbot: QtBot) -> None:
    slices, owner, done = Slices(), QObject(), list[int]()

    def failing() -> Iterator[None]:
        yield
        raise ValueError("broken")

    with capture_exceptions() as failures:
        slices.do(failing(), owner)
        slices.do(counted(done, 1), owner)
        qtbot.waitUntil(lambda: bool(failures))
        slices.do(counted(done, 1), owner)
        qtbot.waitUntil(lambda: not slices.is_busy)
    assert done == [0, 0]


def test_who_waits_for_jobs_waits_for_slices_too(qtbot: QtBot, jobs: Jobs) -> None:
    owner, done = QObject(), list[int]()
    jobs.in_slices(counted(done, 2), owner=owner)
    assert jobs.is_busy
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert done == [0, 1]
    jobs.close()
    jobs.in_slices(counted(done, 2), owner=owner)
    assert not jobs.is_busy


def test_a_later_run_ends_the_one_before(qtbot: QtBot) -> None:
    latest, done = Latest(), list[int]()
    first = latest.run(counted(done, 3))
    next(first)
    latest.at_once(counted(done, 2))
    assert list(first) == []
    assert done == [0, 0, 1]


def test_every_module_of_the_pages_is_loaded_ahead(qtbot: QtBot) -> None:
    ahead = LoadAhead()
    with qtbot.waitSignal(ahead.loaded, timeout=60_000):
        ahead.begin()
    folder = Path(next(iter(pages.__path__)))
    names = {
        ".".join((pages.__name__, *file.relative_to(folder).with_suffix("").parts)).removesuffix(".__init__")
        for file in folder.rglob("*.py")
    }
    assert names <= set(sys.modules)
    ahead.stop()
