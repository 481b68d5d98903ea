"""催办: what is overdue and what falls due soon, by unit, and the letters that press for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path

from inspector.config.paths import RESOURCES
from inspector.domain.dispatches import document_number
from inspector.domain.errors import Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery, LedgerRow
from inspector.domain.settings import Setting, named_id
from inspector.domain.units import Unit
from inspector.exchange.file_names import unique_names
from inspector.services.acts import Acts

SOON_DAYS = 7


class Letter(StrEnum):
    """督办单 about what is overdue, 整改通知书 about what has to be put right."""

    PRESS = "press"
    NOTICE = "notice"


TEMPLATES = {
    Letter.PRESS: RESOURCES / "templates" / "督办单.docx",
    Letter.NOTICE: RESOURCES / "templates" / "整改通知书.docx",
}
SETTLED = {FindingStatus.CLOSED, FindingStatus.VOID}


@dataclass(frozen=True, slots=True)
class Pressed:
    """One unit with what it owes: past its deadline first, then what falls due within a week."""

    unit: str
    name: str
    contact: str
    phone: str
    overdue: tuple[LedgerRow, ...]
    soon: tuple[LedgerRow, ...]


class PressingService:
    """Finds out who has to be pressed, and writes it down."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def owed(self, units: Sequence[str] = (), findings: Sequence[str] | None = None) -> tuple[Pressed, ...]:
        """Every unit that owes something, the one with most overdue first; `findings` keeps to these."""
        today = self._acts.today()
        until, asked = today + timedelta(days=SOON_DAYS), tuple(units)
        late_first = LedgerQuery(units=asked, overdue_on=today, order=LedgerOrder.DUE, descending=False)
        due_soon = LedgerQuery(units=asked, due_until=until, order=LedgerOrder.DUE, descending=False)
        with self._acts.reading() as view:
            late, near = view.findings.ledger_ids(late_first), view.findings.ledger_ids(due_soon)
            wanted = None if findings is None else set(findings)
            ids = [one for one in dict.fromkeys((*late, *near)) if wanted is None or one in wanted]
            lines = view.findings.ledger_rows(ids, today)
            known = {unit.id: unit.record for unit in view.all(Unit)}
        by_unit: dict[str, list[LedgerRow]] = {}
        for one in ids:
            by_unit.setdefault(lines[one].unit, []).append(lines[one])
        pressed = [_pressed(unit, rows, known.get(unit)) for unit, rows in by_unit.items()]
        return tuple(sorted(pressed, key=lambda one: (-len(one.overdue), -len(one.soon), one.name)))

    def write_list(self, file: Path, units: Sequence[str] = (), findings: Sequence[str] | None = None) -> int:
        """Write 催办清单 as a workbook: one sheet over all units, one with every finding; returns how many findings.

        Raises `Refused`: "pressing.nothing", "file.…".
        """
        from inspector.exchange.pressing_list import PressedLine, write_pressing_list

        owed = self.owed(units, findings)
        if not owed:
            raise Refused("pressing.nothing")
        with self._acts.reading() as view:
            settings = view.registers.settings()
        lines = [
            PressedLine(
                one.name or "（还没有责任单位）", one.contact, one.phone, row.no, row.site_name, row.location, row.text,
                row.due_on, row.days_overdue, row.send_backs, row.dispatch_number,
            )
            for one in owed
            for row in (*one.overdue, *one.soon)
        ]  # fmt: skip
        write_pressing_list(lines, self._acts.today(), settings["dispatch.issuer"], file)
        return len(lines)

    def next_serial(self, kind: Letter) -> int:
        """The number the next letter of a kind gets this year."""
        with self._acts.reading() as view:
            last = view.registers.settings()[f"letter.{kind}.last"]
        return _serial_after(last, self._acts.today().year)

    def number(self, kind: Letter, serial: int) -> str:
        """How a number is written, in the office's own pattern."""
        with self._acts.reading() as view:
            return document_number(view.registers.settings()[f"letter.{kind}.pattern"], self._acts.today().year, serial)

    def issue_letters(
        self, kind: Letter, folder: Path, first: int, findings: Sequence[str] | None = None
    ) -> tuple[Path, ...]:
        """Write one letter a unit, numbered from `first` on, and keep the last number taken; returns the files.

        A 督办单 tells what is overdue, a 整改通知书 all of `findings` that are open. Raises as `write_letters` does.
        """
        files = self._write(kind, folder, partial(self.number, kind), first, findings=findings)
        last = max(first + len(files), self.next_serial(kind)) - 1
        with self._acts.doing("letters-written", undoable=False) as writing:
            name = f"letter.{kind}.last"
            writing.put(named_id("setting", name), Setting(name, f"{self._acts.today().year} {last}"))
        return files

    def write_letters(self, folder: Path, number: str = "", units: Sequence[str] = ()) -> tuple[Path, ...]:
        """Write one 督办单 a unit that has something overdue, as .docx, all with this number; returns the files.

        The template is `templates/督办单.docx` beside the workspace where the office has put its own, else the shipped
        one. Raises `Refused`: "pressing.nothing", "letter.template", "file.…".
        """
        return self._write(Letter.PRESS, folder, lambda _serial: number, units=units)

    def _write(
        self,
        kind: Letter,
        folder: Path,
        number: Callable[[int], str],
        first: int = 0,
        units: Sequence[str] = (),
        findings: Sequence[str] | None = None,
    ) -> tuple[Path, ...]:
        from inspector.exchange.letters import LetterFacts, LetterLine, write_letter

        told = self._open_by_unit(findings) if kind is Letter.NOTICE else self._late_by_unit(units, findings)
        if not told:
            raise Refused("pressing.nothing")
        with self._acts.reading() as view:
            issuer = view.registers.settings()["dispatch.issuer"]
            ids = [row.id for rows in told.values() for row in rows]
            asked = {key: one.record.requirement for key, one in view.get_many(Finding, ids).items()}
        own = self._acts.workspace.path.parent / "templates" / TEMPLATES[kind].name
        template = own if own.is_file() else TEMPLATES[kind]
        # The number stands in the name: letters of another day into the same folder replace none of these.
        ends = [f" {number(first + n)}" if first else "" for n in range(len(told))]
        names = unique_names((f"{template.stem} {unit}{end}" for unit, end in zip(told, ends, strict=True)), ".docx")
        files = []
        for serial, ((unit, rows), name) in enumerate(zip(told.items(), names, strict=True), first):
            lines = tuple(
                LetterLine(r.no, r.site_name, r.location, r.text, r.due_on, r.days_overdue, asked.get(r.id, ""))
                for r in rows
            )
            letter = LetterFacts(number(serial), unit, issuer, self._acts.today(), lines)
            files.append(write_letter(letter, template, folder / name))
        return tuple(files)

    def _late_by_unit(self, units: Sequence[str], findings: Sequence[str] | None) -> dict[str, tuple[LedgerRow, ...]]:
        return {one.name: one.overdue for one in self.owed(units, findings) if one.overdue and one.unit}

    def _open_by_unit(self, findings: Sequence[str] | None) -> dict[str, tuple[LedgerRow, ...]]:
        if findings is None:
            return {one.name: (*one.overdue, *one.soon) for one in self.owed() if one.unit}
        with self._acts.reading() as view:
            lines = view.findings.ledger_rows(findings, self._acts.today())
        rows = sorted((row for row in lines.values() if row.unit and row.status not in SETTLED), key=lambda row: row.no)
        return {
            unit: tuple(r for r in rows if r.unit_name == unit) for unit in dict.fromkeys(r.unit_name for r in rows)
        }


def _serial_after(last: str, year: int) -> int:
    """`last` is "year serial" as it was kept; each year begins with 1."""
    kept, _, serial = last.partition(" ")
    return int(serial) + 1 if kept == str(year) and serial.isdecimal() else 1


def _pressed(unit: str, rows: Sequence[LedgerRow], known: Unit | None) -> Pressed:
    return Pressed(
        unit=unit,
        name=rows[0].unit_name,
        contact=known.contact if known else "",
        phone=known.phone if known else "",
        overdue=tuple(row for row in rows if row.days_overdue),
        soon=tuple(row for row in rows if not row.days_overdue),
    )
