"""Which finding a returned row means: by its hidden mark, then by 问题编号, never by anything weaker on its own."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector.domain.findings import Finding
from inspector.domain.names import plain_name
from inspector.domain.rectification_list import read_row_mark
from inspector.domain.returned_files import Ours, ReturnedFile, ReturnedRow
from inspector.domain.returns import Change, Known, KnownFinding

ALIKE = 0.75
"""Descriptions this much alike at the same site are offered to a person."""
_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Match:
    """The finding meant and by what; `rival` is another one that the number names while the mark names this one."""

    finding: KnownFinding | None = None
    by: str = ""
    sent: Finding | None = None
    rival: KnownFinding | None = None
    dispatch: str = ""


def match(row: ReturnedRow, file: ReturnedFile, known: Known) -> Match:
    """The finding of a row. A mark whose check value does not fit any dispatch counts as none."""
    by_number = known.numbered(plain_number(row.ours.no))
    marked = read_mark(row.mark, file.dispatch, known)
    if marked is None:
        return Match(by_number, "number", dispatch=by_number.finding.dispatch) if by_number else Match()
    dispatch, finding, revision = marked
    by_mark = known.findings.get(finding)
    if by_mark is None:
        return Match(by_number, "number" if by_number else "", dispatch=dispatch)
    rival = by_number if by_number and by_number.id != by_mark.id else None
    return Match(by_mark, "mark", known.versions.get(revision), rival, dispatch)


def plain_number(text: str) -> str:
    """A 问题编号 as it is stored: half width, no blanks, capital letters."""
    return plain_name(text).upper()


def read_mark(mark: str, dispatch: str, known: Known) -> tuple[str, str, str] | None:
    """(dispatch, finding, revision) of a hidden cell made by a dispatch of this workspace, None for any other."""
    parts = mark.strip().split(":")
    if len(parts) != 3:
        return None
    held = known.findings.get(parts[0])
    likely = (dispatch, held.finding.dispatch if held else "", *known.dispatches)
    for one in dict.fromkeys(likely):
        if one in known.dispatches and (read := read_row_mark(one, mark)):
            return one, *read
    return None


def locked_changes(ours: Ours, found: KnownFinding, sent: Finding | None) -> tuple[Change, ...]:
    """The cells of ours that came back different from what was sent."""
    was = sent or found.finding
    told = [
        ("no", was.no, plain_number(ours.no)),
        ("site", found.site_name, ours.site),
        ("location", was.location, ours.location),
        ("text", was.text, ours.text),
    ]
    # The day was counted when the list was issued, after the revision the mark names.
    if isinstance(ours.due, date) and was.due_on and ours.due not in {was.due_on, found.finding.due_on}:
        told.append(("due", was.due_on.isoformat(), ours.due.isoformat()[:10]))
    return tuple(Change(name, old, new) for name, old, new in told if new and plain_name(old) != plain_name(new))


def is_another_text(ours: Ours, found: KnownFinding, sent: Finding | None) -> bool:
    """Whether neither the site nor the description is the one that was sent: cells were moved without their mark."""
    was = sent or found.finding
    if not ours.text or not ours.site:
        return False
    alike = _alike(plain_name(ours.text), plain_name(was.text))
    return plain_name(ours.site) != plain_name(found.site_name) and alike < ALIKE


def changed_since(found: KnownFinding, sent: Finding | None) -> tuple[Change, ...]:
    """What the office itself changed after the list was sent."""
    if sent is None:
        return ()
    fields = ("text", "location", "requirement", "unit")
    return tuple(
        Change(name, getattr(sent, name), getattr(found.finding, name))
        for name in fields
        if getattr(sent, name) != getattr(found.finding, name)
    )


def offered(ours: Ours, known: Iterable[KnownFinding]) -> tuple[str, ...]:
    """Findings at the same site with a description like this row's, the most alike first."""
    site, text = plain_name(ours.site), plain_name(ours.text)
    if not text:
        return ()
    there = [(_alike(text, plain_name(one.finding.text)), one) for one in known if _same_site(site, one)]
    alike = sorted((pair for pair in there if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1].finding.no))
    return tuple(one.id for _, one in alike[:_MOST_OFFERED])


def _same_site(site: str, one: KnownFinding) -> bool:
    return not site or site == plain_name(one.site_name)


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one[:500], other[:500], autojunk=False).ratio()
