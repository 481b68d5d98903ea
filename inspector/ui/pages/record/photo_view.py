"""One photo large: zoom, next and previous, what is known of it, and taking it away."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector.domain.errors import Refused
from inspector.domain.photos import Photo
from inspector.domain.stored import Stored
from inspector.ui.theme.paint import ink, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import icon_button, outlined
from inspector.ui.widgets.foot_bar import key_hints
from inspector.ui.widgets.labels import ElidingLabel, label
from inspector.ui.words.dates import moment

_STEP = 1.5
_LARGEST = 8.0


class PhotoView(QFrame):
    """`closed` by Esc or the button, `removed` tells the photo to take away."""

    closed = Signal()
    removed = Signal(str)
    stepped = Signal(str)

    def __init__(self, bytes_of: Callable[[str], bytes]) -> None:
        super().__init__()
        self.setProperty("role", "flat")
        self._bytes_of = bytes_of
        self._photos: Sequence[Stored[Photo]] = ()
        self._key = ""
        self._today = date.min
        self.canvas = Canvas()
        self._count = label("", "base", bold=True)
        self._facts = ElidingLabel("", "sm", "text2")
        self.before = icon_button("chevron-left", tr("Photo before"), lambda: self.step(-1), keys="←")
        self.behind = icon_button("chevron-right", tr("Next photo"), lambda: self.step(1), keys="→")
        self.zoom = icon_button("zoom-in", tr("Zoom"), self.canvas.toggle, keys="Z")
        self.remove = outlined(tr("Remove the photo"), lambda: self.removed.emit(self._key), icon="trash")
        close = outlined(tr("Back to the item"), self.closed.emit, icon="x", keys="Esc")
        hints = key_hints((("← →", tr("Turn the pages")), ("Z", tr("Zoom")), ("Esc", tr("Back to the item"))))
        bar = across(
            self.before,
            self._count,
            self.behind,
            self.zoom,
            Grow(self._facts),
            Grow(hints),
            self.remove,
            close,
            gap=8,
            margins=(12, 8, 24, 8),
        )
        self.setLayout(down(sheet(bar, "head"), Grow(self.canvas), gap=0))

    @property
    def key(self) -> str:
        """The photo that is shown; "" while none is."""
        return self._key

    def show_photos(self, photos: Sequence[Stored[Photo]], key: str, today: date, *, may_remove: bool) -> None:
        """Show one of these large."""
        self._photos = photos
        self._today = today
        self.remove.setVisible(may_remove)
        self._show(key)

    def step(self, by: int) -> None:
        """The photo before or behind, going round."""
        ids = [photo.id for photo in self._photos]
        if self._key in ids:
            self._show(ids[(ids.index(self._key) + by) % len(ids)])
            self.stepped.emit(self._key)

    def let_go(self) -> None:
        """Forget the large picture: it is the heaviest thing of the page."""
        self._key = ""
        self._photos = ()
        self.canvas.show_picture(QPixmap())

    def _show(self, key: str) -> None:
        ids = [photo.id for photo in self._photos]
        photo = self._photos[ids.index(key)]
        self._key = key
        self._count.setText(f"{ids.index(key) + 1}/{len(ids)}")
        self._facts.setText(facts_words(photo.record, self._today))
        picture = QPixmap()
        try:
            picture.loadFromData(self._bytes_of(photo.record.evidence_sha))
        except Refused:
            self._facts.setText(tr("The picture of {name} cannot be read", name=photo.record.facts.name))
        self.canvas.show_picture(picture)
        self.canvas.setAccessibleName(self._facts.text())


class Canvas(QWidget):
    """The picture fitted into the room, or larger and moved by the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._zoom = 1.0
        self._shift = QPointF()
        self._grabbed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def zoom(self) -> float:
        """1 is fitted."""
        return self._zoom

    def show_picture(self, picture: QPixmap) -> None:
        """Show it fitted."""
        self._picture = picture
        self._set_zoom(1.0)

    def toggle(self) -> None:
        """Larger, and after the largest fitted again."""
        self._set_zoom(self._zoom * 2 if self._zoom < _LARGEST / 2 else 1.0)

    def sizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(320, 240)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn to zoom."""
        factor = _STEP if event.angleDelta().y() > 0 else 1 / _STEP
        self._set_zoom(min(_LARGEST, max(1.0, self._zoom * factor)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._grabbed = event.position() - self._shift

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grabbed is not None and self._zoom > 1:
            self._shift = event.position() - self._grabbed
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mat and the picture on it."""
        painter = QPainter(self)
        smooth(painter)
        painter.fillRect(self.rect(), ink("sunken"))
        if self._picture.isNull():
            return
        room = QRectF(self.rect()).adjusted(16, 16, -16, -16)
        size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio) * self._zoom
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(room.center() + self._shift)
        painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        if zoom == 1:
            self._shift = QPointF()
        self.update()


def facts_words(photo: Photo, today: date) -> str:
    """Name, time, place, size of a photo, as far as they are known."""
    facts = photo.facts
    taken = tr("taken {time}", time=moment(facts.taken_at, today)) if facts.taken_at else tr("no time in the file")
    place = ""
    if facts.latitude is not None and facts.longitude is not None:
        place = f"{facts.latitude:.5f}, {facts.longitude:.5f}"
    return " · ".join(
        part for part in (facts.name, taken, place, f"{facts.width}×{facts.height}", facts.camera) if part
    )
