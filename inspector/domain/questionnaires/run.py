"""One response being filled in: what is asked now, what an answer changes, what is still missing. Pure: no clock, no
chance but the seed it is given, nothing saved.

Make a `Compiled` of the form once, then a `Run` for each response. `spots()` and `pages()` say what is on show,
`question(spot)` how it looks, `answer(spot, value)` takes an answer or says why not, `state()` is what to save after
each answer (a `Run` made with it goes on there), `missing()` and `finished()` end it.
"""

import math
import random
from collections.abc import Iterable, Mapping
from datetime import datetime

from inspector.domain.questionnaires.answers import Problem, misfit
from inspector.domain.questionnaires.cells import Cells, Spot, turns_of, walk
from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.expressions import Scope, cells
from inspector.domain.questionnaires.forms import ASKED, SEEN, Choice, Expression, Kind, Node, Words, words
from inspector.domain.questionnaires.offering import choice_label, choices_on_show
from inspector.domain.questionnaires.values import Cell, Value, number_of, text_of, truth_of
from inspector.domain.questionnaires.world import World, shuffled

MAX_TURNS = 500


class Run:
    """A response in the making; `speak` changes its language at any time."""

    def __init__(
        self,
        ready: Compiled,
        now: datetime,
        *,
        seed: int = 1,
        language: str = "",
        state: Mapping[str, str] | None = None,
    ) -> None:
        self.ready = ready
        self.seed = seed
        self.language = language or ready.form.languages[0]
        self.tree = Cells(ready)
        self._shown: tuple[Cell, ...] | None = None
        self._spots: tuple[Spot, ...] | None = None
        chance = random.Random(seed)  # noqa: S311 - it must come out the same again
        self._world = World(self.tree.document, ready.lists, now, chance, self._choice_label)
        self._first_turns()
        if state is None:
            self._begin(now)
        else:
            self._take_up(state)

    # What is on show

    def spots(self) -> tuple[Spot, ...]:
        """Everything on show now, in order: questions that are relevant, notes, and what can only be shown."""
        if self._spots is None:
            self._spots = tuple(self.tree.spot(cell) for cell in self.cells())
        return self._spots

    def cells(self) -> tuple[Cell, ...]:
        """The cells of `spots()`."""
        if self._shown is None:
            nodes = self.ready.nodes
            below = (cell for cell in walk(self.tree.top) if cell.node >= 0 and cell.relevant)
            self._shown = tuple(cell for cell in below if nodes[cell.node].kind in SEEN)
        return self._shown

    def is_asked(self, spot: Spot) -> bool:
        """Whether the spot wants an answer."""
        return self.ready.nodes[spot.node].kind in ASKED

    def text(self, spot: Spot) -> str:
        """The answer as it counts now: "" when there is none or logic skips the question."""
        return self.tree.at(spot).text

    def words(self, text: Words, cell: Cell) -> str:
        """A text of the node of that cell in the language of the run, its values put in."""
        said = words(text, self.language)
        for number, output in enumerate(self.ready.nodes[cell.node].outputs):
            if f"{{{number}}}" in said:
                said = said.replace(f"{{{number}}}", text_of(self.value(output, cell)))
        return said

    def value(self, expression: Expression, cell: Cell) -> Value:
        """What an expression gives at a cell."""
        return self.ready.rule(expression)(Scope(self._world, cell, cell))

    def offered(self, cell: Cell) -> list[Choice]:
        """The choices on show for a question, filtered and in their order."""
        node = self.ready.nodes[cell.node]
        found = None if node.choice_filter is None else cells(self.value(node.choice_filter, cell))
        shown = choices_on_show(self.ready, node, found)
        if not node.randomize:
            return shown
        return [shown[place] for place in shuffled(len(shown), self._seed_of(node, cell))]

    # What changes it

    def check(self, spot: Spot, value: str) -> Problem | None:
        """Why `value` cannot be the answer, None when it can; an empty one can always be."""
        cell, node = self.tree.at(spot), self.ready.nodes[spot.node]
        if not value:
            return None
        wrong = misfit(node, value, [choice.name for choice in self.offered(cell)])
        if wrong or node.constraint is None:
            return wrong
        before, cell.text = cell.text, value
        holds = truth_of(self.value(node.constraint, cell))
        cell.text = before
        return None if holds else Problem("constraint", self.words(node.constraint_message, cell))

    def answer(self, spot: Spot, value: str) -> Problem | None:
        """Take an answer ("" takes it back) and work out everything that hangs on it; a wrong one changes nothing."""
        wrong = self.check(spot, value)
        if wrong is None:
            cell = self.tree.at(spot)
            cell.raw = value
            self._work_out((spot.node, *self.ready.affected(spot.node)))
            self._pull_triggers(spot.node)
        return wrong

    def speak(self, language: str) -> None:
        """Go on in another language of the form; names of choices that rules put into texts change with it."""
        self.language = language
        self._work_out(self.ready.order)

    def add_turn(self, repeat: int, parent: Spot | None = None) -> bool:
        """One more turn of a repeat whose author leaves the number to people; False when he does not."""
        if not self.may_add_turn(repeat):
            return False
        self._grow(repeat, self.tree.top if parent is None else self.tree.at(parent))
        self._work_out((repeat, *self.ready.affected(repeat), *self._hang_on(repeat)))
        return True

    def may_add_turn(self, repeat: int) -> bool:
        """Whether people decide how often a repeat goes round."""
        return self.ready.nodes[repeat].repeat_count is None and len(self.tree.of[repeat]) < MAX_TURNS

    def drop_turn(self, turn: Spot) -> None:
        """Take a turn away with its answers."""
        self.tree.drop(self.tree.at(turn))
        self._work_out((*self.ready.affected(turn.node), *self._hang_on(turn.node)))

    # How it is saved and ended

    def state(self) -> dict[str, str]:
        """Everything that was entered or worked out once, by place; another run goes on from it."""
        kept = {_key(self.ready, c): c.raw for held in self.tree.of for c in held if c.raw}
        for node, known in enumerate(self.ready.nodes):
            if known.kind is Kind.REPEAT:
                for parent in self.tree.parents(node):
                    kept[f"{_parent_key(self, parent)}*{known.name}"] = str(len(self.tree.turns(node, parent)))
        return kept

    def missing(self) -> tuple[Spot, ...]:
        """Questions on show that must be answered and are not, in order."""
        return tuple(s for s in self.spots() if self.is_asked(s) and not self.text(s) and self.is_required(s))

    def wrong(self) -> tuple[tuple[Spot, Problem], ...]:
        """Answers that a later answer made impossible."""
        found = ((s, self.check(s, self.text(s))) for s in self.spots() if self.is_asked(s))
        return tuple((spot, problem) for spot, problem in found if problem)

    def is_required(self, spot: Spot) -> bool:
        """Whether the form wants an answer there."""
        rule = self.ready.nodes[spot.node].required
        return rule is not None and truth_of(self.value(rule, self.tree.at(spot)))

    def end(self, now: datetime) -> None:
        """Note the time of the end where the form keeps it."""
        for node, known in enumerate(self.ready.nodes):
            if known.preload == "timestamp/end":
                for cell in self.tree.of[node]:
                    cell.raw = cell.text = now.isoformat(timespec="milliseconds")

    # Working it out

    def _begin(self, now: datetime) -> None:
        for node, known in enumerate(self.ready.nodes):
            for cell in self.tree.of[node]:
                cell.raw = cell.text = _preloaded(known, now, self.seed) or cell.raw
        self._work_out(self.ready.order)
        if self._first_values(cell for held in self.tree.of for cell in held):
            self._work_out(self.ready.order)

    def _first_values(self, among: Iterable[Cell]) -> bool:
        changed = False
        for cell in among:
            first = self.ready.nodes[cell.node].first_value
            if first is not None:
                cell.raw = cell.text = text_of(self.value(first, cell))
                changed = True
        return changed

    def _first_turns(self) -> None:
        for node, known in enumerate(self.ready.nodes):
            if known.kind is Kind.REPEAT and known.repeat_count is None:
                for parent in self.tree.parents(node):
                    if not self.tree.turns(node, parent):
                        self.tree.grow(node, parent)

    def _take_up(self, state: Mapping[str, str]) -> None:
        for node, known in enumerate(self.ready.nodes):
            if known.kind is Kind.REPEAT:
                for parent in self.tree.parents(node):
                    wanted = int(state.get(f"{_parent_key(self, parent)}*{known.name}", "0"))
                    self._set_turns(node, parent, wanted)
        for held in self.tree.of:
            for cell in held:
                cell.raw = cell.text = state.get(_key(self.ready, cell), "")
        self._work_out(self.ready.order)

    def _work_out(self, nodes: Iterable[int]) -> None:
        self._shown = self._spots = None
        for node in nodes:
            known = self.ready.nodes[node]
            if known.repeat_count is not None:
                self._count_turns(node, known.repeat_count)
            for cell in self.tree.of[node]:
                self._work_out_cell(known, cell)

    def _work_out_cell(self, known: Node, cell: Cell) -> None:
        own = known.relevant is None or truth_of(self.value(known.relevant, cell))
        cell.relevant = own and (cell.parent is None or cell.parent.relevant)
        cell.text = cell.raw if cell.relevant else ""
        if not cell.relevant:
            return
        if known.calculation is not None:
            cell.raw = cell.text = text_of(self.value(known.calculation, cell))
        elif known.choice_filter is not None and cell.raw:
            names = {choice.name for choice in self.offered(cell)}
            cell.raw = cell.text = " ".join(name for name in cell.raw.split() if name in names)

    def _count_turns(self, repeat: int, count: Expression) -> None:
        for parent in self.tree.parents(repeat):
            present = self.tree.turns(repeat, parent)
            asking = present[0] if present else Cell(self.ready.nodes[repeat].name, parent, repeat)
            number = number_of(self.value(count, asking))
            self._set_turns(repeat, parent, int(number) if math.isfinite(number) else 0)

    def _set_turns(self, repeat: int, parent: Cell, wanted: int) -> None:
        turns = self.tree.turns(repeat, parent)
        while len(turns) > max(wanted, 0):
            self.tree.drop(turns[-1])
        while len(self.tree.turns(repeat, parent)) < min(wanted, MAX_TURNS):
            self._grow(repeat, parent)

    def _grow(self, repeat: int, parent: Cell) -> None:
        turn = self.tree.grow(repeat, parent)
        for inner in self.ready.inside(repeat):
            known = self.ready.nodes[inner]
            if known.kind is Kind.REPEAT and known.repeat_count is None:
                for above in self.tree.parents(inner):
                    if not self.tree.turns(inner, above):
                        self.tree.grow(inner, above)
        self._first_values(cell for cell in walk(turn))

    def _hang_on(self, repeat: int) -> tuple[int, ...]:
        """What hangs on anything inside a repeat, for its turns have changed in number."""
        found = {node for inner in self.ready.inside(repeat) for node in (inner, *self.ready.affected(inner))}
        return tuple(node for node in self.ready.order if node in found)

    def _pull_triggers(self, changed: int) -> None:
        for node in self.ready.triggered.get(self.ready.nodes[changed].path, ()):
            rule = self.ready.nodes[node].triggered
            if rule is not None:
                for cell in self.tree.of[node]:
                    cell.raw = text_of(self.value(rule, cell))
                self._work_out((node, *self.ready.affected(node)))

    def _seed_of(self, node: Node, cell: Cell) -> int:
        if node.seed is None:
            return self.seed + cell.node
        number = number_of(self.value(node.seed, cell))
        return int(number) if math.isfinite(number) else 0

    def _choice_label(self, value: str, path: str, asking: Cell) -> str:
        return choice_label(self.ready, value, path, asking, self.language)


def _preloaded(node: Node, now: datetime, seed: int) -> str:
    """What a form's metadata hold at the beginning; device, account and telephone stay empty: answers are anonymous."""
    if node.preload == "timestamp/start":
        return now.isoformat(timespec="milliseconds")
    if node.preload == "date/today":
        return now.date().isoformat()
    return f"seed:{seed}" if node.preload == "uid" else ""


def _key(ready: Compiled, cell: Cell) -> str:
    path = ready.nodes[cell.node].path
    return path + "".join(f"#{turn}" for turn in turns_of(cell, ready))


def _parent_key(run: Run, parent: Cell) -> str:
    return "" if parent.node < 0 else _key(run.ready, parent)
