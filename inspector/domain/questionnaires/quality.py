"""What makes a response doubtful: too fast, the same as others, many within minutes. Flags, never verdicts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.domain.questionnaires.evaluation import Answer

SECONDS_A_QUESTION = 3.0
LEAST_ALIKE = 10
"""So many closed answers must be equal before two responses are called alike."""
BURST = 5
"""So many responses of one interviewer …"""
BURST_SECONDS = 600.0
"""… within so many seconds are many."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One response that somebody should look at. `why`: too-fast, alike, burst, half-empty."""

    response: str
    why: str


def doubts(
    ids: Sequence[str],
    started: Sequence[str],
    finished: Sequence[str],
    interviewers: Sequence[str],
    modes: Sequence[str],
    answers: Sequence[Sequence[Answer]],
) -> tuple[Doubt, ...]:
    """Every flag over responses, in their order; `answers` are the closed ones, a row a response."""
    found: list[tuple[int, str]] = []
    filled = [fullness(row) for row in answers]
    ends = [datetime.fromisoformat(text).timestamp() for text in finished]
    for at, (shown, given) in enumerate(filled):
        took = ends[at] - datetime.fromisoformat(started[at]).timestamp()
        if given and took < SECONDS_A_QUESTION * given and modes[at] != "paper":
            found.append((at, "too-fast"))
        if not is_half_answered(shown, given):
            found.append((at, "half-empty"))
    found += [(at, "alike") for at in _alike(interviewers, answers) if filled[at][1] >= LEAST_ALIKE]
    found += [(at, "burst") for at in _bursts(interviewers, modes, ends)]
    return tuple(Doubt(ids[at], why) for at, why in sorted(found))


def fullness(row: Sequence[Answer]) -> tuple[int, int]:
    """How many questions were shown, and how many of them answered."""
    shown = len(row) - row.count(None)
    return shown, shown - row.count("")


def is_half_answered(shown: int, given: int) -> bool:
    """有效: at least half of what was shown is answered."""
    return shown > 0 and given * 2 >= shown


def _alike(interviewers: Sequence[str], answers: Sequence[Sequence[Answer]]) -> list[int]:
    """Responses of one interviewer that are equal to another one."""
    keys = [*zip(interviewers, map(tuple, answers), strict=True)]
    several = {key for key, number in Counter(keys).items() if number > 1}
    return [at for at, key in enumerate(keys) if key in several] if several else []


def _bursts(interviewers: Sequence[str], modes: Sequence[str], ends: Sequence[float]) -> set[int]:
    """Responses that stand among `BURST` of one interviewer within `BURST_SECONDS`; paper is typed in heaps."""
    by_person: dict[str, list[int]] = {}
    for at, person in enumerate(interviewers):
        if person and modes[at] == "interviewer":
            by_person.setdefault(person, []).append(at)
    found: set[int] = set()
    for several in by_person.values():
        several.sort(key=lambda at: ends[at])
        for first in range(len(several) - BURST + 1):
            run = several[first : first + BURST]
            if ends[run[-1]] - ends[run[0]] <= BURST_SECONDS:
                found.update(run)
    return found
