"""What is done with the photos of the shown finding: taken in, shown large, taken away."""

from pathlib import Path

from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.pages.record.at_desk import AtDesk
from inspector.ui.pages.record.photos import Photos
from inspector.ui.translation import tr
from inspector.ui.widgets.photo_strip import PhotoStrip


class PhotoDeeds:
    """What was typed is saved before each."""

    def __init__(self, context: Context, page: AtDesk, strip: PhotoStrip, photos: Photos) -> None:
        self._context = context
        self._page = page
        self._photos = photos
        strip.add_wanted.connect(self.add)
        strip.opened.connect(self.show)
        photos.changed.connect(self._came_in)
        photos.view.removed.connect(self._remove)

    def add(self, paths: tuple[Path, ...] | None = None) -> None:
        """P, or what was dropped: on an item that did not fail yet a photo says that it does."""
        if desk := self._page.open_desk():
            self._photos.add(desk, paths)

    def add_folder(self) -> None:
        """Every photo of a folder."""
        if desk := self._page.open_desk():
            self._photos.add_folder(desk)

    def paste(self) -> None:
        """Ctrl V."""
        if desk := self._page.open_desk():
            self._photos.paste(desk)

    def show(self, photo: str = "") -> None:
        """Space: that photo or the current one large, and small again."""
        self._page.with_desk(lambda desk: self._photos.show_or_close(desk, photo))

    def zoom(self) -> None:
        """Z."""
        self._page.with_desk(self._photos.zoom)

    def step(self, by: int) -> None:
        """The photo before or behind, in the large view."""
        self._photos.step(by)

    def _remove(self, photo: str) -> None:
        desk = self._page.desk
        if desk is None or not desk.save(lambda: self._context.services.photos.remove(photo)):
            return
        self._photos.close()
        self._context.say(tr("Photo removed"), self._page.undo)

    def _came_in(self) -> None:
        if self._page.desk:
            self._context.changed(Changed(frozenset({"photo"})))
