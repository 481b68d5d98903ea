"""A form of 1,000 questions in the window: opened to ask aloud, turned page by page there and in the kiosk.

Run with `./run bench questionnaire_pages`.
"""

import gc
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import Choice, ChoiceList, Form, Kind, Node
from inspector.services.asking import Where
from inspector.services.services import open_services
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.questionnaires.asking.page import AskingPage
from inspector.ui.pages.questionnaires.kiosk.window import Kiosk
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Theme

QUESTIONS, TURNS = 1_000, 60


def main() -> None:
    """Print what each thing costs."""
    app = QApplication([])
    folder = Path(tempfile.mkdtemp())
    Look(app, folder / "look").use(Theme(motion=False))
    services, jobs = open_services(folder / "town.db", person="王敏"), Jobs()
    services.questionnaires.publish(_long_form(), Formula.M1)
    window = MainWindow(services, Look(app, folder / "look"), jobs, page_specs())
    window.show()
    gc.freeze()  # as the program does when it has started (ui/start.py)
    window.go("asking", code="L", mode="interviewer")
    page = window.pages.page
    assert isinstance(page, AskingPage)
    opened = _timed(app, page.start)
    turned = sorted(_timed(app, lambda: _turn(page)) for _ in range(TURNS))
    page.forget()
    kiosk = Kiosk(services, jobs, "L", Where(), lambda _pin: True)
    kiosk.begin()
    begun = _timed(app, kiosk.agree)
    steps = sorted(_timed(app, lambda: _step(kiosk)) for _ in range(TURNS))
    for name, first, pages in (("aloud", opened, turned), ("kiosk", begun, steps)):
        middle, slowest = pages[TURNS // 2], pages[-1]
        print(f"{name}: opened in {first:.0f} ms (goal 500), page {middle:.0f} ms, slowest {slowest:.0f} ms (goal 50)")
    kiosk.leave()
    window.close()
    jobs.close()
    services.close()


def _turn(page: AskingPage) -> None:
    page.press(2)
    page.go_on()


def _step(kiosk: Kiosk) -> None:
    page = kiosk.pages.currentWidget()
    page.pad.press(2)  # type: ignore[union-attr] # the page that asks
    page.go_on()  # type: ignore[union-attr]


def _timed(app: QApplication, work: Callable[[], object]) -> float:
    """Milliseconds of the interface thread until it is done and painted; waiting for the disk is not in it."""
    began = time.thread_time()
    work()
    app.processEvents()
    return (time.thread_time() - began) * 1000


def _long_form() -> Form:
    five = tuple(
        Choice(str(n), (("", words),)) for n, words in enumerate(("很满意", "满意", "一般", "不满意", "很不满意"))
    )
    nodes = tuple(
        Node(f"q{n}", f"q{n}", Kind.ONE, label=(("", f"您对第 {n} 项满意吗"),), choices="s") for n in range(QUESTIONS)
    )
    return Form("L", "1", "长卷", "data", nodes, (ChoiceList("s", five),))


if __name__ == "__main__":
    main()
