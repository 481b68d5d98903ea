"""整改清单: the workbook one unit receives, fills in and sends back (the contract is docs: the Excel files)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import Complaint, Place
from inspector.domain.progress import Progress
from inspector.domain.rectification_list import RectificationList
from inspector.exchange.excel_cells import excel_serial, excel_text
from inspector.exchange.excel_package import SheetContent, write_package
from inspector.exchange.excel_page import set_columns, set_page
from inspector.exchange.excel_styles import MAX_PROPERTY, Styles, name_document, new_layout
from inspector.exchange.rectification_annex import (
    ANNEX_SHEET,
    annex_bands,
    annex_photos,
    annex_pictures,
    annex_rows,
    lay_out_annex,
)
from inspector.exchange.rectification_columns import LIST_COLUMNS, LIST_MANIFEST, OUTCOMES, ListColumn, column_pixels
from inspector.exchange.rectification_pages import with_the_last_finding
from inspector.exchange.rectification_rows import (
    HEAD_ROW,
    INFO_SPANS,
    SIGNING_SPANS,
    list_pictures,
    list_rows,
    most_photos,
    row_count,
)
from inspector.exchange.rectification_texts import TEXTS_SHEET, lay_out_texts, long_texts, texts_rows
from inspector.exchange.safe_files import replacing

LIST_SHEET = "整改清单"
EARLIEST_BEFORE_ISSUE = timedelta(days=366)
"""A completion date further back than this before the day of issue is questioned."""


@dataclass(frozen=True, slots=True)
class ListWritten:
    """A list that stands on the disk. `complaints` name findings with a photo that could not be read."""

    path: Path
    findings: int
    photos: int
    complaints: tuple[Complaint, ...] = ()


def write_rectification_list(
    order: RectificationList, picture: Callable[[str], bytes], path: Path, progress: Progress
) -> ListWritten:
    """Write the workbook of one unit to `path`; a file already there stays whole until the new one is complete.

    `picture` returns the list picture for a SHA-256 and is asked while it is written. A picture that cannot be read
    is left out and complained of (list.photo-left-out). Raises `Refused("file.…")` as `safe_files` tells, and whatever
    `picture` or `progress` raise.
    """
    layout, sheets = _sheets(order)
    total = sum(len(sheet.pictures) for sheet in sheets)
    done = 0

    def stored_one() -> None:
        nonlocal done
        done += 1
        progress(done, total, order.unit_name)

    with replacing(path) as out:
        missing = frozenset(write_package(layout, sheets, out, picture, stored_one))
    return ListWritten(path, len(order.rows), total - _placed(sheets, missing), _complaints(order, missing, path))


def _sheets(order: RectificationList) -> tuple[Workbook, list[SheetContent]]:
    layout = new_layout()
    styles = Styles(layout)
    sheets = [SheetContent(with_the_last_finding(order, list_rows(order, styles)), list_pictures(order))]
    _lay_out_list(layout.worksheets[0], order)
    extra = annex_photos(order)
    if extra:
        lay_out_annex(layout.create_sheet(ANNEX_SHEET), order, annex_bands(extra))
        sheets.append(SheetContent(annex_rows(order, extra, styles), annex_pictures(extra)))
    if texts := long_texts(order):
        rows = texts_rows(order, texts, styles)
        lay_out_texts(layout.create_sheet(TEXTS_SHEET), order, len(rows))
        sheets.append(SheetContent(rows))
    _name_document(layout, order)
    return layout, sheets


def _lay_out_list(sheet: Worksheet, order: RectificationList) -> None:
    sheet.title = LIST_SHEET
    width, last = len(LIST_COLUMNS), row_count(order)
    pixels = column_pixels(most_photos(order))
    set_columns(sheet, [*pixels, 20])
    sheet.cell(last, width + 1)
    sheet.column_dimensions[get_column_letter(width + 1)].hidden = True
    set_page(
        sheet, rows=last, columns=width, head=f"{HEAD_ROW}:{HEAD_ROW}", footer=f"{order.unit_name}　{order.number}"
    )
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 3).coordinate
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    for row, spans in ((2, INFO_SPANS), (last, SIGNING_SPANS)):
        for first, final in spans:
            sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=final)
    if order.rows:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(width + 1)}{HEAD_ROW + len(order.rows)}"
        _add_checks(sheet, order)
    _protect(sheet)


def _protect(sheet: Worksheet) -> None:
    """Guard our columns against slips, without a password; the unit may sort, filter, size rows, insert photos."""
    sheet.protection.enable()
    sheet.protection.sort = False
    sheet.protection.autoFilter = False
    sheet.protection.formatRows = False
    sheet.protection.formatColumns = False
    sheet.protection.formatCells = False


def _add_checks(sheet: Worksheet, order: RectificationList) -> None:
    for number, column in enumerate(LIST_COLUMNS, 1):
        if not column.ours:
            check = _check(column, order.issued_on)
            letter = get_column_letter(number)
            check.add(f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + len(order.rows)}")
            sheet.add_data_validation(check)


def _check(column: ListColumn, issued_on: date) -> DataValidation:
    check = DataValidation(
        allow_blank=True, showInputMessage=True, promptTitle=column.name, prompt=column.prompt, error=column.prompt
    )
    if column.key == "result":
        check.type, check.formula1, check.showErrorMessage = "list", f'"{",".join(OUTCOMES)}"', True
    if column.key == "completed":
        check.type, check.operator, check.errorStyle = "date", "greaterThanOrEqual", "warning"
        check.formula1, check.showErrorMessage = str(excel_serial(issued_on - EARLIEST_BEFORE_ISSUE)), True
    return check


def _name_document(layout: Workbook, order: RectificationList) -> None:
    """Who made it for whom, and what a returned copy is matched by."""
    name_document(layout, order.issuer, order.title)
    facts = {
        "inspector.dispatch": order.dispatch_id,
        "inspector.unit": order.unit_id,
        "inspector.revision": order.revision,
        "inspector.columns": LIST_MANIFEST,
    }
    properties: CustomPropertyList[StringProperty] = layout.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
    for name, value in facts.items():
        properties.append(StringProperty(name=name, value=excel_text(value)[:MAX_PROPERTY]))


def _placed(sheets: list[SheetContent], shas: frozenset[str]) -> int:
    return sum(one.sha in shas for sheet in sheets for one in sheet.pictures)


def _complaints(order: RectificationList, missing: frozenset[str], path: Path) -> tuple[Complaint, ...]:
    return tuple(
        Complaint("list.photo-left-out", Place(file=path.name, sheet=LIST_SHEET, item=row.no))
        for row in order.rows
        if missing.intersection(row.photos)
    )
