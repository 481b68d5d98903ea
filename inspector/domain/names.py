"""Names as people write them: one unit, street or kind under many spellings, and finding the one that is meant.

区城管局, 城管局 and 红莲区城管局 are the same unit; 综合执法局 is it too, but only because the register says so.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NOISE = re.compile(r"[\s*·'\"“”‘’《》]+")
_REMARK = re.compile(r"\([^()]*\)$")
_LEVEL = re.compile(r"^(?:[^()、/]{2,4}?(?<![城社小园校景厂片街辖地郊]))?(?:区|市|县|旗)(?![场政容域])(?=..)")
_OFFICE = re.compile(r"(?:街道办事处|街道办|街道)$|(?<=[镇乡])(?:人民政府|政府)$|(?<=社区)(?:居民委员会|居委会)$")


def plain_name(text: str) -> str:
    """The name without what does not count: width, case, blanks, quotation marks, asterisks of required columns."""
    without_noise = _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFKC", without_noise)  # signs that stood apart may have come together


def name_keys(text: str) -> tuple[str, ...]:
    """The keys a name is found under, strictest first: as written, without remark, 区/市, 办事处."""
    plain = plain_name(text)
    bare = _REMARK.sub("", plain) or plain
    local = _LEVEL.sub("", bare)
    place = _OFFICE.sub(lambda found: "街道" if found[0].startswith("街道") else "", local)
    return tuple(dict.fromkeys((plain, bare, local, place)))


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Finds ids by name: `exact` by the spelling alone, `loose` also without prefix, remark and office words."""

    exact: Mapping[str, frozenset[str]]
    loose: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    """Id → the name to show."""

    def find(self, name: str) -> tuple[str, ...]:
        """The ids meant: none, one, or several when the name alone does not decide. The strictest spelling wins."""
        keys = name_keys(name)
        if not keys[0]:
            return ()
        hits = (self.exact.get(keys[0]), *(self.loose.get(key) for key in keys))
        return tuple(sorted(next(filter(None, hits), ())))

    def one(self, name: str) -> str:
        """The id when exactly one is meant, otherwise ""."""
        found = self.find(name)
        return found[0] if len(found) == 1 else ""

    def similar(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Names of the register that look like this one, the most alike first: what a refusal suggests."""
        wanted = name_keys(name)[-1]
        inside = sorted(
            (key for key in self.loose if wanted and (wanted in key or key in wanted)), key=len, reverse=True
        )
        alike = difflib.get_close_matches(wanted, self.loose, n=limit, cutoff=0.5)
        found = (entity for key in (*alike, *inside) for entity in sorted(self.loose[key]))
        return tuple(self.names[entity] for entity in dict.fromkeys(found))[:limit]


def name_index(entries: Iterable[tuple[str, Iterable[str]]]) -> NameIndex:
    """An index over (id, names); the first name is the one shown, the others are aliases."""
    exact: dict[str, set[str]] = {}
    loose: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for entity, names in entries:
        for name in filter(None, names):
            shown.setdefault(entity, name)
            first, *rest = name_keys(name)
            exact.setdefault(first, set()).add(entity)
            for key in (first, *rest):
                loose.setdefault(key, set()).add(entity)
    return NameIndex(_frozen(exact), _frozen(loose), shown)


def _frozen(level: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in level.items()}
