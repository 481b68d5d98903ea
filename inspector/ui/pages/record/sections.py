"""The sections: down the left side, or as a drop-down where there is no side."""

from inspector.services.sheets import Sheet
from inspector.ui.translation import tr
from inspector.ui.widgets.side_list import Section

BEFORE = "open-before"
"""The key of 上次未整改."""


def sections_of(sheet: Sheet) -> list[Section]:
    """上次未整改 first when there is something, then the sections, each with how far it is."""
    parts = dict(sheet.score.sections)
    shown = [
        Section(
            key=section.code,
            words=section.title,
            done=len(section.items) - parts[section.code].not_checked,
            of=len(section.items),
            failed=parts[section.code].failed > 0,
        )
        for section in sheet.checklist.sections
    ]
    if not sheet.open_before:
        return shown
    looked_at = sum(sheet.is_done(found.record.item) for found in sheet.open_before)
    return [Section(BEFORE, tr("Open last time"), looked_at, len(sheet.open_before)), *shown]


def section_of(sheet: Sheet, item: str) -> str:
    """The section of an item."""
    return next((s.code for s in sheet.checklist.sections if any(each.code == item for each in s.items)), "")
