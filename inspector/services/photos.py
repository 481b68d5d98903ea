"""照片: taken in while work goes on, one transaction a photo, shown in the size that is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.findings import Finding
from inspector.domain.photos import Photo, PhotoRole, PhotoTaken
from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.exchange.photo_folder import photo_files
from inspector.services.acts import Acts
from inspector.storage.writing import Writing

Source = tuple[str, Path | bytes]
"""The name a person knows the photo by, and the file or the pasted bytes."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a batch of photos: every one is in exactly one of the three."""

    accepted: tuple[str, ...]
    """Ids of the new photos, in the order given."""
    unchanged: tuple[str, ...]
    """Names of files this finding already has."""
    refused: tuple[Complaint, ...]
    changed: Changed


class PhotoService:
    """Photos of findings."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def take_in(
        self, finding: str, sources: Sequence[Source], progress: Progress, role: PhotoRole = PhotoRole.BEFORE
    ) -> Intake:
        """Read, convert and attach photos; each is saved as soon as it is converted. Meant for a worker thread.

        A photo that cannot be read, or whose finding was taken away meanwhile, is refused by name and the others go in.
        Raises `Cancelled`; what was saved until then stays.
        """
        # Loaded here, on the worker: the picture library takes longer to load than the page that shows thumbnails.
        from inspector.exchange.photo_batch import take_in_all

        with self._acts.reading() as view:
            keep = view.registers.settings()["photos.keep_originals"] == "yes"
        accepted: list[str] = []
        unchanged: list[str] = []
        refused: list[Complaint] = []
        for name, outcome in take_in_all(sources, keep, progress):
            try:
                if isinstance(outcome, Complaint):
                    refused.append(outcome)
                elif photo := self.attach(finding, outcome, role):
                    accepted.append(photo)
                else:
                    unchanged.append(name)
            except Refused as gone:  # the finding was taken away while its photos were on their way
                if gone.complaint.code != "finding.missing":
                    raise
                refused.append(gone.complaint)
        changed = Changed(frozenset({"photo", "finding"}) if accepted else frozenset())
        return Intake(tuple(accepted), tuple(unchanged), tuple(refused), changed)

    def attach(self, finding: str, taken: PhotoTaken, role: PhotoRole = PhotoRole.BEFORE) -> str:
        """Save one converted photo with its finding, bytes and record together.

        Returns the new photo's id, "" when the finding already has this very file in this role. Raises
        `Refused("finding.missing")` when the finding was taken away meanwhile.
        """
        with self._acts.doing("photo-added") as writing:
            return keep_photo(writing, finding, taken, role)

    def remove(self, photo: str) -> Changed:
        """Lay a photo into the trash; its bytes stay for undo."""
        with self._acts.doing("photo-removed") as writing:
            writing.remove(Photo, photo)
        return writing.changed

    def bytes_of(self, sha: str) -> bytes:
        """The JPEG with that hash (`thumb_sha`, `listed_sha`, `evidence_sha` of a photo), checked."""
        with self._acts.reading() as view:
            return view.contents.photo(sha)

    def of_finding(self, finding: str) -> tuple[tuple[str, Photo], ...]:
        """The photos of a finding in order, with their ids."""
        with self._acts.reading() as view:
            return tuple((p.id, p.record) for p in view.photos.of_findings([finding]).get(finding, ()))


def keep_photo(writing: Writing, finding: str, taken: PhotoTaken, role: PhotoRole = PhotoRole.BEFORE) -> str:
    """Save a converted photo inside the transaction of an act; returns and raises as `PhotoService.attach`."""
    found = writing.get(Finding, finding)
    if found is None or found.deleted:
        raise Refused("finding.missing", Place(file=taken.facts.name))
    there = writing.photos.of_findings([finding]).get(finding, ())
    if any(p.record.facts.original_sha == taken.facts.original_sha and p.record.role is role for p in there):
        return ""
    copies = taken.copies
    photo = Photo(
        finding=finding,
        facts=taken.facts,
        evidence_sha=writing.keep_photo(copies.evidence),
        listed_sha=writing.keep_photo(copies.listed),
        thumb_sha=writing.keep_photo(copies.thumb),
        original_kept_sha=writing.keep_photo(copies.original) if copies.original else "",
        role=role,
        position=writing.photos.next_position(finding),
        added_at=writing.now,
    )
    if taken.facts.likeness:
        writing.keep_likeness(photo.evidence_sha, taken.facts.likeness)
    entity = writing.new_id()
    writing.put(entity, photo)
    return entity


def in_folder(folder: Path) -> tuple[Source, ...]:
    """The photo files of a folder in natural order, as sources for `take_in`."""
    return tuple((path.name, path) for path in photo_files(folder))
