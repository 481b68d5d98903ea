"""Values inside a running form: texts, numbers, truths and cells of its data, and how one is taken for another.

XPath 1.0, and ODK's habit of taking a date for the number of days since 1970.
"""

import math
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$")
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?")
_NUMBER = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$")


@dataclass(eq=False, slots=True)
class Cell:
    """One place in the data of a response, or one item of a list; `text` is what rules see, "" when not relevant.

    `node` is the index of the form's node, -1 for what is none; `number` counts the turns of a repeat from 0.
    """

    name: str
    parent: "Cell | None" = None
    node: int = -1
    number: int = 0
    text: str = ""
    raw: str = ""
    own: bool = True
    relevant: bool = True
    children: dict[str, list["Cell"]] = field(default_factory=dict)


Value = str | float | bool | list[Cell]


def text_of(value: Value) -> str:
    """The XPath string of a value."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return value[0].text if value else ""
    return number_text(value)


def number_of(value: Value) -> float:
    """The XPath number of a value; a date is its day since 1970, a moment has a fraction, a time is its fraction."""
    if isinstance(value, bool | float | int):
        return float(value)
    text = text_of(value)
    if _NUMBER.match(text):
        return float(text)
    if _MOMENT.match(text):
        return days_of(text)
    clock = _CLOCK.match(text)
    if clock:
        return (int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3] or 0)) / 86_400
    return math.nan


def truth_of(value: Value) -> bool:
    """The XPath boolean of a value."""
    if isinstance(value, float):
        return not math.isnan(value) and value != 0
    return bool(value)


def number_text(number: float) -> str:
    """A number as forms write it: 3, 2.5, NaN."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def days_of(text: str) -> float:
    """Days since 1970 of a date or moment in ISO form, as its own clock shows it; NaN when it is none."""
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return math.nan
    return (moment - datetime(1970, 1, 1)) / timedelta(days=1)  # noqa: DTZ001 - forms know no zones


def moment_of(value: Value) -> datetime | None:
    """The moment a value means: ISO text, or days since 1970."""
    number = number_of(value)
    if math.isnan(number) or abs(number) > 1e6:
        return None
    return datetime(1970, 1, 1) + timedelta(seconds=round(number * 86_400, 3))  # noqa: DTZ001 - forms know no zones
