"""Checklists in and out of spreadsheets and YAML."""

from pathlib import Path

from inspector.domain.checklists import Checklist
from inspector.domain.errors import RefusedAll
from inspector.exchange.checklist_mapping import PlainHead, PlainMapping, apply_mapping, suggest_mapping
from inspector.exchange.checklist_plain import PlainTable, read_plain_list
from inspector.exchange.checklist_shelf import read_checklist_file
from inspector.exchange.checklist_yaml import checklist_yaml
from inspector.exchange.safe_files import replacing

__all__ = ["ChecklistFilesService", "PlainHead", "PlainMapping", "PlainTable", "suggest_mapping"]


class ChecklistFilesService:
    """What an office does with lists outside the program. Nothing here publishes; `ChecklistService.publish` does."""

    def to_excel(self, checklist: Checklist, file: Path) -> None:
        """Write the author's workbook, which reads back without loss. Raises `Refused("file.…")`."""
        from inspector.exchange.checklist_workbook import write_checklist_workbook

        write_checklist_workbook(checklist, file)

    def to_xlsform(self, checklist: Checklist, file: Path) -> None:
        """Write the form a phone with KoboCollect or ODK Collect can carry. Raises `Refused("file.…")`."""
        from inspector.exchange.checklist_xlsform import write_checklist_xlsform

        write_checklist_xlsform(checklist, file)

    def to_yaml(self, checklist: Checklist, file: Path) -> None:
        """Write the file a program ships. Raises `Refused("file.…")`."""
        with replacing(file) as out:
            out.write(checklist_yaml(checklist).encode())

    def read(self, file: Path) -> Checklist:
        """The checklist of a workbook or YAML file. Raises `RefusedAll` with everything that is wrong."""
        checked = read_checklist_file(file)
        if checked.checklist is None:
            raise RefusedAll(checked.complaints)
        return checked.checklist

    def plain_list(self, file: Path) -> PlainTable:
        """A paper-style list as a table to map. Raises `Refused`: "foreign.…" and those of `read_plain_list`."""
        return read_plain_list(file)

    def from_plain(self, table: PlainTable, mapping: PlainMapping, head: PlainHead) -> Checklist:
        """The checklist a mapping makes. Raises `RefusedAll` with everything that is wrong, by row."""
        checked = apply_mapping(table, mapping, head)
        if checked.checklist is None:
            raise RefusedAll(checked.complaints)
        return checked.checklist
