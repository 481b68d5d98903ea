"""复查: the round of findings to look at, one finding in full, the sheet for the way, and results keyed in from it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerQuery, LedgerRow
from inspector.domain.photos import Photo, PhotoRole
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.replies import Reply
from inspector.domain.stored import Stored
from inspector.services.acts import Acts
from inspector.services.moves import Moved, MoveService
from inspector.storage.reading import Reading

_PRINTED = "printed-recheck"


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One finding of the round; `result` is what was seen today, None while nobody looked."""

    line: LedgerRow
    result: RecheckResult | None


@dataclass(frozen=True, slots=True)
class Look:
    """One finding as it is re-inspected; `fresh` are photos taken there since the last look that counted, or by it."""

    id: str
    finding: Finding
    line: LedgerRow
    before: tuple[Stored[Photo], ...]
    after: tuple[Stored[Photo], ...]
    fresh: tuple[Stored[Photo], ...]
    reply: Reply | None
    today: Recheck | None

    @property
    def waits(self) -> bool:
        """It can be judged now."""
        return self.finding.status is FindingStatus.REPLIED


class RecheckService:
    """Re-inspections as the page and the sheet see them; the moves themselves are `MoveService.recheck`."""

    def __init__(self, acts: Acts, moves: MoveService) -> None:
        self._acts = acts
        self._moves = moves

    def round(self, streets: Sequence[str] = (), units: Sequence[str] = ()) -> tuple[RoundLine, ...]:
        """Everything that waits for a look, and what was looked at today, by street, site and number."""
        today = self._acts.today()
        asked = LedgerQuery(streets=tuple(streets), units=tuple(units), statuses=(FindingStatus.REPLIED,))
        with self._acts.reading() as view:
            seen = {one.record.finding: one.record.result for one in view.moves.looked_at_since(today)}
            waiting = list(view.findings.ledger_ids(asked))
            lines = view.findings.ledger_rows(waiting, today)
            done = view.findings.ledger_rows([one for one in seen if one not in lines], today)
            if streets or units:
                done = {k: r for k, r in done.items() if self._asked_for(view, k, streets, units)}
        every = [RoundLine(line, seen.get(one)) for one, line in (lines | done).items()]
        return tuple(sorted(every, key=_order))

    def waiting(self) -> int:
        """How many wait for a look."""
        with self._acts.reading() as view:
            return view.findings.ledger_count(LedgerQuery(statuses=(FindingStatus.REPLIED,)))

    def look(self, finding: str) -> Look:
        """One finding with what is needed to judge it. Raises `Refused("finding.missing")`."""
        today = self._acts.today()
        with self._acts.reading() as view:
            found = view.get(Finding, finding)
            line = view.findings.ledger_rows([finding], today).get(finding)
            if found is None or line is None:
                raise Refused("finding.missing")
            photos = view.photos.of_findings([finding]).get(finding, ())
            looks = [one.record for one in view.moves.of_findings(Recheck, [finding]).get(finding, ())]
            replies = view.moves.of_findings(Reply, [finding]).get(finding, ())
        last = looks[-1] if looks and looks[-1].at.date() == today else None
        old = {photo for look in looks if look is not last for photo in look.photos}
        return Look(
            id=finding,
            finding=found.record,
            line=line,
            before=tuple(p for p in photos if p.record.role is PhotoRole.BEFORE),
            after=tuple(p for p in photos if p.record.role is PhotoRole.AFTER),
            fresh=tuple(p for p in photos if p.record.role is PhotoRole.RECHECK and p.id not in old),
            reply=replies[-1].record if replies else None,
            today=last,
        )

    def print_sheet(self, findings: Sequence[str], file: Path) -> int:
        """Write the sheet to take along, numbered from 1, and remember which number is which finding; returns how many.

        Raises `Refused`: "recheck.nothing", "file.…".
        """
        from inspector.exchange.recheck_sheet import SheetLine, write_recheck_sheet

        looks = [self.look(one) for one in findings]
        if not looks:
            raise Refused("recheck.nothing")
        lines = [
            SheetLine(
                no=look.finding.no,
                site=look.line.site_name,
                street=look.line.street_name,
                place=look.finding.location,
                text=look.finding.text,
                unit=look.line.unit_name,
                said=look.reply.said.measures if look.reply else "",
                photo=look.before[0].record.listed_sha if look.before else "",
            )
            for look in looks
        ]
        write_recheck_sheet(lines, self._acts.today(), self._picture, file)
        with self._acts.workspace.writing("recheck-printed") as writing:
            writing.take_note(_PRINTED, json.dumps(list(findings)))
        return len(lines)

    def printed(self, number: str) -> str:
        """The finding (id) a number of the last printed sheet means, or a finding's own number.

        Raises `Refused("recheck.number")` for any other.
        """
        with self._acts.reading() as view:
            kept: list[str] = json.loads(view.contents.note(_PRINTED) or "[]")
            if number.isdecimal() and 1 <= int(number) <= len(kept):
                return kept[int(number) - 1]
            named = view.returns.numbered([number.upper()])
        if not named:
            raise Refused("recheck.number", Place(item=number), most=str(len(kept)))
        return named[0].id

    def key_in(self, number: str, result: RecheckResult, note: str, by: str) -> Moved:
        """A result from the sheet, in the name of who looked. Raises `Refused("recheck.number")`."""
        return self._moves.recheck(self.printed(number), result, note, by=by)

    def _picture(self, sha: str) -> bytes:
        with self._acts.reading() as view:
            return view.contents.photo(sha)

    def _asked_for(self, view: Reading, finding: str, streets: Sequence[str], units: Sequence[str]) -> bool:
        found = view.get(Finding, finding)
        return bool(
            found and (not streets or found.record.street in streets) and (not units or found.record.unit in units)
        )


def _order(one: RoundLine) -> tuple[str, str, int, str]:
    return one.line.street_name, one.line.site_name, len(one.line.no), one.line.no
