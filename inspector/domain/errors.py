"""Errors a person can act on, as types with fields; the faces put them into words.

Every refusal says three things: what happened, where exactly, what to do now.
`code` is short and stable: it selects the words in both languages and helps support.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where exactly something is wrong; empty parts are left out when worded."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    line: int | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong in something given to us: a sentence's worth of facts, not the sentence.

    `code` names the kind (for example "checklist.duplicate-key"), `facts` fills the words.
    """

    code: str
    place: Place = field(default_factory=Place)
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """The fact of that name, or "" when it was not given."""
        return dict(self.facts).get(name, "")


class Refused(Exception):  # noqa: N818 - "refused" is the word of the trade and of the exit status
    """Something was not done, nothing was changed, and a person can do something about it."""

    def __init__(self, code: str, place: Place | None = None, /, **facts: str) -> None:
        self.complaint = Complaint(code, place or Place(), tuple(sorted(facts.items())))
        super().__init__(f"{code} {self.complaint.place} {dict(self.complaint.facts)}")


class RefusedAll(Exception):  # noqa: N818 - named like `Refused`
    """A batch in which nothing could be accepted; it carries every complaint."""

    def __init__(self, complaints: tuple[Complaint, ...]) -> None:
        self.complaints = complaints
        super().__init__("; ".join(c.code for c in complaints))


class Cancelled(Exception):  # noqa: N818 - somebody wished it, which is no error
    """The person stopped the work; nothing half done was left."""
