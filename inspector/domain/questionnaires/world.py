"""What rules may know besides the answers: the time, the lists, chance that can be repeated."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from inspector.domain.questionnaires.values import Cell


@dataclass(slots=True)
class World:
    """The surroundings of one response; `now` stands still while it is filled in, `chance` follows its seed."""

    root: Cell
    lists: dict[str, Cell]
    now: datetime
    chance: random.Random
    choice_label: Callable[[str, str, Cell], str]
    """(value, path of the question, where it is asked) → the words of the choice."""
    _columns: dict[tuple[str, str, str], dict[str, str]] = field(default_factory=dict)

    def looked_up(self, table: str, column: str, key_column: str, key: str) -> str:
        """The value in `column` of the first item whose `key_column` is `key`; "" when there is none."""
        known = self._columns.get((table, column, key_column))
        if known is None:
            known = {}
            for item in items(self.lists.get(table)):
                known.setdefault(_cell_text(item, key_column), _cell_text(item, column))
            self._columns[table, column, key_column] = known
        return known.get(key, "")


def items(table: Cell | None) -> list[Cell]:
    """The items of a list: instance('x')/root/item."""
    if table is None or "root" not in table.children:
        return []
    return table.children["root"][0].children.get("item", [])


def _cell_text(item: Cell, column: str) -> str:
    held = item.children.get(column)
    return held[0].text if held else ""


def shuffled(count: int, seed: int) -> list[int]:
    """The order 0 … count-1 takes with that seed: the generator and the shuffle of the ODK XForms specification."""
    state = seed % 2_147_483_647
    state = state if state >= 1 else state + 2_147_483_646
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        state = state * 16_807 % 2_147_483_647
        chosen = (state - 1) * (last + 1) // 2_147_483_646
        order[last], order[chosen] = order[chosen], order[last]
    return order
