"""答卷 and what surrounds them: records without names and phone numbers; contacts stand apart and can be deleted."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

_FORMS = uuid.UUID("c0e5f9fb-3f46-5c0f-9a2b-0f6d6f2b8f11")


class Mode(StrEnum):
    """How it was filled in: 自填, 代填, 纸质录入."""

    SELF = "self"
    INTERVIEWER = "interviewer"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class PublishedForm:
    """One version of a form as the workspace knows it; the content is the document with that hash.

    `formula` says how its satisfaction is reckoned (`figures.Formula`); `heard_counts` whether 听说过 is awareness.
    """

    code: str
    version: str
    title: str
    sha: str
    kind: str = ""
    questions: int = 0
    languages: tuple[str, ...] = ()
    formula: str = "M1"
    heard_counts: bool = True
    retired: bool = False


@dataclass(frozen=True, slots=True)
class RepeatRow:
    """One turn of a repeat: its path, its number ("2", or "1/2" inside another repeat), its answers by slot."""

    repeat: str
    number: str
    answers: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """答卷. Anonymous: who answered stands nowhere.

    `answers` are in the order of the form's slots (`slots.py`): a text, "" for a question that was shown and not
    answered, None for one that logic skipped. A refusal (拒访) has no answers and counts for its interviewer.
    """

    form: str
    version: str
    form_sha: str
    mode: Mode
    started_at: datetime
    finished_at: datetime
    interviewer: str = ""
    site: str = ""
    community: str = ""
    street: str = ""
    unit: str = ""
    refused: bool = False
    language: str = ""
    notice: str = ""
    """The version of the privacy notice that was shown."""
    seed: int = 0
    source: str = ""
    """Where it came from when it was not asked here: an instance id."""
    answers: tuple[str | None, ...] = ()
    repeats: tuple[RepeatRow, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedOut:
    """发放: how many forms went out, and where; without such a record as many went out as came back."""

    form: str
    count: int
    day: date
    site: str = ""
    community: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who agreed to be called back (愿意回访): kept apart from the answers, without history, in no export.

    The response is named by nothing but its form and day, so that the answers stay anonymous. `called_on` is the day
    somebody called back.
    """

    id: str
    form: str
    day: date
    name: str
    phone: str
    wish: str = ""
    called_on: date | None = None


def published_form_id(code: str, version: str) -> str:
    """The same version has the same id on every laptop, so that differing content meets as a conflict."""
    return str(uuid.uuid5(_FORMS, f"{code}/{version}"))
