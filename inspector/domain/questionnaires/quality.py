"""What makes a response doubtful: too fast, the same as others, many within minutes. Flags, never verdicts."""

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
    """Every flag over all responses of one form version, in their order; `answers` are the closed ones."""
    found: list[tuple[int, str]] = []
    ends = [datetime.fromisoformat(text).timestamp() for text in finished]
    for at, row in enumerate(answers):
        given = len(row) - row.count(None) - row.count("")
        took = ends[at] - datetime.fromisoformat(started[at]).timestamp()
        if modes[at] != "paper" and given and took < SECONDS_A_QUESTION * given:
            found.append((at, "too-fast"))
        if not is_half_answered(row):
            found.append((at, "half-empty"))
    found += [(at, "alike") for at in _alike(interviewers, answers)]
    found += [(at, "burst") for at in _bursts(interviewers, modes, ends)]
    return tuple(Doubt(ids[at], why) for at, why in sorted(found))


def is_half_answered(row: Sequence[Answer]) -> bool:
    """有效: at least half of what was shown is answered."""
    shown = len(row) - row.count(None)
    return shown > 0 and row.count("") * 2 <= shown


def _alike(interviewers: Sequence[str], answers: Sequence[Sequence[Answer]]) -> set[int]:
    groups: dict[tuple[str, tuple[Answer, ...]], list[int]] = {}
    for at, row in enumerate(answers):
        if len(row) - row.count(None) - row.count("") >= LEAST_ALIKE:
            groups.setdefault((interviewers[at], tuple(row)), []).append(at)
    return {at for group in groups.values() if len(group) > 1 for at in group}


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
