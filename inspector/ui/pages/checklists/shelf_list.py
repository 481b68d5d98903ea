"""All checklists at the left: title, version, how many items, who published it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from inspector.services.checklists import ChecklistTitle
from inspector.ui.translation import tr
from inspector.ui.widgets.paged_model import ROW_ROLE, Column, PagedModel
from inspector.ui.widgets.row_delegate import Index, RowDelegate, draw_lines, inset
from inspector.ui.widgets.row_table import RowTable

_HEIGHT = 60


class ShelfList(RowTable):
    """One row a checklist, by code; `row_chosen` tells the code."""

    def __init__(self) -> None:
        self._lines: dict[str, tuple[str, str]] = {}
        columns: tuple[Column[tuple[str, str]], ...] = (Column(tr("Checklists"), "\n".join),)
        self.model_of_lists = PagedModel(columns, lambda codes: [self._lines.get(code) for code in codes])
        super().__init__(self.model_of_lists, _TitleCells(height=_HEIGHT), tr("Checklists"), row_height=_HEIGHT)
        self.horizontalHeader().hide()

    def show_titles(self, titles: Sequence[ChecklistTitle], hits: Mapping[str, int] | None, keep: str) -> None:
        """List the newest versions; with `hits` only those in which something was found."""
        shown = [title for title in titles if hits is None or hits.get(title.code)]
        self._lines = {title.code: (title.title, title_facts(title, hits)) for title in shown}
        codes = list(self._lines)
        self.blockSignals(True)
        if codes == list(self.model_of_lists.ids):
            self.model_of_lists.forget_rows()
        else:
            self.model_of_lists.show_ids(codes)
        self.choose_id(keep)
        self.blockSignals(False)


def title_facts(title: ChecklistTitle, hits: Mapping[str, int] | None = None) -> str:
    """Code, version, items and origin; while searching how many items were found."""
    if hits is not None:
        return tr("{code} · {n} items fit", code=title.code, n=hits.get(title.code, 0))
    origin = tr("shipped") if title.shipped else tr("published here")
    return tr(
        "{code} · version {v} · {n} items · {origin}", code=title.code, v=title.version, n=title.items, origin=origin
    )


class _TitleCells(RowDelegate):
    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, is_current: bool) -> None:
        line = index.data(ROW_ROLE)
        if line:
            draw_lines(painter, inset(area, left=16), line[0], line[1], bold=is_current)
