"""Looking for a site: what is asked, and which characters of its name answer what was typed."""

import itertools
from dataclasses import dataclass

_FINALS = {
    *("a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao", "ie", "in", "ing"),
    *("iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo", "v", "n", "ng", "r"),
}
"""What may follow the first letter of a syllable; after a vowel only its rest (安 is a and n)."""
_LONGEST_SYLLABLE = 6
_LONGEST_NAME = 60
"""Nobody types the pinyin of a longer one, and telling its characters apart would take too long."""


@dataclass(frozen=True, slots=True)
class SiteQuery:
    """Which sites are looked for; an empty part does not restrict. `text` may be words, pinyin or initials.

    `kind` is a kind's code, `street` a street's id. `not_this_round` leaves out what was visited in the present round,
    `with_open` keeps sites with findings that still wait for somebody.
    """

    text: str = ""
    kind: str = ""
    street: str = ""
    not_this_round: bool = False
    with_open: bool = False


def matched(name: str, pinyin: str, initials: str, word: str) -> frozenset[int]:
    """The places in `name` that answer `word`: written out, as initials or as pinyin; empty when none does.

    `pinyin` and `initials` are those of the site's record, several readings separated by blanks.
    """
    word = _folded(word)
    if not word:
        return frozenset()
    written = _folded(name).find(word)
    if written >= 0:
        return frozenset(range(written, written + len(word)))
    places = [place for place, sign in enumerate(name[:_LONGEST_NAME]) if sign.isalnum()]
    readings = [letters for letters in initials.split() if len(letters) == len(places)]
    for letters in readings:
        start = letters.find(word)
        if start >= 0:
            return frozenset(places[start : start + len(word)])
    signs = [_folded(name[place]) for place in places]
    for letters, whole in itertools.product(readings, pinyin.split()):
        if found := _syllables_matched(_syllables(signs, letters, whole), word):
            return frozenset(places[place] for place in found)
    return frozenset()


def _folded(text: str) -> str:
    """Small letters, sign by sign, so that places stay what they are (ß and İ would become two)."""
    return "".join(small if len(small := sign.casefold()) == 1 else sign for sign in text)


def _syllables(signs: list[str], initials: str, pinyin: str) -> tuple[str, ...]:
    """`pinyin` cut where its characters end, which their initials tell; empty when they do not belong together."""
    cuts: dict[int, tuple[str, ...]] = {0: ()}
    for sign, letter in zip(signs, initials, strict=True):
        cuts = {
            end: (*before, pinyin[start:end])
            for start, before in cuts.items()
            for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(pinyin)) + 1)
            if _is_syllable(pinyin[start:end], sign, letter)
        }
    return cuts.get(len(pinyin), ())


def _is_syllable(part: str, sign: str, letter: str) -> bool:
    if sign.isascii():
        return part == sign
    rest = part[1:].removeprefix("h") if letter in "zcs" else part[1:]
    return part[0] == letter and (rest in _FINALS or (not rest and letter in "aeo"))


def _syllables_matched(syllables: tuple[str, ...], word: str) -> range:
    start = "".join(syllables).find(word)
    if start < 0:
        return range(0)
    ends = list(itertools.accumulate(map(len, syllables)))
    first = next(i for i, end in enumerate(ends) if end > start)
    last = next(i for i, end in enumerate(ends) if end >= start + len(word))
    return range(first, last + 1)
