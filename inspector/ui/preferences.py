"""What this machine's user prefers, kept the moment it is chosen."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.config.settings import MachineSettings, load_settings, save_settings

_LOG = logging.getLogger(__name__)


class Preferences(QObject):
    """The machine's settings; `changed` tells who shows them."""

    changed = Signal()

    def __init__(self, path: Path | None) -> None:
        """Without a path nothing is read or written: a window made for a test or a picture."""
        super().__init__()
        self._path = path
        self._settings = load_settings(path) if path else MachineSettings()

    def get(self) -> MachineSettings:
        """The settings as they are now."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Change settings by name and keep them; a folder that cannot be written costs the wish, never the work."""
        changed = replace(self._settings, **fields)
        if changed == self._settings:
            return
        self._settings = changed
        if self._path:
            try:
                save_settings(self._path, changed)
            except OSError as error:
                _LOG.warning("settings could not be kept in %s: %s", self._path, error)
        self.changed.emit()
