"""How a running response stands before people: pages of spots, and each spot as a question in one language."""

from dataclasses import dataclass

from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.forms import Kind, Node, words
from inspector.domain.questionnaires.run import Run
from inspector.domain.questionnaires.values import Cell, truth_of

Page = tuple[Spot, ...]
"""What is shown together: one question, or the group its author wanted on one page."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice as it is shown."""

    name: str
    label: str
    image: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A spot in words. `heading` are the labels of the groups around it, with the number of a repeat's turn.

    `offered` are the choices in the order to show them; nothing is chosen beforehand unless the form's author gave a
    default, which then is `answer`. `why` says for a `SHOWN` kind which type cannot be answered here.
    """

    spot: Spot
    code: str
    kind: Kind
    label: str
    hint: str
    guidance: str
    required: bool
    answer: str
    offered: tuple[Offered, ...]
    heading: tuple[str, ...]
    read_only: bool
    start: str
    end: str
    step: str
    appearance: str
    image: str
    required_message: str
    why: str


def question(run: Run, spot: Spot) -> Question:
    """The question at a spot as it stands now. LookupError when its turn is gone."""
    cell, node = run.tree.at(spot), run.ready.nodes[spot.node]
    return Question(
        spot=spot,
        code=node.name,
        kind=node.kind,
        label=run.words(node.label, cell) or node.name,
        hint=run.words(node.hint, cell),
        guidance=run.words(node.guidance, cell),
        required=run.is_required(spot),
        answer=cell.text,
        offered=_offered(run, cell, node),
        heading=_heading(run, cell),
        read_only=node.read_only is not None and truth_of(run.value(node.read_only, cell)),
        start=node.start or ("1" if node.kind is Kind.RANGE else ""),
        end=node.end or ("10" if node.kind is Kind.RANGE else ""),
        step=node.step or ("1" if node.kind is Kind.RANGE else ""),
        appearance=node.appearance,
        image=words(node.image, run.language),
        required_message=run.words(node.required_message, cell),
        why=node.why,
    )


def pages(run: Run) -> tuple[Page, ...]:
    """Every page on show now, in order. It changes with the answers: ask again after each one."""
    found: list[list[Spot]] = []
    together: Cell | None = None
    for cell, spot in zip(run.cells(), run.spots(), strict=True):
        around = _field_list(run, cell)
        if around is not None and around is together:
            found[-1].append(spot)
        else:
            found.append([spot])
        together = around
    return tuple(map(tuple, found))


def _offered(run: Run, cell: Cell, node: Node) -> tuple[Offered, ...]:
    if node.kind not in {Kind.ONE, Kind.MULTIPLE, Kind.RANK}:
        return ()
    return tuple(
        Offered(choice.name, words(choice.label, run.language) or choice.name, choice.image)
        for choice in run.offered(cell)
    )


def _heading(run: Run, cell: Cell) -> tuple[str, ...]:
    found: list[str] = []
    above = cell.parent
    while above is not None and above.node >= 0:
        node = run.ready.nodes[above.node]
        label = run.words(node.label, above)
        if node.kind is Kind.REPEAT:
            found.append(f"{label or node.name} {above.number + 1}")
        elif label:
            found.append(label)
        above = above.parent
    return tuple(reversed(found))


def _field_list(run: Run, cell: Cell) -> Cell | None:
    """The outermost group around a cell that its author wants on one page."""
    found, above = None, cell.parent
    while above is not None and above.node >= 0:
        if "field-list" in run.ready.nodes[above.node].appearance.split():
            found = above
        above = above.parent
    return found
