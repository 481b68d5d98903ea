"""Something broke that nobody foresaw: say so, say that nothing was lost, help the person report it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.services.wording.sentences import Said
from inspector.ui.dialogs.error_dialog import Deed, ErrorDialog
from inspector.ui.dialogs.open_path import open_path
from inspector.ui.translation import tr


def crash_dialog(parent: QWidget, trace: str, log: Path) -> ErrorDialog:
    """The dialog with the trace to copy and the way to the log; show it with `open()`."""
    words = Said(
        tr("The program met an error it was not prepared for. You can go on working."),
        str(log),
        tr("What was shown as saved is saved. Copy the details and send them to support."),
    )
    deeds = (
        Deed(tr("Go on")),
        Deed(tr("Open the log"), lambda: open_path(log)),
    )
    return ErrorDialog(parent, tr("Something went wrong"), words, trace, deeds)
