"""What people wrote: the words that come up most, and the places that are named."""

import re
from collections import Counter
from collections.abc import Iterable

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST = 4
_EMPTY = set("的了是在有和就都也很不我你他她它们这那么吗呢吧啊没说要会能对把被让给到去来上下")


def top_words(texts: Iterable[str], count: int = 20) -> tuple[tuple[str, int], ...]:
    """The Chinese words of two to four characters that most answers hold, each with how many answers.

    Without a dictionary: pieces that recur, a shorter one left out when it nearly always stands in a longer one, and
    of pieces that overlap only the most frequent.
    """
    held: Counter[str] = Counter()
    for text in texts:
        held.update({piece for run in _CHINESE.findall(text) for piece in _pieces(run)})
    often = {piece: number for piece, number in held.items() if number > 1}
    kept: list[tuple[str, int]] = []
    for piece, number in sorted(often.items(), key=lambda known: (-known[1], -len(known[0]), known[0])):
        longer = max((n for other, n in often.items() if piece != other and piece in other), default=0)
        if longer * 10 < number * 8 and not any(_pairs(piece) & _pairs(other) for other, _ in kept):
            kept.append((piece, number))
        if len(kept) == count:
            break
    return tuple(kept)


def named_places(texts: Iterable[str], places: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Which of the known places are named, each with in how many answers; the most named first."""
    known = [place for place in dict.fromkeys(places) if len(place) > 1]
    found: Counter[str] = Counter()
    for text in texts:
        found.update({place for place in known if place in text})
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _pairs(piece: str) -> set[str]:
    return {piece[at : at + 2] for at in range(len(piece) - 1)}


def without_places(texts: Iterable[str], places: Iterable[str]) -> list[str]:
    """The texts with the names of places cut out: they are counted apart."""
    known = sorted({re.escape(place) for place in places if len(place) > 1}, key=len, reverse=True)
    return [re.sub("|".join(known), " ", text) for text in texts] if known else list(texts)


def _pieces(run: str) -> Iterable[str]:
    for length in range(2, _LONGEST + 1):
        for start in range(len(run) - length + 1):
            piece = run[start : start + length]
            if piece[0] not in _EMPTY and piece[-1] not in _EMPTY:
                yield piece
