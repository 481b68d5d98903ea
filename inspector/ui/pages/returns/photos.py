"""The photos of a review: small ones for cards, large ones in the dialog; stored ones and those that just came."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inspector.ui.context import Context
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.pages.returns.card_list import NEW
from inspector.ui.pages.returns.kept import kept
from inspector.ui.translation import tr
from inspector.ui.widgets.thumbnails import Thumbnails

_WIDTH = 120


class Photos:
    """Bytes are read on a worker by the keys of `CardList.photo_keys`."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self.thumbnails = Thumbnails(context.jobs, self._small, page, width=_WIDTH)

    def show(self, before: Sequence[str], after: Sequence[str]) -> None:
        """Before and after as large as the window, from the first one after on."""
        photos = [(key, tr("Before {n}", n=n)) for n, key in enumerate(before, 1)]
        photos += [(key, tr("After {n}", n=n)) for n, key in enumerate(after, 1)]
        if photos:
            self._open(photos, len(before) if after else 0)

    def show_new(self, sha: str, name: str) -> None:
        """A picture that just came."""
        self._open([(f"{NEW}{sha}", name)], 0)

    def _open(self, photos: Sequence[tuple[str, str]], start: int) -> None:
        PhotoDialog(self._page, photos, start, self._context.jobs, self._large).open()

    def _small(self, key: str) -> bytes:
        review = kept()
        if not key.startswith(NEW):
            return self._context.services.photos.bytes_of(key)
        return review.preview.photos.thumb(key.removeprefix(NEW)) if review else b""

    def _large(self, key: str) -> bytes:
        review = kept()
        if not key.startswith(NEW):
            return self._context.services.photos.bytes_of(key)
        return review.preview.photos.listed(key.removeprefix(NEW)) if review else b""
