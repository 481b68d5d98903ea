"""Another responsible unit, and who helps it: type a part of a name, Enter takes it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.units import Unit
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.choice_list import ChoiceList
from inspector.ui.widgets.co_units import CoUnits
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.search_combo import Spell

_LIST_HEIGHT = 280
_SHORTER = 200


def ask_for_unit(
    context: Context,
    page: QWidget,
    title: str,
    unit: str,
    act: Callable[[str, tuple[str, ...]], object],
    helping: Sequence[str] | None = None,
) -> None:
    """Open the dialog over `page` with all units, found by any name; `unit` is the one that leads now, if it is one."""
    units = [(each.id, each.record.name) for each in context.services.registers.all(Unit)]
    UnitDialog(page, title, units, unit_spelling(context, page), unit, act, helping).open()


class UnitDialog(Modal):
    """`act` is given the id of the chosen unit and, when `helping` was given, the ids of those that help it."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        units: Sequence[tuple[str, str]],
        spell: Spell,
        unit: str,
        act: Callable[[str, tuple[str, ...]], object],
        helping: Sequence[str] | None = None,
    ) -> None:
        """`units` are (id, name). Without `helping` who helps is not asked, because several findings differ in it."""
        super().__init__(parent, title)
        self._act = act
        self.choices = ChoiceList(
            tr("Units"), tr("Name, pinyin or initials"), _LIST_HEIGHT if helping is None else _SHORTER
        )
        self.choices.offer(units, unit)
        self.helpers = CoUnits(self, units, spell)
        self.helpers.show_units(unit, helping or ())
        self.leave = outlined(tr("Leave it"), self.reject)
        self.take = filled(tr("Take this unit"), self.choices.take, icon="check")

        asked: tuple[QWidget, ...] = (wrapping(title, "lg", bold=True), self.choices)
        if helping is not None:
            asked = (*asked, label(tr("Helping units"), "sm", "text2"), self.helpers.add, self.helpers.chips)
        self.ask(down(*asked, gap=10), self.leave, self.take)

        self.choices.list.currentRowChanged.connect(lambda row: self.take.setEnabled(row >= 0))
        self.choices.taken.connect(self._finish)
        self.helpers.changed.connect(self._help)
        spell(self.choices.learn)
        self.choices.setFocus()

    def _help(self, helping: tuple[str, ...]) -> None:
        self.helpers.show_units("", helping)
        self.take_height()

    def _finish(self, unit: str) -> None:
        self.accept()
        self._act(unit, self.helpers.without(unit))
