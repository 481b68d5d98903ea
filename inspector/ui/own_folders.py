"""Where a person keeps documents and pictures: what a file dialog shows first."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
PICTURES = QStandardPaths.StandardLocation.PicturesLocation
_HOME = QStandardPaths.StandardLocation.HomeLocation


def own_folder(kind: QStandardPaths.StandardLocation) -> str:
    """The folder of that kind, else the person's own; never the one the program was started in."""
    folder = QStandardPaths.writableLocation(kind)
    return folder if Path(folder).is_dir() else QStandardPaths.writableLocation(_HOME)
