"""Memory of the whole program while somebody works in the ledger of 500,000 findings, in the real window.

Opened, filtered by each kind of filter, sorted, scrolled to the end, everything ticked. Told are what the process
holds after each act, the most it held meanwhile (resident memory, looked at in every pass of the event loop), and the
longest the interface thread was busy, in its own processor time. Goals: 350 MiB, 50 ms.

    python -m benchmarks.ledger_memory [findings]
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks._large import large_workspace
from benchmarks.interface_thread import GOAL_MS, Watch
from inspector.config.garbage import collect_from_now_on
from inspector.domain.units import Unit
from inspector.services.services import open_services
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.load_ahead import LoadAhead
from inspector.ui.main_window.window import MainWindow
from inspector.ui.pages.ledger.page import LedgerPage
from inspector.ui.preferences import Preferences
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look

LARGE = 500_000
GOAL_MIB = 350.0
LEAPS = 100
Act = tuple[str, Callable[[], object]]


class Memory:
    """What the process holds, in MiB, and the most of it since it was last told."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self.most = 0.0

    def now(self) -> float:
        """Look, and remember the most."""
        held: float = self._process.memory_info().rss / 2**20
        self.most = max(self.most, held)
        return held


def main() -> int:
    """Print a line for each act; 1 when a goal is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gc.disable()  # as the program does, until everything is loaded
    workspace = large_workspace(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
    app, memory = QApplication(["benchmark"]), Memory()
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(workspace, person="王敏", read_only=True)
        translation.speak(app, translation.Language.CHINESE)
        look, jobs = Look(app, Path(folder)), Jobs()
        look.use(look.theme)
        watch, ahead = Watch(app), LoadAhead()
        ahead.loaded.connect(collect_from_now_on)
        window = MainWindow(services, look, jobs, page_specs(), preferences=Preferences(None))
        window.resize(1366, 768)
        window.show()
        unit = services.registers.all(Unit)[7].id

        def is_busy() -> bool:
            memory.now()
            return jobs.is_busy or ahead.is_loading

        for name, act in chain((("home page", ahead.begin),), _acts(window, unit, watch)):
            watch.longest, memory.most = (0.0, 0.0), 0.0
            act()
            watch.settle(is_busy)
            held, block = memory.now(), watch.longest[1] * 1000
            missed += memory.most > GOAL_MIB or block > GOAL_MS
            lines = f"{_lines(window):9,}" if name != "home page" else " " * 9
            print(f"{name:32}{lines} lines {held:5.0f} MiB   at most {memory.most:4.0f} MiB   block {block:5.1f} ms")
        jobs.close()
        window.close()
        services.close()
    print(f"{missed} acts are over a goal ({GOAL_MIB:.0f} MiB, {GOAL_MS:.0f} ms)")
    return int(missed > 0)


def _acts(window: MainWindow, unit: str, watch: Watch) -> Iterator[Act]:
    """Each measures its own passes of the event loop."""
    yield "ledger opened", partial(watch.timed, partial(window.go, "ledger"))
    page = window.pages.page
    assert isinstance(page, LedgerPage)
    for name, where in (
        ("one unit", {"unit": unit}),
        ("one state", {"view": "to_dispatch"}),
        ("overdue", {"view": "overdue"}),
        ("a kind", {"kind": "SC"}),
        ("text of three letters", {"text": "自行车"}),
        ("a number", {"text": "SC-0042"}),
        ("pinyin", {"text": "dianwei42"}),
        ("initials", {"text": "dw42xq"}),
        ("everything again", {"view": "all"}),
        ("sorted by unit", {"order": "unit"}),
        ("sorted by site, backwards", {"order": "site desc"}),
    ):
        yield name, partial(watch.timed, partial(window.go, "ledger", **where))
    yield "to the end by End", partial(watch.timed, partial(_press, page, Qt.Key.Key_End))
    yield "to the top by Home", partial(watch.timed, partial(_press, page, Qt.Key.Key_Home))
    yield f"to the end by {LEAPS} leaps", partial(_leap, page, watch)
    yield (
        "everything ticked by Ctrl+A",
        partial(watch.timed, partial(_press, page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)),
    )
    yield "ticks taken off by Escape", partial(watch.timed, partial(_press, page, Qt.Key.Key_Escape))


def _lines(window: MainWindow) -> int:
    page = window.pages.page
    assert isinstance(page, LedgerPage)
    return page.area.table.model().rowCount()


def _press(page: LedgerPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    page.area.table.setFocus()
    QTest.keyClick(page.area.table, key, held)


def _leap(page: LedgerPage, watch: Watch) -> None:
    """Each leap is a pass of its own, and so is what follows from it."""
    bar = page.area.table.verticalScrollBar()
    for number in range(1, LEAPS + 1):
        watch.timed(partial(bar.setValue, bar.maximum() * number // LEAPS))
        watch.timed(QApplication.processEvents)
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
