"""催办: what is overdue and what falls due soon, by unit, and the letters that press for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from inspector.config.paths import RESOURCES
from inspector.domain.errors import Refused
from inspector.domain.ledger import LedgerOrder, LedgerQuery, LedgerRow
from inspector.domain.units import Unit
from inspector.exchange.file_names import unique_names
from inspector.services.acts import Acts

SOON_DAYS = 7
TEMPLATE = RESOURCES / "templates" / "督办单.docx"


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
        from inspector.exchange.pressing_list import PressedLine, write_pressing_list  # noqa: PLC0415 - loads openpyxl

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

    def write_letters(self, folder: Path, number: str = "", units: Sequence[str] = ()) -> tuple[Path, ...]:
        """Write one 督办单 a unit that has something overdue, as .docx; returns the files.

        The template is `templates/督办单.docx` beside the workspace where the office has put its own, else the shipped
        one. Raises `Refused`: "pressing.nothing", "letter.template", "file.…".
        """
        from inspector.exchange.letters import Letter, LetterLine, write_letter  # noqa: PLC0415 - loads docxtpl

        late = [one for one in self.owed(units) if one.overdue and one.unit]
        if not late:
            raise Refused("pressing.nothing")
        with self._acts.reading() as view:
            issuer = view.registers.settings()["dispatch.issuer"]
        own = self._acts.workspace.path.parent / "templates" / TEMPLATE.name
        template = own if own.is_file() else TEMPLATE
        names = unique_names((f"督办单 {one.name}" for one in late), ".docx")
        files = []
        for one, name in zip(late, names, strict=True):
            lines = tuple(
                LetterLine(row.no, row.site_name, row.location, row.text, row.due_on, row.days_overdue)
                for row in one.overdue
            )
            letter = Letter(number, one.name, issuer, self._acts.today(), lines)
            files.append(write_letter(letter, template, folder / name))
        return tuple(files)


def _pressed(unit: str, rows: Sequence[LedgerRow], known: Unit | None) -> Pressed:
    return Pressed(
        unit=unit,
        name=rows[0].unit_name,
        contact=known.contact if known else "",
        phone=known.phone if known else "",
        overdue=tuple(row for row in rows if row.days_overdue),
        soon=tuple(row for row in rows if not row.days_overdue),
    )
