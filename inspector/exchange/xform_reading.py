"""An XForm, as pyxform makes it, as the form record that this program runs."""

import dataclasses
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element as XmlElement

from defusedxml.ElementTree import fromstring

from inspector.domain.questionnaires.compiled import circles
from inspector.domain.questionnaires.forms import ChoiceList, Expression, Form, Kind, Limitation, Node
from inspector.exchange.xform_expressions import CannotRun, read_expression
from inspector.exchange.xform_lists import Rows, read_lists, written_out
from inspector.exchange.xform_texts import Element, Texts, Wording, attribute, local, under

_INPUTS = {
    "int": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "dateTime": Kind.DATETIME,
    "string": Kind.TEXT,
    "barcode": Kind.TEXT,
    "": Kind.TEXT,
}
_CONTROLS = {
    "select1": Kind.ONE,
    "select": Kind.MULTIPLE,
    "rank": Kind.RANK,
    "range": Kind.RANGE,
    "trigger": Kind.ACKNOWLEDGE,
}
_RANDOMIZE = re.compile(r"randomize\((.*?)(?:,\s*([^,()]+|/[^,()]+))?\)\s*$", re.DOTALL)
_LIST = re.compile(r"\s*instance\(\s*['\"]([^'\"]+)['\"]\s*\)/root/item\s*(\[.*)?$", re.DOTALL)


@dataclasses.dataclass(frozen=True, slots=True)
class Author:
    """What is known of the author's rows: by name, in the order they stand."""

    rows: dict[str, list[tuple[int, str]]]
    """Name → (row, type) of each row of that name."""

    def take(self, name: str) -> tuple[int, str]:
        """The next row of that name; 0 and "" when the converter made the question itself."""
        known = self.rows.get(name)
        return known.pop(0) if known else (0, "")


def read_xform(xform: str, author: Author, files: Mapping[str, Rows], external: str = "") -> Form:
    """The form of an XForm. What cannot run stands in its `limitations`."""
    return _Reading(fromstring(xform), author).form(files, external)


