"""问卷: one published version of a form, as records that any face can show and the engine can run."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from inspector.domain.records import canonical_json, from_plain, plain

Words = tuple[tuple[str, str], ...]
"""A text by language: (("中文 (zh)", "您好"), ("English (en)", "Hello")); the language "" is the form's only one."""


class Kind(StrEnum):
    """What a node of a form is. `SHOWN` cannot be answered here: its words are shown, the form says why."""

    GROUP = "group"
    REPEAT = "repeat"
    ONE = "select_one"
    MULTIPLE = "select_multiple"
    RANK = "rank"
    RANGE = "range"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    NOTE = "note"
    IMAGE = "image"
    ACKNOWLEDGE = "acknowledge"
    CALCULATE = "calculate"
    HIDDEN = "hidden"
    META = "meta"
    SHOWN = "shown"


ASKED = frozenset(
    (
        *(Kind.ONE, Kind.MULTIPLE, Kind.RANK, Kind.RANGE, Kind.INTEGER, Kind.DECIMAL, Kind.TEXT),
        *(Kind.DATE, Kind.TIME, Kind.DATETIME, Kind.IMAGE, Kind.ACKNOWLEDGE),
    )
)
"""Kinds a respondent answers."""

SEEN = ASKED | {Kind.NOTE, Kind.SHOWN}
"""Kinds that stand on a page."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A rule of the form: its text as the author wrote it, and its parsed form as JSON (`expressions.py` runs it)."""

    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Choice:
    """选项. `extra` are the further columns of the choices sheet, which filters may ask for."""

    name: str
    label: Words = ()
    extra: tuple[tuple[str, str], ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """The choices a list or a data file offers, in its order."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A question, group or repeat. `path` is its place in the form's data, names from the root on, joined by "/".

    `parent` is the index of the group it stands in, -1 at the top; `row` is the row of the survey sheet it came from,
    0 when unknown. Words may hold {0}, {1} … for the values of `outputs`. `index` says what figure it belongs to
    (满意率 …), `was` the code it had in the version before.
    """

    path: str
    name: str
    kind: Kind
    parent: int = -1
    row: int = 0
    label: Words = ()
    hint: Words = ()
    guidance: Words = ()
    image: Words = ()
    outputs: tuple[Expression, ...] = ()
    required: Expression | None = None
    required_message: Words = ()
    relevant: Expression | None = None
    constraint: Expression | None = None
    constraint_message: Words = ()
    calculation: Expression | None = None
    choices: str = ""
    choice_filter: Expression | None = None
    """Which items of the list are offered now: a path to items; of a repeat's turns when `choices` is empty."""
    value_name: str = "name"
    label_name: str = "label"
    randomize: bool = False
    seed: Expression | None = None
    default: str = ""
    first_value: Expression | None = None
    """A default that is worked out when the response begins."""
    trigger: tuple[str, ...] = ()
    """Paths whose change works out `triggered` anew."""
    triggered: Expression | None = None
    repeat_count: Expression | None = None
    appearance: str = ""
    read_only: Expression | None = None
    start: str = ""
    end: str = ""
    step: str = ""
    preload: str = ""
    data_type: str = "string"
    index: str = ""
    was: str = ""
    why: str = ""
    """Why a `SHOWN` node cannot be answered here: a type's name."""


@dataclass(frozen=True, slots=True)
class Limitation:
    """Something of the author's file that does not run here, by row; nothing is dropped silently.

    `why` is a code that the faces word: type, expression, function, pattern, trigger, cycle, file, warning.
    """

    row: int
    name: str
    why: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One version of one form. `languages` begins with the one it is shown in unless somebody chooses another."""

    code: str
    version: str
    title: str
    root: str
    """The name of the data's root element."""
    nodes: tuple[Node, ...]
    lists: tuple[ChoiceList, ...] = ()
    languages: tuple[str, ...] = ("",)
    kind: str = ""
    """The kind of place it is asked at, a site kind's code; "" for residents and everything else."""
    limitations: tuple[Limitation, ...] = ()

    @property
    def name(self) -> str:
        """Code and version for people and files: JM-v1."""
        return f"{self.code}-v{self.version}"


def words(text: Words, language: str) -> str:
    """The text in that language, or in the first one that has it."""
    for known, said in text:
        if known == language:
            return said
    return text[0][1] if text else ""


def form_language(form: Form, wanted: str) -> str:
    """The language of the form that is called so, or that has this code ("en" is "English (en)"); else its first."""
    among = (each for each in form.languages if each == wanted or each.endswith(f"({wanted})"))
    return next(among, form.languages[0])


def form_to_text(form: Form) -> str:
    """The canonical JSON text of a form; its hash names the content for ever."""
    return canonical_json(plain(form))


def form_from_text(text: str) -> Form:
    """The form that `form_to_text` wrote."""
    return from_plain(Form, json.loads(text))


def form_sha(form: Form) -> str:
    """SHA-256 of the canonical text, as lower-case hex: equal content, equal hash, on every laptop."""
    return hashlib.sha256(form_to_text(form).encode()).hexdigest()
