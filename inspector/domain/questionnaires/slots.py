"""Where each answer of a response stands: the order of the form's data, so that 100,000 responses count quickly."""

from dataclasses import dataclass

from inspector.domain.questionnaires.forms import Form, Kind, Node

_HELD = frozenset(set(Kind) - {Kind.GROUP, Kind.REPEAT, Kind.NOTE, Kind.SHOWN})


@dataclass(frozen=True, slots=True)
class Slots:
    """Node indices in order: `plain` outside repeats, `repeated` by the path of the innermost repeat."""

    plain: tuple[int, ...]
    repeated: dict[str, tuple[int, ...]]


def slots(form: Form) -> Slots:
    """The slots of a form."""
    plain: list[int] = []
    repeated: dict[str, list[int]] = {n.path: [] for n in form.nodes if n.kind is Kind.REPEAT}
    inner: list[str] = []
    for index, node in enumerate(form.nodes):
        around = inner[node.parent] if node.parent >= 0 else ""
        inner.append(node.path if node.kind is Kind.REPEAT else around)
        if node.kind in _HELD:
            (repeated[around] if around else plain).append(index)
    return Slots(tuple(plain), {path: tuple(found) for path, found in repeated.items()})


def plain_nodes(form: Form) -> tuple[Node, ...]:
    """The nodes whose answers stand in `Response.answers`, in that order."""
    return tuple(form.nodes[index] for index in slots(form).plain)
