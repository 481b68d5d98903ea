"""The lists of an XForm: choices in the form itself, in data files beside it, in the sheet of external choices."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from inspector.domain.questionnaires.forms import Choice, ChoiceList, Limitation, Words
from inspector.exchange.xform_texts import Element, Texts, Wording, attribute, local, text_id, under

Rows = list[dict[str, str]]


def read_lists(
    model: Element, texts: Texts, wording: Wording, files: Mapping[str, Rows], external: str
) -> tuple[tuple[ChoiceList, ...], tuple[Limitation, ...]]:
    """Every list a question can name, and the data files that were not there."""
    found: dict[str, ChoiceList] = {}
    missing: list[Limitation] = []
    for instance in under(model, "instance"):
        name, source = attribute(instance, "id"), attribute(instance, "src")
        file = PurePosixPath(source).name
        if source and file in files:
            found[name] = ChoiceList(name, tuple(_choice_of_row(row) for row in files[file]))
        elif source:
            missing.append(Limitation(0, name, "file", file or source))
            found[name] = ChoiceList(name, ())
        elif name:
            found[name] = ChoiceList(name, tuple(_choice(item, texts, wording) for item in _items(instance)))
    for name, rows in _external(external).items():
        found.setdefault(name, ChoiceList(name, tuple(_choice_of_row(row) for row in rows)))
    return tuple(found.values()), tuple(missing)


def written_out(control: Element, texts: Texts, wording: Wording) -> tuple[Choice, ...]:
    """The choices written inside a question."""
    return tuple(
        Choice(_text(next(under(item, "value"), None)), texts.words(next(under(item, "label"), None), wording))
        for item in under(control, "item")
    )


def _items(instance: Element) -> Iterator[Element]:
    for root in instance:
        yield from under(root, "item")


def _choice(item: Element, texts: Texts, wording: Wording) -> Choice:
    columns = {local(child): _text(child) for child in item}
    reference = columns.pop("itextId", "")
    label: Words = texts.of_id(reference, wording) if reference else ()
    image = texts.of_id(reference, wording, "image") if reference else ()
    if not label and columns.get("label"):
        label = (("", columns["label"]),)
    name = columns.pop("name", "")
    return Choice(name, label, tuple(columns.items()), PurePosixPath(image[0][1]).name if image else "")


def _choice_of_row(row: dict[str, str]) -> Choice:
    label = row.get("label", "")
    words = tuple((key.partition("::")[2], text) for key, text in row.items() if key.startswith("label::") and text)
    extra = tuple((key, text) for key, text in row.items() if key != "name")
    return Choice(row.get("name", ""), ((("", label),) if label else words), extra)


def _external(itemsets: str) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for row in csv.DictReader(io.StringIO(itemsets)):
        found.setdefault(row.get("list_name", ""), []).append({k: v or "" for k, v in row.items() if k})
    return found


def _text(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


__all__ = ["Rows", "read_lists", "text_id", "written_out"]
