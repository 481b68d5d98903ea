"""One whole inspection from a JSON file (docs/command-line.md, `record`)."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.domain.errors import Complaint
from inspector.domain.inspections import Verdict
from inspector.domain.whole_inspections import GivenAnswer, WholeInspection
from inspector.exchange.strict_json import JsonReading

MAX_ANSWERS = 2_000
MAX_PHOTOS = 100
"""Of one answer."""

_FIELDS = ("site", "checklist", "inspector", "started", "finished", "answers", "remark")
_ANSWER_FIELDS = (
    *("item", "verdict", "count", "value", "ok", "of", "asked", "right"),
    *("remark", "text", "location", "photos"),
)
_EPOCH = datetime(1970, 1, 1).astimezone()


def read_record(path: Path) -> tuple[WholeInspection, tuple[Complaint, ...]]:
    """The inspection in a file, as far as it can be read, and everything wrong in it; photo paths count from the folder
    of the file.

    Complaints: "json.…", "record.bad-time", "record.bad-verdict", "record.item-twice",
    "record.finished-before-started". Raises `Refused("json.…")` for a file that is no JSON object.
    """
    reading = JsonReading(path.name)
    fields = reading.root(path)
    reading.known(fields, _FIELDS)
    started = _time(reading, fields, "started", needed=True)
    finished = _time(reading, fields, "finished")
    if started and finished and finished < started:
        reading.complain("record.finished-before-started", "finished")
    given = WholeInspection(
        file=path.name,
        site=reading.text(fields, "site", needed=True),
        checklist=reading.text(fields, "checklist"),
        inspector=reading.text(fields, "inspector", needed=True),
        started=started or _EPOCH,
        finished=finished,
        answers=_answers(reading, fields, path.absolute().parent),
        remark=reading.text(fields, "remark"),
    )
    return given, tuple(reading.complaints)


def _answers(reading: JsonReading, fields: Mapping[str, Any], folder: Path) -> tuple[GivenAnswer, ...]:
    if not fields.get("answers"):
        reading.complain("json.field-missing", "answers")
    places: dict[str, str] = {}
    answers = []
    for number, value in enumerate(reading.listed(fields, "answers", MAX_ANSWERS)):
        answer = _answer(reading, value, f"answers[{number}]", folder)
        first = places.setdefault(answer.item, answer.place)
        if answer.item and first != answer.place:
            reading.complain("record.item-twice", answer.place, item=answer.item, first=first)
        answers.append(answer)
    return tuple(answers)


def _answer(reading: JsonReading, value: object, where: str, folder: Path) -> GivenAnswer:
    fields = reading.fields(value, where)
    reading.known(fields, _ANSWER_FIELDS, where)
    ok, of = reading.whole(fields, "ok", where), reading.whole(fields, "of", where)
    right, asked = reading.whole(fields, "right", where), reading.whole(fields, "asked", where)
    return GivenAnswer(
        item=reading.text(fields, "item", where, needed=bool(fields)),
        place=where,
        verdict=_verdict(reading, fields, where),
        count=reading.whole(fields, "count", where),
        value=reading.number(fields, "value", where),
        ok=right if ok is None else ok,
        of=asked if of is None else of,
        remark=reading.text(fields, "remark", where),
        text=reading.text(fields, "text", where),
        location=reading.text(fields, "location", where),
        photos=_photos(reading, fields, where, folder),
    )


def _verdict(reading: JsonReading, fields: Mapping[str, Any], where: str) -> Verdict | None:
    word = reading.text(fields, "verdict", where)
    if word and word not in set(Verdict):
        reading.complain("record.bad-verdict", f"{where}.verdict", given=word, allowed="、".join(Verdict))
        return None
    return Verdict(word) if word else None


def _photos(reading: JsonReading, fields: Mapping[str, Any], where: str, folder: Path) -> tuple[Path, ...]:
    named = reading.listed(fields, "photos", MAX_PHOTOS, where)
    paths = [reading.text({"": name}, "", f"{where}.photos[{n}]", needed=True) for n, name in enumerate(named)]
    return tuple(folder / path for path in paths if path)


def _time(reading: JsonReading, fields: Mapping[str, Any], name: str, *, needed: bool = False) -> datetime | None:
    """An ISO time; without an offset it is the time of this machine's place."""
    text = reading.text(fields, name, needed=needed)
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        reading.complain("record.bad-time", name, given=text)
        return None
