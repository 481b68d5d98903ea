"""Regular expressions of foreign forms, matched in time linear in the text.

Python's own engine tries every way through a pattern, and an author's `(a+)+` would hang the program. Here all ways are
followed at once (Thompson 1968): no way back, so no explosion. What needs a way back (look-around, references to
groups) is refused when the form is read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_LONGEST, _DEEPEST, _MOST_STEPS = 1_000, 40, 2_000
_MOST_WORK = 2_000_000
"""So many steps at most for one text: half a second; what takes longer does not fit."""

_NOWHERE, _END = -1, 0

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[dDwWsSnrtfv]|[^A-Za-z0-9])", re.DOTALL)
_COUNT = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")

Test = Callable[[str], object]
Build = Callable[[int], int]
"""Adds a part of the pattern in front of the step that follows it; returns the part's first step."""


class PatternError(ValueError):
    """A pattern that is none, too large, or of a kind that is not followed here."""


@dataclass(slots=True)
class _Step:
    """One sign that passes `test` leads to `then`; without a test both `then` and `other` are reached at once."""

    test: Test | None
    then: int = _NOWHERE
    other: int = _NOWHERE


@lru_cache(maxsize=200)
def pattern(text: str) -> "Pattern":
    """The pattern, read once. Raises `PatternError`."""
    return Pattern(text)


class Pattern:
    """A pattern ready to match whole texts."""

    def __init__(self, text: str) -> None:
        reader = _Reader(text)
        first = reader.whole()(_END)
        self._steps = reader.steps
        self._first = self._at_once([first])
        self._reached: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def fits(self, text: str) -> bool:
        """Whether the whole text fits."""
        here, work = self._first, 0
        for sign in text:
            work += len(here)
            if not here or work > _MOST_WORK:
                return False
            after = self._reached.get((here, sign))
            if after is None:
                after = self._reached[here, sign] = self._after(here, sign)
            here = after
        self._reached.clear()
        return _END in here

    def _after(self, here: frozenset[int], sign: str) -> frozenset[int]:
        steps = (self._steps[at] for at in here)
        return self._at_once([step.then for step in steps if step.test is not None and step.test(sign)])

    def _at_once(self, waiting: list[int]) -> frozenset[int]:
        """These steps and all that are reached from them without a sign."""
        found: set[int] = set()
        while waiting:
            at = waiting.pop()
            if at != _NOWHERE and at not in found:
                found.add(at)
                if self._steps[at].test is None:
                    waiting += (self._steps[at].then, self._steps[at].other)
        return frozenset(found)


class _Reader:
    """Reads a pattern from left to right; `steps` are what is built of it, the end first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._depth = 0
        self.steps = [_Step(None)]

    def whole(self) -> Build:
        """All of it. Raises `PatternError`."""
        if len(self._text) > _LONGEST:
            raise PatternError(self._text)
        built = self._either()
        if self._at < len(self._text):
            raise PatternError(self._text)
        return built

    def _either(self) -> Build:
        ways = [self._row()]
        while self._take("|"):
            ways.append(self._row())

        def build(then: int) -> int:
            first = ways[-1](then)
            for way in reversed(ways[:-1]):
                first = self._add(None, way(then), first)
            return first

        return build

    def _row(self) -> Build:
        """One way; ^ in front and $ behind say what holds anyway."""
        parts: list[Build] = []
        outside = not self._depth
        if outside:
            self._take("^")
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            if outside and self._text[self._at] == "$" and self._text[self._at + 1 : self._at + 2] in {"", "|"}:
                self._at += 1
            else:
                parts.append(self._counted(self._one()))

        def build(then: int) -> int:
            then = then if parts else self._add(None, then)  # what is empty costs a step too
            for part in reversed(parts):
                then = part(then)
            return then

        return build

    def _one(self) -> Build:
        sign = self._text[self._at]
        if self._take("("):
            return self._group()
        if sign in "*+?{^$" or (sign == "\\" and not _ESCAPE.match(self._text, self._at)):
            raise PatternError(self._text)
        known = {"[": _CLASS, "\\": _ESCAPE}.get(sign)
        found = known.match(self._text, self._at) if known else None
        if sign == "[" and not found:
            raise PatternError(self._text)
        source = found[0] if found else sign
        self._at += len(source)
        return self._tested(source if found or sign == "." else re.escape(sign))

    def _tested(self, source: str) -> Build:
        try:
            test = re.compile(source).fullmatch
        except re.error as error:
            raise PatternError(self._text) from error
        return lambda then: self._add(test, then)

    def _group(self) -> Build:
        self._depth += 1
        if self._depth > _DEEPEST or (self._take("?") and not self._take(":")):
            raise PatternError(self._text)
        built = self._either()
        if not self._take(")"):
            raise PatternError(self._text)
        self._depth -= 1
        return built

    def _counted(self, part: Build) -> Build:
        least, most = self._times()
        if (least, most) == (1, 1):
            return part
        if self._take("+"):  # possessive: gives nothing back, so it may fit less
            raise PatternError(self._text)
        self._take("?")  # the shortest instead of the longest: the same texts fit

        def build(then: int) -> int:
            if most is None:
                again = self._add(None, _NOWHERE, then)
                self.steps[again].then = part(again)
                then = again
            else:
                end = then
                for _ in range(most - least):
                    then = self._add(None, part(then), end)
            for _ in range(least):
                then = part(then)
            return then

        return build

    def _add(self, test: Test | None, then: int, other: int = _NOWHERE) -> int:
        if len(self.steps) >= _MOST_STEPS:
            raise PatternError(self._text)
        self.steps.append(_Step(test, then, other))
        return len(self.steps) - 1

    def _times(self) -> tuple[int, int | None]:
        for sign, times in {"*": (0, None), "+": (1, None), "?": (0, 1)}.items():
            if self._take(sign):
                return times
        found = _COUNT.match(self._text, self._at)
        if not found:
            return (1, 1)
        self._at = found.end()
        least = int(found[1])
        most = least if not found[2] else int(found[3]) if found[3] else None
        if most is not None and most < least:
            raise PatternError(self._text)
        return least, most

    def _take(self, sign: str) -> bool:
        taken = self._text.startswith(sign, self._at)
        self._at += len(sign) * taken
        return taken
