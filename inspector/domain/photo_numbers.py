"""问题编号 in the names of photo files, as people write them: NM-0001, NM-0001-2, 12-007, words around."""

import re
import unicodedata
from collections.abc import Sequence

_NUMBER = re.compile(r"(?<![A-Z0-9])(?:([A-Z]{1,6})[\s_.—–-]*|(\d{1,4})[_—–-])(\d{1,6})(?!\d)")
_SERIAL_DIGITS = 4


def numbers_in(name: str) -> tuple[str, ...]:
    """What may be 问题编号 in a name, in their order: each as it is written, and as this program writes numbers.

    Whether there is such a finding decides; IMG_0034 and 2026-11 are among the answers too.
    """
    plain = unicodedata.normalize("NFKC", name).upper()
    found: dict[str, None] = {}
    for match in _NUMBER.finditer(plain):
        kind, serial = match[1] or match[2], match[3]
        found |= {f"{kind}-{serial}": None, f"{kind}-{int(serial):0{_SERIAL_DIGITS}d}": None}
    return tuple(found)


def numbers_of(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The same for the parts of a path, the file's own name first, then its folders from the nearest on."""
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    return tuple(filter(None, map(numbers_in, (stem, *reversed(parts[:-1])))))
