"""好的做法: told in a few words with photos, kept with the inspection it was seen in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from inspector.domain.errors import Complaint, Refused
from inspector.domain.inspections import Inspection
from inspector.domain.photos import PhotoTaken
from inspector.domain.praises import ListedPraise, Praise, PraisePhoto
from inspector.domain.progress import Progress
from inspector.domain.sites import Site, Street
from inspector.domain.stored import Changed, Stored
from inspector.services.acts import Acts
from inspector.services.photos import Source
from inspector.storage.writing import Writing


class PraiseService:
    """Good practices."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def of_inspection(self, inspection: str) -> tuple[Stored[Praise], ...]:
        """What was praised in an inspection, in the order it was told."""
        with self._acts.reading() as view:
            return view.praises.of_inspection(inspection)

    def listed(self) -> tuple[ListedPraise, ...]:
        """Everything that was praised, the newest first, with names where ids would mean nothing."""
        with self._acts.reading() as view:
            praises = [one.record for one in view.praises.all()]
            sites = {key: one.record for key, one in view.get_many(Site, [one.site for one in praises]).items()}
            streets = {one.id: one.record.name for one in view.all(Street)}
        return tuple(_listed(one, sites.get(one.site), streets) for one in praises)

    def write_list(self, file: Path) -> int:
        """Write everything that was praised to a workbook, the newest first; returns how many. Meant for a worker.

        Raises `Refused`: "praise.none", "file.…".
        """
        from inspector.exchange.praise_list import write_praise_list

        praises = self.listed()
        if not praises:
            raise Refused("praise.none")
        with self._acts.reading() as view:
            issuer = view.registers.settings()["dispatch.issuer"]
        write_praise_list(praises, self._acts.today(), issuer, self._picture, file)
        return len(praises)

    def _picture(self, sha: str) -> bytes:
        with self._acts.reading() as view:
            return view.contents.photo(sha)

    def add(
        self, inspection: str, text: str, photos: Sequence[Source], progress: Progress
    ) -> tuple[str, tuple[Complaint, ...], Changed]:
        """Keep a praise with its photos in one act, finished inspections included. Meant for a worker.

        Returns its id and the photos that could not be read. Raises `Refused`: "praise.no-text", "inspection.missing".
        """
        if not text.strip():
            raise Refused("praise.no-text")
        from inspector.exchange.photo_batch import take_in_all

        read = [outcome for _, outcome in take_in_all(photos, False, progress)]
        refused = tuple(one for one in read if isinstance(one, Complaint))
        with self._acts.doing("praise-added") as writing:
            visit = writing.get(Inspection, inspection)
            if visit is None or visit.deleted:
                raise Refused("inspection.missing")
            kept = tuple(_kept(writing, one) for one in read if isinstance(one, PhotoTaken))
            entity = writing.new_id()
            by = self._acts.workspace.person
            writing.put(entity, Praise(visit.record.site, text.strip(), writing.now, by, inspection, kept))
        return entity, refused, writing.changed

    def remove(self, praise: str) -> Changed:
        """Lay it into the trash."""
        with self._acts.doing("praise-removed") as writing:
            writing.remove(Praise, praise)
        return writing.changed


def _listed(praise: Praise, site: Site | None, streets: Mapping[str, str]) -> ListedPraise:
    return ListedPraise(
        site=site.name if site else "",
        street=streets.get(site.street, "") if site else "",
        text=praise.text,
        seen_on=praise.seen_at.date(),
        seen_by=praise.seen_by,
        photos=tuple(photo.listed_sha for photo in praise.photos),
    )


def _kept(writing: Writing, taken: PhotoTaken) -> PraisePhoto:
    copies = taken.copies
    return PraisePhoto(
        name=taken.facts.name,
        original_sha=taken.facts.original_sha,
        evidence_sha=writing.keep_photo(copies.evidence),
        listed_sha=writing.keep_photo(copies.listed),
        thumb_sha=writing.keep_photo(copies.thumb),
    )
