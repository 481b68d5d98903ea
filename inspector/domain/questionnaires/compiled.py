"""A form made ready to run, once: its rules as closures, and what must be worked out anew when an answer changes."""

import json
from functools import cached_property

from inspector.domain.questionnaires.expressions import Rule, compiled, references
from inspector.domain.questionnaires.forms import Choice, Expression, Form, Kind, Node
from inspector.domain.questionnaires.functions import FUNCTIONS
from inspector.domain.questionnaires.slots import Slots, slots
from inspector.domain.questionnaires.values import Cell


class Compiled:
    """What every response of one form shares; make it once and keep it."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.nodes = form.nodes
        self.by_path = {node.path: index for index, node in enumerate(form.nodes)}
        self.children: dict[int, list[int]] = {}
        for index, node in enumerate(form.nodes):
            self.children.setdefault(node.parent, []).append(index)
        self.repeated = _repeated(form)
        """Whether each node stands in a repeat or is one: only those have more cells than one."""
        self._rules: dict[Expression, Rule] = {}
        self._affected: dict[int, tuple[int, ...]] = {}
        self.triggered: dict[str, list[int]] = {}
        for index, node in enumerate(form.nodes):
            for path in node.trigger:
                self.triggered.setdefault(path, []).append(index)

    def rule(self, expression: Expression) -> Rule:
        """The expression, compiled when it is first needed."""
        known = self._rules.get(expression)
        if known is None:
            known = self._rules[expression] = compiled(expression.code, FUNCTIONS)
        return known

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Every node so that each comes after those its value and relevance hang on; circles in document order."""
        return _sorted(self._needs)

    @cached_property
    def slots(self) -> Slots:
        """Where the answers stand in a response."""
        return slots(self.form)

    @cached_property
    def lists(self) -> dict[str, Cell]:
        """The lists as rules see them: instance('x')/root/item. Nothing in them ever changes."""
        return {known.name: _list_cell(known.name, known.choices) for known in self.form.lists}

    @cached_property
    def labels(self) -> dict[str, dict[str, int]]:
        """List → choice name → its index."""
        return {
            known.name: {choice.name: n for n, choice in reversed([*enumerate(known.choices)])}
            for known in self.form.lists
        }

    @cached_property
    def choices(self) -> dict[str, tuple[Choice, ...]]:
        """List → its choices."""
        return {known.name: known.choices for known in self.form.lists}

    def affected(self, node: int) -> tuple[int, ...]:
        """The nodes to work out anew after that one changed, in order, without itself."""
        if node not in self._affected:
            reached: set[int] = set()
            waiting = [node]
            while waiting:
                for dependent in self._serves.get(waiting.pop(), ()):
                    if dependent not in reached:
                        reached.add(dependent)
                        waiting.append(dependent)
            reached.discard(node)
            self._affected[node] = tuple(sorted(reached, key=self._rank.__getitem__))
        return self._affected[node]

    def inside(self, node: int) -> list[int]:
        """All nodes below that one, in document order."""
        found: list[int] = []
        for child in self.children.get(node, ()):
            found += [child, *self.inside(child)]
        return found

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {node: rank for rank, node in enumerate(self.order)}

    @cached_property
    def _needs(self) -> list[set[int]]:
        return [self._needs_of(index, node) for index, node in enumerate(self.nodes)]

    @cached_property
    def _serves(self) -> dict[int, list[int]]:
        serves: dict[int, list[int]] = {}
        for index, needed in enumerate(self._needs):
            for one in needed:
                serves.setdefault(one, []).append(index)
        return serves

    def _needs_of(self, index: int, node: Node) -> set[int]:
        needed = {node.parent} if node.parent >= 0 else set()
        for expression in (node.relevant, node.calculation, node.repeat_count, node.choice_filter):
            if expression is not None:
                needed |= self._looked_at(expression, f"{self.form.root}/{node.path}")
        return needed - {index}

    def _looked_at(self, expression: Expression, at: str) -> set[int]:
        looked = set()
        for path in references(json.loads(expression.code), at):
            inside = path.partition("/")[2]
            if inside in self.by_path:
                looked.add(self.by_path[inside])
        return looked


def _sorted(needs: list[set[int]]) -> tuple[int, ...]:
    """Depth first from the document's order; a need that is still open closes a circle and is passed over."""
    done: dict[int, bool] = {}
    order: list[int] = []
    for start in range(len(needs)):
        waiting = [(start, iter(sorted(needs[start])))]
        if start in done:
            continue
        done[start] = False
        while waiting:
            node, rest = waiting[-1]
            following = next((need for need in rest if need not in done), None)
            if following is None:
                order.append(node)
                done[node] = True
                waiting.pop()
            else:
                done[following] = False
                waiting.append((following, iter(sorted(needs[following]))))
    return tuple(order)


def circles(form: Form) -> tuple[int, ...]:
    """The nodes whose rules hang on themselves through others."""
    ready = Compiled(form)
    return tuple(n for n in range(len(form.nodes)) if n in _reach(ready, n))


def _reach(ready: Compiled, node: int) -> set[int]:
    reached: set[int] = set()
    waiting = list(ready._serves.get(node, ()))  # noqa: SLF001 - the same module
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += ready._serves.get(one, ())  # noqa: SLF001 - of this very module
    return reached


def _repeated(form: Form) -> list[bool]:
    found: list[bool] = []
    for node in form.nodes:
        found.append(node.kind is Kind.REPEAT or (node.parent >= 0 and found[node.parent]))
    return found


def _list_cell(name: str, choices: tuple[Choice, ...]) -> Cell:
    table = Cell(name)
    root = Cell("root", table)
    table.children["root"] = [root]
    root.children["item"] = [_item_cell(root, number, choice) for number, choice in enumerate(choices)]
    return table


def _item_cell(root: Cell, number: int, choice: Choice) -> Cell:
    item = Cell("item", root, number=number)
    columns = {"name": choice.name, **dict(choice.extra)}
    item.children = {column: [Cell(column, item, text=text)] for column, text in columns.items()}
    return item
