"""What the reading process says about a returned workbook besides its rows: properties and pictures, as JSON lines."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from inspector.domain.returned_files import LostKind, LostPicture, PictureKind, Spot


@dataclass(frozen=True, slots=True)
class About:
    """Facts of the workbook: its own properties, its calendar, and what was left unopened."""

    properties: dict[str, str] = field(default_factory=dict)
    since_1904: bool = False
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture whose bytes now lie in the folder under their SHA-256. `column` from 0, `row` from 1, 0 = nowhere."""

    sheet: str
    row: int
    column: int
    kind: PictureKind
    name: str
    sha: str

    @property
    def spot(self) -> Spot:
        """The cell it belongs to."""
        return Spot(self.sheet, self.row, self.column)


@dataclass(frozen=True, slots=True)
class Stopped:
    """Looking for pictures ended half way; `reason` is for support."""

    reason: str


Extra = About | Kept | LostPicture | Stopped
_BEGINNINGS = tuple(f'["{kind.__name__}"' for kind in (About, Kept, LostPicture, Stopped))


@dataclass(frozen=True, slots=True)
class Extras:
    """All of them; `stopped` is why the pictures are not all of those the workbook holds, "" when they are."""

    about: About
    kept: tuple[Kept, ...]
    lost: tuple[LostPicture, ...]
    stopped: str


def extra_line(extra: Extra) -> str:
    """The line for one of them, without line end."""
    return _json([type(extra).__name__, _plain(extra)])


def _plain(record: Any) -> dict[str, Any]:
    """Field → value; `asdict` copies each value through all its depths, which takes as long as finding the picture."""
    return {name: getattr(record, name) for name in record.__slots__}


_json = json.JSONEncoder(default=_plain).encode
"""One encoder for all pictures: `json.dumps` would make one for each."""


def extras_from_lines(lines: Iterable[str]) -> Extras:
    """What the lines of `extra_line` say; other lines are passed over."""
    about, kept, lost, stopped = About(), [], [], ""
    for kind, *values in (json.loads(line) for line in lines if line.startswith(_BEGINNINGS)):
        if kind == "About":
            about = About(**{**values[0], "ignored": tuple(values[0]["ignored"])})
        elif kind == "Kept":
            kept.append(Kept(**{**values[0], "kind": PictureKind(values[0]["kind"])}))
        elif kind == "LostPicture":
            lost.append(_lost(values[0]))
        elif kind == "Stopped":
            stopped = values[0]["reason"]
    return Extras(about, tuple(kept), tuple(lost), stopped)


def _lost(values: dict[str, Any]) -> LostPicture:
    return LostPicture(Spot(**values["spot"]), LostKind(values["kind"]), values["name"])
