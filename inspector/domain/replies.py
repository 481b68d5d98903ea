"""反馈: what a unit said about a finding; never 销号, which needs somebody to go and look (rectification.md 4.4)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from inspector.domain.findings import FindingStatus


class Outcome(StrEnum):
    """办理结果 as the list offers it; UNSAID when the cell was empty or not understood."""

    UNSAID = ""
    DONE = "done"
    IN_PROGRESS = "in_progress"
    EXTENSION = "extension"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class Said:
    """The unit's cells of one row. `outcome_words` and `done_words` are kept when they could not be understood."""

    outcome: Outcome = Outcome.UNSAID
    measures: str = ""
    done_on: date | None = None
    person: str = ""
    phone: str = ""
    note: str = ""
    outcome_words: str = ""
    done_words: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of one unit about one finding, and where it stood. `photos` are ids of photos that came with it."""

    finding: str
    unit: str
    said: Said
    file: str
    sheet: str
    row: int
    received_at: datetime
    received_by: str = ""
    photos: tuple[str, ...] = ()


_OUTCOMES = {
    Outcome.DONE: "√ ✓ ✔ ☑ 是 对 y yes 已完成 完成 完成整改 已整改 已整改完成 整改完成 整改完毕 已整改完毕 整改到位 "
    "已整改到位 已办结 办结 已处理 已解决 已落实 已销号 100%",
    Outcome.IN_PROGRESS: "× ✕ ✗ ✘ x 否 n no 未 未完成 未整改 未办结 整改中 正在整改 进行中 办理中 处理中 推进中 "
    "正在办理 正在处理 部分完成 部分整改 持续整改",
    Outcome.EXTENSION: "申请延期 延期 需延期 要求延期 申请延期整改",
    Outcome.NOT_OURS: "不属本单位 不属于本单位 非本单位 非本单位职责 不属本单位职责 不属于本单位职责 不归我单位 "
    "不属我单位 不属于我单位 属地不符 权属不清 职能交叉",
}
_BY_WORD = {word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()}
_DATE = re.compile(r"(?:(\d{4}|\d{2})[-./年、])?(\d{1,2})[-./月、](\d{1,2})日?号?(?:前|左右|完成|已完成|整改完成)?")
_PACKED = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_SERIALS = range(36_526, 73_051)
"""Serial days from 2000 to 2099 in the 1900 system; 12 or 2026 in the date column is no serial."""
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_DAYS_BETWEEN_EPOCHS = (_EPOCH_1904 - _EPOCH_1900).days
_BACKDATED = timedelta(days=183)


def read_outcome(text: str) -> Outcome | None:
    """The outcome a unit's word means, UNSAID for an empty cell, None when it is not understood."""
    word = re.sub(r"[\s。.!！,，;；]", "", unicodedata.normalize("NFKC", text)).casefold()
    return _BY_WORD.get(word) if word else Outcome.UNSAID


def read_date(value: str | float | date, near: date, *, since_1904: bool = False) -> date | None:
    """The day a cell means: a date, a serial number, or 2026.11.3, 2026/11/3, 11月3日 in any width; None otherwise.

    A day without a year is the one closest after half a year before `near` (the day of issue).
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        text = unicodedata.normalize("NFKC", value).replace(" ", "").removesuffix("00:00:00")
        return _written_day(text, near) or (_numbered_day(int(text), since_1904) if text.isdecimal() else None)
    # A number such as 11.3 may have been typed as 11.30: the spreadsheet no longer knows, so neither do we.
    return _numbered_day(int(value), since_1904) if abs(value) < 1e9 else None


def _numbered_day(number: int, since_1904: bool) -> date | None:
    """A serial day (45999) or a packed date (20261103)."""
    if number + (_DAYS_BETWEEN_EPOCHS if since_1904 else 0) in _SERIALS:
        return (_EPOCH_1904 if since_1904 else _EPOCH_1900) + timedelta(days=number)
    packed = _PACKED.fullmatch(str(number))
    return _day(*map(int, packed.groups())) if packed else None


def _written_day(text: str, near: date) -> date | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    years = (_day(year, int(month), int(day)) for year in (near.year - 1, near.year, near.year + 1))
    return next((one for one in years if one and one > near - _BACKDATED), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_silent(said: Said) -> bool:
    """Whether the unit wrote nothing at all into the row."""
    return said == Said()


_ANSWERABLE = {
    FindingStatus.DISPATCHED,
    FindingStatus.SIGNED,
    FindingStatus.IN_PROGRESS,
    FindingStatus.SENT_BACK,
    FindingStatus.REPLIED,
}


def can_answer(status: FindingStatus) -> bool:
    """Whether a unit's answer is expected in this state; in every other a person decides."""
    return status in _ANSWERABLE


def status_after(status: FindingStatus, said: Said, *, leads: bool, shown: bool) -> FindingStatus:
    """The state a finding is in after this answer.

    "Done" makes it REPLIED, which still waits for the recheck; no word at all counts as done only with a day or a photo
    (`shown`). 不属本单位 and the answer of a unit that only helps (`leads` False) move nothing.
    """
    if not leads or said.outcome is Outcome.NOT_OURS:
        return status
    done = said.outcome is Outcome.DONE
    if said.outcome is Outcome.UNSAID and not said.outcome_words:
        done = shown or said.done_on is not None
    return FindingStatus.REPLIED if done else FindingStatus.IN_PROGRESS
