"""检查: one visit to one site with one version of one checklist; answers hold what was seen, not what was concluded."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_ANSWERS = uuid.UUID("5d1f5f0e-6a5c-5d4e-9a57-6b1f0c3a7e21")


class Verdict(StrEnum):
    """结论 of one item."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Inspection:
    """检查. It keeps the checklist it was made with for ever, by the hash of its content (sync.md 8)."""

    site: str
    checklist: str
    """Code and version for people, for example LX-v1."""
    checklist_sha: str
    inspector: str
    started_at: datetime
    finished_at: datetime | None = None
    round: str = ""
    score_rate: float | None = None
    """得分率 in percent, fixed at finishing; None while open and when everything was not applicable."""
    vetoed: bool = False
    reopened: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an inspector recorded on one item.

    `verdict` is chosen by the person for PF items; for counted, measured and asked items the raw figures are stored
    and the conclusion is derived (checklists.md 2.2), except 不适用, which is always a person's word.
    """

    inspection: str
    item: str
    verdict: Verdict | None = None
    count: int | None = None
    value: float | None = None
    ok: int | None = None
    of: int | None = None
    remark: str = ""
    answered_at: datetime | None = None

    @property
    def is_given(self) -> bool:
        """A verdict or a figure was given; a note alone says nothing about the item."""
        return any(said is not None for said in (self.verdict, self.count, self.value, self.ok, self.of))


def answer_id(inspection: str, item: str) -> str:
    """The id of an answer follows from inspection and item, so that two laptops meet on it (sync.md 5)."""
    return str(uuid.uuid5(_ANSWERS, f"{inspection}/{item}"))
