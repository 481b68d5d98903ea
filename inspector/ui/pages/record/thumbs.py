"""Small pictures of stored photos, decoded once, so that going through items costs nothing and memory stays flat."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtGui import QPixmap

from inspector.domain.errors import Refused

_MOST = 48


class Thumbs:
    """Pixmaps by the hash of their bytes; the oldest are let go."""

    def __init__(self, bytes_of: Callable[[str], bytes]) -> None:
        self._bytes_of = bytes_of
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()

    def get(self, sha: str) -> QPixmap:
        """The picture; a null one when its bytes are gone or damaged, which the tile then says in words."""
        if sha not in self._kept:
            self._kept[sha] = self._read(sha)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(sha)
        return self._kept[sha]

    def _read(self, sha: str) -> QPixmap:
        picture = QPixmap()
        try:
            picture.loadFromData(self._bytes_of(sha))
        except Refused:
            return QPixmap()
        return picture
