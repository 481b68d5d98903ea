"""How the cells of the ledger are painted: photo, two lines, deadline, states."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerRow
from inspector.ui.pages.ledger.columns import NAMES, place_words
from inspector.ui.theme.fonts import metrics
from inspector.ui.theme.paint import draw_pill, pill_size
from inspector.ui.widgets.paged_model import PagedModel
from inspector.ui.widgets.row_delegate import (
    RowDelegate,
    RowPlace,
    draw_box,
    draw_line,
    draw_lines,
    draw_states,
    draw_thumbnail,
    draw_waiting,
    inset,
)
from inspector.ui.widgets.thumbnails import Thumbnails
from inspector.ui.words.dates import days_left, short_date
from inspector.ui.words.states import State, deadline_state, line_states

_SETTLED = {FindingStatus.CLOSED, FindingStatus.VOID, FindingStatus.PARKED, FindingStatus.REDIRECTED}
_NEAR_DAYS = 3

Paint = Callable[[QPainter, QRectF, LedgerRow, bool], None]


class LedgerCells(RowDelegate):
    """Paints a ledger row cell by cell."""

    def __init__(self, thumbnails: Thumbnails, today: date) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._today = today
        self._paint: dict[str, Paint] = {
            "photo": self._photo,
            "no": self._number,
            "finding": self._finding,
            "due": self._deadline,
            "status": self._states,
        }

    def paint_row(self, painter: QPainter, place: RowPlace, model: PagedModel[Any]) -> None:
        """As any row, but its line is asked for once and not with every cell: a ledger is scrolled more than others."""
        self.paint_ground(painter, place)
        row = model.row_to_paint(place.row)
        top, height = place.area.y(), place.area.height()
        for column, left, width in place.cells:
            area, name = QRectF(left, top, width, height), NAMES[column]
            if name == "tick":
                draw_box(painter, area, model.is_ticked(place.row))
            elif not isinstance(row, LedgerRow):
                self._wait(painter, area, name)
            elif paint := self._paint.get(name):
                paint(painter, inset(area), row, place.is_current)
            else:
                draw_line(painter, inset(area), model.columns[column].words(row))

    def _wait(self, painter: QPainter, area: QRectF, name: str) -> None:
        if name == "finding":
            draw_waiting(painter, inset(area))

    def _photo(self, painter: QPainter, area: QRectF, row: LedgerRow, _is_current: bool) -> None:
        draw_thumbnail(painter, area, self._thumbnails.get(row.thumb_sha), row.photos)

    def _number(self, painter: QPainter, area: QRectF, row: LedgerRow, _is_current: bool) -> None:
        draw_lines(painter, area, row.no, f"{short_date(row.found_at.date(), self._today)} {row.found_by}")

    def _finding(self, painter: QPainter, area: QRectF, row: LedgerRow, is_current: bool) -> None:
        draw_lines(painter, area, row.text.replace("\n", " ") or "—", place_words(row), bold=is_current)

    def _deadline(self, painter: QPainter, area: QRectF, row: LedgerRow, _is_current: bool) -> None:
        if row.due_on is None:
            return
        day = short_date(row.due_on, self._today)
        left = (row.due_on - self._today).days
        if row.days_overdue:
            self._overdue(painter, area, day, row)
        elif row.status in _SETTLED or left < 0:
            draw_line(painter, area, day, tone="text3")
        else:
            draw_lines(
                painter, area, day, days_left(row.due_on, self._today), tone="warn" if left < _NEAR_DAYS else "text3"
            )

    def _overdue(self, painter: QPainter, area: QRectF, day: str, row: LedgerRow) -> None:
        state = deadline_state(row.due_on, row.days_overdue, self._today)
        if state is None:
            return
        line = metrics().lineSpacing()
        width, height = pill_size(state.words, has_icon=True, bold=state.bold)
        top = area.center().y() - (line + height) / 2
        draw_line(painter, QRectF(area.x(), top, area.width(), line), day)
        pill = QRectF(area.x(), top + line, min(width, area.width()), height)
        draw_pill(painter, pill, state.words, state.tone, state.icon, state.bold)

    def _states(self, painter: QPainter, area: QRectF, row: LedgerRow, _is_current: bool) -> None:
        draw_states(painter, area, row_states(row))


def row_states(row: LedgerRow) -> tuple[State, ...]:
    """The state, and below it the one thing about it that must be seen: a row has room for two."""
    return line_states(row)[:2]
