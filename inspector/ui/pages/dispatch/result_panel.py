"""What was written: the files, what could not be put into them, and the ways on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import RefusedAll
from inspector.services.dispatching import Issued
from inspector.ui.error_text import details
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, scrolling, sheet
from inspector.ui.widgets.buttons import compact, filled, outlined, quiet
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import icon_label, label, wrapping

OpenPath = Callable[[Path], object]


class ResultPanel(QWidget):
    """Shown in place of the findings after a dispatch was written."""

    def __init__(
        self,
        issued: Issued,
        open_path: OpenPath,
        *,
        rewrite: Callable[[], object],
        ledger: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        whole = bool(issued.files)
        number = sum(file.findings for file in issued.files)
        title = (
            tr("{number} is written", number=issued.number)
            if whole
            else tr("{number} stands, its files do not", number=issued.number)
        )
        self.open_folder = filled(tr("Open the folder"), lambda: open_path(issued.folder), icon="folder-open")
        self.again = filled(tr("Write the files again"), rewrite, icon="refresh-cw")
        next_step = self.open_folder if whole else self.again
        self.leave = outlined(tr("Back to what waits"), leave)
        self.card = Card(title, facts=tr("{n} units, {m} rows", n=len(issued.files), m=number) if whole else "")
        if issued.complaints:
            self.card.add(_complaints(issued))
        for file in issued.files:
            self.card.add(_line(file.path, tr("{n} findings, {m} photos", n=file.findings, m=file.photos), open_path))
            self.card.add(hairline())
        if whole:
            self.card.add(_line(issued.summary, tr("all units"), open_path))
            self.card.add(hairline())
            self.card.add(_line(issued.zip, tr("everything in one file, to send"), open_path))
        ways = flowing(next_step, outlined(tr("See them in the ledger"), ledger, icon="list-checks"), self.leave)
        self.setLayout(
            down(
                scrolling(down(_folder(issued.folder), self.card, ways, STRETCH, gap=12, margins=(24, 20, 24, 20))),
                gap=0,
            )
        )


def _folder(folder: Path) -> QWidget:
    words = wrapping(str(folder), "sm", selectable=True)
    return sheet(across(icon_label("folder", "text2", 18), Grow(words), gap=8, margins=(12, 8, 12, 8)), "sunken")


def _line(path: Path, facts: str, open_path: OpenPath) -> QWidget:
    icon = "file-archive" if path.suffix == ".zip" else "file-spreadsheet"
    made = QWidget()
    opening = compact(quiet(tr("Open"), lambda: open_path(path)))
    opening.setAccessibleName(tr("Open {name}", name=path.name))
    words = down(wrapping(path.name), label(facts, "sm", "text3"), gap=0)
    made.setLayout(across(icon_label(icon, "text2", 18), Grow(words), opening, gap=10))
    return made


def _complaints(issued: Issued) -> QWidget:
    each = details(RefusedAll(issued.complaints)).splitlines()
    lines = [wrapping(words, "sm", "warn", selectable=True) for words in each]
    return sheet(down(*lines, gap=6, margins=(12, 8, 12, 8)), "warn")
