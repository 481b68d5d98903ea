"""Moves of findings by hand: many at once in one transaction, each accepted, unchanged or refused with its reason."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inspector.domain.errors import Complaint, Refused, RefusedAll
from inspector.domain.extensions import Decision, Extension
from inspector.domain.findings import Finding
from inspector.domain.lifecycle import Move
from inspector.domain.moving import BY_HAND, Given, Scene, is_done_already, lacking, moved, possible_moves
from inspector.domain.photos import PhotoRole, PhotoTaken
from inspector.domain.progress import Progress
from inspector.domain.rechecks import Recheck, RecheckResult, reporters
from inspector.domain.redirections import Redirection
from inspector.domain.replies import Outcome, Reply, Said
from inspector.domain.stored import Changed, Stored
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.photos import Source, keep_photo
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing

_RESULTS = {Move.PASS_RECHECK: RecheckResult.PASSED, Move.SEND_BACK: RecheckResult.FAILED}
NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a batch: every finding is in exactly one of the three (ids; a refusal names the number)."""

    accepted: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[Complaint, ...]
    changed: Changed


class MoveService:
    """Every move a person makes with findings that were recorded."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def possible(self, findings: Collection[str]) -> dict[Move, int]:
        """How many of these can make each move, the next sensible move first. All of a large file take a second."""
        with self._acts.reading() as view:
            asked = view.moves.with_open_requests()
            states = Counter((status, one in asked) for one, status in view.findings.states_of(findings))
        counted: Counter[Move] = Counter()
        for (status, waits), number in states.items():
            counted.update(dict.fromkeys(possible_moves(status, asked=waits), number))
        return {move: counted[move] for move in BY_HAND if move in counted}

    def read_photos(
        self, sources: Sequence[Source], progress: Progress
    ) -> tuple[tuple[PhotoTaken, ...], tuple[Complaint, ...]]:
        """Photos and scans made ready to be given with a move, and what could not be read. Meant for a worker."""
        from inspector.exchange.photo_batch import take_in_all

        with self._acts.reading() as view:
            keep = view.registers.settings()["photos.keep_originals"] == "yes"
        outcomes = [outcome for _name, outcome in take_in_all(sources, keep, progress)]
        taken = tuple(one for one in outcomes if isinstance(one, PhotoTaken))
        return taken, tuple(one for one in outcomes if isinstance(one, Complaint))

    def make(self, move: Move, findings: Sequence[str], given: Given = NOTHING) -> Moved:
        """Make one move with all of these as one act; nothing is raised for a finding that cannot make it."""
        if move not in BY_HAND:
            raise ValueError(move)
        accepted: list[str] = []
        unchanged: list[str] = []
        refused: list[Complaint] = []
        with self._acts.doing(str(move), given.reason.strip()) as writing:
            around = _Around(writing, list(dict.fromkeys(findings)), self._acts, given)
            for entity in around.asked_for:
                found = around.findings.get(entity)
                if found is None:
                    refused.append(Complaint("finding.missing"))
                elif is_done_already(move, found.record):
                    unchanged.append(entity)
                elif complaint := lacking(move, found.record, given, around.scene(found)):
                    refused.append(complaint)
                else:
                    _make(writing, move, found, given, around)
                    accepted.append(entity)
        return Moved(tuple(accepted), tuple(unchanged), tuple(refused), writing.changed)

    def make_with(
        self, move: Move, findings: Sequence[str], given: Given, files: Sequence[Source], progress: Progress
    ) -> Moved:
        """The same with photo files that are read first. Raises `RefusedAll` when one of them cannot be read: a move
        without its evidence is another move.
        """
        if not files:
            return self.make(move, findings, given)
        photos, refused = self.read_photos(files, progress)
        if refused:
            raise RefusedAll(refused)
        return self.make(move, findings, replace(given, photos=photos))

    def recheck(
        self, finding: str, result: RecheckResult, note: str = "", photos: tuple[PhotoTaken, ...] = (), by: str = ""
    ) -> Moved:
        """What was seen on the spot: closes, sends back, or only says that nobody could see it. The photos taken there
        since the last look belong to it.

        Raises `Refused("finding.missing")`; what the table does not allow comes back as a complaint.
        """
        given = Given(reason=note, photos=photos, by=by)
        for move, meaning in _RESULTS.items():
            if meaning is result:
                return self.make(move, [finding], given)
        with self._acts.doing("recheck-unseen", note.strip()) as writing:
            around = _Around(writing, [finding], self._acts, given)
            found = around.findings.get(finding)
            if found is None:
                raise Refused("finding.missing")
            complaint = lacking(Move.PASS_RECHECK, found.record, given, around.scene(found))
            if complaint is None:
                _keep_recheck(writing, found.id, result, given, around.person)
        refused = (complaint,) if complaint else ()
        return Moved(() if complaint else (finding,), (), refused, writing.changed)


class _Around:
    """What is known around the findings of one batch, read once."""

    def __init__(self, view: Reading, findings: Sequence[str], acts: Acts, given: Given) -> None:
        self.asked_for = findings
        self.person = given.by.strip() or acts.workspace.person
        self.today = acts.today()
        self.findings: Mapping[str, Stored[Finding]] = view.get_many(Finding, findings)
        self.requests = view.moves.open_requests(findings)
        self._replies = view.moves.of_findings(Reply, findings)
        self._units = view.get_many(Unit, list({f.record.unit for f in self.findings.values() if f.record.unit}))

    def scene(self, found: Stored[Finding]) -> Scene:
        """The scene of one of them."""
        request = self.requests.get(found.id)
        unit = self._units.get(found.record.unit)
        replies: Iterable[Reply] = (reply.record for reply in self._replies.get(found.id, ()))
        return Scene(
            person=self.person,
            today=self.today,
            reporters=reporters(replies, unit.record.contact if unit else ""),
            request=request.record.until if request else None,
            has_scan=bool(request and request.record.scans),
        )


def _make(writing: Writing, move: Move, found: Stored[Finding], given: Given, around: _Around) -> None:
    finding, person = found.record, around.person
    writing.put(found.id, moved(move, finding, given, around.scene(found)))
    match move:
        case Move.REPLY | Move.BEGIN if move is Move.REPLY or given.said or given.photos:
            said = given.said or Said(Outcome.DONE if move is Move.REPLY else Outcome.IN_PROGRESS, given.reason.strip())
            photos = _keep_photos(writing, found.id, given, PhotoRole.AFTER)
            reply = Reply(found.id, finding.unit, said, "", "", 0, writing.now, person, photos)
            writing.put(writing.new_id(), reply)
        case Move.PASS_RECHECK | Move.SEND_BACK:
            _keep_recheck(writing, found.id, _RESULTS[move], given, person)
        case Move.ASK_EXTENSION if given.due_on:
            scans = _keep_photos(writing, found.id, given, PhotoRole.SCAN)
            asked = Extension(
                found.id, finding.unit, given.due_on, given.reason.strip(), writing.now, person, finding.due_on, scans
            )
            writing.put(writing.new_id(), asked)
        case Move.GRANT_EXTENSION | Move.REFUSE_EXTENSION:
            decision = Decision.GRANTED if move is Move.GRANT_EXTENSION else Decision.REFUSED
            _decide(writing, around.requests[found.id], decision, given, person)
        case Move.REDIRECT if given.ground:
            scans = _keep_photos(writing, found.id, given, PhotoRole.SCAN)
            gone = Redirection(
                found.id, finding.unit, given.unit, given.ground, given.reason.strip(), writing.now, person, scans
            )
            writing.put(writing.new_id(), gone)


def _keep_recheck(writing: Writing, finding: str, result: RecheckResult, given: Given, person: str) -> None:
    _keep_photos(writing, finding, given, PhotoRole.RECHECK)
    looks = writing.moves.of_findings(Recheck, [finding]).get(finding, ())
    shown = {photo for look in looks for photo in look.record.photos}
    taken = writing.photos.of_findings([finding]).get(finding, ())
    photos = tuple(p.id for p in taken if p.record.role is PhotoRole.RECHECK and p.id not in shown)
    writing.put(writing.new_id(), Recheck(finding, result, person, writing.now, given.reason.strip(), photos))


def _decide(writing: Writing, asked: Stored[Extension], decision: Decision, given: Given, person: str) -> None:
    scans = _keep_photos(writing, asked.record.finding, given, PhotoRole.SCAN)
    decided = replace(
        asked.record,
        decision=decision,
        decided_at=writing.now,
        decided_by=person,
        answer=given.reason.strip(),
        scans=asked.record.scans + scans,
    )
    writing.put(asked.id, decided)


def _keep_photos(writing: Writing, finding: str, given: Given, role: PhotoRole) -> tuple[str, ...]:
    kept = (keep_photo(writing, finding, taken, role) for taken in given.photos)
    return tuple(photo for photo in kept if photo)
