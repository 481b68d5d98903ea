"""The photos of a finding as 4:3 tiles: loading ones show their name, refused ones their reason, the last adds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.photo_tile import AddTile, PhotoTile


class TileState(Enum):
    """What a tile shows."""

    READY = "ready"
    LOADING = "loading"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Tile:
    """One photo of the strip; `words` are its name while loading, name and reason when refused."""

    key: str
    state: TileState
    words: str = ""
    picture: QPixmap | None = None


class PhotoStrip(QWidget):
    """`chosen` tells the key of a pressed tile, `opened` that it is to be shown large, `add_wanted` the last tile."""

    chosen = Signal(str)
    opened = Signal(str)
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout: QVBoxLayout = down(gap=0)
        self.setLayout(self._layout)
        self._current = ""
        self._tiles: dict[str, PhotoTile] = {}
        self.show_tiles(())

    @property
    def current_key(self) -> str:
        """The key of the ringed tile; "" while there is none."""
        return self._current

    def show_tiles(self, tiles: Sequence[Tile], current_key: str = "") -> None:
        """Show these, the ring on `current_key`."""
        empty(self._layout)
        self._current = current_key
        self._tiles = {tile.key: self._tile(number, tile) for number, tile in enumerate(tiles, 1)}
        add = AddTile(tr("Add photos"), "P")
        add.clicked.connect(lambda _checked=False: self.add_wanted.emit())
        self._layout.addWidget(flowing(*self._tiles.values(), add))

    def ring(self, key: str) -> None:
        """Put the ring on that tile."""
        self._current = key
        for each, tile in self._tiles.items():
            tile.setChecked(each == key)

    def _tile(self, number: int, tile: Tile) -> PhotoTile:
        badge = str(number) if tile.state is TileState.READY else ""
        made = PhotoTile(badge, tile.picture, tile.words, refused=tile.state is TileState.REFUSED)
        made.setChecked(tile.key == self._current)
        made.clicked.connect(lambda _checked=False: self.press(tile.key))
        return made

    def press(self, key: str) -> None:
        """Choose that tile; when it is chosen already, ask to see it large."""
        if key == self._current:
            self.opened.emit(key)
            return
        self.ring(key)
        self.chosen.emit(key)
