"""The words of an XForm: labels and hints by language, with the values that go into them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from inspector.domain.questionnaires.forms import Expression, Words

Element = Any
"""An element of the standard library's tree, whose types name it differently from version to version."""

Rules = Callable[[str, str], Expression | None]
"""(expression, what it is for) → the rule, None with a limitation noted."""


def local(element: Element) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def under(element: Element, name: str) -> Iterator[Element]:
    """The children of that local name."""
    return (child for child in element if local(child) == name)


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, "" when there is none."""
    return next((str(v) for key, v in element.attrib.items() if key.rpartition("}")[2] == name), "")


@dataclass
class Texts:
    """All texts of a form: id → form of the text ("" for plain words, guidance, image) → language → element."""

    languages: list[str] = field(default_factory=list)
    by_id: dict[str, dict[str, dict[str, Element]]] = field(default_factory=dict)

    @classmethod
    def of(cls, model: Element) -> "Texts":
        """The texts of a model; the default language first."""
        found = cls()
        translations = [t for itext in under(model, "itext") for t in under(itext, "translation")]
        for translation in sorted(translations, key=lambda t: not attribute(t, "default")):
            language = attribute(translation, "lang")
            found.languages.append("" if language == "default" else language)
            for text in under(translation, "text"):
                forms = found.by_id.setdefault(attribute(text, "id"), {})
                for value in under(text, "value"):
                    forms.setdefault(attribute(value, "form"), {})[found.languages[-1]] = value
        return found

    def words(self, element: Element | None, wording: "Wording", form: str = "") -> Words:
        """The words of a label or hint element: its own, or those its reference names."""
        if element is None:
            return ()
        reference = attribute(element, "ref")
        if not reference:
            said = wording.text(element) if not form else ""
            return ((("", said),)) if said else ()
        return self.of_id(text_id(reference), wording, form)

    def of_id(self, name: str, wording: "Wording", form: str = "") -> Words:
        """The words of an id; a lone dash is what the converter writes where an author wrote nothing."""
        held = self.by_id.get(name, {}).get(form, {})
        said = ((language, wording.text(value)) for language, value in held.items())
        return tuple((language, text) for language, text in said if text and text != "-")


def text_id(reference: str) -> str:
    """The id in jr:itext('id')."""
    return reference.partition("(")[2].rstrip(") ").strip("'\" ")


@dataclass
class Wording:
    """Puts texts together for one node: {0}, {1} … stand where values go."""

    rules: Rules
    outputs: list[Expression] = field(default_factory=list)

    def text(self, element: Element) -> str:
        """The text of an element with marks for its values."""
        parts = [element.text or ""]
        for child in element:
            if local(child) == "output":
                parts.append(self._mark(attribute(child, "value") or attribute(child, "ref")))
            else:
                parts.append(self.text(child))
            parts.append(child.tail or "")
        return "".join(parts).strip()

    def _mark(self, expression: str) -> str:
        rule = self.rules(expression, "output")
        if rule is None:
            return f"({expression.strip()})"
        if rule not in self.outputs:
            self.outputs.append(rule)
        return f"{{{self.outputs.index(rule)}}}"
