"""Walking through a response one question after the other, whatever shows it."""

from inspector.domain.questionnaires.age import too_young
from inspector.domain.questionnaires.answers import Problem
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.pages import Question, question
from inspector.domain.questionnaires.run import Run
from inspector.domain.stored import Changed
from inspector.services.asking import Asking, AskingService


class Walk:
    """Stands at one spot of a response; every answer is saved before the next question is shown."""

    def __init__(self, service: AskingService, asking: Asking) -> None:
        self._service = service
        self.asking = asking
        self.spots = self.run.spots()
        self.at = self._first_open()
        self._before_drop: tuple[dict[str, str], Spot] | None = None

    @property
    def run(self) -> Run:
        """The response in the making."""
        return self.asking.run

    @property
    def question(self) -> Question | None:
        """The question here; None when the form asks nothing."""
        return question(self.run, self.at) if self.at else None

    @property
    def place(self) -> int:
        """The place among what is on show, from 0."""
        return self.spots.index(self.at) if self.at in self.spots else 0

    @property
    def number(self) -> int:
        """Which question it is among those that are asked, from 1."""
        return max(1, sum(self.run.is_asked(spot) for spot in self.spots[: self.place + 1]))

    @property
    def of(self) -> int:
        """How many questions are asked as things stand."""
        return sum(self.run.is_asked(spot) for spot in self.spots)

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(self.run.is_asked(spot) and bool(self.run.text(spot)) for spot in self.spots)

    @property
    def is_last(self) -> bool:
        """Nothing stands behind this one."""
        return self.place + 1 >= len(self.spots)

    def answer(self, value: str) -> Problem | None:
        """Save an answer, or tell why it cannot be one."""
        if self.at is None or value == self.run.text(self.at):
            return None
        problem = self._service.answer(self.asking, self.at, value)
        self._before_drop = None
        self.spots = self.run.spots()
        return problem

    def lacking(self) -> Problem | None:
        """What keeps a person here: an answer that must be given, or one that no longer fits."""
        here = self.question
        if here is None or not self.run.is_asked(here.spot):
            return None
        if here.required and not here.answer:
            return Problem("required", here.required_message)
        return self.run.check(here.spot, here.answer)

    @property
    def too_young(self) -> bool:
        """Somebody under 14 began it: nothing of it may be kept."""
        return too_young(self.run)

    def forward(self) -> bool:
        """To the next one; False at the end."""
        return self._step(1)

    def back(self) -> bool:
        """To the one before; False at the beginning."""
        return self._step(-1)

    def stand(self, spot: Spot) -> None:
        """Go to a question."""
        if spot in self.spots:
            self.at = spot

    def stand_at_lacking(self) -> bool:
        """Go to the first question that keeps the response from its end; False when there is none."""
        found = self.run.missing() or tuple(spot for spot, _ in self.run.wrong())
        if found:
            self.at = found[0]
        return bool(found)

    def repeat_here(self) -> int | None:
        """The repeat whose last turn ends with this question and that people may begin anew."""
        if self.at is None or not self.at.turns:
            return None
        cell = self.run.tree.at(self.at).parent
        while cell is not None and cell.node >= 0:
            if self.run.ready.nodes[cell.node].kind is Kind.REPEAT:
                inside = self.run.ready.inside(cell.node)
                goes_on = any(spot.node in inside for spot in self.spots[self.place + 1 :])
                return None if goes_on or not self.run.may_add_turn(cell.node) else cell.node
            cell = cell.parent
        return None

    def one_more(self) -> None:
        """One more turn of the repeat that ends here, and to its first question."""
        repeat = self.repeat_here()
        if repeat is not None and self._service.turn(self.asking, repeat):
            self._before_drop = None
            self.spots = self.run.spots()
            self.forward()

    def turn_here(self) -> Spot | None:
        """The turn around this question that may be taken away: one of several, their number left to people."""
        if self.at is None or not self.at.turns:
            return None
        cell = self.run.tree.at(self.at).parent
        while cell is not None and cell.node >= 0:
            node = self.run.ready.nodes[cell.node]
            if node.kind is Kind.REPEAT and node.repeat_count is None and cell.parent is not None:
                return self.run.tree.spot(cell) if len(self.run.tree.turns(cell.node, cell.parent)) > 1 else None
            cell = cell.parent
        return None

    def drop_turn(self) -> None:
        """Take the turn around this question away, and stand at what follows it."""
        turn = self.turn_here()
        if turn is None or self.at is None:
            return
        inside = self.run.ready.inside(turn.node)
        first = next(n for n, spot in enumerate(self.spots) if spot.node in inside and _is_in(spot, turn))
        self._before_drop = (self.run.state(), self.at)
        self._service.drop_turn(self.asking, turn)
        self.spots = self.run.spots()
        self.at = self.spots[min(first, len(self.spots) - 1)]

    @property
    def can_bring_back(self) -> bool:
        """A turn was taken away and nothing answered since."""
        return self._before_drop is not None

    def bring_back(self) -> None:
        """The turn that was taken away, with its answers."""
        if self._before_drop:
            (state, at), self._before_drop = self._before_drop, None
            self.asking = self._service.put_back(self.asking, state)
            self.spots, self.at = self.run.spots(), at

    def finish(self) -> Changed:
        """End the response. Raises `RefusedAll` while something is missing."""
        return self._service.finish(self.asking)

    def drop(self) -> None:
        """Forget it."""
        self._service.drop(self.asking)

    def _step(self, by: int) -> bool:
        place = self.place + by
        if 0 <= place < len(self.spots):
            self.at = self.spots[place]
            return True
        return False

    def _first_open(self) -> Spot | None:
        """Where the response stopped: behind the last answer."""
        given = [n for n, spot in enumerate(self.spots) if self.run.is_asked(spot) and self.run.text(spot)]
        place = given[-1] + 1 if given else 0
        return self.spots[min(place, len(self.spots) - 1)] if self.spots else None


def _is_in(spot: Spot, turn: Spot) -> bool:
    return spot.turns[: len(turn.turns)] == turn.turns
