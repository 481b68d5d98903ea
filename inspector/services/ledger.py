"""台账: finding findings, and the whole story of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.id_list import IdList
from inspector.domain.ledger import LedgerQuery, LedgerRow
from inspector.domain.lifecycle import Move, after, impossible
from inspector.domain.moving import possible_moves
from inspector.domain.photos import Photo
from inspector.domain.progress import Progress, silent
from inspector.domain.stored import Changed, Stored
from inspector.services.acts import Acts
from inspector.services.history import Event, events
from inspector.services.life_story import life_story


@dataclass(frozen=True, slots=True)
class FindingStory:
    """One finding with everything the detail panel shows."""

    id: str
    finding: Finding
    line: LedgerRow
    photos: tuple[Stored[Photo], ...]
    events: tuple[Event, ...]
    moves: tuple[Move, ...] = ()
    """What can be done with it by hand, the next sensible one first."""
    earlier: LedgerRow | None = None
    """The closed finding that came back with this one (反弹)."""


class LedgerService:
    """Reads the ledger and changes what an office may change there."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def ids(self, asked: LedgerQuery, progress: Progress = silent) -> IdList:
        """Everything asked for, in order; rows are fetched as they are shown."""
        with self._acts.reading() as view:
            return view.findings.ledger_ids(asked, progress)

    def first(self, asked: LedgerQuery, most: int) -> tuple[LedgerRow, ...]:
        """The first lines of it: at half a million findings they are there long before all ids are."""
        with self._acts.reading() as view:
            ids = view.findings.first_of_ledger(asked, most)
            lines = view.findings.ledger_rows(ids, self._acts.today())
        return tuple(lines[one] for one in ids)

    def count(self, asked: LedgerQuery) -> int:
        """How many findings answer."""
        with self._acts.reading() as view:
            return view.findings.ledger_count(asked)

    def counts(self) -> dict[FindingStatus, int]:
        """How many stand in each state."""
        with self._acts.reading() as view:
            return view.findings.counts_by_status()

    def overdue_count(self) -> int:
        """How many are past their deadline and still wait for their unit."""
        return self.count(LedgerQuery(overdue_on=self._acts.today()))

    def rows(self, ids: Sequence[str]) -> dict[str, LedgerRow]:
        """The lines of these findings."""
        with self._acts.reading() as view:
            return view.findings.ledger_rows(ids, self._acts.today())

    def numbered(self, numbers: Sequence[str]) -> dict[str, str]:
        """Number → id of these findings; numbers nobody has are left out."""
        with self._acts.reading() as view:
            return {one.record.no: one.id for one in view.returns.numbered(numbers)}

    def story(self, finding: str) -> FindingStory:
        """One finding with photos and history. Raises `Refused("finding.missing")`."""
        with self._acts.reading() as view:
            found = view.get(Finding, finding)
            earlier = found.record.recurrence_of if found else ""
            lines = view.findings.ledger_rows(list(filter(None, (finding, earlier))), self._acts.today())
            if found is None or finding not in lines:
                raise Refused("finding.missing")
            photos = view.photos.of_findings([finding]).get(finding, ())
            asked = finding in view.moves.open_requests([finding])
            moves = possible_moves(found.record.status, asked=asked)
            told = life_story(view, finding)
            return FindingStory(finding, found.record, lines[finding], photos, told, moves, lines.get(earlier))

    def history(self, entity: str) -> tuple[Event, ...]:
        """Who changed a record of any kind, what, when and why."""
        with self._acts.reading() as view:
            return events(view.history(entity))

    def void(self, findings: Sequence[str], reason: str) -> Changed:
        """作废: recorded by mistake or twice; the reason stands in the history.

        Raises `Refused("reason.missing")`, and `RefusedAll` when one of them is in a state that cannot become void.
        """
        if not reason.strip():
            raise Refused("reason.missing")
        with self._acts.doing("void", reason) as writing:
            chosen = writing.get_many(Finding, findings)
            refused = impossible(Move.VOID, (found.record for found in chosen.values()))
            if refused:
                raise RefusedAll(refused)
            for entity, found in chosen.items():
                writing.put(entity, replace(found.record, status=after(Move.VOID, found.record)))
        return writing.changed
