"""Asking the ledger behind the window: first for the lines that fill the screen, then for everything."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.domain.ledger import LedgerRow
from inspector.domain.progress import Progress
from inspector.ui.context import Context
from inspector.ui.jobs import Job
from inspector.ui.pages.ledger.answers import Answer, FirstLines, answer, first_lines
from inspector.ui.pages.ledger.wanted import Wanted

Rows = Sequence[LedgerRow | None]


class Asking(QObject):
    """Asks for `page`; a new question stops the one before. `first` and `whole` get what was found."""

    def __init__(
        self,
        context: Context,
        page: QWidget,
        today: date,
        first: Callable[[FirstLines], object],
        whole: Callable[[Answer], object],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._today = today
        self._first = first
        self._whole = whole
        self._under_way: list[Job] = []

    def ask(self, asked: Wanted, *, is_new: bool) -> None:
        """Ask; what is shown already is not shown as first lines again, so that nothing moves when it is refreshed."""
        for job in self._under_way:
            job.cancel()
        services, today, jobs = self._context.services, self._today, self._context.jobs

        def begin(_progress: Progress) -> FirstLines:
            return first_lines(services, asked, today)

        def finish(progress: Progress) -> Answer:
            return answer(services, asked, today, progress)

        first = [jobs.look_up(begin, self._first, owner=self)] if is_new else []
        self._under_way = [*first, jobs.look_up(finish, self._whole, owner=self)]

    def rows(self, ids: Sequence[str]) -> Rows:
        """The lines of these findings, at once."""
        found = self._context.services.ledger.rows(ids)
        return [found.get(one) for one in ids]

    def rows_later(self, ids: Sequence[str], arrived: Callable[[Rows], object]) -> None:
        """The lines of these findings, read behind the window; none when they cannot be read."""

        def work(_progress: Progress) -> Rows:
            return self.rows(ids)

        self._context.jobs.look_up(work, arrived, lambda _: arrived(()), owner=self)
