"""群众投诉: what residents tell the office. Who told it is kept apart (decisions/0005-callers-apart.md)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """The way it reached the office."""

    HOTLINE = "hotline"
    """12345."""
    PHONE = "phone"
    VISIT = "visit"
    WECHAT = "wechat"
    WEB = "web"
    LETTER = "letter"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PublicComplaint:
    """One complaint as every list may show it: without the caller, and without its words when it is about staff."""

    no: str
    channel: Channel
    received_at: datetime
    received_by: str
    text: str = ""
    site: str = ""
    street: str = ""
    place: str = ""
    about_staff: bool = False
    """About enforcement staff (founding-document.md L23.31): only in the restricted view."""
    finding: str = ""
    """The finding that came of it, or the open one it was about."""
    sealed: str = ""
    """SHA-256 over what is kept apart, its salt included; "" when nothing was told."""
    purged_at: datetime | None = None
    """When what was kept apart was erased; the hash stays and can no longer be turned back."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept apart: the caller as far as told, and the words of a complaint about staff."""

    name: str = ""
    phone: str = ""
    address: str = ""
    words: str = ""
