"""The pages' modules, and Qt's classes, loaded while nobody waits.

The start pays for the first page alone, later ones open at once.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from threading import Event, Thread

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal

from inspector.ui import dialogs, pages

_PAUSE_S = 0.002
"""Between two modules the interface's thread comes first."""


class LoadAhead(QObject):
    """Loads them on a thread of its own, for reading a page's modules takes longer than a window may stand still."""

    loaded = Signal()
    """It is over: all are there, or one failed, which is told as any failure is and again by its page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._thread = Thread(target=self._load, name="load-ahead", daemon=True)

    def begin(self) -> None:
        """Start loading; once."""
        self._thread.start()

    @property
    def is_loading(self) -> bool:
        """True from `begin` until all are there."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Leave the rest where it is: the end of the program."""
        self._stop.set()
        if self.is_loading:
            self._thread.join()

    def _load(self) -> None:
        try:
            for _ in load_ahead():
                if self._stop.wait(_PAUSE_S):
                    return
        finally:
            self.loaded.emit()


def load_ahead() -> Iterator[str]:
    """Import the modules of the pages and dialogs one by one; yields the name of each once it is loaded.

    PySide makes each class of Qt when it is first asked for, and all that are left at once when it first meets a widget
    of Qt's own, as a table's viewport is: a tenth of a second on an old machine. So they are asked for here too.
    """
    for package in (dialogs, pages):
        yield from _load(package.__name__, list(package.__path__))
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)
        yield name


def _load(package: str, folders: list[str]) -> Iterator[str]:
    """The small ones before those that are made of them, so that each is a short step."""
    found = sorted(iter_modules(folders, f"{package}."), key=lambda each: (each.name.endswith(".page"), each.name))
    for _, name, is_package in found:
        module = import_module(name)
        yield name
        if is_package:
            yield from _load(name, list(module.__path__))
