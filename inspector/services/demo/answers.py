"""What the units of the town do: they fill in their lists and send them back, and the office takes them in."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery, LedgerRow
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.exchange.filled_list import FilledRow, fill_list
from inspector.services.demo.photos import drawing
from inspector.services.demo.plan import PlannedPhoto
from inspector.services.demo.words import ANSWERS, CAMERAS, UNIT_PEOPLE
from inspector.services.dispatching import Issued
from inspector.services.services import Services

FOLDER = "反馈"
SILENT, TWICE = 0.06, 0.04
"""The share of rows a unit leaves empty, and of photos it sends for the row before as well."""

DONE, GOING, MORE_TIME, NOT_OURS = "已完成", "整改中", "申请延期", "不属本单位"
_OUTCOMES = (DONE,) * 15 + (GOING,) * 3 + (MORE_TIME, NOT_OURS)


def send_back(
    services: Services, issued: Issued, shown: Mapping[str, PlannedPhoto], folder: Path, today: datetime, chance: Random
) -> tuple[Path, ...]:
    """Fill in every list of a dispatch; `shown` are the photos that were taken, by file name. Returns the files."""
    rows = _rows(services, LedgerQuery(dispatch=issued.dispatch))
    outcomes = {row.no: chance.choice(_OUTCOMES) for row in rows if chance.random() > SILENT}
    done = {row.no: _repaired(services, row, shown, today, chance) for row in rows if outcomes.get(row.no) == DONE}
    with drawing(list(done.values())) as drawn:
        photos = dict(zip(done, (jpeg for _, jpeg in _twice_now_and_then(drawn, chance)), strict=True))
    filled = {no: _filled(outcome, photos.get(no, b""), today, chance) for no, outcome in outcomes.items()}
    folder.mkdir(exist_ok=True)
    sent = []
    for file in issued.files:
        target = folder / file.path.name
        fill_list(file.path, target, filled)
        sent.append(target)
    return tuple(sent)


def take_in(services: Services, lists: Sequence[Path]) -> None:
    """The office reads them and takes in what needs no decision."""
    with closing(services.returns.preview(lists, unwatched)) as preview:
        services.returns.apply(preview)


def follow_up(services: Services, today: datetime) -> None:
    """What follows from replies on paper: more time is asked for, one finding is parked."""
    first, second, *_ = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.IN_PROGRESS,)))
    until = (today + timedelta(days=60)).date()
    services.moves.make(Move.ASK_EXTENSION, [first], Given("材料已订购，月底到货", due_on=until))
    services.moves.make(Move.PARK, [second], Given("需列入明年改造计划，资金已申请"))


def sign(services: Services, issued: Issued, chance: Random) -> None:
    """Most units say that they have their list."""
    rows = _rows(services, LedgerQuery(dispatch=issued.dispatch))
    signing = {unit for unit in sorted({row.unit for row in rows}) if chance.random() < 0.7}
    services.moves.make(Move.SIGN, [row.id for row in rows if row.unit in signing])


def _rows(services: Services, asked: LedgerQuery) -> tuple[LedgerRow, ...]:
    ids = services.ledger.ids(asked)
    rows = services.ledger.rows(ids)
    return tuple(rows[one] for one in ids if one in rows)


def _repaired(
    services: Services, row: LedgerRow, shown: Mapping[str, PlannedPhoto], today: datetime, chance: Random
) -> PlannedPhoto:
    """The same place in order, taken with the unit's own camera on the day before the list goes back."""
    before = shown[services.photos.of_finding(row.id)[0][1].facts.name]
    at = today - timedelta(days=1, minutes=chance.randint(0, 400))
    return replace(before, name=f"{row.no}.jpg", taken_at=at, camera=chance.choice(CAMERAS), clean=True)


def _twice_now_and_then(drawn: Iterator[tuple[str, bytes]], chance: Random) -> Iterator[tuple[str, bytes]]:
    """Some send one photo for two findings; the program says so, and a person looks."""
    last = b""
    for name, jpeg in drawn:
        last = last if last and chance.random() < TWICE else jpeg
        yield name, last


def _filled(outcome: str, photo: bytes, today: datetime, chance: Random) -> FilledRow:
    person, phone = chance.choice(UNIT_PEOPLE)
    day = f"{today - timedelta(days=1):%Y-%m-%d}" if outcome == DONE else ""
    remark = {MORE_TIME: "材料未到，请求延期", NOT_OURS: "该处不在我单位管辖范围"}.get(outcome, "")
    return FilledRow(chance.choice(ANSWERS[outcome]), outcome, day, person, phone, remark, photo)


def unwatched(done: int, of: int, what: str = "") -> None:
    """The visits are what is counted."""
