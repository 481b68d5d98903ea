"""A photo as large as the window: arrows go through the others, Z shows it pixel by pixel, Esc leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImageReader, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from inspector.domain.progress import Progress
from inspector.ui.dialogs.modal import Modal
from inspector.ui.jobs import Jobs
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import icon_button
from inspector.ui.widgets.foot_bar import key_hints
from inspector.ui.widgets.labels import ElidingLabel


class PhotoDialog(Modal):
    """`photos` are (hash, caption); `read` gives the bytes of a hash on a worker and may refuse."""

    def __init__(
        self,
        parent: QWidget,
        photos: Sequence[tuple[str, str]],
        start: int,
        jobs: Jobs,
        read: Callable[[str], bytes],
    ) -> None:
        super().__init__(parent, tr("Photo"), width=4000)
        self._photos = photos
        self._jobs = jobs
        self._read = read
        self._number = start
        self._picture = QPixmap()
        self.zoomed = False
        self.caption = ElidingLabel("", "base", bold=True)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame = QScrollArea()
        self._frame.setWidget(self.picture)
        self._frame.setWidgetResizable(True)
        self._frame.setFrameShape(QScrollArea.Shape.NoFrame)
        self._frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        before = icon_button("chevron-left", tr("The photo before"), lambda: self.turn(-1), keys="←")
        after = icon_button("chevron-right", tr("The next photo"), lambda: self.turn(1), keys="→")
        zoom = icon_button("zoom-in", tr("Zoom"), self.zoom, keys="Z")
        leave = icon_button("x", tr("Close"), self.reject, keys="Esc")
        turning = (before, after) if len(photos) > 1 else ()
        turns = [("← →", tr("Turn the pages"))] if len(photos) > 1 else []
        hints = key_hints((*turns, ("Z", tr("Zoom")), ("Esc", tr("Close"))))
        head = across(Grow(self.caption, 2), Grow(hints), *turning, zoom, leave, gap=8)
        everything = down(head, Grow(self._frame), gap=8, margins=(20, 12, 12, 12))
        self.setLayout(down(sheet(everything, "dialog"), gap=0))
        self._load()

    def turn(self, step: int) -> None:
        """The next photo (1) or the one before (-1), going round."""
        self._number = (self._number + step) % len(self._photos)
        self._load()

    def zoom(self) -> None:
        """Pixel by pixel, or fitted again."""
        self.zoomed = not self.zoomed
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn, Z and Space zoom; Esc is the dialog's own."""
        acts = {
            Qt.Key.Key_Left: lambda: self.turn(-1),
            Qt.Key.Key_Right: lambda: self.turn(1),
            Qt.Key.Key_Z: self.zoom,
            Qt.Key.Key_Space: self.zoom,
        }
        if act := acts.get(Qt.Key(event.key())):
            act()
        else:
            super().keyPressEvent(event)

    def take_height(self) -> None:
        """As high as the window, whatever the picture."""
        self.setFixedHeight(self._host.height() - current().px(32))

    def _load(self) -> None:
        sha, caption = self._photos[self._number]
        self.caption.setText(caption)
        read, number = self._read, self._number

        def work(_progress: Progress) -> bytes:
            return read(sha)

        self._jobs.look_up(work, lambda content: self._take(number, content), owner=self)

    def _take(self, number: int, content: bytes) -> None:
        if number != self._number:
            return
        source = QBuffer(self)
        source.setData(QByteArray(content))
        source.open(QBuffer.OpenModeFlag.ReadOnly)
        self._picture = QPixmap.fromImage(QImageReader(source).read())
        self._show()

    def _show(self) -> None:
        if self.zoomed or self._picture.isNull():
            self.picture.setPixmap(self._picture)
            return
        ratio = self.devicePixelRatioF()
        room = self._frame.viewport().size() * ratio
        fitted = self._picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)
