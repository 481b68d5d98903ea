"""Long work as a strip under the head: what, how far, and how to stop it. The page stays usable."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from inspector.ui.jobs import Job, Jobs, Step
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across
from inspector.ui.widgets.buttons import compact, quiet
from inspector.ui.widgets.labels import ElidingLabel, label

_PATIENCE_MS = 400


class ProgressStrip(QFrame):
    """Shows the job under way once it takes longer than 0.4 s."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._job: Job | None = None
        self._label = label("", "sm", bold=True)
        self._count = label("", "sm", "text2")
        self._what = ElidingLabel("", "sm", "text3")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        stop = compact(quiet(tr("Cancel"), self._cancel))
        self.setLayout(
            across(self._label, self._count, Grow(self._bar, 2), Grow(self._what), stop, gap=12, margins=(24, 0, 12, 0))
        )
        self.setFixedHeight(current().control(44))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        jobs.started.connect(self._start)
        jobs.progressed.connect(self._step)
        jobs.ended.connect(self._end)
        self.hide()

    def _start(self, job: Job) -> None:
        if self._job is None and job.label:
            self._job = job
            self._label.setText(job.label)
            self._count.setText("")
            self._what.setText("")
            self._bar.setRange(0, 0)
            self._patience.start()

    def _step(self, step: Step) -> None:
        if step.job is not self._job and step.job.label:
            self._start(step.job)
        if step.job is not self._job:
            return
        self._count.setText(tr("{done} of {of}", done=step.done, of=step.of))
        self._what.setText(step.what)
        self._bar.setRange(0, max(1, step.of))
        self._bar.setValue(step.done)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._patience.stop()
            self.hide()

    def _cancel(self) -> None:
        if self._job:
            self._job.cancel()
