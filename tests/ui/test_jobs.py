"""Long work: its thread, its words, its end."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector.domain.progress import Progress
from inspector.ui.jobs import Job, Jobs, Step
from inspector.ui.widgets.progress_strip import ProgressStrip


def test_work_runs_elsewhere_and_its_result_arrives_here(qtbot: QtBot, jobs: Jobs) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    jobs.run(lambda _: threading.get_ident(), lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1] == here
    assert not jobs.is_busy


def test_a_failure_arrives_here(qtbot: QtBot, jobs: Jobs) -> None:
    failures: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ValueError("broken")

    jobs.run(work, lambda _: pytest.fail("it was not done"), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "broken"


def test_cancelled_work_stops_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    begun, go_on, steps, cancelled = threading.Event(), threading.Event(), [], []

    def work(progress: Progress) -> None:
        for step in range(5):
            begun.set()
            go_on.wait(5)
            progress(step, 5)
            steps.append(step)

    job = jobs.run(work, lambda _: pytest.fail("it was not done"), cancelled=lambda: cancelled.append(1))
    assert begun.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(cancelled))
    assert steps == []


def test_nothing_is_called_for_a_page_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    page, hold, called = QObject(), threading.Event(), []
    ended: list[Job] = []
    jobs.ended.connect(ended.append)
    jobs.run(lambda _: hold.wait(5), lambda _: called.append("done"), owner=page)
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    hold.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert called == []


def test_jobs_wait_for_each_other(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    for number in range(3):
        jobs.run(partial(_same, number), order.append)
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == [0, 1, 2]


def test_what_is_asked_for_after_the_end_is_never_begun(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []
    jobs.close()
    asked = jobs.look_up(lambda _: 1, done.append, owner=jobs)
    long = jobs.run(lambda _: 2, done.append)
    assert asked.is_cancelled
    assert long.is_cancelled
    assert not jobs.is_busy
    qtbot.wait(50)
    assert not done


def test_progress_tells_the_last_step_always(qtbot: QtBot, jobs: Jobs) -> None:
    steps: list[Step] = []
    jobs.progressed.connect(steps.append)
    done: list[bool] = []

    def work(progress: Progress) -> bool:
        for i in range(1, 1001):
            progress(i, 1000, f"unit {i}")
        return True

    jobs.run(work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (steps[-1].done, steps[-1].of, steps[-1].what) == (1000, 1000, "unit 1000")
    assert len(steps) < 100


def test_the_strip_shows_long_work_and_stops_it(qtbot: QtBot, look: object, jobs: Jobs) -> None:
    strip = ProgressStrip(jobs)
    qtbot.addWidget(strip)
    hold, stopped = threading.Event(), []

    def work(progress: Progress) -> None:
        while not hold.wait(0.01):
            progress(3, 6, "区城管局")

    job = jobs.run(work, lambda _: None, label="导出", cancelled=lambda: stopped.append(1))
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    job.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert not strip.isVisible()


def _same(number: int, _progress: Progress) -> int:
    return number
