"""findings move, recheck: what a person does with findings by their numbers."""

from collections.abc import Sequence
from pathlib import Path

from inspector.cli.desk import Answer, Desk, message
from inspector.domain.errors import Complaint, Place, RefusedAll
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.photos import PhotoTaken
from inspector.domain.redirections import Ground
from inspector.domain.units import Unit
from inspector.services.services import Services


def move(desk: Desk) -> Answer:
    """One move with many findings: accepted, unchanged, refused with reasons."""
    given = desk.options.given
    with desk.writing(given.by) as services:
        known = services.ledger.numbered(given.numbers)
        unknown = [_unknown(no) for no in given.numbers if no not in known]
        brought = Given(
            reason=given.reason,
            unit=services.registers.named(Unit, given.to_unit).id if given.to_unit else "",
            due_on=given.until,
            ground=Ground(given.ground) if given.ground else None,
            photos=_photos(services, given.photos, desk),
        )
        done = services.moves.make(Move(given.move), list(known.values()), brought)
        rows = services.ledger.rows([*done.accepted, *done.unchanged])
    refused = (*unknown, *done.refused)
    return Answer(
        {
            "accepted": [{"no": rows[one].no, "status": rows[one].status} for one in done.accepted],
            "unchanged": [{"no": rows[one].no, "status": rows[one].status} for one in done.unchanged],
            "refused": [message(one, desk.lang) | {"no": one.place.item} for one in refused],
        },
        tuple(f"{rows[one].no}\t{rows[one].status}" for one in (*done.accepted, *done.unchanged)),
        refused,
        ok=not refused,
    )


def recheck(desk: Desk) -> Answer:
    """One finding looked at on the spot."""
    given = desk.options.given
    with desk.writing(given.by) as services:
        entity = services.ledger.numbered([given.no]).get(given.no)
        if entity is None:
            raise RefusedAll((_unknown(given.no),))
        photos = _photos(services, given.photos, desk)
        done = services.moves.recheck(entity, given.result, given.remark, photos)
        if done.refused:
            raise RefusedAll(done.refused)
        status = services.ledger.rows([entity])[entity].status
    return Answer({"no": given.no, "status": status}, (f"{given.no}\t{status}",))


def _photos(services: Services, files: Sequence[Path], desk: Desk) -> tuple[PhotoTaken, ...]:
    """All of them or nothing is done: a move without its evidence is another move."""
    taken, refused = services.moves.read_photos([(file.name, file.absolute()) for file in files], desk.tell)
    if refused:
        raise RefusedAll(refused)
    return taken


def _unknown(number: str) -> Complaint:
    return Complaint("finding.unknown-number", Place(item=number))
