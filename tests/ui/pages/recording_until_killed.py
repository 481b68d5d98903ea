"""A window that records without end until somebody kills it: what the page showed as saved is printed first.

Run with the workspace and an empty folder for the look. Each line is `item verdict location`.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.services.services import open_services
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.record import RecordPage
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Theme
from tests.ui.pages.recording import SPECS


def main(workspace: Path, inspection: str, cache: Path) -> None:
    """Judge item after item, and say where each fail is."""
    app = QApplication([])
    look = Look(app, cache)
    look.use(Theme(motion=False))
    window = MainWindow(open_services(workspace, person="王敏"), look, Jobs(), SPECS)
    window.show()
    window.go("record", inspection=inspection)
    page = window.pages.page
    assert isinstance(page, RecordPage)
    assert page.desk is not None
    codes = [item.code for item in page.desk.sheet.items if figures_for(item.judging, Verdict.FAIL)]
    for number in count():
        item = codes[number % len(codes)]
        page.choose_item(item)
        page.judging.judge(Verdict.FAIL if (number // len(codes)) % 2 == 0 else Verdict.NOT_APPLICABLE)
        page.choose_item(item)
        where = f"{number}-号楼"
        if page.desk.verdict is Verdict.FAIL:
            page.desk.locate(where)
        print(item, page.desk.verdict, where, flush=True)  # noqa: T201 - the parent counts these
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
