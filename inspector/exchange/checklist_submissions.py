"""What phones send back of a checklist: ODK submissions (XML with attachments), Central and KoboToolbox exports."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from inspector.domain.checklists import Checklist, Item
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName, inputs
from inspector.domain.whole_inspections import GivenAnswer, WholeInspection
from inspector.exchange.checklist_xlsform import (
    INSPECTOR,
    LOCATION,
    PHOTO,
    REMARK,
    SITE,
    TEXT,
    VERDICT_LABELS,
    figure_name,
    questions_of,
)
from inspector.exchange.foreign import read_tables
from inspector.exchange.foreign_limits import too_large
from inspector.exchange.foreign_tables import cell_text

_MAX_XML = 5_000_000
_WHOLE = {FigureName.COUNT, FigureName.OK, FigureName.OF}

Submission = tuple[str, Path, Mapping[str, str]]
"""What it is called in complaints, the folder of its attachments, its answers by question."""


def read_submissions(path: Path, checklist: Checklist) -> tuple[tuple[WholeInspection, ...], tuple[Complaint, ...]]:
    """The visits in an XML file, a folder of submissions, or an exported table, and what could not be read.

    Attachments lie beside the XML, those of a table in its folder or below. Raises `Refused("foreign.…")` for a table.
    """
    visits: list[WholeInspection] = []
    complaints: list[Complaint] = []
    for file, folder, said in _submissions(path, checklist, complaints):
        try:
            visits.append(_visit(file, folder, said, checklist))
        except ValueError:
            complaints.append(Complaint("record.bad-time", Place(file=file), (("given", said.get("start", "")),)))
    return tuple(visits), tuple(complaints)


def _submissions(path: Path, checklist: Checklist, complaints: list[Complaint]) -> Iterator[Submission]:
    if path.is_dir() or path.suffix.lower() == ".xml":
        for file in sorted(path.rglob("*.xml")) if path.is_dir() else [path]:
            try:
                yield file.name, file.parent, _xml(file, checklist)
            except Refused as refused:
                complaints.append(refused.complaint)
        return
    yield from _table(path, checklist)


def _xml(file: Path, checklist: Checklist) -> dict[str, str]:
    place = Place(file=file.name)
    if file.stat().st_size > _MAX_XML:
        raise too_large("file", _MAX_XML, place)
    try:
        root: Element = fromstring(file.read_bytes())
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Refused("foreign.damaged", place, reason="", error=type(error).__name__) from error
    if root.get("id") != checklist.name:
        raise Refused("record.other-form", place, given=root.get("id") or "", own=checklist.name)
    return {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root.iter() if not len(element)}


def _table(path: Path, checklist: Checklist) -> Iterator[Submission]:
    """Rows whose heads are names of questions or their labels, with their groups before them (section_1/LX-01-01)."""
    sheet = read_tables(path).sheets[0]
    if not sheet.rows:
        return
    heads = _heads([cell_text(cell) for cell in sheet.rows[0].cells], questions_of(checklist))
    for row in sheet.rows[1:]:
        said = {head: cell_text(row.cell(at)) for at, head in enumerate(heads) if head}
        if any(said.values()):
            yield f"{path.name}:{row.number}", path.parent, said


def _heads(heads: Sequence[str], questions: Sequence[tuple[str, str]]) -> list[str]:
    """The question each head means, "" for none. Names are unique; a label that comes again (问题描述) means
    the next question of that label, for exports keep the order of the form.
    """
    place = {name: at for at, (name, _) in enumerate(questions)}
    found, behind = [], 0
    for head in heads:
        named = max((name for name in place if _ends(head, name)), key=len, default="")
        if not named:
            named = next((name for name, label in questions[behind:] if _ends(head, label)), "")
        found.append(named)
        behind = place[named] + 1 if named else behind
    return found


def _ends(head: str, name: str) -> bool:
    """Whether a head is that name: group/question in KoboToolbox, group-question in Central."""
    return head == name or head.endswith((f"/{name}", f"-{name}"))


def _visit(file: str, folder: Path, said: Mapping[str, str], checklist: Checklist) -> WholeInspection:
    answers = (_answer(item, folder, said) for item in checklist.items)
    return WholeInspection(
        file=file,
        site=said.get(SITE, ""),
        checklist=checklist.name,
        inspector=said.get(INSPECTOR, ""),
        started=datetime.fromisoformat(said.get("start", "")).astimezone(),
        finished=datetime.fromisoformat(said.get("end", "")).astimezone(),
        answers=tuple(answer for answer in answers if answer is not None),
        remark=said.get(REMARK, ""),
    )


def _answer(item: Item, folder: Path, said: Mapping[str, str]) -> GivenAnswer | None:
    chosen = said.get(item.code, "")
    chosen = VERDICT_LABELS.get(chosen, chosen)
    asked = inputs(item.judging)
    if not chosen:
        return None
    figures = {f.figure: float(said[name]) for f in asked if said.get(name := figure_name(item, f)) and chosen == "yes"}
    whole = {figure: int(value) for figure, value in figures.items() if figure in _WHOLE}
    photo = PurePosixPath(said.get(item.code + PHOTO, "")).name
    return GivenAnswer(
        item=item.code,
        place=item.code,
        verdict=Verdict(chosen) if chosen in set(Verdict) else None,
        count=whole.get(FigureName.COUNT),
        value=figures.get(FigureName.VALUE),
        ok=whole.get(FigureName.OK),
        of=whole.get(FigureName.OF),
        text=said.get(item.code + TEXT, ""),
        location=said.get(item.code + LOCATION, ""),
        photos=(_attachment(folder, photo),) if photo else (),
    )


def _attachment(folder: Path, name: str) -> Path:
    """Where the photo lies; exports keep attachments some folders below."""
    beside = folder / name
    return beside if beside.is_file() else next((p for p in sorted(folder.rglob("*")) if p.name == name), beside)
