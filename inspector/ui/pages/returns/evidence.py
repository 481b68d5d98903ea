"""What is odd about the photos of a review, compared with the whole file behind the window."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from inspector.domain.evidence import Oddity
from inspector.domain.progress import Progress
from inspector.services.return_taking import Decisions
from inspector.ui.context import Context
from inspector.ui.jobs import Job
from inspector.ui.pages.returns.kept import kept
from inspector.ui.pages.returns.review import Review


class Evidence:
    """`found` is called when the review that is open knows more about its photos."""

    def __init__(self, context: Context, page: QWidget, found: Callable[[], object]) -> None:
        self._context = context
        self._page = page
        self._found = found
        self._asked: tuple[Review, Decisions] | None = None
        self._job: Job | None = None

    def look(self, review: Review) -> None:
        """Compare its photos, again only when one of them goes elsewhere: taking or leaving a row moves none."""
        decisions = replace(review.decisions, take=frozenset(), leave=frozenset())
        if self._asked and self._asked[0] is review and self._asked[1] == decisions:
            return
        if self._job:
            self._job.cancel()
        self._asked, evidence = (review, decisions), self._context.services.evidence

        def work(_progress: Progress) -> dict[str, tuple[Oddity, ...]]:
            return evidence.of_preview(review.preview, decisions)

        def done(odd: dict[str, tuple[Oddity, ...]]) -> None:
            if kept() is review and odd != review.odd:
                review.odd = odd
                self._found()

        def failed(error: Exception) -> None:
            if kept() is review:  # one that was given up has let go of its pictures
                self._context.complain(error)

        self._job = self._context.jobs.look_up(work, done, failed, owner=self._page)
