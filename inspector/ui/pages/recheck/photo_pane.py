"""One side of the comparison: a head, the photo fitted on a mat, its neighbours as small tiles."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.domain.photos import Photo
from inspector.domain.stored import Stored
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, label
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.thumbnails import Thumbnails

_TILE = 72


@dataclass(frozen=True, slots=True)
class Side:
    """What one side shows: its title, the facts of each photo, and what stands there without any."""

    title: str
    photos: Sequence[Stored[Photo]]
    facts: Sequence[str]
    nothing: str


class Mat(QWidget):
    """The photo as large as there is room; both sides of a comparison are given the same room."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(current().px(120))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """4:3 of what a column has."""
        return QSize(current().px(240), current().px(140))

    def show_picture(self, picture: QPixmap | None, words: str) -> None:
        """Show it; without one the words."""
        self._picture, self._words = picture, words
        self.setAccessibleName(words)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press shows it large."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mat, and the picture whole upon it."""
        painter = QPainter(self)
        smooth(painter)
        area = QRectF(self.rect())
        rounded(painter, area, 8, ink("sunken"))
        if self._picture is None or self._picture.isNull():
            painter.setPen(ink("text3"))
            painter.setFont(font("base"))
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(area.adjusted(12, 12, -12, -12), flags, self._words)
            return
        size = self._picture.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        fitted = QRectF(0, 0, size.width(), size.height())
        fitted.moveCenter(area.center())
        painter.drawPixmap(fitted, self._picture, QRectF(self._picture.rect()))


class PhotoPane(QWidget):
    """`opened` tells the id of the photo to be shown large."""

    opened = Signal(str)

    def __init__(self, large: Thumbnails, small: Thumbnails, *right: QWidget) -> None:
        """`right` stands at the right end of the head."""
        super().__init__()
        self._large, self._small = large, small
        self._side = Side("", (), (), "")
        self._number = 0
        self._tiles: list[tuple[str, PhotoButton]] = []
        self._extra: tuple[QAbstractButton, ...] = ()
        self.title = label("", "base", bold=True)
        self.facts = ElidingLabel("", "sm", "text3")
        self.mat = Mat()
        self.count = label("", "sm", "text3")
        self._row = down(gap=0)
        head = QWidget()
        head.setLayout(across(self.title, Grow(self.facts), *right, gap=8))
        head.setMinimumHeight(current().high("touch"))
        tiles = across(Grow(self._row), self.count, gap=8)
        self.setLayout(down(head, Grow(self.mat), tiles, gap=8))
        self.mat.pressed.connect(self._press)
        large.arrived.connect(self._fill)
        small.arrived.connect(self._fill)

    @property
    def shown(self) -> str:
        """The id of the large photo; "" without any."""
        return self._side.photos[self._number].id if self._side.photos else ""

    def show_side(self, side: Side, number: int = 0, extra: tuple[QAbstractButton, ...] = ()) -> None:
        """Show this side with its photo of that number large; `extra` stand behind the tiles."""
        self._side = side
        self._number = min(number, max(0, len(side.photos) - 1))
        self._extra = extra
        self.title.setText(side.title)
        self._lay_tiles()
        self._fill()

    def _lay_tiles(self) -> None:
        for button in self._extra:
            button.setParent(self)
        empty(self._row)
        self._tiles = []
        for number, photo in enumerate(self._side.photos):
            tile = PhotoButton(tr("Photo {n}", n=number + 1), _TILE)
            tile.clicked.connect(lambda _checked=False, n=number: self._choose(n))
            self._tiles.append((photo.record.thumb_sha, tile))
        shown = [tile for _, tile in self._tiles]
        if self._extra or len(shown) > 1:
            self._row.addWidget(flowing(*shown, *self._extra))
        for button in self._extra:
            button.show()

    def _choose(self, number: int) -> None:
        self._number = number
        self._fill()

    def _press(self) -> None:
        if self.shown:
            self.opened.emit(self.shown)

    def _fill(self) -> None:
        photos = self._side.photos
        for sha, tile in self._tiles:
            tile.show_picture(self._small.get(sha))
        if not photos:
            self.facts.setText("")
            self.count.setText("")
            self.mat.show_picture(None, self._side.nothing)
            return
        self.facts.setText(self._side.facts[self._number])
        self.count.setText(f"{self._number + 1}/{len(photos)}" if len(photos) > 1 else "")
        self.mat.show_picture(self._large.get(photos[self._number].record.listed_sha), self._side.title)
