"""Units to choose from, found by any name, by pinyin and by initials, the same on every page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from inspector.domain.progress import Progress
from inspector.domain.units import Unit
from inspector.ui.context import Context
from inspector.ui.widgets.search_combo import Spell


def unit_spelling(context: Context, owner: QObject) -> Spell:
    """What units are found by, worked out behind the window: the tables of pinyin take half a second the first time."""
    registers = context.services.registers

    def work(_progress: Progress) -> Mapping[str, str]:
        return registers.findable(Unit)

    def spell(learn: Callable[[Mapping[str, str]], object]) -> None:
        context.jobs.look_up(work, learn, owner=owner)

    return spell
