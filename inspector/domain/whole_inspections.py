"""A whole inspection as somebody else wrote it down, read and not yet taken in."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.domain.inspections import Verdict


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What was said about one item: a word or figures, and where and with which photos a fault was seen.

    `text` describes the fault; without it the item's first phrase does. `place` is where the answer stands in its
    file, for example answers[3].
    """

    item: str
    place: str
    verdict: Verdict | None = None
    count: int | None = None
    value: float | None = None
    ok: int | None = None
    of: int | None = None
    remark: str = ""
    text: str = ""
    location: str = ""
    photos: tuple[Path, ...] = ()

    @property
    def figures(self) -> dict[str, float | None]:
        """The raw figures by the name of their field in `Answer`."""
        return {"count": self.count, "value": self.value, "ok": self.ok, "of": self.of}


@dataclass(frozen=True, slots=True)
class WholeInspection:
    """One visit from beginning to end. `site` is an id, the office's code or a name; `checklist` is LX or LX-v1, or ""
    for the one that belongs to the site; `finished` None leaves the visit open, to be completed in the window.
    """

    file: str
    site: str
    checklist: str
    inspector: str
    started: datetime
    finished: datetime | None
    answers: tuple[GivenAnswer, ...]
    remark: str = ""
