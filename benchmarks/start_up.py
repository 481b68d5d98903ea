"""From the start of the process to a first page that can be used, against a bare Qt window.

Ours is the whole program on an existing workspace, empty and with 500,000 findings: until the frame is painted, until
the home page is painted with its figures (usable: whoever presses something now gets it when the rest is there), and
until the file is open and every page can be made. The floor is an application with one empty main window, until that is
painted. Wall time grows with what else the machine does, so the processor time (user and system) of each process stands
beside it. All take turns in one run; the first round compiles the modules and warms the file cache, and does not count.
Goal: usable within 4 times the floor.

    python -m benchmarks.start_up [findings]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._large import large_workspace
from inspector.services.services import open_services

ROUNDS = 7
GOAL = 4.0
FINDINGS = 500_000

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
def tell():
    print(time.monotonic() - float(sys.argv[1]), time.process_time(), flush=True)
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        tell()
        app.quit()
app = QApplication([])
window = Window()
window.resize(1366, 720)
window.show()
app.exec()
"""

OURS = """
import gc, sys, time
gc.disable()  # as main.py does
from inspector.app import main
from inspector.ui import plain_import
plain_import.use()  # as app.py does
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector.ui import start
def tell():
    print(time.monotonic() - float(sys.argv[1]), time.process_time(), flush=True)
class Window(start.MainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            tell()
            QTimer.singleShot(0, self.look)
    def look(self):
        if not self.pages.page.head.facts.text():
            QTimer.singleShot(1, self.look)
            return
        self.repaint()
        tell()
        self.rest()
    def rest(self):
        if not self.context.services.is_open or self.context.jobs.is_busy:
            QTimer.singleShot(2, self.rest)
            return
        tell()
        QApplication.quit()
start.MainWindow = Window
main(["--workspace", sys.argv[2]])
"""


def seconds(compiled: Path, program: str, *arguments: str) -> tuple[float, ...]:
    """What a program prints at each mark: seconds since before its process was made, and its processor's seconds;
    bytecode is kept in `compiled`.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", program, str(time.monotonic()), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return tuple(float(word) for word in done.stdout.split())


def _medians(rounds: list[tuple[float, ...]]) -> list[float]:
    return [statistics.median(column) for column in zip(*rounds[1:], strict=True)]


def main() -> int:
    """Print the medians and their ratios; 1 when a goal was missed."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else FINDINGS
    large = large_workspace(findings)
    with tempfile.TemporaryDirectory() as folder:
        empty, compiled = Path(folder) / "empty.inspector", Path(folder) / "compiled"
        open_services(empty, person="王敏").close()
        bare: list[tuple[float, ...]] = []
        marks: dict[str, list[tuple[float, ...]]] = {"empty": [], f"{findings} findings": []}
        for _ in range(ROUNDS + 1):
            bare.append(seconds(compiled, BARE))
            for name, file in zip(marks, (empty, large), strict=True):
                marks[name].append(seconds(compiled, OURS, str(file)))
    floor, floor_cpu = _medians(bare)
    print(f"bare Qt window                 {floor * 1000:7.0f} ms   processor {floor_cpu * 1000:7.0f} ms")
    worst = 0.0
    for name, found in marks.items():
        shown, _, usable, cpu, ready, _ = _medians(found)
        worst = max(worst, usable / floor)
        print(
            f"{name:16} shown {shown * 1000:7.0f} ms ({shown / floor:.2f})   "
            f"usable {usable * 1000:7.0f} ms   ratio {usable / floor:.2f} (goal {GOAL})   "
            f"processor {cpu * 1000:7.0f} ms   ratio {cpu / floor_cpu:.2f}   "
            f"all ready {ready * 1000:7.0f} ms ({ready / floor:.2f})"
        )
    return int(worst > GOAL)


if __name__ == "__main__":
    sys.exit(main())
