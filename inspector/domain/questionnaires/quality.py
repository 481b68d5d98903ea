"""What makes a response doubtful: too fast, the same as others, many within minutes. Flags, never verdicts."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from inspector.domain.questionnaires.signs import EMPTY, SKIPPED

SECONDS_A_QUESTION = 3
LEAST_ALIKE = 10
"""So many closed answers must be equal before two responses are called alike."""
BURST = 5
"""So many responses of one interviewer …"""
BURST_SECONDS = 600
"""… within so many seconds are many."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One response that somebody should look at. `why`: too-fast, alike, burst, half-empty (less than half of what was
    shown is answered: not 有效).
    """

    response: str
    why: str


def doubts(
    ids: Sequence[str],
    ended: Sequence[int],
    took: Sequence[int],
    interviewers: Sequence[str],
    modes: Sequence[str],
    closed: Sequence[tuple[str, Hashable]],
) -> tuple[Doubt, ...]:
    """Every flag over responses, in their order; `ended` and `took` in seconds, `closed` are the answers to closed
    questions as signs (`signs.py`) with what stands beside them.
    """
    found: list[tuple[int, str]] = []
    shown = [len(signs) - signs.count(SKIPPED) for signs, _ in closed]
    given = [number - signs.count(EMPTY) for number, (signs, _) in zip(shown, closed, strict=True)]
    for at, number in enumerate(given):
        if number and took[at] < SECONDS_A_QUESTION * number and modes[at] != "paper":
            found.append((at, "too-fast"))
        if not number or number * 2 < shown[at]:
            found.append((at, "half-empty"))
    found += [(at, "alike") for at in _alike(interviewers, closed) if given[at] >= LEAST_ALIKE]
    found += [(at, "burst") for at in _bursts(interviewers, modes, ended)]
    return tuple(Doubt(ids[at], why) for at, why in sorted(found))


def _alike(interviewers: Sequence[str], closed: Sequence[tuple[str, Hashable]]) -> list[int]:
    """Responses of one interviewer that are equal to another one."""
    keys = [*zip(interviewers, closed, strict=True)]
    several = {key for key, number in Counter(keys).items() if number > 1}
    return [at for at, key in enumerate(keys) if key in several] if several else []


def _bursts(interviewers: Sequence[str], modes: Sequence[str], ended: Sequence[int]) -> set[int]:
    """Responses that stand among `BURST` of one interviewer within `BURST_SECONDS`; paper is typed in heaps."""
    by_person: dict[str, list[tuple[int, int]]] = {}
    for at, (person, mode, end) in enumerate(zip(interviewers, modes, ended, strict=True)):
        if person and mode == "interviewer":
            by_person.setdefault(person, []).append((end, at))
    found: set[int] = set()
    for several in by_person.values():
        several.sort()
        for (begin, _), (end, _), first in zip(several, several[BURST - 1 :], range(len(several)), strict=False):
            if end - begin <= BURST_SECONDS:
                found.update(at for _, at in several[first : first + BURST])
    return found
