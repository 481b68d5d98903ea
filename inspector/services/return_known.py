"""Everything the workspace knows about what returned files may mean, read in one view."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from inspector.domain.errors import Complaint
from inspector.domain.findings import Finding
from inspector.domain.kinds import KINDS
from inspector.domain.names import name_index
from inspector.domain.photos import Photo, PhotoRole
from inspector.domain.records import from_canonical
from inspector.domain.return_matching import plain_number
from inspector.domain.returned_files import ReturnedFile
from inspector.domain.returns import Known, KnownFinding, ShownPhoto
from inspector.domain.sites import Site
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.storage.reading import Reading


def known_for(view: Reading, files: Sequence[ReturnedFile], today: date, unreadable: Mapping[str, Complaint]) -> Known:
    """What the rows of these files are matched with; `unreadable` are pictures no photo program takes."""
    issued = view.dispatches.newest_first()
    dispatches = {one.id: one.record.issued_on for one in issued}
    marks = [row.mark.split(":") for file in files for row in file.rows if row.mark.count(":") == 2]
    return Known(
        today=today,
        findings=known_findings(view, _meant(view, files, dispatches, [mark[0] for mark in marks])),
        dispatches=dispatches,
        versions=_versions(view, {mark[1] for mark in marks}),
        units=name_index((unit.id, (unit.record.name, *unit.record.aliases)) for unit in view.all(Unit)),
        unreadable=unreadable,
        issued_at={one.id: one.record.made_at for one in issued if one.record.made_at},
    )


def known_findings(view: Reading, findings: Mapping[str, Stored[Finding]]) -> dict[str, KnownFinding]:
    """These findings with site, answers and photos."""
    ids = list(findings)
    photos, replies = view.photos.of_findings(ids), view.returns.replies_of(ids)
    looks = view.photos.likeness_of([one.record.evidence_sha for entity in ids for one in _before(photos, entity)])
    sites = view.get_many(Site, list({one.record.site for one in findings.values()}))
    return {
        entity: KnownFinding(
            id=entity,
            finding=one.record,
            revision=one.revision,
            site_name=sites[one.record.site].record.name if one.record.site in sites else "",
            replies=tuple(reply.record for reply in replies.get(entity, ())),
            sent_looks=frozenset(
                looks[p.record.evidence_sha] for p in _before(photos, entity) if p.record.evidence_sha in looks
            ),
            sent_shas=_shas(photos.get(entity, ()), PhotoRole.BEFORE),
            after_shas=_shas(photos.get(entity, ()), PhotoRole.AFTER),
            before=_shown(photos.get(entity, ()), PhotoRole.BEFORE),
            after=_shown(photos.get(entity, ()), PhotoRole.AFTER),
        )
        for entity, one in findings.items()
    }


def _meant(
    view: Reading, files: Sequence[ReturnedFile], dispatches: Mapping[str, date], marked: Sequence[str]
) -> dict[str, Stored[Finding]]:
    """The findings the files name by id or number, those of their dispatches, and open ones at sites they name."""
    numbers = {plain_number(row.ours.no) for file in files for row in file.rows if row.ours.no}
    found = dict(view.get_many(Finding, marked))
    found |= {one.id: one for one in view.returns.numbered(sorted(numbers))}
    for dispatch in {file.dispatch for file in files} & dispatches.keys():
        found |= {one.id: one for one in view.findings.of_dispatch(dispatch)}
    named = {one.record.no for one in found.values()}
    lost = [r for f in files for r in f.rows if plain_number(r.ours.no) not in named and r.ours.site]
    if lost:
        sites = name_index((site.id, (site.record.name,)) for site in view.all(Site))
        wanted = {site for name in {row.ours.site for row in lost} for site in sites.find(name)}
        found |= {one.id: one for site in sorted(wanted) for one in view.findings.open_of_site(site)}
    return found


def _versions(view: Reading, revisions: Iterable[str]) -> dict[str, Finding]:
    found = {}
    for revision in revisions:
        version = view.revision(revision)
        if version and version.kind == KINDS[Finding]:
            found[revision] = from_canonical(Finding, version.body)
    return found


def _shas(photos: Iterable[Stored[Photo]], role: PhotoRole) -> frozenset[str]:
    """Of photos before: the list pictures that were sent. Of photos after: the files that came."""
    of_role = (photo.record for photo in photos if photo.record.role is role)
    return frozenset(p.listed_sha if role is PhotoRole.BEFORE else p.facts.original_sha for p in of_role)


def _shown(photos: Iterable[Stored[Photo]], role: PhotoRole) -> tuple[ShownPhoto, ...]:
    of_role = (photo.record for photo in photos if photo.record.role is role)
    return tuple(ShownPhoto(photo.thumb_sha, photo.listed_sha) for photo in of_role)


def _before(photos: Mapping[str, Sequence[Stored[Photo]]], finding: str) -> list[Stored[Photo]]:
    return [one for one in photos.get(finding, ()) if one.record.role is PhotoRole.BEFORE]
