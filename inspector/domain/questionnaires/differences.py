"""What a new version of a form changes: shown before it is published; old answers stay readable with their version."""

from dataclasses import dataclass

from inspector.domain.questionnaires.forms import Form, Kind, Node, words

_UNSEEN = {Kind.GROUP, Kind.META}


@dataclass(frozen=True, slots=True)
class FormDifferences:
    """Codes of questions; `renamed` are (old, new), `moved` kept their words and changed their place among the others.

    `reworded` changed their words, `rechosen` their choices: their answers compare only as far as choices are alike.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    moved: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    rechosen: tuple[str, ...] = ()
    retyped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.added, self.removed, self.renamed, self.moved, self.reworded, self.rechosen, self.retyped))


def form_differences(before: Form, after: Form) -> FormDifferences:
    """How `after` differs from `before`; a question with `was` is the one that had that code."""
    old = {node.name: node for node in before.nodes if node.kind not in _UNSEEN}
    new = {node.name: node for node in after.nodes if node.kind not in _UNSEEN}
    source = {name: node.was if node.was in old and node.was not in new else name for name, node in new.items()}
    kept = {name: old[source[name]] for name in new if source[name] in old}
    stayed = set(source.values())
    return FormDifferences(
        added=tuple(name for name in new if name not in kept),
        removed=tuple(name for name in old if name not in stayed),
        renamed=tuple((source[name], name) for name in kept if source[name] != name),
        moved=_moved([name for name in old if name in stayed], [source[name] for name in kept]),
        reworded=tuple(n for n, was in kept.items() if (was.label, was.hint) != (new[n].label, new[n].hint)),
        rechosen=tuple(n for n, was in kept.items() if _choices(before, was) != _choices(after, new[n])),
        retyped=tuple(n for n, was in kept.items() if was.kind is not new[n].kind),
    )


def _moved(before: list[str], after: list[str]) -> tuple[str, ...]:
    """Those that must be taken out for the rest to stand in the old order: all but a longest rising run."""
    place = {name: at for at, name in enumerate(before)}
    best: list[tuple[int, int]] = []  # (length, previous) of the longest run ending at each
    for at, name in enumerate(after):
        length, previous = max(
            ((best[b][0], b) for b in range(at) if place[after[b]] < place[name]), default=(0, -1), key=lambda x: x[0]
        )
        best.append((length + 1, previous))
    at = max(range(len(after)), key=lambda n: best[n][0], default=-1)
    stays = set()
    while at >= 0:
        stays.add(after[at])
        at = best[at][1]
    return tuple(name for name in after if name not in stays)


def _choices(form: Form, node: Node) -> tuple[tuple[str, str], ...]:
    known = next((one.choices for one in form.lists if one.name == node.choices), ())
    return tuple((choice.name, words(choice.label, form.languages[0])) for choice in known)
