"""The functions of ODK forms about texts and selected choices."""

import base64
import binascii
import hashlib
import random
import uuid
from collections.abc import Callable

from inspector.domain.questionnaires.patterns import PatternError, pattern
from inspector.domain.questionnaires.values import Value, number_of, text_of


def uuid_text(chance: random.Random) -> str:
    """A version 4 UUID drawn from that chance."""
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def selected(value: Value, name: Value) -> Value:
    """Whether a choice is among the selected ones."""
    return text_of(name).strip() in text_of(value).split()


def _selected_at(value: Value, index: Value) -> Value:
    names, at = text_of(value).split(), number_of(index)
    return names[int(at)] if 0 <= at < len(names) else ""


def _substring(value: Value, start: Value, end: Value | None = None) -> Value:
    """From index `start`, counted from 0, to before `end`; negative ones count from the end."""
    text = text_of(value)
    first, last = number_of(start), len(text) if end is None else number_of(end)
    return text[int(first) : int(last)] if first == first and last == last else ""  # noqa: PLR0124 - not NaN


def _xpath_substring(value: Value, start: Value, length: Value | None = None) -> Value:
    """XPath's own: counted from 1."""
    text, first = text_of(value), number_of(start)
    last = len(text) + 1 if length is None else first + number_of(length)
    return "".join(sign for at, sign in enumerate(text, 1) if first <= at < last)


def _regex(value: Value, asked: Value) -> Value:
    """Whether the whole text fits; a pattern that is none here fits nothing."""
    try:
        return pattern(text_of(asked)).fits(text_of(value))
    except PatternError:
        return False


def _joined(separator: Value, *values: Value) -> Value:
    return text_of(separator).join(_each(values))


def _each(values: tuple[Value, ...]) -> list[str]:
    return [text for v in values for text in ([cell.text for cell in v] if isinstance(v, list) else [text_of(v)])]


def _translated(value: Value, old: Value, new: Value) -> Value:
    become = text_of(new)
    table = {ord(sign): become[at] if at < len(become) else None for at, sign in reversed([*enumerate(text_of(old))])}
    return text_of(value).translate(table)


_DIGESTS: dict[str, str] = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}


def _digest(value: Value, method: Value, encoding: Value = "base64") -> Value:
    name = _DIGESTS.get(text_of(method))
    if name is None:
        return ""
    hashed = hashlib.new(name, text_of(value).encode(), usedforsecurity=False)
    return hashed.hexdigest() if text_of(encoding) == "hex" else base64.b64encode(hashed.digest()).decode()


def _decoded(value: Value) -> Value:
    try:
        return base64.b64decode(text_of(value), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


TEXT_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "string": text_of,
    "selected": selected,
    "selected-at": _selected_at,
    "count-selected": lambda value: float(len(text_of(value).split())),
    "substr": _substring,
    "substring": _xpath_substring,
    "substring-before": lambda v, s: text_of(v).partition(text_of(s))[0] if text_of(s) in text_of(v) else "",
    "substring-after": lambda v, s: text_of(v).partition(text_of(s))[2],
    "string-length": lambda value: float(len(text_of(value))),
    "contains": lambda value, part: text_of(part) in text_of(value),
    "starts-with": lambda value, part: text_of(value).startswith(text_of(part)),
    "ends-with": lambda value, part: text_of(value).endswith(text_of(part)),
    "normalize-space": lambda value: " ".join(text_of(value).split()),
    "upper-case": lambda value: text_of(value).upper(),
    "lower-case": lambda value: text_of(value).lower(),
    "translate": _translated,
    "regex": _regex,
    "concat": lambda *values: "".join(_each(values)),
    "join": _joined,
    "digest": _digest,
    "base64-decode": _decoded,
}
"""Functions of their arguments' values, by name."""
