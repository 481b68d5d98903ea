"""Frames while the ledger scrolls: the real window over 500,000 findings, by the wheel, page by page, and by leaps.

A frame is what the interface thread does from one step of the wheel (or key, or pull of the bar) until it waits again:
moving, asking for lines, painting. What is counted is the processor's time of that thread, because it does not tell
of other programs. The floor is the same number of steps over an empty table of Qt's own, with its own delegate and one
short text a cell: what no program with this many cells can go under.

    python -m benchmarks.ledger_scrolling [findings]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from benchmarks._large import large_workspace
from inspector.services.services import open_services
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.main_window.window import MainWindow
from inspector.ui.pages.ledger.page import LedgerPage
from inspector.ui.preferences import Preferences
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look

LARGE = 500_000
STEPS = 150
GOAL_MS, GOAL_SHARE = 16.0, 0.99
PAUSE_S = 0.012
"""Between two steps, as between two turns of a wheel; lines arrive from the worker meanwhile."""

Step = Callable[[], object]


def main() -> int:
    """Print median, 99th of 100 and the share of frames within the goal for each way; 1 when one misses it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    workspace = large_workspace(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
    app = QApplication(["benchmark"])
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(workspace, person="王敏", read_only=True)
        translation.speak(app, translation.Language.CHINESE)
        look, jobs = Look(app, Path(folder)), Jobs()
        look.use(look.theme)
        window = MainWindow(services, look, jobs, page_specs(), preferences=Preferences(None))
        window.resize(1366, 768)
        window.show()
        window.go("ledger")
        _settle(app, jobs)
        page = window.pages.page
        assert isinstance(page, LedgerPage)
        for name, step in _ways(page.area.table):
            missed += _told(name, _frames(app, step), goal=True)
        jobs.close()
        window.close()
        services.close()
    for name, step in _ways(_floor()):
        _told(f"floor: {name}", _frames(app, step), goal=False)
    return int(missed > 0)


def _ways(table: QTableView) -> Iterator[tuple[str, Step]]:
    """By what a person scrolls, each from the top."""
    bar = table.verticalScrollBar()
    bar.setValue(0)
    yield "wheel", lambda: QApplication.sendEvent(table.viewport(), _turned(table))
    bar.setValue(0)
    table.setFocus()
    yield "page down", lambda: QTest.keyClick(table, Qt.Key.Key_PageDown)
    bar.setValue(0)
    leap = bar.maximum() // (STEPS + 1)
    yield "leaps to the end", lambda: bar.setValue(bar.value() + leap)


def _turned(table: QTableView) -> QWheelEvent:
    """One notch of a wheel downwards."""
    middle = QPointF(table.viewport().rect().center())
    return QWheelEvent(
        middle,
        table.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def _frames(app: QApplication, step: Step) -> list[float]:
    """Milliseconds of the processor for each step with all that follows from it."""
    spent = []
    for _ in range(STEPS):
        began = time.thread_time()
        step()
        app.processEvents()
        spent.append((time.thread_time() - began) * 1000)
        time.sleep(PAUSE_S)
    return spent


def _told(name: str, frames: list[float], *, goal: bool) -> bool:
    """Print a line; True when the goal is missed."""
    within = sum(each <= GOAL_MS for each in frames) / len(frames)
    late = sorted(frames)[int(len(frames) * 0.99)]
    print(f"{name:26} median {statistics.median(frames):6.1f} ms   99th {late:6.1f} ms   within 16 ms {within:6.1%}")
    return goal and within < GOAL_SHARE


def _floor() -> QTableView:
    """A plain table with as many cells on the screen."""
    model = QStandardItemModel(5000, 7)
    for row in range(5000):
        for column in range(7):
            model.setItem(row, column, QStandardItem(f"{row} {column}"))
    table = QTableView()
    table.setModel(model)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(64)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.resize(890, 560)
    table.show()
    model.setParent(table)
    return table


def _settle(app: QApplication, jobs: Jobs) -> None:
    """Until nothing is under way."""
    calm = time.monotonic()
    while time.monotonic() - calm < 0.3:
        app.processEvents()
        time.sleep(0.005)
        if jobs.is_busy:
            calm = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
