"""A preview together with what a person decided about it so far; without widgets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector.domain.evidence import Oddity
from inspector.domain.returned_files import ReturnedPicture
from inspector.domain.returns import FilePreview, KnownFinding, PictureFate, PicturePreview, RowFate, RowPreview
from inspector.services.noting import Noted
from inspector.services.return_taking import Decisions, ReturnPreview, Taken, awaited, lying_on, taken

REFUSE = "refuse"
TAKE = "take"


class Group(StrEnum):
    """Where a row stands now; every row in exactly one."""

    ACCEPTED = "accepted"
    DECIDE = "decide"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PictureSum:
    """Pictures in = attached + known (sent by us, or there already) + left. `lost` could not be taken out at all."""

    attached: int
    known: int
    left: int
    lost: int

    @property
    def total(self) -> int:
        """The pictures that came."""
        return self.attached + self.known + self.left


@dataclass(slots=True)
class Review:
    """`names` are the findings a person may mean, by id: those of the preview, and those chosen from the ledger."""

    preview: ReturnPreview
    names: dict[str, str] = field(default_factory=dict)
    decided: dict[str, str] = field(default_factory=dict)
    """Row key → TAKE, REFUSE, or the id of a finding, be it the one the row becomes."""
    noted: dict[str, Noted] = field(default_factory=dict)
    """Row key → the finding of its own that the row becomes."""
    placed: dict[str, str] = field(default_factory=dict)
    """Picture key → the id of a finding."""
    unwanted: set[str] = field(default_factory=set)
    """Left pictures a person does not want."""
    odd: Mapping[str, tuple[Oddity, ...]] = field(default_factory=dict)
    """Picture key → what is odd about it; shown, never deciding."""
    is_taken_in: bool = False
    """Whether it was applied; its files wait for nobody any more."""
    _worked_out: tuple[Decisions, tuple[Taken, ...]] | None = None

    def __post_init__(self) -> None:
        for known in self.findings.values():
            self.names[known.id] = known.finding.no

    @property
    def findings(self) -> Mapping[str, KnownFinding]:
        """The findings rows were matched with, by id."""
        return {row.finding.id: row.finding for file in self.preview.files for row in file.rows if row.finding}

    def decide(self, row: RowPreview, choice: str) -> None:
        """TAKE, REFUSE or a finding; the same choice again takes it back."""
        stood = self.decided.get(row.key)
        self.release(row.key)
        if choice not in {stood, self.given(row)}:
            self.decided[row.key] = choice

    def note(self, row: RowPreview, noted: Noted) -> None:
        """The row becomes a finding of its own."""
        self.noted[row.key] = noted
        self.decided[row.key] = awaited(row.key)

    def release(self, key: str) -> None:
        """Nothing is decided about a row or picture any more; what lay on a finding the row was to become waits too."""
        self.decided.pop(key, None)
        self.placed.pop(key, None)
        self.unwanted.discard(key)
        if self.noted.pop(key, None):
            self.placed = {one: finding for one, finding in self.placed.items() if finding != awaited(key)}

    def new_of(self, row: RowPreview) -> str:
        """What stands for the finding a row may become; "" when it has one."""
        return "" if row.finding else awaited(row.key)

    def given(self, row: RowPreview) -> str:
        """What holds without a person's word; "" when nothing does."""
        return TAKE if row.fate is RowFate.ACCEPTED else ""

    def choice(self, row: RowPreview) -> str:
        """What holds now; "" while a person must still say."""
        return self.decided.get(row.key) or self.given(row)

    def group(self, row: RowPreview) -> Group:
        """Where a row stands now."""
        chosen = self.choice(row)
        if chosen == REFUSE:
            return Group.REFUSED
        if chosen:
            return Group.ACCEPTED
        if row.fate is RowFate.UNCHANGED:
            return Group.UNCHANGED
        # A row nobody knows and nobody offers anything for is only refused; it waits beside, among what is left over.
        return Group.DECIDE if row.fate is RowFate.CONFLICT or row.offered else Group.REFUSED

    def rows(self, file: FilePreview, group: Group | None = None) -> list[RowPreview]:
        """The rows of a file, all or of one group; what waits for a person comes first."""
        order = list(Group)
        order.insert(0, order.pop(order.index(Group.DECIDE)))
        rows = [row for row in file.rows if group is None or self.group(row) is group]
        return sorted(rows, key=lambda row: order.index(self.group(row))) if group is None else rows

    def count(self, file: FilePreview) -> dict[Group, int]:
        """How many rows stand in each group."""
        groups = [self.group(row) for row in file.rows]
        return {group: groups.count(group) for group in Group}

    def left(self, file: FilePreview) -> list[PicturePreview]:
        """The pictures a person must place, those that were placed among them; those of placed rows went with them."""
        given = [row for row in file.rows if self.decided.get(row.key, REFUSE) not in {REFUSE, TAKE}]
        gone = {picture.key for row in given if not row.pictures for picture in self._going(file, row)}
        return [one for one in file.pictures_with(PictureFate.LEFT) if one.picture.key not in gone]

    def _going(self, file: FilePreview, row: RowPreview) -> tuple[ReturnedPicture, ...]:
        """The pictures on a row nobody knew that go with it; what shows the fault goes only to a finding of its own."""
        before, after = lying_on(file, row, self.placed)
        return (*before, *after) if row.key in self.noted else after

    def unknown(self, file: FilePreview) -> list[RowPreview]:
        """The rows nobody knows."""
        return [row for row in file.rows if row.finding is None]

    def settled(self, key: str) -> bool:
        """Whether something was decided about what was left over."""
        return key in self.decided or key in self.placed or key in self.unwanted

    def stands(self, key: str) -> tuple[str, str, bool]:
        """What was decided about a leftover: two that are equal look alike."""
        return self.decided.get(key, ""), self.placed.get(key, ""), key in self.unwanted

    def to_place(self, file: FilePreview) -> int:
        """How much still waits beside the rows."""
        pictures = [
            p for p in self.left(file) if p.picture.key not in self.placed and p.picture.key not in self.unwanted
        ]
        return len(pictures) + len([row for row in self.unknown(file) if row.key not in self.decided])

    def pictures(self, file: FilePreview) -> PictureSum:
        """The sum of a file's pictures as things stand."""
        total = len(file.pictures)
        known = len(file.pictures_with(PictureFate.OURS)) + len(file.pictures_with(PictureFate.THERE))
        of_file = {one.picture.key for one in file.pictures}
        attached = sum(one.key in of_file for made in self._taken() for one in (*made.pictures, *made.before))
        return PictureSum(attached, known, total - known - attached, len(file.file.lost))

    def photos_for(self, row: RowPreview) -> tuple[ReturnedPicture, ...]:
        """The pictures that would go to the finding of a row: its own, and those placed there by hand."""
        if row.finding is None:
            return ()
        by_hand = {key for key, finding in self.placed.items() if finding == row.finding.id}
        if not by_hand:
            return row.pictures
        placed = (one.picture for file in self.preview.files for one in file.pictures if one.picture.key in by_hand)
        return (*row.pictures, *placed)

    def oddities(self, row: RowPreview) -> list[Oddity]:
        """What is odd about the pictures that would go to the finding of a row."""
        return [odd for picture in self.photos_for(row) for odd in self.odd.get(picture.key, ())] if self.odd else []

    def can_place(self, picture: PicturePreview) -> bool:
        """False for a picture no program can read."""
        return picture.picture.sha not in self.preview.photos.refused

    @property
    def decisions(self) -> Decisions:
        """As the service takes them."""
        to_findings = {
            key: choice
            for key, choice in self.decided.items()
            if choice not in {TAKE, REFUSE} and key not in self.noted
        }
        return Decisions(
            take=frozenset(key for key, choice in self.decided.items() if choice == TAKE),
            leave=frozenset(key for key, choice in self.decided.items() if choice == REFUSE),
            rows=to_findings,
            pictures=dict(self.placed),
            new=dict(self.noted),
        )

    @property
    def answers(self) -> int:
        """How many answers applying would write."""
        return len(self._taken())

    def _taken(self) -> tuple[Taken, ...]:
        """Every answer that would be written, worked out once for each decision: several sums count them."""
        decisions = self.decisions
        if self._worked_out is None or self._worked_out[0] != decisions:
            self._worked_out = decisions, taken(self.preview, decisions)
        return self._worked_out[1]

    @property
    def undecided(self) -> int:
        """How many rows of all files wait for a person."""
        return sum(self.count(file)[Group.DECIDE] for file in self.preview.files)
