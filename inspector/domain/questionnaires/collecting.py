"""What a run leaves when it ends: what is missing before it can, and its answers as a response keeps them."""

from inspector.domain.errors import Complaint, Place
from inspector.domain.questionnaires.cells import Spot, turns_of
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.responses import RepeatRow
from inspector.domain.questionnaires.run import Run
from inspector.domain.questionnaires.values import Cell


def incomplete(run: Run) -> tuple[Complaint, ...]:
    """What stands between a response and its end."""
    missing = (Complaint("response.missing", Place(item=_code(run, spot))) for spot in run.missing())
    wrong = (
        Complaint("response.wrong", Place(item=_code(run, spot)), (("why", problem.words or problem.code),))
        for spot, problem in run.wrong()
    )
    return (*missing, *wrong)


def collected(run: Run) -> tuple[tuple[str | None, ...], tuple[RepeatRow, ...]]:
    """The answers of a run as a response keeps them: plain ones by slot, and a row for each turn of a repeat."""
    slots = run.ready.slots
    plain = tuple(_said(run.tree.of[node][0] if run.tree.of[node] else None) for node in slots.plain)
    rows = []
    for at, known in enumerate(run.ready.nodes):
        if known.kind is not Kind.REPEAT:
            continue
        for turn in run.tree.of[at]:
            number = "/".join(str(n + 1) for n in turns_of(turn, run.ready))
            here = {cell.node: cell for cell in _below(turn, run)}
            said = tuple(_said(here.get(node)) for node in slots.repeated[known.path])
            rows.append(RepeatRow(known.path, number, said))
    return plain, tuple(rows)


def _below(turn: Cell, run: Run) -> list[Cell]:
    """The cells of a turn without those of repeats inside it."""
    found: list[Cell] = []
    for several in turn.children.values():
        for cell in several:
            if run.ready.nodes[cell.node].kind is not Kind.REPEAT:
                found += [cell, *_below(cell, run)]
    return found


def _said(cell: Cell | None) -> str | None:
    return cell.text if cell is not None and cell.relevant else None


def _code(run: Run, spot: Spot) -> str:
    return run.ready.nodes[spot.node].name
