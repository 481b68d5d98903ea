"""Strict YAML: every scalar stays the text that was written, every value knows its line.

Plain YAML reads `no` as false, `1.10` as 1.1, `12:30` as 750 and takes the last of two equal keys in silence
(threats.md 48, 56). Here nothing is converted, and aliases, tags, several documents, equal keys and oversized or deeply
nested files are complaints. One pass over the events builds the tree, without recursion.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from inspector.domain.errors import Complaint, Place

MAX_BYTES = 5_000_000
MAX_DEPTH = 20
MAX_NODES = 200_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the wheels have libyaml; without it we are only slower


@dataclass(slots=True)
class YamlText:
    """A scalar: what was written, whether it stood in quotes or a block, and its line counted from 1."""

    text: str
    quoted: bool
    line: int


@dataclass(slots=True)
class YamlList:
    """A sequence."""

    line: int
    values: list["YamlValue"] = field(default_factory=list)


@dataclass(slots=True)
class YamlFields:
    """A mapping with text keys; `lines` holds the line of each key."""

    line: int
    values: dict[str, "YamlValue"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    pending: YamlText | None = None


YamlValue = YamlText | YamlList | YamlFields


@dataclass(frozen=True, slots=True)
class ParsedYaml:
    """The root of the document, or None when it could not be read to the end; and everything wrong with it."""

    root: YamlValue | None
    complaints: tuple[Complaint, ...]


def read_yaml(path: Path) -> ParsedYaml:
    """The document in a UTF-8 file. It never raises: a file that cannot be opened is a complaint as well."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _failed("yaml.too-large", path.name, limit=str(MAX_BYTES))
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return _failed("yaml.not-utf8", path.name)
    except OSError as error:
        return _failed("yaml.cannot-open", path.name, reason=error.strerror or "")
    return parse_yaml(text, path.name)


def parse_yaml(text: str, file: str = "") -> ParsedYaml:
    """The document in `text`; `file` is named in complaints."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return ParsedYaml(None, tuple(builder.complaints))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        builder.complain("yaml.syntax", line, what=error.problem or "")
        return ParsedYaml(None, tuple(builder.complaints))
    except yaml.YAMLError:  # a character that no YAML may hold
        builder.complain("yaml.characters", None)
        return ParsedYaml(None, tuple(builder.complaints))
    if builder.root is None and not builder.complaints:
        builder.complain("yaml.empty", None)
    return ParsedYaml(builder.root, tuple(builder.complaints))


class _Builder:
    """Takes events one by one and keeps the open lists and mappings on a stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: YamlValue | None = None
        self.complaints: list[Complaint] = []
        self._open: list[YamlList | YamlFields] = []
        self._nodes = 0

    def take(self, event: yaml.Event) -> bool:
        """True while reading can go on."""
        if isinstance(event, yaml.ScalarEvent):
            value = YamlText(event.value, bool(event.style), _line(event))
            return self._allowed(event) and self._place(value)
        if isinstance(event, yaml.MappingStartEvent):
            return self._allowed(event) and self._enter(YamlFields(_line(event)))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._allowed(event) and self._enter(YamlList(_line(event)))
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            return self.complain("yaml.alias", _line(event), name=str(event.anchor))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            return self.complain("yaml.several-documents", _line(event))
        return True

    def complain(self, code: str, line: int | None, **facts: str) -> bool:
        """Notes the complaint; False, so that reading stops."""
        self.complaints.append(Complaint(code, Place(file=self.file, line=line), tuple(sorted(facts.items()))))
        return False

    def _allowed(self, event: Any) -> bool:
        self._nodes += 1
        if event.tag and event.tag != "!":
            return self.complain("yaml.tag", _line(event), tag=event.tag)
        if self._nodes > MAX_NODES:
            return self.complain("yaml.too-many", _line(event), limit=str(MAX_NODES))
        return True

    def _enter(self, value: YamlList | YamlFields) -> bool:
        if len(self._open) >= MAX_DEPTH:
            return self.complain("yaml.too-deep", value.line, limit=str(MAX_DEPTH))
        placed = self._place(value)
        self._open.append(value)
        return placed

    def _place(self, value: YamlValue) -> bool:
        if not self._open:
            self.root = value
            return True
        parent = self._open[-1]
        if isinstance(parent, YamlList):
            parent.values.append(value)
            return True
        return self._place_in_fields(parent, value)

    def _place_in_fields(self, parent: YamlFields, value: YamlValue) -> bool:
        key = parent.pending
        if key is None:
            if not isinstance(value, YamlText):
                return self.complain("yaml.key-not-text", value.line)
            parent.pending = value
            return True
        parent.pending = None
        if key.text in parent.values:
            self.complain("yaml.duplicate-key", key.line, key=key.text, first=str(parent.lines[key.text]))
        else:
            parent.values[key.text] = value
            parent.lines[key.text] = key.line
        return True


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _failed(code: str, file: str, **facts: str) -> ParsedYaml:
    return ParsedYaml(None, (Complaint(code, Place(file=file), tuple(sorted(facts.items()))),))
