"""Long work on one worker thread, behind one long-lived QObject.

The worker knows the work and a way to post; everything of Qt (callbacks, pages) stays in the interface's thread, so
that no widget is ever called or destroyed elsewhere.
"""

import itertools
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from inspector.domain.errors import Cancelled
from inspector.domain.progress import Progress
from inspector.ui.slices import Slices

T = TypeVar("T")
_log = logging.getLogger(__name__)
_numbers = itertools.count(1)
_REPORT_EVERY_S = 0.05


class Job:
    """Work under way; `cancel` asks it to stop at its next step."""

    def __init__(self, label: str) -> None:
        self.number = next(_numbers)
        self.label = label
        self._stop = Event()

    def cancel(self) -> None:
        """Ask it to stop; it leaves nothing half done."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """True once somebody asked it to stop."""
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is."""

    job: Job
    done: int
    of: int
    what: str


@dataclass(frozen=True, slots=True)
class _Result:
    job: Job
    value: Any


@dataclass(frozen=True, slots=True)
class _Failure:
    job: Job
    error: Exception


@dataclass(frozen=True, slots=True)
class _Listener:
    done: Callable[[Any], object]
    failed: Callable[[Exception], object] | None
    cancelled: Callable[[], object] | None
    owner: QObject | None
    has_owner: bool

    @property
    def is_there(self) -> bool:
        return not self.has_owner or (self.owner is not None and shiboken6.isValid(self.owner))


class Jobs(QObject):
    """The queue of long work: one job runs at a time, in the order given. Beside it, one for looking things up."""

    started = Signal(Job)
    progressed = Signal(Step)
    ended = Signal(Job)
    failed_unheard = Signal(Exception)
    """A job failed whose caller gave no `failed`, or whose page is gone: the frame shows it."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="look-up")
        self._listeners: dict[int, tuple[Job, _Listener]] = {}
        self._slices = Slices(self)
        self._is_closed = False
        self._posted.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        *,
        label: str = "",
        owner: QObject | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Job:
        """Run `work(progress)` on the worker and hand its result to `done` in the interface's thread.

        `work` must not hold widgets. With `owner` (the page), nothing is called any more once that object is deleted.
        `label` names the job to the person. Work stops where it calls `progress` after a cancel.
        """
        job = Job(label)
        self._take(self._worker, work, job, _Listener(done, failed, cancelled, owner, owner is not None))
        return job

    def look_up(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        *,
        owner: QObject,
    ) -> Job:
        """Read what a page wants to show (`work` as in `run`) without waiting behind long work.

        Cancelled before its turn it costs nothing, and `done` is not called.
        """
        job = Job("")
        self._take(self._reader, work, job, _Listener(done, failed, None, owner, has_owner=True))
        return job

    def in_slices(self, steps: Iterable[object], *, owner: QObject) -> None:
        """Take the steps here, in the interface's thread, a few at a time; see `inspector.ui.slices`."""
        if not self._is_closed:
            self._slices.do(steps, owner)

    def cancel_all(self) -> None:
        """Ask everything under way to stop."""
        for job, _ in tuple(self._listeners.values()):
            job.cancel()

    def close(self) -> None:
        """Stop everything and wait for the workers: the end of the program. What is asked for later never begins."""
        self._is_closed = True
        self._slices.forget()
        self.cancel_all()
        self._worker.shutdown(wait=True)
        self._reader.shutdown(wait=True)

    @property
    def is_busy(self) -> bool:
        """True while something runs or waits."""
        return bool(self._listeners) or self._slices.is_busy

    @property
    def under_way(self) -> str:
        """What the named job at work, or the first that waits, is called; "" when there is none."""
        return next((job.label for job, _ in self._listeners.values() if job.label and not job.is_cancelled), "")

    def _take(self, worker: ThreadPoolExecutor, work: Callable[[Progress], Any], job: Job, listener: _Listener) -> None:
        if self._is_closed:  # a timer of a page rang while the window went away
            job.cancel()
            return
        self._listeners[job.number] = (job, listener)
        self.started.emit(job)
        worker.submit(_work, work, job, self._posted.emit)

    def _receive(self, posted: Step | _Result | _Failure) -> None:
        if isinstance(posted, Step):
            self.progressed.emit(posted)
            return
        job, listener = self._listeners.pop(posted.job.number)
        self.ended.emit(job)
        if isinstance(posted, _Result):
            if listener.is_there:
                listener.done(posted.value)
        elif isinstance(posted.error, Cancelled):
            if listener.cancelled and listener.is_there:
                listener.cancelled()
        elif listener.failed and listener.is_there:
            listener.failed(posted.error)
        else:
            self.failed_unheard.emit(posted.error)


def _work(work: Callable[[Progress], Any], job: Job, post: Callable[[object], object]) -> None:
    """On the worker: do it and post what came of it."""
    try:
        report = _Reporter(job, post)
        report.stop_if_asked()
        result = work(report)
    except Cancelled as stop:
        post(_Failure(job, stop))
    except Exception as error:  # noqa: BLE001 - the end of the worker: whatever failed is shown in the window
        _log.warning("job %r failed", job.label, exc_info=error)
        post(_Failure(job, error))
    else:
        post(_Result(job, result))


class _Reporter:
    """The `Progress` a job is given: stops it after a cancel, reports at most twenty times a second."""

    def __init__(self, job: Job, post: Callable[[object], object]) -> None:
        self._job = job
        self._post = post
        self._last = 0.0

    def __call__(self, done: int, of: int, what: str = "") -> None:
        """Report, or raise `Cancelled`."""
        self.stop_if_asked()
        now = monotonic()
        if done == of or now - self._last >= _REPORT_EVERY_S:
            self._last = now
            self._post(Step(self._job, done, of, what))

    def stop_if_asked(self) -> None:
        """Raise `Cancelled` once the person said stop."""
        if self._job.is_cancelled:
            raise Cancelled
