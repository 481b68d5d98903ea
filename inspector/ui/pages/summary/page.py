"""小结: the score with its making, and what goes to the office. Opened when an inspection is finished."""

from collections.abc import Sequence

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.stored import Changed
from inspector.services.inspections import Summary
from inspector.ui.context import Context
from inspector.ui.dialogs.praise_dialog import PraiseDialog
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.pages.summary.findings_card import findings_card
from inspector.ui.pages.summary.praise_card import praise_card
from inspector.ui.pages.summary.score_card import score_card, sections_card
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling
from inspector.ui.widgets.buttons import filled, outlined, promote, trailing
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.words.dates import moment


class SummaryPage(Page):
    """Opened with `inspection` (its id)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._inspection = ""
        self._summary: Summary | None = None
        self.head = PageHead("", "", back=context.back)
        self._cards = down(gap=16, margins=(24, 20, 24, 20))
        self._area = scrolling(self._cards)
        self.reopen_button = outlined(tr("Reopen"), self.reopen)
        self.next_button = outlined(tr("Next site"), lambda: context.go("pick_site"))
        self.dispatch_button = trailing(filled(tr("Go to dispatch"), self.dispatch, icon="arrow-right"))
        keys = [("Enter", tr("The next step")), ("?", tr("All keys"))]
        foot = FootBar(keys, self.reopen_button, self.next_button, self.dispatch_button)
        self.setLayout(down(self.head, Grow(self._area), foot, gap=0))

    def open(self, **where: str) -> None:
        """Show the figures of an inspection."""
        self._inspection = where.get("inspection", "")
        self._read()

    def where(self) -> dict[str, str]:
        """The inspection."""
        return {"inspection": self._inspection} if self._inspection else {}

    def refresh(self, changed: Changed) -> None:
        """Read the figures anew."""
        if self._inspection and changed.kinds:
            self._read()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Cards beside each other where there is room."""
        super().layout_changed(mode)
        self._show()

    def shortcuts(self) -> Sequence[PageKey]:
        """Enter is the next step."""
        return (
            PageKey(("Return", "Enter"), tr("The next step"), tr("Summary"), self.go_on),
            PageKey(("G",), tr("Good practice"), tr("Summary"), self.praise),
        )

    def regions(self) -> Sequence[QWidget]:
        """The next step has the focus."""
        return (self.dispatch_button if self.waiting else self.next_button, self.reopen_button)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The findings that wait to be dispatched."""
        rows = self._summary.findings if self._summary else ()
        return tuple(row.id for row in rows if row.status is FindingStatus.TO_DISPATCH)

    def go_on(self) -> None:
        """To dispatch when something waits for it, back to an unfinished inspection, else to the next site."""
        if self.waiting:
            self.dispatch()
        elif self._summary and self._summary.sheet.inspection.finished_at is None:
            self.reopen()
        else:
            self._context.go("pick_site")

    def praise(self) -> None:
        """G: note what was done well."""
        if self._summary:
            PraiseDialog(self, self._context, self._inspection).open()

    def dispatch(self) -> None:
        """Hand these findings to their units."""
        self._context.go("dispatch", findings=",".join(self.waiting))

    def reopen(self) -> None:
        """Open the inspection again with a reason, or go on with one that is not finished."""
        if self._summary and self._summary.sheet.inspection.finished_at is None:
            self._context.go("record", inspection=self._inspection)
            return
        ReasonDialog(
            self,
            tr("Reopen this inspection"),
            tr("Both versions are kept. Findings already dispatched stay dispatched."),
            tr("Reopen"),
            self._reopen_now,
        ).open()

    def _reopen_now(self, reason: str) -> None:
        try:
            changed = self._context.services.inspections.reopen(self._inspection, reason)
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._context.changed(changed)
        self._context.go("record", inspection=self._inspection)

    def _read(self) -> None:
        try:
            self._summary = self._context.services.inspections.summary(self._inspection)
        except Refused as refusal:
            self._summary = None
            self._context.complain(refusal)
        self._show()

    def _show(self) -> None:
        empty(self._cards)
        summary = self._summary
        if summary is None:
            return
        sheet, today = summary.sheet, self._context.services.acts.today()
        record = sheet.inspection
        when = (
            tr("finished {time}", time=moment(record.finished_at, today))
            if record.finished_at
            else tr("not finished yet")
        )
        self.head.show_title(
            sheet.site.name, " · ".join(p for p in (sheet.checklist.title, when, record.inspector) if p)
        )
        score = score_card(sheet.checklist, summary.score)
        sections = sections_card(sheet.checklist, summary.score)
        if self.mode is LayoutMode.ONE:
            self._cards.addWidget(score)
            self._cards.addWidget(sections)
        else:
            self._cards.addLayout(across(Grow(down(score, STRETCH)), Grow(down(sections, STRETCH)), gap=16))
        self._cards.addWidget(findings_card(summary.findings, self._picture, today))
        praises = self._context.services.praises.of_inspection(self._inspection)
        add = outlined(tr("Note one"), self.praise, icon="star", keys="G")
        self._cards.addWidget(praise_card(praises, self._picture, add))
        self._cards.addStretch(1)
        self._show_buttons(is_open=record.finished_at is None)

    def _show_buttons(self, *, is_open: bool) -> None:
        self.reopen_button.setText(tr("Go on inspecting") if is_open else tr("Reopen"))
        self.dispatch_button.setVisible(bool(self.waiting))
        promote(self.next_button, not self.waiting and not is_open)
        promote(self.reopen_button, is_open and not self.waiting)

    def _picture(self, sha: str) -> QPixmap:
        picture = QPixmap()
        try:
            picture.loadFromData(self._context.services.photos.bytes_of(sha))
        except Refused:
            return QPixmap()
        return picture
