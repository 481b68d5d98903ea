"""Reading back the workbook an office edited; every problem is named by sheet, row and column."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from inspector.domain.errors import Complaint, Place, Refused
from inspector.exchange.checklist_checks import check
from inspector.exchange.checklist_given import (
    LISTS,
    CheckedChecklist,
    Given,
    GivenChecklist,
    GivenFields,
    GivenSection,
    checked,
    meant,
)
from inspector.exchange.checklist_sheets import (
    COLUMNS,
    FINISH_WORDS,
    HEAD_ROWS,
    HEAD_SHEET,
    ITEMS_SHEET,
    SECTION_CODE,
    SECTION_TITLE,
    YES_NO,
    Column,
)
from inspector.exchange.foreign import Row, Sheet, Tables, cell_text, read_tables

_WORDS: Mapping[str, Mapping[str, str]] = {"photo_required": YES_NO, "finish_rules": FINISH_WORDS}


def read_checklist_workbook(path: Path) -> CheckedChecklist:
    """The checklist in a workbook of `write_checklist_workbook`, edited or not, or everything wrong with it."""
    try:
        tables = read_tables(path)
    except Refused as refused:
        return CheckedChecklist(None, (refused.complaint,))
    reading = _Reading(tables)
    given = reading.checklist()
    content = check(given) if given else CheckedChecklist(None, ())
    return checked(content.checklist, (*reading.complaints, *content.complaints))


class _Reading:
    """Turns rows into given fields and complains about sheets and columns."""

    def __init__(self, tables: Tables) -> None:
        self.file = tables.file
        self.sheets = {sheet.name: sheet for sheet in tables.sheets}
        self.complaints: list[Complaint] = []

    def checklist(self) -> GivenChecklist | None:
        """The whole workbook; None when a sheet is missing."""
        items, head = self._sheet(ITEMS_SHEET), self._sheet(HEAD_SHEET)
        if items is None or head is None:
            return None
        return GivenChecklist(self._head(head), self._sections(items))

    def _sheet(self, name: str) -> Sheet | None:
        sheet = self.sheets.get(name)
        if sheet is None or not sheet.rows:
            self._complain("checklist.no-sheet", Place(file=self.file, sheet=name))
            return None
        return sheet

    def _head(self, sheet: Sheet) -> GivenFields:
        fields = {row.name: row for row in HEAD_ROWS}
        values = {}
        for row in sheet.rows[1:]:
            name, text = cell_text(row.cell(0)), cell_text(row.cell(1))
            place = Place(file=self.file, sheet=sheet.name, row=row.number, column=name)
            if name in fields:
                values[fields[name].field] = _given(fields[name].field, text, place)
            elif name:
                self._unknown(name, fields, place)
        return GivenFields(values, Place(file=self.file, sheet=sheet.name))

    def _sections(self, sheet: Sheet) -> tuple[GivenSection, ...]:
        names = [cell_text(cell) for cell in sheet.rows[0].cells]
        self._check_columns(sheet, names)
        items = [self._row(sheet.name, names, row) for row in sheet.rows[1:]]
        by_code: dict[str, list[GivenFields]] = {}
        for item in items:
            by_code.setdefault(item.text(SECTION_CODE), []).append(item)
        return tuple(_section(group) for group in by_code.values())

    def _check_columns(self, sheet: Sheet, names: Sequence[str]) -> None:
        known = {column.name: column for column in COLUMNS}
        for name in names:
            if name and name not in known:
                self._unknown(name, known, self._column(sheet, name))
        for name in {name for name in names if name and names.count(name) > 1}:
            self._complain("checklist.column-twice", self._column(sheet, name), field=name)

    def _column(self, sheet: Sheet, name: str) -> Place:
        return Place(file=self.file, sheet=sheet.name, row=sheet.rows[0].number, column=name)

    def _row(self, sheet: str, names: Sequence[str], row: Row) -> GivenFields:
        texts = {name: cell_text(row.cell(index)) for index, name in enumerate(names)}
        code = texts.get("编码", "")
        values = {}
        for column in COLUMNS:
            place = Place(file=self.file, sheet=sheet, row=row.number, column=column.name, item=code)
            if column.name in texts:
                values[column.field] = _given(column.field, texts[column.name], place)
        return GivenFields(values, Place(file=self.file, sheet=sheet, row=row.number, item=code))

    def _unknown(self, name: str, known: Mapping[str, Column], place: Place) -> None:
        self._complain("checklist.unknown-field", place, field=name, near=meant(name, known))

    def _complain(self, code: str, place: Place, **facts: str) -> None:
        self.complaints.append(Complaint(code, place, tuple(sorted(facts.items()))))


def _given(field: str, text: str, place: Place) -> Given:
    parts = tuple(text.split("\n")) if field in LISTS else (text,)
    words = _WORDS.get(field, {})
    return Given(tuple(words.get(part.strip(), part) for part in parts if part or field not in LISTS), place)


def _section(items: Sequence[GivenFields]) -> GivenSection:
    """The section of rows with one section code; the first row says its title."""
    first = items[0]
    head = {
        "code": first.values.get(SECTION_CODE, Given((), first.place)),
        "title": first.values.get(SECTION_TITLE, Given((), first.place)),
    }
    return GivenSection(GivenFields(head, first.place), tuple(items))
