"""The shipped questionnaires, made from their one readable source: `python -m inspector.exchange.questionnaire_bank`.

`checklists/questionnaires/questions.yaml` holds blocks of questions and sets of options; each form becomes an XLSForm.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from inspector.config.paths import CHECKLISTS
from inspector.exchange.safe_files import replacing

FOLDER = CHECKLISTS / "questionnaires"
SOURCE = FOLDER / "questions.yaml"

_ZH, _EN = "中文 (zh)", "English (en)"
_SURVEY = (
    *("type", "name", f"label::{_ZH}", f"label::{_EN}", f"hint::{_ZH}", f"hint::{_EN}", "required", "relevant"),
    *("constraint", f"constraint_message::{_ZH}", f"constraint_message::{_EN}", "parameters", "bind::cx:index"),
)
_SETTINGS = ("form_title", "form_id", "version", "default_language", "namespaces", "attribute::cx:kind")
_NAMESPACE = 'cx="urn:inspector:questionnaire"'
_OLD_ENOUGH = "${P01} != 'under14'"
_HINTS = {
    "one": ("点一个答案，或按数字键", "Choose one answer, or press its number"),
    "many": ("可以选几个", "You may choose several"),
    "many3": ("最多选三个", "At most three"),
    "range": ("1分最低，10分最高", "1 is lowest, 10 is highest"),
    "open": ("不要写姓名和电话", "Leave out names and telephone numbers"),
}
_NOTE = (
    "谢谢您。14岁以下的小朋友不用回答，请交还给工作人员。",
    "Thank you. Children under 14 are not asked; please give this back to the staff.",
)

Question = tuple[str, str, str, str, str, str, str]
"""Code, type, options, Chinese, English, index, skip rule."""


@dataclass(frozen=True, slots=True)
class BankForm:
    """One form of the bank: where it goes and what it asks."""

    code: str
    version: str
    title: str
    kind: str
    profile: tuple[Question, ...]
    questions: tuple[Question, ...]

    @property
    def asked(self) -> int:
        """How many questions it asks."""
        return len(self.profile) + len(self.questions)

    @property
    def file(self) -> str:
        """The name of its workbook."""
        return f"{self.code}-v{self.version}.xlsx"


def bank_forms(source: Path = SOURCE) -> tuple[BankForm, ...]:
    """The forms of the bank: the residents' first, then one for each kind of place."""
    bank = _read(source)
    profile, residents, venues = bank["profile"], bank["residents"], bank["venues"]
    own = _questions([*profile, *bank["resident_profile"]])
    asked = _questions(residents["questions"])
    forms = [BankForm(residents["code"], bank["version"], residents["title"][0], "", own, asked)]
    for kind, names in venues["kinds"].items():
        here = _questions(row for row in venues["questions"] if row[7] == "all" or kind in row[7].split())
        title = f"{venues['title'][0]}（{names[0]}）"
        forms.append(BankForm(f"WJ-{kind}", bank["version"], title, kind, _questions(profile), here))
    return tuple(forms)


def write_bank(folder: Path, source: Path = SOURCE) -> tuple[Path, ...]:
    """Write every form of the bank as an XLSForm into the folder; returns the files."""
    options = _read(source)["options"]
    written = []
    for form in bank_forms(source):
        book = Workbook()
        _fill(book.worksheets[0], "survey", _SURVEY, _survey(form))
        _fill(
            book.create_sheet(),
            "choices",
            ("list_name", "name", f"label::{_ZH}", f"label::{_EN}", "role"),
            ((name, *choice) for name in _sets(form) for choice in options[name]),
        )
        settings = (form.title, form.code, form.version, _ZH, _NAMESPACE, form.kind)
        _fill(book.create_sheet(), "settings", _SETTINGS if form.kind else _SETTINGS[:-1], [settings])
        written.append(folder / form.file)
        with replacing(written[-1]) as out:
            book.save(out)
    return tuple(written)


def _survey(form: BankForm) -> Iterator[tuple[str, ...]]:
    age, *rest = form.profile
    yield _row("start", "start")
    yield _row("end", "end")
    yield _question(age)
    yield _row("note", "thanks", *_NOTE, relevant="${P01} = 'under14'")
    yield _row("begin_group", "form", relevant=_OLD_ENOUGH)
    for question in (*form.questions, *rest) if form.kind else (*rest, *form.questions):
        yield _question(question)
    yield _row("end_group", "")


def _question(question: Question) -> tuple[str, ...]:
    code, kind, options, zh, en, index, skip = question
    types = {"one": f"select_one {options}", "many": f"select_multiple {options}", "range": "range", "open": "text"}
    more = {"relevant": skip, "required": "" if kind == "open" else "yes", "index": index}
    if kind == "many3":
        types["many3"] = types["many"]
        more |= {"constraint": "count-selected(.) <= 3", "message": "最多选三个"}
    if kind == "range":
        start, end = options.split("-")
        more["parameters"] = f"start={start} end={end} step=1"
    return _row(types[kind], code, zh, en, *_HINTS[kind], **more)


def _row(
    kind: str, name: str, zh: str = "", en: str = "", hint: str = "", said: str = "", **more: str
) -> tuple[str, ...]:
    given = [more.get(key, "") for key in ("required", "relevant", "constraint", "message")]
    constraint_said = "Choose at most three" if more.get("constraint") else ""
    return (kind, name, zh, en, hint, said, *given, constraint_said, more.get("parameters", ""), more.get("index", ""))


def _sets(form: BankForm) -> list[str]:
    used = (q[2] for q in (*form.profile, *form.questions) if q[1] in {"one", "many", "many3"})
    return list(dict.fromkeys(used))


def _questions(rows: Iterable[list[str]]) -> tuple[Question, ...]:
    return tuple((row[0], row[1], row[2], row[3], row[4], row[5], row[6]) for row in rows)


def _fill(sheet: Worksheet, name: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    sheet.title = name
    sheet.append(list(head))
    for row in rows:
        sheet.append(list(row))
    for number, cell in enumerate(sheet[1], 1):
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = 24
    sheet.freeze_panes = "A2"


def _read(source: Path) -> dict[str, Any]:
    """The source as texts only: "no" stays a word."""
    read: dict[str, Any] = yaml.load(source.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return read


if __name__ == "__main__":
    write_bank(FOLDER)
