"""反馈: lists that came back, shown before anything changes, then taken in as one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.domain.findings import Finding
from inspector.domain.names import name_index
from inspector.domain.photos import Photo
from inspector.domain.progress import Progress
from inspector.domain.replies import Reply
from inspector.domain.return_judging import judge_returns
from inspector.domain.returned_files import ReturnedFile
from inspector.domain.returns import FilePreview, PictureFate, RowPreview
from inspector.domain.sites import Site
from inspector.domain.sources import Source
from inspector.domain.stored import Changed
from inspector.exchange.returned_book import read_returned
from inspector.exchange.returned_folder import PictureFolder, new_picture_folder
from inspector.services.acts import Acts
from inspector.services.noting import Noted, NotingService, Spot
from inspector.services.return_decided import as_decided
from inspector.services.return_known import known_for
from inspector.services.return_report import HEADS, NEW, TITLE, report_lines
from inspector.services.return_sources import Sources, by_name, sources_in
from inspector.services.return_taking import (
    AS_PREVIEWED,
    Decisions,
    ReturnPreview,
    make_finding,
    require_unchanged,
    taken,
    write_answer,
)
from inspector.services.wording.sentences import Lang
from inspector.storage.reading import Reading
from inspector.storage.returns import Receipt

__all__ = ["AS_PREVIEWED", "Decisions", "Receipt", "ReturnPreview", "ReturnService", "Returned"]

_ACT = "return-imported"
_MOST_FILES_NAMED = 20
_MAY_BE_TAKEN = {PictureFate.ATTACHED, PictureFate.WAITING, PictureFate.LEFT}


@dataclass(frozen=True, slots=True)
class Returned:
    """What was taken in. Pictures a finding already had count nowhere."""

    replies: int
    photos: int
    changed: Changed


class ReturnService:
    """Previews and applies lists that came back."""

    def __init__(self, acts: Acts, noting: NotingService) -> None:
        self._acts = acts
        self._noting = noting

    def preview(self, paths: Sequence[Path], progress: Progress) -> ReturnPreview:
        """Read workbooks, photos, folders and zips and say what an import would do. Meant for a worker thread.

        Nothing changes. A file that cannot be read is a file with a complaint. Raises `Cancelled`,
        `Refused("file.disk-full")`.
        """
        folder = new_picture_folder()
        try:
            sources = sources_in(paths, folder.path, progress)
            files = _read_all(sources, folder.path, progress)
            return ReturnPreview(self._judge(files, sources, folder, progress), folder)
        except BaseException:
            folder.close()
            raise

    def proposed(self, row: RowPreview) -> Noted:
        """What a row nobody knows says as a finding of its own, for a person to look over: a site the register does not
        know stands in front of the place.
        """
        with self._acts.reading() as view:
            sites = name_index((site.id, (site.record.name,)) for site in view.all(Site))
        ours = row.row.ours
        site = sites.one(ours.site)
        location = ours.location if site else " ".join(filter(None, (ours.site, ours.location)))
        due = ours.due if isinstance(ours.due, date) else None
        return Noted(Spot(site, location=location), text=ours.text, unit=row.unit, due_on=due, source=Source.UNIT)

    def apply(self, preview: ReturnPreview, decisions: Decisions = AS_PREVIEWED) -> Returned:
        """Take in what the preview accepts and what a person decided, as one act that is undone as one.

        Raises `Refused`: "return.changed-meanwhile" when a finding changed after the preview, "finding.missing", and
        for new findings what `NotingService.make` raises.
        """
        answers = taken(preview, decisions)
        names = list(dict.fromkeys(one.file for one in answers))[:_MOST_FILES_NAMED]
        photos = 0
        with self._acts.doing(_ACT, "、".join(names)) as writing:
            keep = writing.registers.settings()["photos.keep_originals"] == "yes"
            require_unchanged(writing, answers)
            person = self._acts.workspace.person
            for one in answers:
                answer = one
                if one.new:
                    answer, shown = make_finding(writing, one, one.new, self._noting, preview.photos, keep=keep)
                    photos += shown
                photos += write_answer(writing, answer, preview.photos, person, keep=keep)
        return Returned(len(answers), photos, writing.changed)

    def received(self, most: int = 20) -> tuple[Receipt, ...]:
        """The last imports, the newest first, those that were taken back among them."""
        with self._acts.reading() as view:
            return view.returns.received(most)

    def take_back(self, receipt: Receipt) -> Changed:
        """Undo a whole import, also one of an earlier day, as a new act that can be undone itself.

        Raises `Refused("return.later-work")`, with the number of the first finding something was done with since.
        """
        with self._acts.doing("return-taken-back", "、".join(receipt.files)[:500]) as writing:
            try:
                writing.take_back(writing.history(receipt.reply)[0].change)
            except Refused as refused:
                if refused.complaint.code != "undo.changed-since":
                    raise
                no = _number_of(writing, refused.complaint.place.item)
                raise Refused("return.later-work", Place(item=no), no=no) from refused
        return writing.changed

    def save_report(self, preview: ReturnPreview, file: Path, lang: Lang, decisions: Decisions = AS_PREVIEWED) -> None:
        """Write every row and picture with its number in the unit's file, what becomes of it, and the sums.

        Raises `Refused("file.…")`.
        """
        from inspector.exchange.plain_book import write_plain_book

        with self._acts.reading() as view:
            named = view.get_many(Finding, list(set(decisions.rows.values())))
        numbers = {row: named[entity].record.no for row, entity in decisions.rows.items() if entity in named}
        numbers |= dict.fromkeys(decisions.new, NEW[lang])
        write_plain_book(file, TITLE[lang], HEADS[lang], report_lines(as_decided(preview, decisions), lang, numbers))

    def _judge(
        self, files: list[ReturnedFile], sources: Sources, folder: PictureFolder, progress: Progress
    ) -> tuple[FilePreview, ...]:
        today = self._acts.today()
        with self._acts.reading() as view:
            numbered = {one.record.no: one.record.no for one in view.returns.numbered(sorted(sources.numbers))}
            start = len(files)
            files += [by_name(group, start + n, numbered, folder) for n, group in enumerate(sources.groups)]
            known = known_for(view, files, today, {})
        ours = {sha for one in known.findings.values() for sha in (*one.sent_shas, *one.after_shas)}
        named = [(f"{f.path.name} {p.spot.cell or p.name}", p.sha) for f in files for p in f.pictures]
        folder.convert([(sha, name) for name, sha in named if sha not in ours], progress)
        judged = judge_returns(files, replace(known, unreadable=folder.refused, looks=folder.looks))
        # One that was sent or taken in before lies where it may be wanted all the same.
        wanted = {p.picture.sha for f in judged for p in f.pictures if p.fate in _MAY_BE_TAKEN}
        folder.convert([(sha, name) for name, sha in named if sha in wanted], progress)
        return judged


def _read_all(sources: Sources, folder: Path, progress: Progress) -> list[ReturnedFile]:
    read = []
    for number, file in enumerate(sources.workbooks):
        progress(number, len(sources.workbooks), file.name)
        try:
            read.append(read_returned(file, number, folder))
        except Refused as refused:
            read.append(ReturnedFile(file, complaints=(refused.complaint,)))
    return [*read, *sources.refused]


def _number_of(view: Reading, entity: str) -> str:
    """The 问题编号 of a finding, or of the one a reply or photo belongs to."""
    reply, photo = view.get(Reply, entity), view.get(Photo, entity)
    owner = reply.record.finding if reply else photo.record.finding if photo else entity
    finding = view.get(Finding, owner)
    return finding.record.no if finding else ""
