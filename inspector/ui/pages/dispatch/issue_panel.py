"""Numbering and writing: number, dates, what to look at first, what will be written, where, and the deed itself."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from inspector.services.dispatch_files import SUMMARY_NAME
from inspector.services.dispatch_plans import BLOCKING, LIST_BYTES, DispatchPlan, Doubt
from inspector.ui.pages.dispatch.doubt_words import check_lines
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import compact, filled, quiet
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.foot_bar import key_hints
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label, wrapping
from inspector.ui.words.numbers import file_size

_WIDTH = 304
_ICONS = {"pass": "circle-check", "warn": "triangle-alert", "fail": "circle-alert"}


class IssuePanel(QFrame):
    """Signals tell what a person changed or wants; `doubt_wanted` what 看 leads to."""

    issue_wanted = Signal()
    issue_day = Signal(date)
    reply_day = Signal(date)
    doubt_wanted = Signal(str)
    folder_wanted = Signal()
    pattern_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self.number = wrapping("", "md", bold=True, selectable=True)
        self.issued_on = DayField(tr("Date of issue"), today, today)
        self.reply_by = DayField(tr("Reply by"), today, today)
        self.checks: QVBoxLayout = down(gap=2)
        self.files: QVBoxLayout = down(gap=4)
        self.issue = filled("", self.issue_wanted.emit, icon="send")
        self.hint = wrapping("", "sm", "text3")
        pattern = compact(quiet(tr("Change the pattern"), self.pattern_wanted.emit))
        folder = compact(quiet(tr("Another folder"), self.folder_wanted.emit, icon="folder"))

        content = down(
            down(
                across(Grow(label(tr("Dispatch number"), "sm", "text2", bold=True)), pattern, gap=4), self.number, gap=4
            ),
            across(
                Grow(_titled(tr("Date of issue"), self.issued_on)), Grow(_titled(tr("Reply by"), self.reply_by)), gap=8
            ),
            sheet(
                down(label(tr("Before issue"), "sm", "text2", bold=True), self.checks, gap=4, margins=(12, 10, 8, 10)),
                "sunken",
            ),
            down(
                across(Grow(label(tr("Will be written"), "sm", "text2", bold=True)), folder, gap=4), self.files, gap=4
            ),
            gap=14,
            margins=(16, 14, 16, 14),
        )
        content.addStretch(1)
        self._keys = key_hints((("Ctrl Enter", tr("Number and export")), ("PgDn", tr("The next unit"))))
        foot = sheet(down(self.issue, self.hint, self._keys, gap=6, margins=(16, 10, 16, 10)), "foot")
        self.setLayout(down(Grow(scrolling(content)), foot, gap=0))
        self.issued_on.chosen.connect(self.issue_day)
        self.reply_by.chosen.connect(self.reply_day)

    def press(self) -> None:
        """What Ctrl+Enter does, while the panel is seen: nobody numbers blindly."""
        if self.isVisible():
            self.issue.click()

    def take_width(self, *, whole: bool) -> None:
        """As wide as the page, or a column at its right."""
        self._keys.setVisible(not whole)
        if whole:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.setFixedWidth(current().px(_WIDTH))

    def show_plan(self, plan: DispatchPlan, folder: Path, *, busy: bool) -> None:
        """Show what would leave."""
        self.number.setText(plan.number)
        self.issued_on.show_day(plan.issued_on)
        self.reply_by.show_day(plan.reply_by)
        self._show_checks(plan)
        self._show_files(plan, folder)
        number = len(plan.findings)
        self.issue.setText(" " + tr("Number and export {n}", n=number))
        reason = _reason(plan, busy=busy)
        self.issue.setEnabled(not reason)
        self.hint.setText(reason or tr("The folder opens when it is written; a number once used is not given again"))

    def _show_checks(self, plan: DispatchPlan) -> None:
        empty(self.checks)
        for tone, words, doubt in check_lines(plan):
            look = (compact(quiet(tr("Look"), partial(self._look, doubt))),) if doubt else ()
            made = QWidget()
            made.setLayout(across(icon_label(_ICONS[tone], tone, 18), Grow(wrapping(words, "sm")), *look, gap=8))
            made.setMinimumHeight(current().high("compact"))
            self.checks.addWidget(made)

    def _look(self, doubt: Doubt) -> None:
        self.doubt_wanted.emit(doubt.value)

    def _show_files(self, plan: DispatchPlan, folder: Path) -> None:
        empty(self.files)
        size = sum(share.bytes for share in plan.shares)
        lists = tr("{n} units' lists.xlsx", n=len(plan.shares))
        lines = (
            ("folder", str(folder / plan.folder_name), ""),
            ("file-spreadsheet", lists, file_size(size)),
            ("file-spreadsheet", SUMMARY_NAME, file_size(LIST_BYTES)),
            ("file-archive", f"{plan.folder_name}.zip", file_size(size + LIST_BYTES)),
        )
        for icon, words, size_words in lines:
            made = QWidget()
            size_label = label(size_words, "sm", "text3")
            made.setLayout(across(icon_label(icon, "text2", 16), Grow(ElidingLabel(words, "sm")), size_label, gap=8))
            self.files.addWidget(made)


def _reason(plan: DispatchPlan, *, busy: bool) -> str:
    """Why nothing can be numbered now; "" when it can."""
    if busy:
        return tr("The lists are being written; Cancel is above")
    if not plan.findings:
        return tr("No unit is ticked")
    blocked = sum(bool(BLOCKING & set(finding.doubts)) for finding in plan.findings)
    if blocked:
        return tr("{n} findings need a unit or a description first", n=blocked)
    return ""


def _titled(title: str, content: QWidget | QLayout) -> QVBoxLayout:
    made = down(label(title, "sm", "text2", bold=True), gap=4)
    if isinstance(content, QWidget):
        made.addWidget(content)
    else:
        made.addLayout(content)
    return made
