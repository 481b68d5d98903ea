"""The files of a dispatch: which lists there are, and how they appear whole in one folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.dispatches import Dispatch
from inspector.domain.errors import Complaint, Refused
from inspector.domain.findings import Finding
from inspector.domain.photos import PhotoRole
from inspector.domain.progress import Progress
from inspector.domain.rectification_list import DispatchSummary, ListRow, RectificationList, list_revision
from inspector.domain.stored import Stored
from inspector.exchange.dispatch_zip import write_zip
from inspector.exchange.file_names import safe_name, unique_names
from inspector.exchange.safe_files import require_space, stage_folder
from inspector.services.acts import Acts
from inspector.services.dispatch_plans import (
    LIST_BYTES,
    DispatchPlan,
    PlannedFinding,
    UnitShare,
    shares,
    unit_names,
)
from inspector.storage.reading import Reading

TITLE = "全国文明城市创建问题整改清单"
SUMMARY_NAME = "交办汇总.xlsx"
LIST_PREFIX = "整改清单-"
_ROW_BYTES = 2_000
"""What a row takes besides its photos, at most as a rule."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One unit's workbook."""

    unit: str
    path: Path
    findings: int
    photos: int


@dataclass(frozen=True, slots=True)
class Written:
    """The files in the staged folder."""

    files: tuple[WrittenFile, ...]
    summary: Path
    complaints: tuple[Complaint, ...]

    def moved_to(self, folder: Path) -> tuple[WrittenFile, ...]:
        """The files where they lie once the folder has its name."""
        return tuple(replace(file, path=folder / file.path.name) for file in self.files)


class DispatchFiles:
    """Writes the lists of a dispatch."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def folder_for(self, parent: Path, number: str) -> Path:
        """The folder named for the dispatch; an existing one of that name is not touched, a number is added."""
        wanted = parent / safe_name(f"交办 {number}")
        again = 2
        folder = wanted
        while folder.exists():
            folder = wanted.with_name(f"{wanted.name}（{again}）")
            again += 1
        return folder

    @contextmanager
    def staged(self, folder: Path, lists: DispatchSummary, progress: Progress) -> Iterator[Written]:
        """Everything written into a hidden folder that gets its name when the block ends well."""
        require_space(folder.parent, 2 * self._bytes(lists))  # the zip takes as much again
        with stage_folder(folder) as draft:
            yield self._write(draft, lists, progress)

    def zip(self, folder: Path, progress: Progress) -> tuple[Complaint, ...]:
        """A zip beside the folder. The folder stands: a zip that cannot be written is told, not raised."""
        try:
            write_zip(folder, zip_beside(folder), progress)
        except Refused as refused:
            return (refused.complaint,)
        return ()

    def lists_again(self, view: Reading, dispatch: Stored[Dispatch]) -> DispatchSummary:
        """The lists of an earlier dispatch, from its findings as they are now."""
        findings = view.findings.of_dispatch(dispatch.id)
        lines = view.findings.ledger_rows([f.id for f in findings], dispatch.record.issued_on)
        photos = view.photos.of_findings([f.id for f in findings])
        planned = [
            PlannedFinding(
                f.id, f.revision, f.record, lines[f.id], f.record.due_on,
                tuple(p.record for p in photos.get(f.id, ()) if p.record.role is PhotoRole.BEFORE), (),
            )
            for f in findings
        ]  # fmt: skip
        return _summary(view, dispatch.id, dispatch.record, shares(planned, unit_names(view)))

    def _bytes(self, lists: DispatchSummary) -> int:
        """What all workbooks will take, measured by their photos."""
        photos = [sha for one in lists.lists for row in one.rows for sha in row.photos]
        rows = sum(len(one.rows) for one in lists.lists)
        with self._acts.reading() as view:
            sizes = view.contents.photo_sizes(photos)
        return sum(sizes.get(sha, 0) for sha in photos) + rows * _ROW_BYTES + (len(lists.lists) + 1) * LIST_BYTES

    def _write(self, draft: Path, lists: DispatchSummary, progress: Progress) -> Written:
        # Loaded here, on the worker: the workbook library takes longer to load than the page that plans.
        from inspector.exchange.dispatch_summary import write_dispatch_summary
        from inspector.exchange.rectification_list import write_rectification_list

        names = unique_names((f"{LIST_PREFIX}{one.unit_name}" for one in lists.lists), ".xlsx")
        files: list[WrittenFile] = []
        complaints: list[Complaint] = []
        for number, (one, name) in enumerate(zip(lists.lists, names, strict=True), 1):
            progress(number, len(names), one.unit_name)
            written = write_rectification_list(one, self._picture, draft / name, _quiet(progress, number, len(names)))
            files.append(WrittenFile(one.unit_name, written.path, written.findings, written.photos))
            complaints += written.complaints
        progress(len(names), len(names), SUMMARY_NAME)
        write_dispatch_summary(lists, draft / SUMMARY_NAME)
        return Written(tuple(files), draft / SUMMARY_NAME, tuple(complaints))

    def _picture(self, sha: str) -> bytes:
        with self._acts.reading() as view:
            return view.contents.photo(sha)


def zip_beside(folder: Path) -> Path:
    """Where the zip of a dispatch's folder lies."""
    return folder.with_name(f"{folder.name}.zip")


