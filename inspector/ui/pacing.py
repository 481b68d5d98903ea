"""Doing seldom what is asked for often: a panel that is filled while an arrow key is held down."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_CALM_MS = 150
"""Longer than a key takes to repeat, too short to be waited for."""


class Seldom(QObject):
    """Does `act` at once; what is asked for again shortly after is done once, when nobody asks any more."""

    def __init__(self, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self.is_due = False
        """It was asked for and waits until it is calm."""
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._do_if_due)

    def ask(self) -> None:
        """Do it, now or when it is calm."""
        if self._calm.isActive():
            self.is_due = True
        else:
            self._act()
        self._calm.start()

    def _do_if_due(self) -> None:
        if self.is_due:
            self.is_due = False
            self._act()
