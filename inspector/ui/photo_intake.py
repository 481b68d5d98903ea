"""Photos on their way in: chosen, dropped, pasted or a folder; work goes on while they load."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.domain.errors import Complaint, Refused
from inspector.domain.photos import PhotoRole
from inspector.domain.progress import Progress
from inspector.services.photos import Intake, Source, in_folder
from inspector.services.wording.sentences import Said, sentences
from inspector.ui.context import Context
from inspector.ui.jobs import Job, Step
from inspector.ui.own_folders import PICTURES, own_folder
from inspector.ui.translation import Language, language, tr
from inspector.ui.widgets.photo_strip import Tile, TileState

PATTERNS = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.JPG *.JPEG *.PNG *.WEBP *.HEIC *.HEIF"


@dataclass(slots=True)
class _Batch:
    finding: str
    names: list[str]
    done: int = 0
    job: Job | None = None


class PhotoIntake(QObject):
    """`arrived` tells the finding whose photos changed; `tiles` gives what is still loading or was refused."""

    arrived = Signal(str)
    ended = Signal(Intake)

    def __init__(self, context: Context, owner: QWidget, role: PhotoRole = PhotoRole.BEFORE) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._role = role
        self._batches: list[_Batch] = []
        self._refused: dict[str, list[Complaint]] = {}
        context.jobs.progressed.connect(self._step)

    def take(self, finding: str, sources: Sequence[Source]) -> None:
        """Take these in for a finding, in the background."""
        batch = _Batch(finding, [name for name, _ in sources])
        self._batches.append(batch)
        service = self._context.services.photos

        def work(progress: Progress) -> Intake:
            return service.take_in(finding, sources, progress, self._role)

        batch.job = self._context.jobs.run(
            work,
            lambda intake: self._done(batch, intake),
            lambda error: self._failed(batch, error),
            label=tr("Photos"),
            owner=self._owner,
            cancelled=lambda: self._leave(batch),
        )
        self.arrived.emit(finding)

    def tiles(self, finding: str) -> list[Tile]:
        """What stands behind the stored photos: loading ones, then refused ones with name and reason."""
        loading = [
            Tile(f"loading-{number}-{i}", TileState.LOADING, name)
            for number, batch in enumerate(self._batches)
            if batch.finding == finding
            for i, name in enumerate(batch.names[batch.done :], batch.done)
        ]
        refused = [
            Tile(f"refused-{i}", TileState.REFUSED, refusal_words(complaint))
            for i, complaint in enumerate(self._refused.get(finding, ()))
        ]
        return loading + refused

    def forget_refused(self) -> None:
        """Take the refused tiles away: they were read."""
        self._refused.clear()
        self.arrived.emit("")

    def _step(self, step: Step) -> None:
        for batch in self._batches:
            if batch.job is step.job:
                batch.done = min(step.done, len(batch.names))
                self.arrived.emit(batch.finding)

    def _done(self, batch: _Batch, intake: Intake) -> None:
        if intake.refused:
            self._refused.setdefault(batch.finding, []).extend(intake.refused)
        self._leave(batch)
        self.ended.emit(intake)

    def _failed(self, batch: _Batch, error: Exception) -> None:
        self._leave(batch)
        self._context.complain(error)

    def _leave(self, batch: _Batch) -> None:
        self._batches.remove(batch)
        self.arrived.emit(batch.finding)


def refusal_words(complaint: Complaint) -> str:
    """Name and reason, as they stand in the tile and its tooltip."""
    said: Said = sentences(complaint, "zh" if language() is Language.CHINESE else "en")
    name = complaint.place.file or complaint.place.item
    return f"{name}\n{said.happened}" if name and name not in said.happened else said.happened


def choose_files(parent: QWidget, folder: str) -> tuple[Path, ...]:
    """The photo files a person picks; none when the dialog is left."""
    kinds = tr("Photos ({patterns})", patterns=PATTERNS)
    start = folder or own_folder(PICTURES)
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Choose photos"), start, f"{kinds};;{tr('All files')} (*)")
    return tuple(Path(name) for name in names)


def choose_folder(parent: QWidget, folder: str) -> Path | None:
    """The folder of photos a person picks; None when the dialog is left."""
    name = QFileDialog.getExistingDirectory(parent, tr("Choose a folder of photos"), folder or own_folder(PICTURES))
    return Path(name) if name else None


def sources_of(paths: Sequence[Path], complain: Callable[[Exception], object]) -> tuple[Source, ...]:
    """Files as they are; a folder gives the photos in it."""
    found: list[Source] = []
    for path in paths:
        if not path.is_dir():
            found.append((path.name, path))
            continue
        try:
            found += in_folder(path)
        except Refused as refusal:
            complain(refusal)
    return tuple(found)


def pasted(mime: QMimeData | None = None) -> tuple[Source | Path, ...]:
    """What the clipboard holds: copied files, else a picture as PNG bytes; empty when it holds neither."""
    held = cast("QMimeData | None", mime or QGuiApplication.clipboard().mimeData())
    if held is None:  # an empty clipboard
        return ()
    files = tuple(Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())
    if files:
        return files
    image = QImage(held.imageData()) if held.hasImage() else QImage()
    if image.isNull():
        return ()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub knows paths only
    return ((tr("Pasted photo"), bytes(data.data())),)


def pasted_sources(context: Context) -> tuple[Source, ...]:
    """The photos on the clipboard, copied files and folders too; says when there are none."""
    held = pasted()
    if not held:
        context.say(tr("There is no picture on the clipboard"))
    paths = [one for one in held if isinstance(one, Path)]
    return (*sources_of(paths, context.complain), *(one for one in held if not isinstance(one, Path)))
