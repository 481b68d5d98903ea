"""Names of files that Windows, Excel and a person all accept (threats.md 59)."""

import re
import unicodedata
from collections.abc import Iterable

MAX_NAME_CHARACTERS = 80
MAX_NAME_BYTES = 255
"""What a name may take in UTF-8 on Linux; 80 characters outside the usual planes would be more."""

NAMELESS = "未命名"

_NOT_IN_FILES = re.compile(r'[\\/:*?"<>|]')
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"
}


def safe_name(text: str, suffix: str = "") -> str:
    """`text` as the name of a file or folder, `suffix` (".xlsx") kept whole; at most 80 characters and 255 bytes.

    What Windows forbids becomes "_", invisible characters vanish, names of devices get a "_" behind.
    """
    stem = _NOT_IN_FILES.sub("_", _visible(text))
    stem = _cut(stem.strip().rstrip(". "), MAX_NAME_CHARACTERS - len(suffix), MAX_NAME_BYTES - len(suffix.encode()))
    stem = stem.rstrip(". ") or NAMELESS
    device = stem.split(".")[0].rstrip().casefold()
    if device in _DEVICES:
        stem = f"{stem[: len(device)]}_{stem[len(device) :]}"
        stem = _cut(stem, MAX_NAME_CHARACTERS - len(suffix), MAX_NAME_BYTES).rstrip(". ")
    return stem + suffix


def unique_names(texts: Iterable[str], suffix: str = "") -> tuple[str, ...]:
    """Safe names for texts that share a folder: a later one that would fall on an earlier gets （2）, （3）…

    Names that differ only in case, or in how an accent is coded, are one name to Windows.
    """
    taken: set[str] = set()
    return tuple(_unique(text, suffix, taken) for text in texts)


def _unique(text: str, suffix: str, taken: set[str]) -> str:
    name, number = safe_name(text, suffix), 1
    while _folded(name) in taken:
        number += 1
        name = safe_name(text, f"（{number}）{suffix}")
    taken.add(_folded(name))
    return name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _visible(text: str) -> str:
    """NFC, line ends and tabs as spaces, without control, direction, unassigned and lone surrogate characters.

    Joiners stay inside the text: emoji are made of them, and they neither hide nor turn anything.
    """
    spaced = re.sub(r"\s", " ", text)
    kept = (c for c in spaced if c == "\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Cn"})
    return unicodedata.normalize("NFC", "".join(kept))


def _cut(text: str, characters: int, size: int) -> str:
    return text[:characters].encode()[:size].decode("utf-8", "ignore")
