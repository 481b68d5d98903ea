"""Which column of a paper list holds what: a list to choose from above each column, and what the paper does not say."""

from collections.abc import Callable, Sequence
from dataclasses import fields

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from inspector.services.checklist_files import PlainHead, PlainMapping, PlainTable, suggest_mapping
from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import FormRow, LineField
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.tips import tip

_WIDTH = 1000
_ROWS = 6
_COLUMN = 190
_FIT = 4
"""So many columns share the width; more of them scroll."""


class MappingDialog(Modal):
    """`act` is given the mapping and the head once the person goes on."""

    def __init__(
        self,
        parent: QWidget,
        table: PlainTable,
        kinds: Sequence[tuple[str, str]],
        title: str,
        act: Callable[[PlainMapping, PlainHead], object],
    ) -> None:
        super().__init__(parent, tr("Which column holds what"), _WIDTH)
        self._table = table
        self._act = act
        self.kind = Combo([("", tr("Choose a kind")), *kinds], _kind_in(title, kinds))
        self.code = LineField(tr("Code"), self.kind.value)
        self.version = LineField(tr("Version"), "1")
        self.title = LineField(tr("Title"), title)
        self.walk = LineField(tr("Way to walk"))
        self.unit = LineField(tr("Default unit"), "属地镇街")
        self.limit = LineField(tr("Time limit"), "7天")
        self.columns: list[Combo] = []
        self.grid = self._make_grid(suggest_mapping(table))
        self.hint = label("", "sm", "fail")
        self.leave = outlined(tr("Leave it"), self.reject)
        self.go = filled(tr("Read it like this"), self.finish, icon="arrow-right")

        for field in (self.kind, self.code, self.version, self.title, self.walk, self.unit, self.limit):
            field.setMinimumWidth(current().px(60))
        self.kind.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fill(self._form(), across(self.hint, STRETCH, self.leave, self.go, gap=8))
        self.kind.chosen.connect(self._kind_chosen)
        self._check()
        (self.go if self.go.isEnabled() else self.kind).setFocus()

    def open(self) -> None:
        """Show it; where it must scroll, with the kind in view as long as that is asked for."""
        super().open()
        if not self.go.isEnabled():
            self.reveal(self.kind)

    def mapping(self) -> PlainMapping:
        """What the lists above the columns say."""
        chosen = {combo.value: number for number, combo in enumerate(self.columns) if combo.value}
        return PlainMapping(**{name: chosen.get(name) for name in _field_names()})

    def head(self) -> PlainHead:
        """What the person added."""
        return PlainHead(
            code=self.code.text().strip(),
            version=self.version.text().strip(),
            title=self.title.text().strip(),
            kind=self.kind.value,
            walk=self.walk.text().strip(),
            default_unit=self.unit.text().strip(),
            time_limit=self.limit.text().strip(),
        )

    def finish(self) -> None:
        """Go on with what was chosen."""
        if self.go.isEnabled():
            mapping, head = self.mapping(), self.head()
            self.accept()
            self._act(mapping, head)

    def _form(self) -> QVBoxLayout:
        facts = tr(
            "{file} · sheet {sheet} · {n} rows", file=self._table.file, sheet=self._table.sheet, n=len(self._table.rows)
        )
        rows = [
            (FormRow(tr("Kind of site"), self.kind), FormRow(tr("Title"), self.title)),
            (FormRow(tr("Code"), self.code), FormRow(tr("Version"), self.version)),
            (FormRow(tr("Unit by default"), self.unit), FormRow(tr("Time limit"), self.limit)),
        ]
        return down(
            wrapping(tr("Which column holds what"), "lg", bold=True),
            wrapping(facts, "sm", "text3"),
            self.grid,
            wrapping(tr("What the paper does not say"), "md", bold=True),
            *(across(Grow(left), Grow(right), gap=16) for left, right in rows),
            FormRow(tr("Way to walk"), self.walk),
            gap=10,
        )

    def _make_grid(self, mapping: PlainMapping) -> QTableWidget:
        """Lists to choose from in the first row, below them the paper."""
        table, theme = self._table, current()
        shown = table.rows[:_ROWS]
        grid = QTableWidget(len(shown) + 1, len(table.header))
        grid.setAccessibleName(tr("The paper list"))
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        grid.setHorizontalHeaderLabels([name or "—" for name in table.header])
        grid.setVerticalHeaderLabels(["", *(str(row.number) for row in shown)])
        grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for number in range(len(table.header)):
            grid.setColumnWidth(number, theme.px(_COLUMN))
            combo = Combo(_choices(), _field_at(mapping, number), compact=True)
            combo.setAccessibleName(tr("Column {name}", name=table.header[number]))
            combo.chosen.connect(lambda value, number=number: self._chosen(number, value))
            self.columns.append(combo)
            grid.setCellWidget(0, number, combo)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for y, row in enumerate(shown, 1):
            grid.setRowHeight(y, theme.high("band"))
            for x, text in enumerate(row.texts[: len(table.header)]):
                cell = QTableWidgetItem(text)
                tip(cell, text)
                grid.setItem(y, x, cell)
        grid.setRowHeight(0, theme.high("row"))
        fits = len(table.header) <= _FIT
        if fits:
            grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        bar = 0 if fits else theme.px(16)
        grid.setFixedHeight(theme.high("row") + theme.high("band") * len(shown) + theme.high("compact") + 2 + bar)
        return grid

    def _chosen(self, column: int, value: str) -> None:
        """A field has one column: where it was chosen before, nothing is chosen now."""
        for number, combo in enumerate(self.columns):
            if value and number != column and combo.value == value:
                combo.show_value("")
        self._check()

    def _check(self) -> None:
        lacks = ""
        if self.mapping().text is None:
            lacks = tr("Say which column holds the items")
        elif not self.kind.value:
            lacks = tr("Choose for which kind of sites it is")
        self.go.setEnabled(not lacks)
        self.hint.setText(lacks)

    def _kind_chosen(self, kind: str) -> None:
        self.code.setText(kind)
        self._check()


def _kind_in(title: str, kinds: Sequence[tuple[str, str]]) -> str:
    """The kind a title speaks of, as 老旧小区检查表 does; "" for none: a wrong one would open at the wrong sites."""
    return next((code for code, name in kinds if name.partition("（")[0] in title), "")


def _field_names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(PlainMapping))


def _field_at(mapping: PlainMapping, column: int) -> str:
    return next((name for name in _field_names() if getattr(mapping, name) == column), "")


def _choices() -> list[tuple[str, str]]:
    return [
        ("", tr("Not used")),
        ("text", tr("Check item")),
        ("standard", tr("What counts")),
        ("section", tr("Section")),
        ("code", tr("Code")),
        ("judging", tr("Judging")),
        ("weight", tr("Weight")),
        ("unit", tr("Responsible unit")),
        ("time_limit", tr("Time limit")),
    ]
