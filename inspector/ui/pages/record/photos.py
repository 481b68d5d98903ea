"""The photos of the shown finding: strip, large view, and the ways in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.inspections import Verdict
from inspector.domain.photos import Photo
from inspector.domain.stored import Stored
from inspector.services.photos import Intake, Source
from inspector.ui.context import Context
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.photo_view import PhotoView
from inspector.ui.pages.record.thumbs import Thumbs
from inspector.ui.photo_intake import PhotoIntake, choose_files, choose_folder, pasted_sources, sources_of
from inspector.ui.translation import tr
from inspector.ui.widgets.photo_strip import PhotoStrip, Tile, TileState


class Photos(QObject):
    """`changed` tells that photos of the inspection came in or were refused, `closed` that the large view did."""

    changed = Signal()
    closed = Signal()

    def __init__(self, context: Context, page: QWidget, body: QWidget, strip: PhotoStrip, thumbs: Thumbs) -> None:
        """`body` is what a large photo covers; both are pages of `layers`."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._strip = strip
        self._thumbs = thumbs
        self._shown: list[Tile] = []
        self._waiting: dict[tuple[str, str], list[Source]] = {}  # by inspection and item: sites share their codes
        self.view = PhotoView(context.services.photos.bytes_of)
        self.layers = QStackedWidget()
        for layer in (body, self.view):
            self.layers.addWidget(layer)
        self.intake = PhotoIntake(context, page)
        self.intake.arrived.connect(lambda _: self.changed.emit())
        self.intake.ended.connect(self._ended)
        strip.chosen.connect(self._forget_refused)
        self.view.closed.connect(self.close)

    def show_desk(self, desk: Desk) -> None:
        """Show the photos of the desk's finding."""
        stored = photos_of(desk)
        tiles = [Tile(p.id, TileState.READY, p.record.facts.name, self._thumbs.get(p.record.thumb_sha)) for p in stored]
        tiles += self.intake.tiles(desk.finding)
        current_key = self._strip.current_key
        if current_key not in {photo.id for photo in stored}:
            current_key = stored[-1].id if stored else ""
        if _keys(tiles) != _keys(self._shown) or current_key != self._strip.current_key:
            self._shown = tiles
            self._strip.show_tiles(tiles, current_key)

    @property
    def is_large(self) -> bool:
        """A photo covers the items and the editor."""
        return self.layers.currentWidget() is self.view

    def show_or_close(self, desk: Desk, key: str = "") -> None:
        """Show the photo of that key, or the ringed one, large; close it when it is."""
        stored = photos_of(desk)
        key = key or self._strip.current_key
        if self.is_large:
            self.close()
        elif key in {photo.id for photo in stored}:
            self.view.show_photos(stored, key, self._context.services.acts.today(), may_remove=desk.is_open)
            self.layers.setCurrentWidget(self.view)
            self.view.canvas.setFocus()

    def close(self) -> None:
        """Back to the item."""
        if self.is_large:
            self.layers.setCurrentIndex(0)
            self.view.let_go()
            self.closed.emit()

    def zoom(self, desk: Desk) -> None:
        """The large photo larger; a small one becomes large first."""
        if self.is_large:
            self.view.canvas.toggle()
        else:
            self.show_or_close(desk)

    def step(self, by: int) -> None:
        """The photo before or behind, in the large view."""
        if self.is_large:
            self.view.step(by)

    def add(self, desk: Desk, paths: Sequence[Path] | None) -> None:
        """Take photos in; without paths the person is asked for files."""
        if paths is None:
            paths = choose_files(self._page, self._folder())
            self._remember(paths)
        self._take(desk, sources_of(paths, self._context.complain))

    def add_folder(self, desk: Desk) -> None:
        """Take in every photo of a folder."""
        folder = choose_folder(self._page, self._folder())
        if folder is not None:
            self._context.preferences.change(last_photo_folder=str(folder))
            self._take(desk, sources_of([folder], self._context.complain))

    def paste(self, desk: Desk) -> None:
        """Take in what the clipboard holds."""
        self._take(desk, pasted_sources(self._context))

    def take_waiting(self, desk: Desk) -> None:
        """Take in what was dropped before the item had failed."""
        if desk.finding and (waiting := self._waiting.pop((desk.sheet.id, desk.item), None)):
            self.intake.take(desk.finding, waiting)

    def _take(self, desk: Desk, sources: Sequence[Source]) -> None:
        if not sources:
            return
        if desk.finding:
            self.intake.take(desk.finding, sources)
            return
        self._waiting.setdefault((desk.sheet.id, desk.item), []).extend(sources)
        if desk.judge(Verdict.FAIL):
            self._context.say(tr("Counted as a fail because of the photo"), desk.undo)
            self.take_waiting(desk)
        else:
            self._context.say(tr("The photos wait: give the figure first"))

    def _ended(self, intake: Intake) -> None:
        if intake.refused:
            told = tr(
                "{taken} photos taken in, {refused} refused", taken=len(intake.accepted), refused=len(intake.refused)
            )
            self._context.say(told)
        elif intake.unchanged and not intake.accepted:
            self._context.say(tr("This finding has these photos already"))

    def _forget_refused(self, key: str) -> None:
        if key.startswith("refused-"):
            self.intake.forget_refused()

    def _folder(self) -> str:
        return self._context.preferences.get().last_photo_folder

    def _remember(self, paths: Sequence[Path]) -> None:
        if paths:
            self._context.preferences.change(last_photo_folder=str(paths[0].parent))


def photos_of(desk: Desk) -> tuple[Stored[Photo], ...]:
    """The stored photos of the shown finding."""
    return desk.sheet.photos.get(desk.finding, ())


def _keys(tiles: Sequence[Tile]) -> list[tuple[str, TileState]]:
    return [(tile.key, tile.state) for tile in tiles]