class _Reading:
    def __init__(self, document: XmlElement, author: Author) -> None:
        head, body = (next(part for part in document if local(part) == name) for name in ("head", "body"))
        self._title = next((e.text or "" for e in head if local(e) == "title"), "")
        self._model: Element = next(under(head, "model"))
        self._author = author
        self._texts = Texts.of(self._model)
        self._binds = {attribute(bind, "nodeset"): bind for bind in under(self._model, "bind")}
        self._controls: dict[str, Element] = {}
        self._repeats: dict[str, Element] = {}
        self._first: dict[str, str] = {}
        self._triggers: dict[str, tuple[list[str], str]] = {}
        self._limits: list[Limitation] = []
        self._inline: list[ChoiceList] = []
        self._nodes: list[Node] = []
        self._at = (0, "")
        self._name = ""
        self._read_controls(body)
        for action in under(self._model, "setvalue"):
            self._read_action(action, "")

    def form(self, files: Mapping[str, Rows], external: str) -> Form:
        instance = next(under(self._model, "instance"))
        root = instance[0]
        self._read_level(root, f"/{local(root)}", -1)
        wording = Wording(self._rule)
        lists, missing = read_lists(self._model, self._texts, wording, files, external)
        form = Form(
            code=attribute(root, "id") or local(root),
            version=attribute(root, "version") or "1",
            title=self._title,
            root=local(root),
            nodes=tuple(self._nodes),
            lists=(*lists, *self._inline),
            languages=tuple(self._texts.languages) or ("",),
            kind=attribute(root, "kind"),
        )
        circular = [Limitation(form.nodes[n].row, form.nodes[n].name, "cycle") for n in circles(form)]
        noted = tuple(dict.fromkeys((*self._limits, *missing, *circular)))
        return dataclasses.replace(form, limitations=noted)

    def _read_controls(self, element: Element) -> None:
        for child in element:
            name, ref = local(child), attribute(child, "ref") or attribute(child, "nodeset")
            if name == "repeat":
                self._repeats[ref] = child
            elif ref and name not in {"setvalue", "label", "hint", "itemset", "value"}:
                self._controls.setdefault(ref, child)
            if name == "setvalue":
                self._read_action(child, attribute(element, "ref"))
            elif name not in {"label", "hint", "itemset", "item", "value"}:
                self._read_controls(child)

    def _read_action(self, action: Element, trigger: str) -> None:
        ref, value = attribute(action, "ref"), attribute(action, "value") or f"'{action.text or ''}'"
        if attribute(action, "event") == "xforms-value-changed":
            self._triggers.setdefault(ref, ([], value))[0].append(trigger)
        else:
            self._first[ref] = value

    def _read_level(self, element: Element, path: str, parent: int) -> None:
        seen: set[str] = set()
        for child in element:
            name = local(child)
            if name in seen:
                continue  # the first turn of a repeat whose template was read
            seen.add(name)
            place = f"{path}/{name}"
            self._name, self._at = name, self._author.take(name)
            self._nodes.append(self._node(child, name, place, parent))
            if len(child) or place in self._repeats:
                self._read_level(child, place, len(self._nodes) - 1)

    def _node(self, element: Element, name: str, place: str, parent: int) -> Node:
        bind, control = self._binds.get(place), self._controls.get(place)
        wording = Wording(self._rule)
        kind, why = self._kind(element, place, bind, control)
        node = Node(
            path=place.split("/", 2)[2],
            name=name,
            kind=kind,
            parent=parent,
            row=self._at[0],
            default=(element.text or "").strip(),
            why=why,
        )
        if bind is not None:
            node = self._with_rules(node, bind, wording)
        if control is not None:
            node = self._with_words(node, control, wording)
        if place in self._repeats:
            repeat = self._repeats[place]
            looks = f"{node.appearance} {attribute(repeat, 'appearance')}".strip()
            node = dataclasses.replace(node, appearance=looks, repeat_count=self._rule_of(repeat, "count"))
        first = self._first.get(place)
        trigger, triggered = self._triggers.get(place, ([], ""))
        return dataclasses.replace(
            node,
            outputs=tuple(wording.outputs),
            first_value=self._rule(first, "default") if first is not None else None,
            trigger=tuple(one.split("/", 2)[2] for one in trigger),
            triggered=self._rule(triggered, "trigger") if trigger else None,
        )

    def _kind(self, element: Element, place: str, bind: Element | None, control: Element | None) -> tuple[Kind, str]:
        if place in self._repeats:
            return Kind.REPEAT, ""
        if len(element) or (control is not None and local(control) == "group"):
            return Kind.GROUP, ""
        if control is None:
            return _without_control(bind), ""
        kind = _kind_of_control(control, bind)
        if kind is None:
            given = self._at[1] or (attribute(bind, "type") if bind is not None else local(control))
            self._note(place.rpartition("/")[2], "type", given)
            return Kind.SHOWN, given
        if kind is Kind.TEXT and self._at[1].split(" ")[0] in {"note", "add"} and "note" in self._at[1]:
            kind = Kind.NOTE
        return kind, ""

    def _with_rules(self, node: Node, bind: Element, wording: Wording) -> Node:
        preload, parameters = attribute(bind, "preload"), attribute(bind, "preloadParams")
        return dataclasses.replace(
            node,
            relevant=self._rule_of(bind, "relevant"),
            required=self._rule_of(bind, "required", unless="false()"),
            constraint=self._rule_of(bind, "constraint"),
            calculation=self._rule_of(bind, "calculate"),
            read_only=self._rule_of(bind, "readonly", unless="false()"),
            required_message=self._message(bind, "requiredMsg", wording),
            constraint_message=self._message(bind, "constraintMsg", wording),
            preload="/".join(part for part in (preload, parameters) if part),
            data_type=attribute(bind, "type") or "string",
            index=attribute(bind, "index"),
            was=attribute(bind, "was"),
        )

    def _with_words(self, node: Node, control: Element, wording: Wording) -> Node:
        label, hint = (next(under(control, name), None) for name in ("label", "hint"))
        node = dataclasses.replace(
            node,
            label=self._texts.words(label, wording),
            hint=self._texts.words(hint, wording),
            guidance=self._texts.words(hint, wording, "guidance"),
            image=self._texts.words(label, wording, "image"),
            appearance=attribute(control, "appearance"),
            start=attribute(control, "start"),
            end=attribute(control, "end"),
            step=attribute(control, "step"),
        )
        if node.kind in {Kind.ONE, Kind.MULTIPLE, Kind.RANK}:
            return self._with_choices(node, control, wording)
        return node

    def _with_choices(self, node: Node, control: Element, wording: Wording) -> Node:
        itemset = next(under(control, "itemset"), None)
        nodeset = attribute(control, "query") if itemset is None else attribute(itemset, "nodeset")
        if not nodeset:
            name = f"/{node.path}"
            self._inline.append(ChoiceList(name, written_out(control, self._texts, wording)))
            return dataclasses.replace(node, choices=name)
        mixed = _RANDOMIZE.match(nodeset.strip())
        if mixed:
            seed = self._rule(mixed[2], "seed") if mixed[2] else None
            node, nodeset = dataclasses.replace(node, randomize=True, seed=seed), mixed[1]
        known = _LIST.match(nodeset)
        value, label = _columns(itemset)
        return dataclasses.replace(
            node,
            choices=known[1] if known else "",
            choice_filter=None if known and not known[2] else self._rule(nodeset, "choice_filter"),
            value_name=value,
            label_name=label,
        )

    def _message(self, bind: Element, name: str, wording: Wording) -> tuple[tuple[str, str], ...]:
        said = attribute(bind, name)
        if said.startswith("jr:itext("):
            return self._texts.of_id(said[9:-1].strip("'\""), wording)
        return (("", said),) if said else ()

    def _rule_of(self, element: Element, name: str, unless: str = "") -> Expression | None:
        text = attribute(element, name)
        return self._rule(text, name) if text and text != unless else None

    def _rule(self, text: str, what: str) -> Expression | None:
        try:
            return read_expression(text)
        except CannotRun as cannot:
            self._note(self._name, cannot.why, cannot.detail, what)
            return None

    def _note(self, name: str, why: str, detail: str, what: str = "") -> None:
        said = f"{what}: {detail}" if what else detail
        self._limits.append(Limitation(self._at[0], name, why, said))


def _without_control(bind: Element | None) -> Kind:
    if bind is None:
        return Kind.HIDDEN
    if attribute(bind, "preload"):
        return Kind.META
    return Kind.CALCULATE if attribute(bind, "calculate") else Kind.HIDDEN


def _kind_of_control(control: Element, bind: Element | None) -> Kind | None:
    name, kind = local(control), attribute(bind, "type") if bind is not None else ""
    if name == "input":
        return Kind.ONE if attribute(control, "query") else _INPUTS.get(kind)
    if name == "upload":
        return Kind.IMAGE if attribute(control, "mediatype").startswith("image") else None
    return _CONTROLS.get(name)


def _columns(itemset: Element | None) -> tuple[str, str]:
    """The columns a question takes its names and labels from."""
    if itemset is None:
        return "name", "label"
    value, label = (next(under(itemset, name), None) for name in ("value", "label"))
    names = [attribute(part, "ref") if part is not None else "" for part in (value, label)]
    return names[0] or "name", "label" if "itext" in names[1] else names[1] or "label"
