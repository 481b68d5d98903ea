"""Small pictures for lists: asked for while rows are painted, decoded elsewhere, kept while there is room."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPixmap

from inspector.domain.errors import Refused
from inspector.domain.progress import Progress
from inspector.ui.jobs import Jobs
from inspector.ui.theme.current import current

_AT_ONCE = 24
"""Pictures fetched in one go: about a screen of rows."""

_WAITING = 64
"""Wishes remembered; older ones are of rows that were scrolled past."""


class Thumbnails(QObject):
    """Pictures by their hash, `width` px wide at 100 % text; `arrived` says that it is worth painting again.

    `read` gives the bytes of a hash and is called on a worker; what it refuses shows as no picture.
    """

    arrived = Signal()

    def __init__(
        self, jobs: Jobs, read: Callable[[str], bytes], parent: QObject, *, width: int = 72, most: int = 400
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._read = read
        self._most = most
        side = round(current().px(width) * QGuiApplication.primaryScreen().devicePixelRatio())
        self._size = QSize(side, side * 3 // 4)
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._busy = False

    def get(self, sha: str) -> QPixmap | None:
        """The picture when it is here; None otherwise, and then it is fetched."""
        if not sha:
            return None
        if sha in self._kept:
            self._kept.move_to_end(sha)
            return self._kept[sha]
        self._wanted[sha] = None
        self._wanted.move_to_end(sha)
        while len(self._wanted) > _WAITING:
            self._wanted.popitem(last=False)
        self._fetch()
        return None

    def _fetch(self) -> None:
        if self._busy or not self._wanted:
            return
        self._busy = True
        now = [self._wanted.popitem()[0] for _ in range(min(_AT_ONCE, len(self._wanted)))]
        read, size = self._read, self._size

        def work(_progress: Progress) -> dict[str, QImage]:
            return {sha: _decoded(read, sha, size) for sha in now}

        self._jobs.look_up(work, self._keep, lambda _: self._keep({}), owner=self)

    def _keep(self, pictures: dict[str, QImage]) -> None:
        self._busy = False
        for sha, image in pictures.items():
            self._kept[sha] = QPixmap.fromImage(image)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        if pictures:
            self.arrived.emit()
            self._fetch()


def _decoded(read: Callable[[str], bytes], sha: str, size: QSize) -> QImage:
    """The picture large enough to fill `size`, empty when it cannot be had; JPEG is decoded no finer than needed."""
    try:
        content = QByteArray(read(sha))
    except Refused:
        return QImage()
    source = QBuffer(content)
    source.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    whole = reader.size()
    if whole.isValid() and whole.width() > size.width():
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
