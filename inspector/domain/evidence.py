"""What is odd about the photo a unit sends as proof. Each oddity says what was compared; none of them decides anything.

Why: photos painted over, taken before the work was ordered, or used twice are what return visits find behind
"rectified" (user-voices.md 6.2, 8 and 9).
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from inspector.domain.errors import Complaint, Place
from inspector.domain.photos import PhotoFacts, PhotoRole

SAVED_AGAIN = 5
"""Bits by which a photo differs from itself at most when a program saved it again, at a third of its size or more and a
quality people can look at; the repaired place from the same spot differs in more."""
NEARLY_SAME = 8
"""Bits up to which two photos show the same thing from the same spot; two places differ in twelve or more."""
FAR_METRES = 1000
"""Coordinates in Chinese maps are shifted by up to 700 m, so nothing nearer is called far."""

_EDITORS = re.compile(
    r"photoshop|lightroom|snapseed|gimp|picsart|meitu|美图|醒图|xingtu|天天p图|pitu|b612|vsco|affinity|paint\.?net|"
    r"faceu|beautycam|canva|pixlr|acdsee|光影魔术手|isee|修图",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A photo as the rules see it; `no` is the number of its finding, `likeness` its 64 bits or None."""

    id: str
    finding: str
    no: str
    role: PhotoRole
    facts: PhotoFacts
    evidence_sha: str
    likeness: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a photo is compared with beside other photos."""

    issued_on: date | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Oddity:
    """`complaint` has the code and the facts in words; `other` is the photo it was compared with, "" for none."""

    photo: str
    complaint: Complaint
    other: str = ""


def oddities(photo: Compared, others: Iterable[Compared], around: Around) -> tuple[Oddity, ...]:
    """Everything odd about one photo of the repair, compared with `others`, its own photo before among them."""
    found = [oddity for oddity in (_twice(photo, other) for other in others) if oddity]
    return (*found, *_alone(photo, around))


def _twice(photo: Compared, other: Compared) -> Oddity | None:
    """The same file, or nearly the same picture. Two photos of one repair look alike and nothing is odd about it."""
    own = other.finding == photo.finding
    if other.id == photo.id or other.role in _NOT_COMPARED or (own and other.role is not PhotoRole.BEFORE):
        return None
    code = ""
    bits = 64
    if other.evidence_sha == photo.evidence_sha:
        code, bits = "evidence.same-file", 0
    elif photo.likeness is not None and other.likeness is not None:
        bits = (photo.likeness ^ other.likeness).bit_count()
        # The repaired place from the same spot may look like before: only the picture itself is odd there.
        if bits <= (SAVED_AGAIN if own else NEARLY_SAME):
            code = "evidence.same-picture" if bits <= SAVED_AGAIN else "evidence.like-picture"
    if not code:
        return None
    whose = "own-before" if own else str(other.role)
    return _oddity(code, photo, other.id, other=other.facts.name, other_no=other.no, whose=whose, bits=str(bits))


_NOT_COMPARED = {PhotoRole.RECHECK, PhotoRole.SCAN}


def _alone(photo: Compared, around: Around) -> Iterator[Oddity]:
    facts = photo.facts
    if facts.taken_at is None:
        yield _oddity("evidence.no-time", photo)
    elif around.issued_on and (early := (around.issued_on - facts.taken_at.date()).days) > 0:
        taken, issued = facts.taken_at.date().isoformat(), around.issued_on.isoformat()
        yield _oddity("evidence.before-dispatch", photo, taken=taken, issued=issued, days=str(early))
    if _EDITORS.search(facts.software):
        yield _oddity("evidence.edited", photo, software=facts.software)
    metres = _metres(facts, around)
    if metres is not None and metres > FAR_METRES:
        yield _oddity("evidence.far", photo, metres=str(round(metres, -2)))


def _metres(facts: PhotoFacts, around: Around) -> int | None:
    """How far from the site it was taken, over the ground."""
    here, there = (facts.latitude, facts.longitude), (around.latitude, around.longitude)
    if here[0] is None or here[1] is None or there[0] is None or there[1] is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (here[0], here[1], there[0], there[1]))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return round(2 * 6_371_000 * math.asin(math.sqrt(min(1.0, chord))))


def _oddity(code: str, photo: Compared, other: str = "", /, **facts: str) -> Oddity:
    return Oddity(photo.id, Complaint(code, Place(file=photo.facts.name), tuple(sorted(facts.items()))), other)


_BANDS = (*((7 * n, 0x7F) for n in range(8)), (56, 0xFF))
"""Where each band begins and its mask: of nine bands one is whole when at most eight bits differ."""

_FEW = 12


def alike(wanted: Mapping[str, int], stored: Iterable[tuple[str, int]]) -> dict[str, set[str]]:
    """Key → keys of `stored` that look nearly the same, in one pass over any number of stored photos."""
    found: dict[str, set[str]] = {}
    candidates = _candidates(wanted)
    for other, bits in stored:
        for key in candidates(bits):
            if (wanted[key] ^ bits).bit_count() <= NEARLY_SAME:
                found.setdefault(key, set()).add(other)
    return found


def _candidates(wanted: Mapping[str, int]) -> Callable[[int], Iterable[str]]:
    """What is worth comparing with a stored photo: few are compared all, of many those that share a band."""
    if len(wanted) <= _FEW:
        return lambda _bits: wanted
    bands: dict[tuple[int, int], list[str]] = {}
    for key, bits in wanted.items():
        for start, mask in _BANDS:
            bands.setdefault((start, bits >> start & mask), []).append(key)
    return lambda bits: {key for start, mask in _BANDS for key in bands.get((start, bits >> start & mask), ())}
