"""How long the interface thread stands still: every page opened in the real window, and its main act done.

A page is opened three times: the first time, made anew, and shown again. What is measured is the longest pass of the
event loop; wall time, and the processor's time of that thread, which others on the machine cannot lengthen much.
Goal: 50 ms for each act.

    python -m benchmarks.interface_thread [workspace]

Without a workspace one with 10,000 findings is used; it is opened as it is and nothing is written into it.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks._large import large_workspace
from inspector.config.garbage import collect_from_now_on
from inspector.services.services import open_services
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.load_ahead import LoadAhead
from inspector.ui.main_window.window import MainWindow
from inspector.ui.preferences import Preferences
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode

GOAL_MS = 50.0
CALM_S, PATIENCE_S = 0.25, 30.0
PAGES = ("today", "pick_site", "ledger", "dispatch", "registers", "checklists", "settings")


class Watch:
    """The longest the thread was busy before it looked for the next thing to do, in wall and in processor time.

    One pass of the event loop counts as one: nobody's key or click comes in between the events it handles.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.longest = (0.0, 0.0)

    def timed(self, act: Callable[[], object]) -> None:
        """Do something as one pass of the loop."""
        wall, thread = time.perf_counter(), time.thread_time()
        act()
        spent = (time.perf_counter() - wall, time.thread_time() - thread)
        self.longest = max(self.longest, spent, key=lambda pair: pair[1])

    def settle(self, is_busy: Callable[[], bool]) -> None:
        """Until nothing has happened for a while; each pass counts for itself."""
        began = calm_since = time.monotonic()
        while time.monotonic() - calm_since < CALM_S and time.monotonic() - began < PATIENCE_S:
            self.timed(self._app.processEvents)
            time.sleep(0.002)
            if is_busy():
                calm_since = time.monotonic()


def main() -> int:
    """Print the longest block of every act; 1 when one is over the goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gc.disable()  # as the program does, until everything is loaded
    workspace = Path(sys.argv[1]) if len(sys.argv) > 1 else large_workspace(10_000)
    app = QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(workspace, person="王敏", read_only=True)
        translation.speak(app, translation.Language.CHINESE)
        look, jobs = Look(app, Path(folder)), Jobs()
        look.use(look.theme)
        watch = Watch(app)
        window = MainWindow(services, look, jobs, page_specs(), preferences=Preferences(None))
        window.resize(1366, 720)
        window.show()
        watch.settle(lambda: jobs.is_busy)
        ahead = LoadAhead()
        ahead.loaded.connect(collect_from_now_on)
        over = 0
        for name, act in (("all pages' modules loaded ahead", ahead.begin), *_acts(window)):
            watch.longest = (0.0, 0.0)
            watch.timed(act)
            watch.settle(lambda: jobs.is_busy or ahead.is_loading)
            wall, thread = (seconds * 1000 for seconds in watch.longest)
            over += thread > GOAL_MS
            mark = f"   over {GOAL_MS:.0f} ms" if thread > GOAL_MS else ""
            print(f"{name:34} longest block {wall:7.0f} ms   processor {thread:7.0f} ms{mark}")
        jobs.close()
        window.close()
        services.close()
    print(f"{over} acts are over the goal of {GOAL_MS:.0f} ms")
    return int(over > 0)


def _acts(window: MainWindow) -> list[tuple[str, Callable[[], object]]]:
    look = window.context.look

    def opened(words: str) -> list[tuple[str, Callable[[], object]]]:
        return [(f"{name}: {words}", partial(window.go, name)) for name in PAGES]

    return [
        *opened("first opening"),
        ("all pages made anew in the same look", partial(look.use_soon, look.theme)),
        *opened("made anew"),
        *opened("shown again"),
        ("ledger: text", partial(window.go, "ledger", text="电动自行车42")),
        ("ledger: by unit", partial(window.go, "ledger", order="unit")),
        ("pick_site: initials", partial(window.go, "pick_site", text="dw42xq")),
        ("settings: shown", partial(window.go, "settings")),
        ("larger text", lambda: look.use_soon(replace(look.theme, scale=1.25))),
        ("dark", lambda: look.use_soon(replace(look.theme, mode=Mode.DARK))),
    ]


if __name__ == "__main__":
    sys.exit(main())
