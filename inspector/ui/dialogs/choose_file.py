"""Asking the system for a file to read or a name to write to."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.ui.own_folders import DOCUMENTS, own_folder
from inspector.ui.translation import tr

TABLES = "*.xlsx *.xls *.ods *.csv"
WORKBOOK = "*.xlsx"


def choose_file(parent: QWidget, title: str, patterns: str) -> Path | None:
    """A file that is there; None when the person left it. `patterns` are separated by blanks."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, own_folder(DOCUMENTS), f"{tr('Files')} ({patterns})")
    return Path(chosen) if chosen else None


def choose_name(parent: QWidget, title: str, suggested: str, patterns: str) -> Path | None:
    """A name to write to, with the ending of the first pattern; None when the person left it."""
    start = suggested if Path(suggested).is_absolute() else str(Path(own_folder(DOCUMENTS)) / suggested)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, f"{tr('Files')} ({patterns})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(patterns.split(maxsplit=1)[0].removeprefix("*"))
