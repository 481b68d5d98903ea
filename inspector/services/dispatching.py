"""交办: number a batch, write one workbook a unit and the summary, and hand the findings over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from inspector.domain.dispatches import Dispatch
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.findings import Finding
from inspector.domain.lifecycle import Move, after
from inspector.domain.progress import Progress
from inspector.domain.stored import UNCHANGED, Changed, Stored
from inspector.services.acts import Acts
from inspector.services.deadlines import Deadlines
from inspector.services.dispatch_files import SUMMARY_NAME, DispatchFiles, Written, WrittenFile, lists_of, zip_beside
from inspector.services.dispatch_plans import BLOCKING, DispatchPlan, PlannedFinding, plan
from inspector.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Issued:
    """A dispatch that stands: its files, and what could not be written into them."""

    dispatch: str
    number: str
    folder: Path
    files: tuple[WrittenFile, ...]
    summary: Path
    zip: Path
    complaints: tuple[Complaint, ...]
    changed: Changed


class DispatchService:
    """From the findings that wait to the folder that is sent."""

    def __init__(self, acts: Acts, deadlines: Deadlines) -> None:
        self._acts = acts
        self._deadlines = deadlines
        self._files = DispatchFiles(acts)

    def plan(self, findings: Sequence[str] | None = None, issued_on: date | None = None) -> DispatchPlan:
        """What would leave: the chosen findings, or all that wait."""
        with self._acts.reading() as view:
            return plan(view, self._deadlines, issued_on or self._acts.today(), findings)

    def issue(self, chosen: DispatchPlan, parent: Path, issued_by: str, progress: Progress) -> Issued:
        """Write the files beside each other, then take the number and hand over the findings, then show the folder.

        The order keeps every interruption harmless: before the number is taken nothing has happened; after it the
        files can be written again at any time (`rewrite`). A number taken is never given back: should the folder fail
        to appear after that, the dispatch stands without files and its complaints say so ("dispatch.files-missing").
        Raises `Refused`: "dispatch.nothing", "dispatch.blocked", "dispatch.changed-meanwhile", "file.…"; and
        `Cancelled`.
        """
        if not chosen.findings:
            raise Refused("dispatch.nothing")
        blocked = [f for f in chosen.findings if BLOCKING & set(f.doubts)]
        if blocked:
            raise Refused("dispatch.blocked", Place(item=blocked[0].finding.no), number=str(len(blocked)))
        entity = self._acts.workspace.fresh_id()
        with self._acts.reading() as view:
            lists = lists_of(view, entity, chosen, issued_by)
        folder = self._files.folder_for(parent, chosen.number)
        changed = UNCHANGED
        try:
            with self._files.staged(folder, lists, progress) as written:
                changed = self._hand_over(entity, chosen, folder, issued_by)
        except Refused as refused:
            if not changed:
                raise
            nothing = Written((), folder / SUMMARY_NAME, (_without_files(folder, chosen.number), refused.complaint))
            return self._issued(entity, chosen.number, folder, nothing, changed)
        return self._shown(entity, chosen.number, folder, written, changed)

    def rewrite(self, dispatch: str, parent: Path, progress: Progress) -> Issued:
        """Write the files of an earlier dispatch again from what was handed over.

        Raises `Refused`: "dispatch.missing", "file.…".
        """
        with self._acts.reading() as view:
            found = view.get(Dispatch, dispatch)
            if found is None:
                raise Refused("dispatch.missing")
            lists = self._files.lists_again(view, found)
        record = found.record
        folder = self._files.folder_for(parent, record.number)
        with self._files.staged(folder, lists, progress) as written:
            pass
        return self._shown(dispatch, record.number, folder, written, UNCHANGED)

    def batches(self) -> tuple[Stored[Dispatch], ...]:
        """Earlier dispatches, the newest first."""
        with self._acts.reading() as view:
            return view.dispatches.newest_first()

    def _shown(self, entity: str, number: str, folder: Path, written: Written, changed: Changed) -> Issued:
        """The folder stands; the zip beside it is packed from it."""
        complaints = self._files.zip(folder, _uninterrupted)
        told = replace(written, complaints=(*written.complaints, *complaints))
        return self._issued(entity, number, folder, told, changed)

    def _issued(self, entity: str, number: str, folder: Path, written: Written, changed: Changed) -> Issued:
        return Issued(
            dispatch=entity,
            number=number,
            folder=folder,
            files=written.moved_to(folder),
            summary=folder / written.summary.name,
            zip=zip_beside(folder),
            complaints=written.complaints,
            changed=changed,
        )

    def _hand_over(self, entity: str, chosen: DispatchPlan, folder: Path, issued_by: str) -> Changed:
        with self._acts.doing("dispatched", undoable=False) as writing:
            if writing.dispatches.next_serial(chosen.year) != chosen.serial:
                raise Refused("dispatch.number-taken", number=chosen.number)
            record = Dispatch(
                number=chosen.number,
                year=chosen.year,
                serial=chosen.serial,
                issued_on=chosen.issued_on,
                reply_by=chosen.reply_by,
                issued_by=issued_by,
                made_at=writing.now,
                folder=str(folder),
                findings=len(chosen.findings),
                units=len(chosen.shares),
            )
            writing.put(entity, record)
            for share in chosen.shares:
                for seq, one in enumerate(share.leads, 1):
                    _hand_over_finding(writing, entity, one, seq)
        return writing.changed


def _hand_over_finding(writing: Writing, dispatch: str, one: PlannedFinding, seq: int) -> None:
    stands = writing.get(Finding, one.id)
    if stands is None or stands.revision != one.revision:
        raise Refused("dispatch.changed-meanwhile", Place(item=one.finding.no))
    handed = replace(
        one.finding, status=after(Move.DISPATCH, one.finding), dispatch=dispatch, dispatch_seq=seq, due_on=one.due_on
    )
    writing.put(one.id, handed)


def _without_files(folder: Path, number: str) -> Complaint:
    return Complaint("dispatch.files-missing", Place(file=str(folder)), (("number", number),))


def _uninterrupted(done: int, of: int, what: str = "") -> None:
    """The number is taken: packing the zip is no longer asked whether to stop."""
