"""Pinyin of names, made once when a record is saved so that searching needs no library (domain/sites.py)."""

import itertools
import re
import unicodedata
from functools import cache
from importlib import import_module

from inspector.config.garbage import for_good

_MOST_SPELLINGS = 4
_RUN = re.compile(r"[a-z0-9]+|[^\W\d_a-z]+")
_OFTEN_READ_BOTH_WAYS = frozenset("朝长重行乐厦单曾会解盛仇查区都传藏")
"""Characters of place names that people read both ways; the library's other alternatives are too rare to type."""

Reading = tuple[str, str]
"""Whole reading and initial."""


def search_keys(name: str) -> tuple[str, str]:
    """`("honglianshichang", "hlsc")` for 红莲市场; letters and digits stay as they are, other signs are left out.

    Where people read a character both ways (朝阳), both texts hold every spelling, the likeliest first, separated by
    blanks; at most four.
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    choices = [readings for run in _RUN.findall(plain) for readings in _readings(run)]
    spellings = list(itertools.islice(itertools.product(*choices), _MOST_SPELLINGS))
    return _joined(spellings, 0), _joined(spellings, 1)


def _readings(run: str) -> list[list[Reading]]:
    if run.isascii():
        return [[(run, run)]]
    _load()
    from pypinyin import Style, pinyin
    from pypinyin.constants import PINYIN_DICT

    known = "".join(sign for sign in run if ord(sign) in PINYIN_DICT)
    likeliest, every = (pinyin(known, style=Style.NORMAL, heteronym=all_of_them) for all_of_them in (False, True))
    return [
        [(text, text[0]) for text in dict.fromkeys(more if sign in _OFTEN_READ_BOTH_WAYS else first)]
        for sign, first, more in zip(known, likeliest, every, strict=True)
    ]


@cache
def _load() -> None:
    """The library's dictionaries, when the first name is spelled: most starts need none."""
    with for_good():
        import_module("pypinyin")


def _joined(spellings: list[tuple[Reading, ...]], which: int) -> str:
    return " ".join(dict.fromkeys("".join(reading[which] for reading in spelling) for spelling in spellings))
