"""Is it the same thing again: places and words compared, for a person who decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.domain.names import plain_name

_ALIKE = 0.25
"""Half of the pairs of signs of a phrase of six signs; below it everything is like everything."""
_SAME_PLACE = 0.5


@dataclass(frozen=True, slots=True)
class Described:
    """Something wrong, as far as comparing needs: `place` is address and whereabouts in words."""

    site: str
    street: str
    place: str
    text: str
    violation: str = ""


def likely_twins(new: Described, others: Iterable[tuple[str, Described]], most: int = 5) -> tuple[str, ...]:
    """The ids of those that may be the same, the likeliest first: at the same site or about the same place, and of the
    same type or told with similar words.
    """
    rated = [(_alike(new, other), entity) for entity, other in others]
    rated.sort(key=lambda pair: -pair[0])
    return tuple(entity for likeness, entity in rated if likeness > 0)[:most]


def likeness(one: str, other: str) -> float:
    """0 to 1: the share of pairs of neighbouring signs that two texts have in common (Dice), signs and case aside."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _alike(new: Described, other: Described) -> float:
    same_site = bool(new.site) and new.site == other.site
    near = same_site or (
        (not new.street or not other.street or new.street == other.street) and _same_place(new.place, other.place)
    )
    words = likeness(new.text, other.text)
    same_type = bool(new.violation) and new.violation == other.violation
    if not near or not (same_type or words >= _ALIKE):
        return 0.0
    return 1 + words + same_type + same_site


def _same_place(one: str, other: str) -> bool:
    first, second = plain_name(one), plain_name(other)
    if not first or not second:
        return False
    return first in second or second in first or likeness(first, second) >= _SAME_PLACE


def _pairs(text: str) -> frozenset[str]:
    plain = plain_name(text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) or frozenset(filter(None, (plain,)))
