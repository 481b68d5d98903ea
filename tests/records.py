"""Records for tests: a few plain ones by hand, and every kind drawn by hypothesis from its own type hints."""

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Inspection
from inspector.domain.photos import Photo, PhotoFacts
from inspector.domain.records import MAX_BODY_BYTES, canonical_json, plain
from inspector.domain.sites import Site

CHINA = timezone(timedelta(hours=8))
MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=CHINA)

HOSTILE = (
    "",
    "红莲市场",
    "占道\0经营",
    "e\u0301lan vital",
    "\ud800半个字",
    "👨\u200d👩\u200d👧\u200d👦🏽",
    "'; DROP TABLE revision; --",
    '{"a": [1, "\\u0000"]}',
    "=1+1",
    "%_\\",
    "\u202e倒写",
    "长" * 5000,
    "a\r\nb\tc\x1b",
)
"""Texts that broke programs: NUL, accents apart, half characters, families, quotes, formulas, 5,000 characters."""

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=40))
dates = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
moments = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from((CHINA, timezone(timedelta(hours=-3, minutes=-30)))),
)
numbers = st.integers(min_value=-(2**53), max_value=2**53)
measures = st.floats(allow_nan=False, allow_infinity=False)


def records(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any record of a class, hostile texts included."""
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{f.name: _values(hints[f.name]) for f in dataclasses.fields(cls)}).filter(_fits)


def _fits(record: Any) -> bool:
    return len(canonical_json(plain(record)).encode()) <= MAX_BODY_BYTES


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: numbers,
    float: measures,
    date: dates,
    datetime: moments,
}


def _values(hint: Any) -> st.SearchStrategy[Any]:
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(st.none(), *(_values(a) for a in inside if a is not type(None)))
    if origin is tuple:
        return st.lists(_values(inside[0]), max_size=3).map(tuple)
    if hint in _PLAIN:
        return _PLAIN[hint]
    return st.sampled_from(hint) if issubclass(hint, StrEnum) else records(hint)


def site(name: str = "红莲市场", **more: Any) -> Site:
    """A market."""
    return Site(name=name, kind=more.pop("kind", "NM"), **more)


def inspection(site_id: str = "s1", **more: Any) -> Inspection:
    """A visit just begun, whose checklist is not kept anywhere."""
    return Inspection(
        site=site_id, checklist="NM-v1", checklist_sha=more.pop("sha", ""), inspector="王芳", started_at=MOMENT, **more
    )


def finding(no: str = "NM-0001", **more: Any) -> Finding:
    """Something wrong at the market."""
    values: dict[str, Any] = {"site": "s1", "text": "占道经营", "found_at": MOMENT, "found_by": "王芳", "kind": "NM"}
    return Finding(no=no, **{**values, **more})


def photo(finding_id: str, sha: str, **more: Any) -> Photo:
    """A photo whose three copies are the same bytes."""
    return Photo(finding_id, PhotoFacts("IMG_1.jpg", sha, 4000, 3000), sha, sha, sha, **more)


def dispatched(no: str, due_on: date, **more: Any) -> Finding:
    """A finding that waits for its unit."""
    return finding(no, due_on=due_on, status=FindingStatus.DISPATCHED, **more)


def ticking(start: datetime = MOMENT) -> Callable[[], datetime]:
    """A clock that goes on a second whenever it is asked."""
    state = [start]

    def clock() -> datetime:
        state[0] += timedelta(seconds=1)
        return state[0]

    return clock
