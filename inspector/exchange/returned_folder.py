"""The private folder in which the pictures of one import lie until it is applied or given up."""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from inspector.domain.errors import Complaint
from inspector.domain.photos import PhotoCopies, PhotoFacts, PhotoTaken
from inspector.domain.progress import Progress
from inspector.exchange.safe_files import require_space

_COPY_BYTES = 700_000
"""What the three copies of a photo take at most as a rule."""


@dataclass(slots=True)
class PictureFolder:
    """Pictures by their SHA-256: as they came, and converted; at most one of them is in memory at a time."""

    path: Path
    _files: dict[str, Path] = field(default_factory=dict)
    _facts: dict[str, PhotoFacts] = field(default_factory=dict)
    _refused: dict[str, Complaint] = field(default_factory=dict)

    @property
    def refused(self) -> Mapping[str, Complaint]:
        """The pictures that are no photo anybody can take in, with the reason."""
        return self._refused

    def add_file(self, file: Path) -> str:
        """Count a photo file of the unit's among the pictures, where it lies; returns its SHA-256.

        Raises OSError.
        """
        with file.open("rb") as stream:
            sha = hashlib.file_digest(stream, "sha256").hexdigest()
        self._files[sha] = file
        return sha

    @property
    def looks(self) -> Mapping[str, int]:
        """The 64 bits of looks of every converted picture (photo_likeness)."""
        return {sha: int(facts.likeness, 16) for sha, facts in self._facts.items() if facts.likeness}

    def convert(self, pictures: Sequence[tuple[str, str]], progress: Progress) -> None:
        """Convert the pictures (SHA-256, name for people) that were not converted yet.

        Raises `Cancelled`, and `Refused("file.disk-full")` before it begins.
        """
        # Loaded here, on the worker: the picture library takes longer to load than a page.
        from inspector.exchange.photo_batch import take_in_all

        waiting = {sha: name for sha, name in pictures if sha not in self._facts and sha not in self._refused}
        require_space(self.path, _COPY_BYTES * len(waiting))
        sources = [(name, self._file(sha)) for sha, name in waiting.items()]
        for sha, (_, outcome) in zip(waiting, take_in_all(sources, False, progress), strict=True):
            if isinstance(outcome, Complaint):
                self._refused[sha] = outcome
                continue
            self._facts[sha] = outcome.facts
            copies = outcome.copies
            for kind in ("evidence", "listed", "thumb"):
                self._copy(sha, kind).write_bytes(getattr(copies, kind))

    def photo(self, sha: str, name: str, *, keep_original: bool) -> PhotoTaken:
        """A converted picture under the name it has in the file it came in."""
        copies = PhotoCopies(
            evidence=self._copy(sha, "evidence").read_bytes(),
            listed=self._copy(sha, "listed").read_bytes(),
            thumb=self._copy(sha, "thumb").read_bytes(),
            original=self._file(sha).read_bytes() if keep_original else None,
        )
        return PhotoTaken(replace(self._facts[sha], name=name), copies)

    def thumb(self, sha: str) -> bytes:
        """The small JPEG of a converted picture, b"" of any other."""
        return self._copy(sha, "thumb").read_bytes() if sha in self._facts else b""

    def listed(self, sha: str) -> bytes:
        """The JPEG of list size of a converted picture, b"" of any other."""
        return self._copy(sha, "listed").read_bytes() if sha in self._facts else b""

    def close(self) -> None:
        """Remove the folder with all in it."""
        shutil.rmtree(self.path, ignore_errors=True)

    def _file(self, sha: str) -> Path:
        return self._files.get(sha) or self.path / sha

    def _copy(self, sha: str, kind: str) -> Path:
        return self.path / f"{sha}.{kind}"


def new_picture_folder() -> PictureFolder:
    """A folder nobody else may look into; the caller closes it."""
    return PictureFolder(Path(tempfile.mkdtemp(prefix="inspector-returned-")))
