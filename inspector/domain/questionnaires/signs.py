"""A response as a line of signs, one for each question: a hundred thousand of them are counted as strings, by column.

The sign of an answer is its place among those its question offers; what has no place there (what people wrote, large
numbers) stands beside the line in full. A line is worked out of its response and its form, so it can be made anew at
any time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.questionnaires.forms import ASKED, Form, Kind, Node
from inspector.domain.questionnaires.slots import slots

SKIPPED, EMPTY, WRITTEN = ".", "-", "+"
"""Skipped by logic; shown and not answered; answered with something that stands beside the line."""

_FIRST = 0x30
"""The sign of the first place: "0"."""
_MOST_PLACES = 50_000
"""All signs are below the surrogates, which no file keeps."""
_MOST_SEVERAL = 15
"""A choice of several is a bit a choice in one sign."""
_WHOLE_NUMBERS = 151
"""Ages and counts have a sign."""

Answer = str | None
"""A text, "" for shown and not answered, None for skipped by logic or not in that version of the form."""

_CLOSED = frozenset({Kind.ONE, Kind.MULTIPLE, Kind.RANK, Kind.RANGE, Kind.INTEGER})


@dataclass(frozen=True, slots=True)
class Line:
    """What a response says: a sign a question, closed ones first, and what is `written` beside in the same order."""

    signs: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """One question of a line: where its answer stands in a response, and the answers that have a sign."""

    node: Node
    slot: int
    answers: tuple[str, ...]
    places: dict[str, int]

    @property
    def closed(self) -> bool:
        """Whether its answers can be told apart by eye: no texts, no days."""
        return self.node.kind in _CLOSED

    def sign(self, answer: Answer) -> str:
        """The sign of an answer."""
        if not answer:
            return SKIPPED if answer is None else EMPTY
        if self.node.kind is not Kind.MULTIPLE:
            place = self.places.get(answer)
            return WRITTEN if place is None else chr(_FIRST + place)
        bits = {self.places.get(name) for name in answer.split()}
        return WRITTEN if None in bits else chr(_FIRST + sum(1 << bit for bit in bits if bit is not None))

    def answer(self, sign: str) -> Answer:
        """The answer of a sign other than `WRITTEN`; several choices in the order of the form."""
        if sign in {SKIPPED, EMPTY}:
            return None if sign == SKIPPED else ""
        place = ord(sign) - _FIRST
        if self.node.kind is not Kind.MULTIPLE:
            return self.answers[place]
        return " ".join(name for bit, name in enumerate(self.answers) if place >> bit & 1)


def asked_nodes(form: Form) -> tuple[Node, ...]:
    """The questions a report has figures of: those outside repeats that somebody answers."""
    return tuple(form.nodes[node] for node in slots(form).plain if form.nodes[node].kind in _TOLD)


_TOLD = ASKED - {Kind.IMAGE, Kind.ACKNOWLEDGE}


def counted_questions(form: Form) -> tuple[Counted, ...]:
    """The questions in the order of a line, closed ones first."""
    lists = {known.name: tuple(dict.fromkeys(choice.name for choice in known.choices)) for known in form.lists}
    found = []
    for slot, index in enumerate(slots(form).plain):
        node = form.nodes[index]
        if node.kind in _TOLD:
            answers = _with_signs(node, lists.get(node.choices, ()))
            found.append(Counted(node, slot, answers, {answer: place for place, answer in enumerate(answers)}))
    return tuple(sorted(found, key=lambda one: not one.closed))


def line_of(answers: Sequence[Answer], questions: Sequence[Counted]) -> Line:
    """The line of a response's answers; a question it does not hold was skipped."""
    said = [answers[one.slot] if one.slot < len(answers) else None for one in questions]
    signs = "".join(one.sign(answer) for one, answer in zip(questions, said, strict=True))
    return Line(signs, tuple(answer for sign, answer in zip(signs, said, strict=True) if answer and sign == WRITTEN))


def _with_signs(node: Node, names: tuple[str, ...]) -> tuple[str, ...]:
    if node.kind is Kind.ONE:
        return names[:_MOST_PLACES]
    if node.kind is Kind.MULTIPLE:
        return names[:_MOST_SEVERAL]
    if node.kind in {Kind.INTEGER, Kind.RANGE}:
        return tuple(map(str, range(_WHOLE_NUMBERS)))
    return ()
