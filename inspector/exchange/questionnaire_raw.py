"""Raw data of a form in the layout of KoboToolbox exports: a sheet for the form, one for each repeat; or CSV.

Row 1 holds labels or names; a choice of several stands whole and as one 0/1 column an option. Fields of all versions
are merged, those of the newest first. Who may be called back is not here.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from inspector.domain.questionnaires.forms import Choice, Form, Kind, Node, words
from inspector.domain.questionnaires.responses import RepeatRow, Response
from inspector.domain.questionnaires.slots import slots
from inspector.domain.stored import Stored
from inspector.exchange.excel_cells import excel_text
from inspector.exchange.safe_files import replacing

_SEVERAL = {Kind.MULTIPLE, Kind.RANK}
_TAIL = ("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by")
_OURS = ("__version__", "_tags", "_mode", "_site", "_community", "_street", "_unit", "_index")
_PARENT = ("_index", "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid")
_DANGEROUS = re.compile(r"[=+@\t\r]|-(?!\d)")

Responses = Sequence[Stored[Response]]
Said = Mapping[str, str | None]
"""Path of a question → what was answered."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One question in a section: its paths in all versions, its choices merged."""

    node: Node
    choices: tuple[Choice, ...]


def write_raw(
    newest: Form, forms: Mapping[str, Form], responses: Responses, names: Mapping[str, str], file: Path, language: str
) -> None:
    """Write the responses to an .xlsx or .csv file; `language` "" gives names instead of labels, `names` are those of
    places by id. Raises `Refused("file.…")`.
    """
    sections = _sections(newest, forms)
    main = _main_rows(newest, forms, responses, names, sections[""], language)
    if file.suffix.lower() == ".csv":
        with replacing(file) as out:
            out.write(_csv(main).encode("utf-8-sig"))
        return
    book = Workbook(write_only=True)
    titles = _sheet_titles([newest.title or newest.code, *(path for path in sections if path)])
    _write(book, titles[0], main)
    for title, path in zip(titles[1:], (path for path in sections if path), strict=True):
        _write(book, title, _repeat_rows(forms, responses, path, sections[path], titles[0], language))
    with replacing(file) as out:
        book.save(out)


def _sections(newest: Form, forms: Mapping[str, Form]) -> dict[str, list[_Column]]:
    """Repeat path ("" for the form itself) → its columns over all versions."""
    found: dict[str, dict[str, _Column]] = {"": {}}
    for form in (newest, *forms.values()):
        places = slots(form)
        lists = {known.name: known.choices for known in form.lists}
        for path, indices in (("", places.plain), *places.repeated.items()):
            section = found.setdefault(path, {})
            for node in (form.nodes[index] for index in indices):
                known = section.get(node.name)
                choices = {c.name: c for c in (*lists.get(node.choices, ()), *(known.choices if known else ()))}
                section[node.name] = _Column(known.node if known else node, tuple(choices.values()))
    return {path: list(section.values()) for path, section in found.items()}


def _main_rows(
    newest: Form,
    forms: Mapping[str, Form],
    responses: Responses,
    names: Mapping[str, str],
    columns: Sequence[_Column],
    language: str,
) -> Iterator[list[str]]:
    renamed = {node.was: node.name for node in newest.nodes if node.was}
    codes = {
        sha: [renamed.get(form.nodes[index].name, form.nodes[index].name) for index in slots(form).plain]
        for sha, form in forms.items()
    }
    yield [*_heads(columns, language), *_TAIL, *_OURS]
    for index, stored in enumerate(responses, 1):
        response = stored.record
        said = dict(zip(codes[response.form_sha], response.answers, strict=True))
        places = (names.get(one, one) for one in (response.site, response.community, response.street, response.unit))
        yield [
            *_values(columns, said, language),
            *(str(index), stored.id, response.finished_at.isoformat(), "", "", "", response.interviewer),
            *(response.version, "", str(response.mode), *places, str(index)),
        ]


def _repeat_rows(
    forms: Mapping[str, Form],
    responses: Responses,
    path: str,
    columns: Sequence[_Column],
    parent: str,
    language: str,
) -> Iterator[list[str]]:
    yield [*_heads(columns, language), *_PARENT]
    number = 0
    for index, stored in enumerate(responses, 1):
        form = forms[stored.record.form_sha]
        for row in (row for row in stored.record.repeats if row.repeat == path):
            number += 1
            said = _said_in(form, row)
            yield [*_values(columns, said, language), str(number), parent, str(index), str(index), stored.id]


def _said_in(form: Form, row: RepeatRow) -> Said:
    nodes = (form.nodes[index] for index in slots(form).repeated[row.repeat])
    return dict(zip((node.name for node in nodes), row.answers, strict=True))


def _heads(columns: Sequence[_Column], language: str) -> Iterator[str]:
    for column in columns:
        head = words(column.node.label, language) if language else ""
        head = head or (column.node.name if language else column.node.path)
        yield head
        if column.node.kind in _SEVERAL:
            yield from (f"{head}/{_label(choice, language)}" for choice in column.choices)


def _values(columns: Sequence[_Column], said: Said, language: str) -> Iterator[str]:
    for column in columns:
        answer = said.get(column.node.name) or ""
        if not column.choices:
            yield answer
            continue
        labels = {choice.name: _label(choice, language) for choice in column.choices}
        chosen = answer.split() if column.node.kind in _SEVERAL else [answer]
        yield " ".join(labels.get(name, name) for name in chosen)
        if column.node.kind in _SEVERAL:
            yield from (("1" if choice.name in chosen else "0") if answer else "" for choice in column.choices)


def _label(choice: Choice, language: str) -> str:
    return (words(choice.label, language) or choice.name) if language else choice.name


def _write(book: Workbook, title: str, rows: Iterable[list[str]]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])


def _cell(sheet: object, text: str) -> object:
    """A text stays a text, also when it begins like a formula."""
    text = excel_text(text)
    if not text.startswith("="):
        return text or None
    cell = WriteOnlyCell(sheet, text)  # type: ignore[arg-type]  # its types do not know write-only sheets
    cell.data_type = "s"
    return cell


def _csv(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([f"'{text}" if _DANGEROUS.match(text) else text for text in row] for row in rows)
    return out.getvalue()


def _sheet_titles(wanted: Iterable[str]) -> list[str]:
    """Names Excel takes for sheets: no []*?:\\/, at most 31 characters, each only once."""
    found: list[str] = []
    for name in wanted:
        clean = re.sub(r"[\[\]*?:\\/]", "_", name.rpartition("/")[2] or name).strip("'") or "sheet"
        title = clean if len(clean) <= 31 else f"{clean[:28]}..."
        number = 1
        while title.lower() in (known.lower() for known in found):
            number += 1
            title = f"{clean[:25]} ({number})"
        found.append(title)
    return found
