"""好的做法: what was done well at a place and is worth being told to others."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PraisePhoto:
    """The copies of one photo by their SHA-256, and the name of the file it was."""

    name: str
    original_sha: str
    evidence_sha: str
    listed_sha: str
    thumb_sha: str


@dataclass(frozen=True, slots=True)
class Praise:
    """One good practice, seen in an inspection or ("") on the way."""

    site: str
    text: str
    seen_at: datetime
    seen_by: str
    inspection: str = ""
    photos: tuple[PraisePhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedPraise:
    """A good practice as a list tells it; `photos` are the SHA-256 of its list pictures, the first is shown."""

    site: str
    street: str
    text: str
    seen_on: date
    seen_by: str
    photos: tuple[str, ...] = ()
