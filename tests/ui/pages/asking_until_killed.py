"""A kiosk that is answered without end until somebody kills it: what it took is printed as `response code value`."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.services.asking import Where
from inspector.services.services import open_services
from inspector.ui.jobs import Jobs
from inspector.ui.pages.questionnaires.kiosk.window import Kiosk
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Theme


def main(workspace: Path, cache: Path) -> None:
    """Press 2 and Enter; at the last question begin anew, leaving the response open."""
    app = QApplication([])
    Look(app, cache).use(Theme(motion=False))
    services = open_services(workspace, person="王敏")
    kiosk = Kiosk(services, Jobs(), "WJ-A", Where(), lambda _pin: False)
    while True:
        kiosk.begin()
        kiosk.agree()
        while kiosk.walk and not kiosk.walk.is_last:
            QTest.keyClick(kiosk, Qt.Key.Key_2)
            here = kiosk.walk.question
            if here and here.answer:
                print(kiosk.walk.asking.id, here.code, here.answer, flush=True)  # noqa: T201 - the parent counts these
            QTest.keyClick(kiosk, Qt.Key.Key_Return)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
