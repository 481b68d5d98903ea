"""交办: a numbered batch of findings handed to their units."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Dispatch:
    """交办. The number is used once and never taken back; the findings name their dispatch and their place in it."""

    number: str
    year: int
    serial: int
    issued_on: date
    reply_by: date
    issued_by: str = ""
    made_at: datetime | None = None
    folder: str = ""
    findings: int = 0
    units: int = 0


def document_number(pattern: str, year: int, serial: int) -> str:
    """The number in the office's own pattern, `{year}` and `{n}` filled, for example 创城办〔2026〕12号."""
    return pattern.replace("{year}", str(year)).replace("{n}", str(serial))
