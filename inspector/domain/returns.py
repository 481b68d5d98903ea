"""What an import of returned lists would do, row by row and picture by picture; nothing here changes anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.errors import Complaint
from inspector.domain.evidence import SAVED_AGAIN
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.names import NameIndex
from inspector.domain.replies import Reply, Said
from inspector.domain.returned_files import ReturnedFile, ReturnedPicture, ReturnedRow


class RowFate(StrEnum):
    """What becomes of a row; every row has exactly one. CONFLICT waits for a person."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    CONFLICT = "conflict"


class PictureFate(StrEnum):
    """What becomes of a picture; every picture has exactly one.

    OURS is a photo this office sent, THERE one the finding already has; WAITING goes with a row in conflict.
    """

    ATTACHED = "attached"
    OURS = "ours"
    THERE = "there"
    WAITING = "waiting"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A stored photo: the SHA-256 of its small picture and of the one in lists."""

    thumb: str
    listed: str


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding as the workspace has it now.

    `sent_shas` are the list pictures that left with it, `sent_looks` how they look (64 bits, photo_likeness), and
    `after_shas` the original files of photos of the repair it has. `replies` are in the order they came; `before` and
    `after` are its photos as they are shown.
    """

    id: str
    finding: Finding
    revision: str
    site_name: str = ""
    replies: tuple[Reply, ...] = ()
    sent_shas: frozenset[str] = frozenset()
    sent_looks: frozenset[int] = frozenset()
    after_shas: frozenset[str] = frozenset()
    before: tuple[ShownPhoto, ...] = ()
    after: tuple[ShownPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the workspace knows about everything the files may mean.

    `dispatches` give the day of issue, `issued_at` the moment; `versions` are findings as they stood in a revision some
    mark names; `unreadable` are pictures (by SHA-256) that cannot be taken in, with the reason; `looks` the 64 bits of
    the others.
    """

    today: date
    findings: Mapping[str, KnownFinding]
    dispatches: Mapping[str, date]
    versions: Mapping[str, Finding]
    units: NameIndex
    unreadable: Mapping[str, Complaint] = field(default_factory=dict)
    looks: Mapping[str, int] = field(default_factory=dict)
    issued_at: Mapping[str, datetime] = field(default_factory=dict)

    def was_sent(self, sha: str, findings: Iterable[KnownFinding]) -> bool:
        """Whether a picture is one that left with these findings, as it was or saved again by the unit's program."""
        look = self.looks.get(sha, 0)
        return any(
            sha in one.sent_shas or (look and any((look ^ sent).bit_count() <= SAVED_AGAIN for sent in one.sent_looks))
            for one in findings
        )

    def numbered(self, no: str) -> KnownFinding | None:
        """The finding with that 问题编号."""
        return next((one for one in self.findings.values() if one.finding.no == no), None) if no else None


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, as text."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowPreview:
    """One row and what would become of it.

    `matched` tells how: "mark", "number" or "". `why` is the reason of every fate but ACCEPTED. `offered` are findings
    a person may choose. `locked` are cells of ours that came back changed and are not taken. `doubts` never decide.
    """

    file: str
    row: ReturnedRow
    fate: RowFate
    said: Said
    unit: str = ""
    finding: KnownFinding | None = None
    matched: str = ""
    why: Complaint | None = None
    status: FindingStatus | None = None
    changes: tuple[Change, ...] = ()
    pictures: tuple[ReturnedPicture, ...] = ()
    locked: tuple[Change, ...] = ()
    doubts: tuple[Complaint, ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a decision names the row by."""
        return self.row.key


@dataclass(frozen=True, slots=True)
class PicturePreview:
    """One picture and what would become of it; `finding` is the one it goes to, `why` the reason it is left."""

    picture: ReturnedPicture
    fate: PictureFate
    finding: str = ""
    why: Complaint | None = None


@dataclass(frozen=True, slots=True)
class FilePreview:
    """One file. Rows in = accepted + unchanged + refused + conflicts; every picture in is in `pictures` once."""

    file: ReturnedFile
    rows: tuple[RowPreview, ...] = ()
    pictures: tuple[PicturePreview, ...] = ()

    def __post_init__(self) -> None:
        rows = [one.key for one in self.rows]
        pictures = [one.picture.key for one in self.pictures]
        if rows != [row.key for row in self.file.rows] or sorted(pictures) != sorted(p.key for p in self.file.pictures):
            raise AssertionError(f"{self.file.path.name}: a row or picture was dropped or counted twice")

    def with_fate(self, fate: RowFate) -> tuple[RowPreview, ...]:
        """The rows with one fate, in their order."""
        return tuple(one for one in self.rows if one.fate is fate)

    def pictures_with(self, fate: PictureFate) -> tuple[PicturePreview, ...]:
        """The pictures with one fate."""
        return tuple(one for one in self.pictures if one.fate is fate)


def said_changes(before: Said, after: Said) -> tuple[Change, ...]:
    """The fields in which an answer differs from the one before."""
    names = ("outcome", "measures", "done_on", "person", "phone", "note", "outcome_words", "done_words")
    return tuple(
        Change(name, _text(getattr(before, name)), _text(getattr(after, name)))
        for name in names
        if getattr(before, name) != getattr(after, name)
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
