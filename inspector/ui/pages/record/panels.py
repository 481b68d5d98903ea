"""The panels beside the items: the walk rule, what was open before, the history, what is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton

from inspector.domain.finishing import Missing
from inspector.ui.context import Context
from inspector.ui.pages.record.columns import Columns
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.panel_rows import before_rows, history_rows, missing_rows
from inspector.ui.pages.record.side_panel import told_row
from inspector.ui.translation import tr


class Panels:
    """Fills the panel of the columns and shows it; `jump` goes to an item."""

    def __init__(
        self, context: Context, columns: Columns, units: dict[str, str], jump: Callable[[str], object]
    ) -> None:
        self._context = context
        self._columns = columns
        self._units = units
        self._jump = jump

    def walk(self, desk: Desk) -> None:
        """走法, where it has no card of its own."""
        self._columns.panel.show_rows(tr("Walk rule"), [told_row(desk.sheet.checklist.walk, "", icon="footprints")])
        self._columns.show_panel()

    def before(self, desk: Desk) -> None:
        """上次未整改."""
        rows = before_rows(desk.sheet, self._units, self._context.services.acts.today(), self._jump)
        self._columns.panel.show_rows(tr("Open last time"), rows)
        self._columns.show_panel()

    def history(self, desk: Desk) -> None:
        """Who changed the inspection, when and why."""
        events = self._context.services.ledger.history(desk.sheet.id)
        self._columns.panel.show_rows(tr("History"), history_rows(events, self._context.services.acts.today()))
        self._columns.show_panel()

    def missing(self, desk: Desk, missing: Sequence[Missing], deeds: Sequence[QPushButton]) -> None:
        """What is missing before 完成检查."""
        self._columns.panel.show_rows(tr("Before finishing"), missing_rows(desk.sheet, missing, self._jump), deeds)
        self._columns.show_panel()
