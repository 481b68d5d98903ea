"""督办单 and 整改通知书: letters in the layout of GB/T 9704 from templates an office can change."""

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # it ships no types
from jinja2.sandbox import SandboxedEnvironment

from inspector.domain.errors import Place, Refused
from inspector.exchange.excel_cells import excel_text
from inspector.exchange.rectification_rows import chinese_date
from inspector.exchange.safe_files import replacing


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One finding of the letter; `overdue` in days."""

    no: str
    site: str
    place: str
    text: str
    due_on: date | None
    overdue: int
    asked: str = ""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the template is filled with; an empty `number` leaves room to write one by hand."""

    number: str
    unit: str
    issuer: str
    day: date
    lines: tuple[LetterLine, ...]


def write_letter(letter: LetterFacts, template: Path, path: Path) -> Path:
    """Write the letter to `path`; what people typed stays text, and the template may not run anything.

    Raises `Refused("letter.template")` when the template cannot be read or filled, and `Refused("file.…")`.
    """
    written = io.BytesIO()
    try:
        document = DocxTemplate(template)
        document.render(_facts(letter), jinja_env=SandboxedEnvironment(), autoescape=True)
        document.save(written)
    except Exception as error:  # an office's own file: Word, zip and template faults of every kind end here
        raise Refused("letter.template", Place(file=str(template)), reason=str(error)[:200]) from error
    with replacing(path) as out:
        out.write(written.getvalue())
    return path


def _facts(letter: LetterFacts) -> dict[str, object]:
    return {
        "number": excel_text(letter.number) or f"〔{letter.day.year}〕　　号",
        "unit": excel_text(letter.unit),
        "issuer": excel_text(letter.issuer),
        "day": chinese_date(letter.day),
        "count": len(letter.lines),
        "findings": [
            {
                "seq": seq,
                "no": line.no,
                "where": " ".join(filter(None, (excel_text(line.site), excel_text(line.place)))),
                "text": excel_text(line.text),
                "due": line.due_on.isoformat() if line.due_on else "",
                "overdue": line.overdue,
                "asked": excel_text(line.asked),
            }
            for seq, line in enumerate(letter.lines, 1)
        ],
    }
