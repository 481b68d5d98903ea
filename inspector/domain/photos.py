"""照片: what is kept of a photo and to what it belongs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PhotoRole(StrEnum):
    """What a photo shows of its finding."""

    BEFORE = "before"
    AFTER = "after"
    RECHECK = "recheck"
    SCAN = "scan"
    """A stamped request, or what a unit brings as evidence that a finding is not its own."""


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What was read from a photo file at intake. Times are local to the camera; place is WGS-84 degrees."""

    name: str
    original_sha: str
    width: int
    height: int
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    camera: str = ""
    software: str = ""
    """The program that wrote the file last, as EXIF names it."""
    likeness: str = ""
    """How the picture looks, 16 hex digits that change little when it is saved again; "" for older photos."""


@dataclass(frozen=True, slots=True)
class PhotoCopies:
    """The copies made once at intake (architecture.md decision 4), JPEG bytes.

    `evidence`: at most 2560 px, EXIF time, place and camera kept, orientation baked. `listed`: about 800 px, no
    EXIF, embedded by exports as it is. `thumb`: 320 px, no EXIF. `original`: the untouched file, only when the
    setting "keep originals" is on.
    """

    evidence: bytes
    listed: bytes
    thumb: bytes
    original: bytes | None = None


@dataclass(frozen=True, slots=True)
class PhotoTaken:
    """A photo file read and converted, not yet stored."""

    facts: PhotoFacts
    copies: PhotoCopies


@dataclass(frozen=True, slots=True)
class Photo:
    """A stored photo. The `…_sha` fields are the SHA-256 of the copies in the content table."""

    finding: str
    facts: PhotoFacts
    evidence_sha: str
    listed_sha: str
    thumb_sha: str
    original_kept_sha: str = ""
    role: PhotoRole = PhotoRole.BEFORE
    position: int = 0
    added_at: datetime | None = None
