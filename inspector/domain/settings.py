"""District settings: decisions of the office that travel with the data (the machine's own settings are in config)."""

import uuid
from dataclasses import dataclass

_NAMES = uuid.UUID("7d0c4d8f-3b0e-5b7a-8c54-0f1f4b8f3c11")


@dataclass(frozen=True, slots=True)
class Setting:
    """One decision of the office, by name, as text."""

    name: str
    value: str


DEFAULTS: dict[str, str] = {
    "dispatch.pattern": "创城办〔{year}〕{n}号",
    "dispatch.issuer": "创城办",
    "dispatch.reply_days": "7",
    "letter.press.pattern": "创城督〔{year}〕{n}号",
    "letter.notice.pattern": "创城整〔{year}〕{n}号",
    "letter.press.last": "",
    "letter.notice.last": "",
    "score.cap_on_veto": "no",
    "photos.keep_originals": "no",
    "finding.recurrence_days": "90",
    "complaint.kept_days": "365",
    "survey.callback": "yes",
    "survey.contact_kept_days": "90",
    "survey.answers_kept_days": "",
    "survey.reach": "",
    "survey.notice.zh": "",
    "survey.notice.en": "",
    "district.name": "",
    "round": "",
}
"""Every known setting with what holds until somebody decides otherwise."""


MAY_BE_EMPTY = frozenset({"complaint.kept_days", "survey.answers_kept_days"})
"""Numbers of days that need not be set: then there is no such limit."""


def most_days(name: str) -> int:
    """The largest number of days a setting may hold: ten years of keeping something, else a year."""
    return 3650 if name.endswith("kept_days") else 365


def named_id(kind: str, name: str) -> str:
    """The id of a record that is the same on every laptop because its name is (a setting, a calendar day)."""
    return str(uuid.uuid5(_NAMES, f"{kind}/{name}"))
