"""The functions of ODK forms about dates and times."""

import math
from collections.abc import Callable

from inspector.domain.questionnaires.values import Value, days_of, moment_of, number_of, text_of

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _date(value: Value) -> Value:
    moment = moment_of(value)
    return moment.date().isoformat() if moment else ""


def _date_time(value: Value) -> Value:
    text = text_of(value)
    if "T" in text:
        return text
    moment = moment_of(value)
    return moment.isoformat(timespec="milliseconds") if moment else ""


def _decimal(value: Value) -> Value:
    text = text_of(value)
    return days_of(text) if "-" in text[1:] else number_of(value)


def _decimal_time(value: Value) -> Value:
    number = number_of(value)
    return number - math.floor(number) if math.isfinite(number) else number


def _formatted(value: Value, pattern: Value) -> Value:
    """%Y year, %y short, %m 01, %n 1, %b month, %d 01, %e 1, %H 00, %h 0, %M 00, %S 00, %3 000, %a weekday."""
    moment = moment_of(value)
    if moment is None:
        return ""
    parts = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "a": _DAYS[moment.weekday()],
        "%": "%",
    }
    first, *rest = text_of(pattern).replace("%%", "%\0").split("%")
    parts["\0"] = "%"
    return first + "".join(parts.get(part[:1], f"%{part[:1]}") + part[1:] for part in rest)


DATE_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "date": _date,
    "date-time": _date_time,
    "decimal-date-time": _decimal,
    "decimal-time": _decimal_time,
    "format-date": _formatted,
    "format-date-time": _formatted,
}
"""Functions of their arguments' values, by name."""
