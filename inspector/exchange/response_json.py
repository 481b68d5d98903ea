"""One whole response from a JSON file (docs/command-line.md, `questionnaires record`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.domain.questionnaires.responses import Mode
from inspector.exchange.strict_json import JsonReading

MAX_ANSWERS = 5_000
_FIELDS = (
    *("mode", "interviewer", "site", "community", "street", "started", "finished"),
    *("language", "refused", "answers"),
)
Given = str | list[dict[str, str]]
"""An answer; of a repeat the answers of each turn."""


@dataclass(frozen=True, slots=True)
class WholeResponse:
    """A response as somebody wrote it down; places are ids, codes or names."""

    file: str
    mode: Mode
    interviewer: str
    site: str
    community: str
    street: str
    started: datetime
    finished: datetime
    language: str
    refused: bool
    answers: Mapping[str, Given]


def read_response(path: Path) -> WholeResponse:
    """The response in a file. Raises `Refused("json.…")`, and `RefusedAll` with everything wrong: "json.…",
    "record.bad-time", "record.finished-before-started", "response.bad-mode".
    """
    reading = JsonReading(path.name)
    fields = reading.root(path)
    reading.known(fields, _FIELDS)
    started, finished = _time(reading, fields, "started"), _time(reading, fields, "finished")
    if finished < started:
        reading.complain("record.finished-before-started", "finished")
    given = WholeResponse(
        file=path.name,
        mode=_mode(reading, reading.text(fields, "mode") or str(Mode.INTERVIEWER)),
        interviewer=reading.text(fields, "interviewer"),
        site=reading.text(fields, "site"),
        community=reading.text(fields, "community"),
        street=reading.text(fields, "street"),
        started=started,
        finished=finished,
        language=reading.text(fields, "language"),
        refused=fields.get("refused") is True,
        answers=_answers(reading, fields),
    )
    reading.refuse()
    return given


def _answers(reading: JsonReading, fields: Mapping[str, Any]) -> dict[str, Given]:
    answers = fields.get("answers")
    if not isinstance(answers, dict):
        if answers is not None or fields.get("refused") is not True:
            reading.complain("json.wrong-type", "answers", wanted="object")
        return {}
    if len(answers) > MAX_ANSWERS:
        reading.complain("json.too-many", "answers", limit=str(MAX_ANSWERS))
        return {}
    return {code: _answer(reading, value, f"answers.{code}") for code, value in answers.items()}


def _answer(reading: JsonReading, value: object, where: str) -> Given:
    if isinstance(value, list) and value and all(isinstance(turn, dict) for turn in value):
        return [{code: _plain(reading, said, f"{where}.{code}") for code, said in turn.items()} for turn in value]
    return _plain(reading, value, where)


def _plain(reading: JsonReading, value: object, where: str) -> str:
    """An answer as text; several choices are a list of their names."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return " ".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return reading.text({"": value}, "", where)


def _mode(reading: JsonReading, given: str) -> Mode:
    if given in set(Mode):
        return Mode(given)
    reading.complain("response.bad-mode", "mode", given=given, allowed="、".join(Mode))
    return Mode.INTERVIEWER


def _time(reading: JsonReading, fields: Mapping[str, Any], name: str) -> datetime:
    text = reading.text(fields, name, needed=True)
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        if text:
            reading.complain("record.bad-time", name, given=text)
    return datetime(1970, 1, 1).astimezone()
