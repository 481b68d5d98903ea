"""Which choices stand on show, and what a choice is called: from a list, filtered, or from the turns of a repeat."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import Choice, Node, words
from inspector.domain.questionnaires.values import Cell


def choices_on_show(ready: Compiled, node: Node, found: Sequence[Cell] | None) -> list[Choice]:
    """The choices of a question in the author's order; `found` are the items its filter lets through, if it has one."""
    known = ready.choices.get(node.choices, ())
    if found is None:
        shown = list(known)
    else:
        shown = [known[cell.number] for cell in found] if node.choices else [_from_turn(cell, node) for cell in found]
    if node.choices and (node.value_name, node.label_name) != ("name", "label"):
        shown = [_with_columns(choice, node) for choice in shown]
    return shown


def choice_label(ready: Compiled, value: str, path: str, asking: Cell, language: str) -> str:
    """What the choice `value` of the question at `path` is called; the value when nobody gave it a name."""
    node = ready.by_path.get(_absolute(path, asking).partition("/")[2])
    if node is None:
        return value
    known = ready.nodes[node]
    at = ready.labels.get(known.choices, {}).get(value)
    return value if at is None else words(ready.choices[known.choices][at].label, language)


def _absolute(path: str, asking: Cell) -> str:
    """A path in the form's data, written from the cell or from the root, as names from the root on."""
    if path.startswith("/"):
        return path[1:]
    names: list[str] = []
    above: Cell | None = asking
    while above is not None and above.parent is not None:
        names.insert(0, above.name)
        above = above.parent
    for step in path.split("/"):
        if step == "..":
            names = names[:-1]
        elif step not in {".", "", "current()"}:
            names.append(step)
    return "/".join(names)


def _from_turn(cell: Cell, node: Node) -> Choice:
    value, label = (cell.children.get(name) for name in (node.value_name, node.label_name))
    name = value[0].text if value else ""
    return Choice(name, (("", label[0].text if label else name),))


def _with_columns(choice: Choice, node: Node) -> Choice:
    """A choice whose name and label stand in columns the question names."""
    columns = dict(choice.extra)
    label = columns.get(node.label_name, "")
    label_words = (("", label),) if label else choice.label
    return replace(choice, name=columns.get(node.value_name, choice.name), label=label_words)
