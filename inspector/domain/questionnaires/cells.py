"""The data of one response as a tree of cells: built from the form, repeats growing and shrinking by turns."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.values import Cell


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One place that can be answered: the form's node, and the turn of each repeat around it, counted from 0."""

    node: int
    turns: tuple[int, ...] = ()


class Cells:
    """The tree. `of[node]` are the cells of a node, one a turn of the repeats around it."""

    def __init__(self, ready: Compiled) -> None:
        self.ready = ready
        self.of: list[list[Cell]] = [[] for _ in ready.nodes]
        self.document = Cell("")
        self.top = Cell(ready.form.root, self.document)
        self.document.children[self.top.name] = [self.top]
        for child in ready.children.get(-1, ()):
            self._build(child, self.top)

    def at(self, spot: Spot) -> Cell:
        """The cell of a spot. LookupError when there is no such turn any more."""
        if not spot.turns and not self.ready.repeated[spot.node]:
            return self.of[spot.node][0]
        for cell in self.of[spot.node]:
            if turns_of(cell, self.ready) == spot.turns:
                return cell
        raise LookupError(spot)

    def spot(self, cell: Cell) -> Spot:
        """Where a cell stands."""
        return Spot(cell.node, turns_of(cell, self.ready))

    def turns(self, repeat: int, parent: Cell) -> list[Cell]:
        """The turns of a repeat inside a cell."""
        return parent.children.get(self.ready.nodes[repeat].name, [])

    def parents(self, repeat: int) -> list[Cell]:
        """The cells a repeat stands in."""
        above = self.ready.nodes[repeat].parent
        return [self.top] if above < 0 else self.of[above]

    def grow(self, repeat: int, parent: Cell) -> Cell:
        """One more turn."""
        turn = Cell(self.ready.nodes[repeat].name, parent, repeat, len(self.turns(repeat, parent)))
        parent.children.setdefault(turn.name, []).append(turn)
        self.of[repeat].append(turn)
        for child in self.ready.children.get(repeat, ()):
            self._build(child, turn)
        return turn

    def drop(self, turn: Cell) -> None:
        """Take one turn away; those behind it move up."""
        if turn.parent is None:
            raise LookupError(turn.name)
        rest = turn.parent.children[turn.name]
        rest.remove(turn)
        for number, later in enumerate(rest):
            later.number = number
        for cell in walk(turn):
            self.of[cell.node].remove(cell)

    def _build(self, node: int, parent: Cell) -> None:
        known = self.ready.nodes[node]
        if known.kind is Kind.REPEAT:
            parent.children[known.name] = []
            return
        cell = Cell(known.name, parent, node, raw=known.default, text=known.default)
        parent.children[known.name] = [cell]
        self.of[node].append(cell)
        for child in self.ready.children.get(node, ()):
            self._build(child, cell)


def walk(cell: Cell) -> Iterator[Cell]:
    """A cell and everything below it, in the order of the form."""
    yield cell
    for several in cell.children.values():
        for child in several:
            yield from walk(child)


def turns_of(cell: Cell, ready: Compiled) -> tuple[int, ...]:
    """The number of each turn around a cell, the outermost first."""
    if cell.node >= 0 and not ready.repeated[cell.node]:
        return ()
    found: list[int] = []
    above: Cell | None = cell
    while above is not None and above.node >= 0:
        if ready.nodes[above.node].kind is Kind.REPEAT:
            found.append(above.number)
        above = above.parent
    return tuple(reversed(found))
