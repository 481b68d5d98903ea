"""复查: somebody went and looked whether what a unit calls done is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector.domain.replies import Outcome, Reply, is_silent


class RecheckResult(StrEnum):
    """What was seen on the spot. UNSEEN moves nothing: the place was closed, or nobody was there."""

    PASSED = "passed"
    FAILED = "failed"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Recheck:
    """One look at one finding; `photos` are ids of photos taken there."""

    finding: str
    result: RecheckResult
    by: str
    at: datetime
    note: str = ""
    photos: tuple[str, ...] = ()


def reporters(replies: Iterable[Reply], unit_contact: str = "") -> frozenset[str]:
    """Who may not re-inspect: whoever called the finding done, as far as a name is known.

    `replies` in the order they came; the last one that says something counts. A list that came back names the unit's
    person; an answer keyed in without a name was given by whoever keyed it in. `unit_contact` is the unit's own person.
    """
    told = [one for one in replies if one.said.outcome is not Outcome.NOT_OURS and not is_silent(one.said)]
    names = {unit_contact}
    if told:
        last = told[-1]
        names.add(last.said.person or ("" if last.file else last.received_by))
    return frozenset(" ".join(name.split()) for name in names if name.strip())
