"""XLSForms for tests, written cell by cell as an author would."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

HEAD = (
    *("type", "name", "label::中文 (zh)", "label::English (en)", "relevant", "constraint"),
    *("constraint_message::中文 (zh)", "required", "choice_filter", "calculation", "default", "parameters"),
    *("appearance", "repeat_count", "trigger", "bind::cx:index"),
)
CHOICES = (
    ("list_name", "name", "label::中文 (zh)", "label::English (en)", "role"),
    ("ab", "a", "甲", "A", "top"),
    ("ab", "b", "乙", "B", "unknown"),
    ("abc", "a", "甲", "A", ""),
    ("abc", "b", "乙", "B", ""),
    ("abc", "c", "丙", "C", ""),
)


def question(kind: str, name: str = "", label: str = "", english: str = "", **more: str) -> dict[str, str]:
    """One row of the survey sheet."""
    named = {"type": kind, "name": name, HEAD[2]: label, HEAD[3]: english, "constraint_message::中文 (zh)": ""}
    more = {("bind::cx:index" if key == "index" else key): value for key, value in more.items()}
    if "message" in more:
        more["constraint_message::中文 (zh)"] = more.pop("message")
    return {**named, **more}


def write_xlsform(
    path: Path,
    rows: Sequence[dict[str, str]],
    choices: Sequence[Sequence[str]] = CHOICES,
    code: str = "T1",
    version: str = "1",
) -> Path:
    """A workbook with these questions."""
    book = Workbook()
    survey = book.worksheets[0]
    survey.title = "survey"
    survey.append(HEAD)
    for row in rows:
        survey.append([row.get(column, "") for column in HEAD])
    sheet = book.create_sheet("choices")
    for choice in choices:
        sheet.append(list(choice))
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id", "version", "default_language", "namespaces"])
    settings.append(["试卷", code, version, "中文 (zh)", 'cx="urn:inspector:questionnaire"'])
    book.save(path)
    return path
