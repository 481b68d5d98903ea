"""How the rows of the figures are painted: a rate above its division, too few samples under the name."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from inspector.domain.figures import Placed, Rate
from inspector.ui.pages.figures.columns import NAME, NAMES, PLACE, division, name_words, place_words, value_words
from inspector.ui.theme.fonts import metrics
from inspector.ui.theme.paint import draw_pill, pill_size
from inspector.ui.widgets.paged_model import ROW_ROLE
from inspector.ui.widgets.row_delegate import Index, RowDelegate, draw_line, draw_lines, inset
from inspector.ui.words.states import few_samples_state

_RATES = {str(rate): rate for rate in Rate}


class FigureCells(RowDelegate):
    """Paints a group cell by cell; the column of the rate that orders is bold."""

    def __init__(self) -> None:
        super().__init__()
        self.rate = Rate.CLOSED

    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, is_current: bool) -> None:
        """The cell of that column."""
        row, name = index.data(ROW_ROLE), NAMES[index.column()]
        if not isinstance(row, Placed):
            return
        inside = inset(area, left=14 if name == PLACE else 8)
        if rate := _RATES.get(name):
            has_value = value_words(row, rate) != "—"
            words = division(row, rate) if has_value else ""
            draw_lines(painter, inside, value_words(row, rate), words, bold=rate is self.rate and has_value)
        elif name == PLACE:
            draw_line(
                painter, inside, place_words(row), bold=row.place is not None, tone="text" if row.place else "text3"
            )
        elif name == NAME:
            _draw_name(painter, inside, row, bold=is_current)
        else:
            draw_line(painter, inside, str(index.data() or ""))


def _draw_name(painter: QPainter, area: QRectF, row: Placed, *, bold: bool) -> None:
    if row.group.is_ranked:
        draw_line(painter, area, name_words(row), bold=bold)
        return
    state = few_samples_state()
    line = metrics().lineSpacing()
    width, height = pill_size(state.words, has_icon=True, bold=state.bold)
    top = area.center().y() - (line + height) / 2
    draw_line(painter, QRectF(area.x(), top, area.width(), line), name_words(row), bold=bold)
    pill = QRectF(area.x(), top + line, min(width, area.width()), height)
    draw_pill(painter, pill, state.words, state.tone, state.icon, state.bold)
