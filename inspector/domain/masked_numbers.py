"""Numbers by which a person can be reached, in what residents tell: masked, however they were typed."""

import re

_DIGIT, _NOT_BEFORE, _NOT_BEHIND = "[0-9０-９]", "(?<![0-9０-９])", "(?![0-9０-９])"
_GAP = r"[ \u00a0\u3000.·\-‐-―－_/]{0,2}"
"""People write long numbers in groups."""
_GROUPS = (
    f"{_DIGIT}{_GAP}{_DIGIT}{{4}}{_GAP}{_DIGIT}{{4}}",
    f"{_DIGIT}{_GAP}{_DIGIT}{{3}}{_GAP}{_DIGIT}{{5}}",
    f"{_DIGIT}{{2}}{_GAP}{_DIGIT}{{3}}{_GAP}{_DIGIT}{{4}}",
)
_MOBILE = f"[1１][3-9３-９](?:{'|'.join(_GROUPS)})"
_FIXED = f"[(（]?[0０]{_DIGIT}{{2,3}}[)）]?{_GAP}{_DIGIT}{{3,4}}{_GAP}{_DIGIT}{{4}}"
_IDENTITY = f"[1-9１-９]{_DIGIT}{{5}}{_GAP}{_DIGIT}{{8}}{_GAP}{_DIGIT}{{3}}[0-9０-９XxＸｘ]"
_IN_WORDS = "[一幺][三四五六七八九][〇零一二三四五六七八九幺]{9}"
_WAYS = "电话|座机|手机|号码|微信|致电|拨打|联系|QQ|qq"
_CALLED = f"(?:{_WAYS})[号码是为:： ]{{0,4}}(?P<called>{_DIGIT}{{4}}{_GAP}{_DIGIT}{{2,7}})"
_NUMBER = re.compile(f"(?:{_NOT_BEFORE}(?:{_IDENTITY}|{_MOBILE}|{_FIXED}|{_IN_WORDS})|{_CALLED}){_NOT_BEHIND}")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
"""Signs without width, which stand between digits of what is copied from chats."""


def masked_number(number: str) -> str:
    """The first three and last two signs of a long number; of a short one nothing."""
    number = number.strip()
    return f"{number[:3]}****{number[-2:]}" if len(number) >= 7 else "*" * len(number)


def without_numbers(text: str) -> str:
    """Free words with every telephone and identity number masked: people put them into what they tell."""
    return _NUMBER.sub(_masked, _UNSEEN.sub("", text))


def _masked(found: re.Match[str]) -> str:
    whole, called = found.group(), found["called"] or found.group()
    return whole.removesuffix(called) + masked_number(called)
