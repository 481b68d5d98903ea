"""What is odd about the photos units send: facts gathered here, judged by `domain.evidence`, decided by people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain

from inspector.domain.dispatches import Dispatch
from inspector.domain.errors import Refused
from inspector.domain.evidence import Around, Compared, Oddity, alike, oddities
from inspector.domain.findings import Finding
from inspector.domain.photos import Photo, PhotoRole, PhotoTaken
from inspector.domain.progress import Progress
from inspector.domain.sites import Site
from inspector.domain.stored import Stored
from inspector.services.acts import Acts
from inspector.services.return_taking import AS_PREVIEWED, Decisions, ReturnPreview, taken
from inspector.storage.reading import Reading

_AT_ONCE = 40
"""Older photos looked at in one transaction."""


Likeness = Callable[[bytes], int]


class EvidenceService:
    """Compares photos of repairs with everything in the file. Meant for a worker thread."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def of_findings(self, findings: Sequence[str]) -> dict[str, tuple[Oddity, ...]]:
        """Finding id → what is odd about the photos of its repair; findings with nothing odd are left out."""
        with self._acts.reading() as view:
            photos = view.photos.of_findings(findings)
            after = [p for some in photos.values() for p in some if p.record.role is PhotoRole.AFTER]
            looks = view.photos.likeness_of([p.record.evidence_sha for p in after])
            asked = [_compared(p, looks.get(p.record.evidence_sha)) for p in after]
            return _judged(view, asked)

    def of_taken(self, photos: Mapping[str, tuple[str, PhotoTaken]]) -> dict[str, tuple[Oddity, ...]]:
        """Key → what is odd about a photo that is not stored yet; `photos` names the finding (id) each is meant for."""
        return self._of_new([_unstored(key, finding, photo) for key, (finding, photo) in photos.items()])

    def of_preview(self, preview: ReturnPreview, decisions: Decisions = AS_PREVIEWED) -> dict[str, tuple[Oddity, ...]]:
        """Key of a picture → what is odd about it at the finding it would go to, rows that wait included."""
        meant = {p.key: (r.finding.id, p) for f in preview.files for r in f.rows if r.finding for p in r.pictures}
        meant |= {p.key: (one.finding, p) for one in taken(preview, decisions) for p in one.pictures}
        return self._of_new(
            [
                # One at a time: a thousand photos do not fit into the memory of an old machine.
                _unstored(key, finding, preview.photos.photo(one.sha, one.spot.cell or one.name, keep_original=False))
                for key, (finding, one) in meant.items()
            ]
        )

    def _of_new(self, asked: Sequence[Compared]) -> dict[str, tuple[Oddity, ...]]:
        with self._acts.reading() as view:
            found = _judged(view, asked, asked)
        by_photo: dict[str, tuple[Oddity, ...]] = {}
        for oddity in (one for some in found.values() for one in some):
            by_photo[oddity.photo] = (*by_photo.get(oddity.photo, ()), oddity)
        return by_photo

    def look_at_older(self, progress: Progress) -> int:
        """Note how photos taken in by earlier versions look; returns how many. Raises `Cancelled` between portions."""
        from inspector.exchange.photo_likeness import likeness

        done = 0
        while True:
            with self._acts.reading() as view:
                waiting = view.photos.without_likeness(_AT_ONCE)
            if not waiting:
                return done
            progress(done, done + len(waiting))
            looks = {sha: self._look(sha, likeness) for sha in waiting}
            with self._acts.workspace.writing("photos-looked-at") as writing:
                for sha, bits in looks.items():
                    writing.keep_likeness(sha, f"{bits:016x}")
            done += len(waiting)

    def _look(self, sha: str, likeness: Likeness) -> int:
        """The bits of a stored photo; 0 for one that cannot be read any more, so that it is not asked again."""
        try:
            with self._acts.reading() as view:
                content = view.contents.photo(sha)
            return likeness(content)
        except Refused:
            return 0


def _judged(view: Reading, asked: Sequence[Compared], new: Sequence[Compared] = ()) -> dict[str, tuple[Oddity, ...]]:
    """Finding → oddities; `new` are photos that are not stored yet and are compared with as well."""
    findings = view.get_many(Finding, list({one.finding for one in asked}))
    sites = view.get_many(Site, list({f.record.site for f in findings.values()}))
    issued = view.get_many(Dispatch, list({f.record.dispatch for f in findings.values() if f.record.dispatch}))
    looks = chain(view.photos.likenesses(), ((one.evidence_sha, one.likeness) for one in new if one.likeness))
    near = alike({one.id: one.likeness for one in asked if one.likeness}, looks)
    shas = {one.evidence_sha for one in asked} | {sha for some in near.values() for sha in some}
    numbers = {key: finding.record.no for key, finding in findings.items()}
    others = [*_others(view, shas), *(replace(one, no=numbers.get(one.finding, "")) for one in new)]
    found: dict[str, tuple[Oddity, ...]] = {}
    for one in asked:
        finding = findings.get(one.finding)
        if finding is None:
            continue
        like = {one.evidence_sha, *near.get(one.id, ())}
        dispatch, site = issued.get(finding.record.dispatch), sites.get(finding.record.site)
        around = Around(
            issued_on=dispatch.record.issued_on if dispatch else None,
            latitude=site.record.latitude if site else None,
            longitude=site.record.longitude if site else None,
        )
        odd = oddities(one, [other for other in others if other.evidence_sha in like], around)
        if odd:
            found[one.finding] = (*found.get(one.finding, ()), *odd)
    return found


def _others(view: Reading, shas: Iterable[str]) -> list[Compared]:
    """Every stored photo with one of these evidence copies, with the number of its finding."""
    photos = view.photos.with_evidence(sorted(shas))
    looks = view.photos.likeness_of([p.record.evidence_sha for p in photos])
    numbers = {f.id: f.record.no for f in view.get_many(Finding, list({p.record.finding for p in photos})).values()}
    return [_compared(p, looks.get(p.record.evidence_sha), numbers.get(p.record.finding, "")) for p in photos]


def _compared(photo: Stored[Photo], likeness: int | None, no: str = "") -> Compared:
    record = photo.record
    return Compared(photo.id, record.finding, no, record.role, record.facts, record.evidence_sha, likeness or None)


def _unstored(key: str, finding: str, photo: PhotoTaken) -> Compared:
    sha = sha256(photo.copies.evidence).hexdigest()
    return Compared(key, finding, "", PhotoRole.AFTER, photo.facts, sha, _bits(photo.facts.likeness))


def _bits(likeness: str) -> int | None:
    """None for a picture nothing is known of; one of a single colour (0) is like nothing in particular."""
    return int(likeness, 16) or None if likeness else None
