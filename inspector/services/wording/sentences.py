"""A complaint in three parts: what happened, where exactly, what to do now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from inspector.domain.errors import Complaint, Place
from inspector.services.wording.registry import wordings
from inspector.services.wording.wording import Text, Wording

Lang = Literal["zh", "en"]

_OPTIONAL = re.compile(r"\[([^][]*\{(\w+)\}[^][]*)\]")

_UNWORDED = Wording(
    Text("这件事没有做成（代号 {code}）。", "This was not done (code {code})."),
    Text("复制详情发给技术人员。已有的记录没有改动。", "Copy the details for support. Your records were not changed."),
)


@dataclass(frozen=True, slots=True)
class Said:
    """The three parts; `where` is "" when there is no place."""

    happened: str
    where: str
    now: str

    def __str__(self) -> str:
        if self.happened.endswith("。"):  # Chinese sentences carry their own space
            return f"{self.where}：{self.happened}{self.now}" if self.where else f"{self.happened}{self.now}"
        return " ".join(part for part in (f"{self.where}:" if self.where else "", self.happened, self.now) if part)


def sentences(complaint: Complaint, lang: Lang) -> Said:
    """The words of `complaint`; a code without words gets general ones with the code in them."""
    wording = wordings().get(complaint.code, _UNWORDED)
    facts = {"code": complaint.code} | {name: _choice(wording, name, value, lang) for name, value in complaint.facts}
    return Said(
        _fill(wording.happened, facts, lang), place_words(complaint.place, lang), _fill(wording.now, facts, lang)
    )


def place_words(place: Place, lang: Lang) -> str:
    """File, sheet, row, column, line and item, as far as they are known."""
    parts = (
        place.file,
        place.sheet and _pick(Text("工作表“{x}”", "sheet “{x}”"), lang).format(x=place.sheet),
        _numbered(place.line, Text("第 {x} 行", "line {x}"), lang),
        _numbered(place.row, Text("第 {x} 行", "row {x}"), lang),
        place.column and _pick(Text("“{x}”列", "column {x}"), lang).format(x=place.column),
        place.item,
    )
    return ("，" if lang == "zh" else ", ").join(part for part in parts if part)


def _numbered(number: int | None, text: Text, lang: Lang) -> str:
    return "" if number is None else _pick(text, lang).format(x=number)


def _pick(text: Text, lang: Lang) -> str:
    return text.zh if lang == "zh" else text.en


def _choice(wording: Wording, name: str, value: str, lang: Lang) -> str:
    text = wording.choices.get(name, {}).get(value)
    return _pick(text, lang) if text else value


def _fill(text: Text, facts: Mapping[str, str], lang: Lang) -> str:
    """The words with their facts; what stands in [ ] around a fact is left out when there is no such fact."""
    words = _OPTIONAL.sub(lambda part: part[1] if facts.get(part[2]) else "", _pick(text, lang))
    return words.format_map(_Lenient(facts))


class _Lenient(dict[str, str]):
    """A fact that was not given is left out rather than hiding the whole message."""

    def __missing__(self, _name: str) -> str:
        return ""
