"""What may stand in place of the findings: a result, the earlier dispatches, or that nothing waits."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.ui.pages.dispatch.batches_panel import BatchesPanel
from inspector.ui.pages.dispatch.result_panel import ResultPanel
from inspector.ui.widgets.empty_state import EmptyState


class Instead(QStackedWidget):
    """Shows `work`, or one panel in its place, which goes when the work comes back."""

    def __init__(self, work: QWidget) -> None:
        super().__init__()
        self._work = work
        self._panel: QWidget | None = None
        self.addWidget(work)

    @property
    def is_work_shown(self) -> bool:
        """True while nothing stands in its place."""
        return self._panel is None

    @property
    def is_empty_shown(self) -> bool:
        """True while it is said that nothing waits."""
        return isinstance(self._panel, EmptyState)

    @property
    def is_list_shown(self) -> bool:
        """True while the earlier dispatches stand there."""
        return isinstance(self._panel, BatchesPanel)

    def show_panel(self, panel: QWidget) -> None:
        """Put this in the place of the work."""
        self._drop()
        self._panel = panel
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        if isinstance(panel, ResultPanel | BatchesPanel):
            panel.leave.setFocus()  # what was focused is hidden now, and Esc must lead back

    def show_work(self) -> None:
        """The work again."""
        self._drop()
        self.setCurrentWidget(self._work)

    def _drop(self) -> None:
        if self._panel:
            self.removeWidget(self._panel)
            self._panel.deleteLater()
            self._panel = None
