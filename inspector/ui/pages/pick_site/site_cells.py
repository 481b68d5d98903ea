"""A site as a row: its name with the matched characters underlined, what and where it is, how it stands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from inspector.domain.site_search import matched
from inspector.services.inspections import SiteLine
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import ink
from inspector.ui.translation import tr
from inspector.ui.widgets.paged_model import ROW_ROLE, Column
from inspector.ui.widgets.row_delegate import RowDelegate, draw_line, draw_lines, draw_states, inset
from inspector.ui.words.dates import short_date
from inspector.ui.words.states import State

NAME, WHERE, STATES = range(3)


def columns(today: date) -> tuple[Column[SiteLine], ...]:
    """Name, kind and street, states; the words are what a screen reader says."""
    return (
        Column(tr("Site"), lambda line: f"{line.site.name} {line.site.address}".strip()),
        Column(tr("Kind and street"), lambda line: f"{line.kind_name} {place(line)}".strip(), 210),
        Column(tr("State"), lambda line: " ".join(state.words for state in states(line, today)), 168),
    )


def place(line: SiteLine) -> str:
    """Street and community."""
    return " · ".join(part for part in (line.street, line.community) if part)


def states(line: SiteLine, today: date) -> tuple[State, ...]:
    """An unfinished visit, what is still open, and when it was seen last: two at most."""
    shown = []
    if line.draft:
        shown.append(State(tr("Not finished"), "accent", "file-pen"))
    if line.open_findings:
        shown.append(State(tr("{n} still open", n=line.open_findings), "warn", "rotate-ccw"))
    shown.append(_visit(line, today))
    return tuple(shown[:2])


def _visit(line: SiteLine, today: date) -> State:
    if line.last_visit is None:
        return State(tr("Never inspected"), "neutral", "circle")
    seen = short_date(line.last_visit.date(), today)
    if line.visited_this_round:
        return State(tr("Inspected {date}", date=seen), "pass", "circle-check")
    return State(tr("Last {date}", date=seen), "neutral", "history")


class SiteCells(RowDelegate):
    """Paints the rows; `asked` gives what is looked for now."""

    def __init__(self, asked: Callable[[], str], today: date) -> None:
        super().__init__(height=64)
        self._asked = asked
        self._today = today

    def paint_cell(
        self,
        painter: QPainter,
        area: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        is_current: bool,  # noqa: ARG002 - the ground tells it
    ) -> None:
        """One of the three cells."""
        line = index.data(ROW_ROLE)
        if not isinstance(line, SiteLine):
            return
        cell = inset(area, 16 if index.column() == NAME else 8)
        if index.column() == NAME:
            self._draw_name(painter, cell, line)
        elif index.column() == WHERE:
            draw_lines(painter, cell, line.kind_name, place(line))
        else:
            draw_states(painter, cell, states(line, self._today))

    def _draw_name(self, painter: QPainter, area: QRectF, line: SiteLine) -> None:
        top, below = metrics("md", bold=True).lineSpacing(), metrics("sm").lineSpacing()
        start = area.center().y() - (top + (below if line.site.address else 0)) / 2
        name = QRectF(area.x(), start, area.width(), top)
        words = self._asked().split()
        hits = frozenset[int]().union(
            *(matched(line.site.name, line.site.pinyin, line.site.initials, word) for word in words)
        )
        if hits and metrics("md", bold=True).horizontalAdvance(line.site.name) <= area.width():
            _draw_hits(painter, name, line.site.name, hits)
        else:
            draw_line(painter, name, line.site.name, step="md", bold=True)
        if line.site.address:
            address = QRectF(area.x(), start + top, area.width(), below)
            draw_line(painter, address, line.site.address, step="sm", tone="text3")


def _draw_hits(painter: QPainter, area: QRectF, name: str, hits: frozenset[int]) -> None:
    """The name, sign by sign, those that answer in the accent colour and underlined: seen without colour too."""
    painter.setFont(font("md", bold=True))
    measure, thick, x = metrics("md", bold=True), max(2, current().px(2)), area.x()
    for place_in_name, sign in enumerate(name):
        width = measure.horizontalAdvance(sign)
        is_hit = place_in_name in hits
        painter.setPen(ink("accent_ink" if is_hit else "text"))
        painter.drawText(QRectF(x, area.y(), width + 2, area.height()), sign)
        if is_hit:
            painter.fillRect(QRectF(x + 1, area.bottom() - thick + 1, width - 2, thick), ink("accent_ink"))
        x += width
