"""A photo as an answer: chosen from a file or dropped, read behind the window, shown, taken away again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from inspector.domain.errors import Refused
from inspector.domain.progress import Progress
from inspector.services.asking import Asking, AskingService
from inspector.ui.error_text import said
from inspector.ui.jobs import Jobs
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down, empty
from inspector.ui.widgets.buttons import outlined, quiet
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.photo_button import PhotoButton

PATTERNS = "*.jpg *.jpeg *.png *.webp *.heic *.heif"
_WIDTH, _LARGE_WIDTH = 240, 360


class AnswerPhotos:
    """Where the photos of one walk go: to `asking()`, the response that is being filled in."""

    def __init__(self, service: AskingService, jobs: Jobs, asking: Callable[[], Asking | None]) -> None:
        self._service, self._jobs, self._asking = service, jobs, asking

    def take(
        self, file: Path, done: Callable[[str], object], failed: Callable[[Exception], object], owner: QObject
    ) -> None:
        """Read a photo; `done` is given the answer that names it."""
        asking, service = self._asking(), self._service
        if asking is None:
            return

        def work(_progress: Progress) -> str:
            return service.keep_photo(asking, (file.name, file))

        self._jobs.run(work, done, failed, label=tr("Reading the photo"), owner=owner)

    def show(self, answer: str, done: Callable[[QImage], object], owner: QObject) -> None:
        """Fetch the picture of an answer."""
        service = self._service

        def work(_progress: Progress) -> QImage:
            return QImage.fromData(service.photo(answer))

        self._jobs.look_up(work, done, lambda _: done(QImage()), owner=owner)


class PhotoAnswer(QWidget):
    """`answered` tells the name of the photo, "" when it was taken away."""

    answered = Signal(str)

    def __init__(self, photos: AnswerPhotos, name: str, answer: str, *, large: bool) -> None:
        super().__init__()
        self._photos, self._name, self._large = photos, name, large
        self.choose_one: Callable[[QWidget], Path | None] = _chosen
        self.status, self.problem = wrapping("", "base", "text2"), wrapping("", "base", "fail")
        self._body = down(gap=8)
        self.setLayout(down(self._body, self.status, self.problem, gap=8))
        accept_photos(self, lambda paths: self.take(paths[0]) if paths else None)
        self.show_answer(answer)

    def show_answer(self, answer: str) -> None:
        """Show the photo, or the frame that asks for one."""
        empty(self._body)
        self._say("", "")
        asks = "" if answer else tr("Add a photo, or drop it here")
        self.picture = PhotoButton(self._name, _LARGE_WIDTH if self._large else _WIDTH, asks=asks)
        self.picture.clicked.connect(self.choose)
        words = tr("Another photo") if answer else tr("Choose a photo")
        deeds = [outlined(words, self.choose, icon="camera", keys="1")]
        if answer:
            deeds.append(quiet(tr("Take it away"), lambda: self.answered.emit(""), icon="x"))
            self._photos.show(answer, self._paint, self)
        self._body.addLayout(across(self.picture, STRETCH))
        self._body.addLayout(across(*deeds, STRETCH, gap=8))

    def choose(self) -> None:
        """Ask for a picture; on a tablet the system offers the camera here too."""
        if file := self.choose_one(self):
            self.take(file)

    def take(self, file: Path) -> None:
        """Read it behind the window; what cannot be read is said beside the frame."""
        self._say(tr("Reading the photo"), "")
        self._photos.take(file, self._taken, partial(self._refuse, file.name), self)

    def _taken(self, answer: str) -> None:
        self.answered.emit(answer)

    def _refuse(self, name: str, error: Exception) -> None:
        self._say("", f"{name}: {said(error).happened if isinstance(error, Refused) else error}")

    def _say(self, status: str, problem: str) -> None:
        for words, shown in ((status, self.status), (problem, self.problem)):
            shown.setText(words)
            shown.setVisible(bool(words))

    def _paint(self, image: QImage) -> None:
        if isValid(self.picture):
            self.picture.show_picture(QPixmap.fromImage(image))


def _chosen(parent: QWidget) -> Path | None:
    """A picture by the program's own dialog, which can only look: people at the kiosk must not rename or delete."""
    dialog = QFileDialog(parent, tr("Choose a photo"), str(Path.home()), f"{tr('Photos')} ({PATTERNS})")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ReadOnly)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.resize(dialog.sizeHint().expandedTo(QSize(900, 560)))
    return Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None