def lists_of(view: Reading, dispatch: str, chosen: DispatchPlan, issued_by: str) -> DispatchSummary:
    """The lists a plan gives, one a unit, helpers included."""
    record = Dispatch(
        number=chosen.number,
        year=chosen.year,
        serial=chosen.serial,
        issued_on=chosen.issued_on,
        reply_by=chosen.reply_by,
        issued_by=issued_by,
    )
    return _summary(view, dispatch, record, chosen.shares)


def _summary(view: Reading, entity: str, dispatch: Dispatch, shares: tuple[UnitShare, ...]) -> DispatchSummary:
    units = unit_names(view)
    issuer = view.registers.settings()["dispatch.issuer"]
    rows = {share.unit: _rows(share, units) for share in shares}
    lists = tuple(
        RectificationList(
            dispatch_id=entity,
            unit_id=share.unit,
            unit_name=share.name,
            number=dispatch.number,
            title=f"{TITLE}（{share.name}）",
            issuer=issuer,
            issued_on=dispatch.issued_on,
            reply_by=dispatch.reply_by,
            rows=rows[share.unit],
            issued_by=dispatch.issued_by,
            revision=list_revision(rows[share.unit]),
        )
        for share in shares
    )
    return DispatchSummary(
        dispatch_id=entity,
        number=dispatch.number,
        title="交办汇总",
        issuer=issuer,
        issued_on=dispatch.issued_on,
        reply_by=dispatch.reply_by,
        lists=lists,
        issued_by=dispatch.issued_by,
    )


def _rows(share: UnitShare, units: dict[str, str]) -> tuple[ListRow, ...]:
    ordered = [(one, False) for one in share.leads] + [(one, True) for one in share.helps]
    return tuple(_row(one, seq, units, share.unit, helping=helping) for seq, (one, helping) in enumerate(ordered, 1))


def _row(one: PlannedFinding, seq: int, units: dict[str, str], reader: str, *, helping: bool) -> ListRow:
    finding: Finding = one.finding
    return ListRow(
        finding_id=one.id,
        no=finding.no,
        seq=seq,
        kind_name=one.line.kind_name,
        site_name=one.line.site_name,
        text=finding.text,
        location=finding.location,
        photos=tuple(photo.listed_sha for photo in one.photos),
        requirement=finding.requirement,
        time_limit=finding.time_limit,
        due_on=one.due_on,
        revision=one.revision,
        lead_unit=units.get(finding.unit, "") if helping else "",
        co_units=tuple(units.get(unit, "") for unit in finding.co_units if unit != reader),
    )


def _quiet(progress: Progress, number: int, units: int) -> Progress:
    """Steps inside a workbook may cancel, but do not move the count of units."""

    def inside(done: int, of: int, what: str = "") -> None:
        progress(number, units, f"{what} {done}/{of}" if of else what)

    return inside
