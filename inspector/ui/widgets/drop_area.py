"""Photos dropped on a widget: the whole editor takes them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def accept_photos(widget: QWidget, take: Callable[[tuple[Path, ...]], object]) -> None:
    """Let `widget` take files and folders dropped on it: `take` gets the paths, intake judges them."""
    widget.setAcceptDrops(True)
    widget.installEventFilter(_Drops(widget, take))


class _Drops(QObject):
    def __init__(self, widget: QWidget, take: Callable[[tuple[Path, ...]], object]) -> None:
        super().__init__(widget)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self._take(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))
            return True
        return super().eventFilter(watched, event)
