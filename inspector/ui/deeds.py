"""What a page does to records: written behind the window, said with 撤销, told to all pages."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.translation import tr
from inspector.ui.widgets.saved_mark import SavedMark


class Deeds:
    """The writes of one page, one after another; `saved` is the page's mark."""

    def __init__(self, context: Context, page: QWidget, saved: SavedMark) -> None:
        self._context = context
        self._page = page
        self._saved = saved

    def do(
        self,
        act: Callable[[], Changed],
        words: str,
        done: Callable[[], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do it; afterwards call `done` and say `words`, or `failed` with the error (none: an error dialog)."""

        def finish(changed: Changed) -> None:
            if done:
                done()
            self.tell(changed, words)

        def fail(error: Exception) -> None:
            self._saved.failed(tr("Not saved"), lambda: self._context.complain(error))
            (failed or self._context.complain)(error)

        self._saved.saving()
        self._context.jobs.run(lambda _progress: act(), finish, fail, label=words, owner=self._page)

    def tell(self, changed: Changed, words: str) -> None:
        """Something was written: say so, and let all pages show it."""
        if changed:
            self._context.say(words, self._context.undo)
            self._context.changed(changed)

    def show_saved(self) -> None:
        """Say when something was written last, on whatever page; a page's `refresh` calls it."""
        if at := self._context.services.acts.saved_at:
            self._saved.saved(at)
