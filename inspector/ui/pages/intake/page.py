"""来件: what comes in without a checklist, seen, told by residents, or set by meetings; and what is approved."""

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.domain.approvals import Approval
from inspector.domain.errors import RefusedAll
from inspector.domain.progress import Progress
from inspector.domain.sources import Source
from inspector.domain.stored import Changed
from inspector.services.noting import Proposal
from inspector.ui.context import Context
from inspector.ui.jobs import Job
from inspector.ui.pages.intake.approval_area import ApprovalForm, ApprovalList
from inspector.ui.pages.intake.complaint_desk import ComplaintDesk
from inspector.ui.pages.intake.complaint_form import ComplaintForm
from inspector.ui.pages.intake.finding_form import FindingForm
from inspector.ui.pages.intake.hints import Hints
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.segmented import Segmented

_COMPLAINT, _APPROVAL = "complaint", "approval"
_KINDS = frozenset({"public_complaint", "approval", "finding", "site", "unit", "street"})


class IntakePage(Page):
    """`go("intake", kind="snapshot"|"complaint"|"meeting"|"approval", site=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        today = context.services.acts.today()
        self._asking: Job | None = None
        self.kind = Segmented(_forms(), str(Source.SNAPSHOT))
        self.finding = FindingForm(context)
        self.complaint = ComplaintForm(context)
        self.approval = ApprovalForm(context)
        self.hints = Hints(self._see, today)
        self.complaints = ComplaintDesk(context, self, self._do)
        self.approvals = ApprovalList(self.remove_approval, today)
        self.record = filled("", self.save, icon="check", keys="Ctrl Enter")

        self._forms = (self.finding, self.complaint, self.approval)
        self._taken_up: set[QWidget] = set()
        self._is_new = True
        self._sides = (self.hints, self.complaints.list, self.approvals)
        form = sheet(down(*self._forms, None, gap=0, margins=(20, 16, 20, 16)), "card")
        side = down(*self._sides, None, gap=0)
        self._columns = across(Grow(form, 3), Grow(side, 2), gap=20)
        head = PageHead(tr("What comes in"), "", self.complaints.purge_button, self.complaints.staff_button)
        tabs = sheet(across(self.kind, None, margins=(24, 8, 24, 8)), "head")
        body = down(self._columns, None, gap=0, margins=(24, 16, 24, 16))
        self._foot = FootBar(_keys(), self.record)
        self.setLayout(down(head, tabs, Grow(scrolling(body)), self._foot, gap=0))

        self.kind.chosen.connect(lambda _: self._show_kind())
        self.finding.changed.connect(self._propose)
        self._show_kind()

    def open(self, **where: str) -> None:
        """Show the form asked for, at the site asked for."""
        self.kind.show_value(where.get("kind", "") or self.kind.value)
        self._show_kind(where.get("site", ""))
        if self._is_new:  # the way back leads through visits whose caller was taken down since
            self.complaint.show_only_here(json.loads(where.get("only_here", "{}")))
        self._is_new = False

    def where(self) -> dict[str, str]:
        """The form that is shown, and what of it is kept in no file."""
        return {"kind": self.kind.value, "only_here": json.dumps(self.complaint.only_here)}

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving or closing keeps what was begun."""
        for form in self._forms:
            if form in self._taken_up:
                form.unfinished.keep()
        super().hideEvent(event)

    def refresh(self, changed: Changed) -> None:
        """Show the lists anew."""
        if changed.kinds & _KINDS:
            self._load()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Form and lists beside each other, or one below the other."""
        super().layout_changed(mode)
        narrow = mode is LayoutMode.ONE
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self._foot.hints.setVisible(not narrow)
        self.complaints.take_form(narrow=narrow)

    def shortcuts(self) -> Sequence[PageKey]:
        """Record it, photos, the four forms."""
        group = tr("What comes in")
        return (
            PageKey(("Ctrl+Return", "Ctrl+Enter"), tr("Record it"), group, self.save),
            PageKey(("P",), tr("Add photos"), group, self.add_photos),
            PageKey(("Ctrl+V",), tr("Paste a photo"), group, self.paste),
            *(
                PageKey((str(n),), words, group, partial(self.begin, kind))
                for n, (kind, words) in enumerate(_forms(), 1)
            ),
        )

    def regions(self) -> Sequence[QWidget]:
        """The first field of the form that is shown."""
        shown = self.kind.value
        if shown == _COMPLAINT:
            return (self.complaint.channel, self.complaint.text)
        if shown == _APPROVAL:
            return (self.approval.name,)
        return (self.finding.violation, self.finding.place.site)

    # what a person does

    def begin(self, kind: str) -> None:
        """Another form, the keyboard in its first field."""
        self.open(kind=kind)
        self.regions()[0].setFocus()

    def save(self) -> None:
        """Record what the form says."""
        shown = self.kind.value
        if shown == _COMPLAINT:
            self._take_complaint()
        elif shown == _APPROVAL:
            self._save_approval()
        else:
            self._add_finding()

    def add_photos(self) -> None:
        """Ask for photos of what was seen."""
        if self.finding.isVisible():
            self.finding.photos.ask()

    def paste(self) -> None:
        """Take a photo from the clipboard."""
        if self.finding.isVisible():
            self.finding.photos.paste()

    def remove_approval(self, approval: str) -> None:
        """Take an approval away."""
        registers = self._context.services.registers
        self._do(lambda: registers.remove(Approval, [approval]), tr("Approval taken away"))

    # how it is done

    def _add_finding(self) -> None:
        services, noted, photos = self._context.services, self.finding.noted, self.finding.photos.sources

        def work(progress: Progress) -> tuple[str, tuple[Exception, ...], Changed]:
            taken, refused = services.moves.read_photos(photos, progress)
            entity, changed = services.noting.add(noted, taken)
            number = services.ledger.rows([entity])[entity].no
            return number, ((RefusedAll(refused),) if refused else ()), changed

        def done(result: tuple[str, tuple[Exception, ...], Changed]) -> None:
            number, errors, changed = result
            self.finding.clear()
            self.finding.unfinished.forget()
            self._context.say(tr("{no} recorded, waits for the dispatch", no=number), self._context.undo)
            self._context.changed(changed)
            self._propose()
            for error in errors:
                self._context.complain(error)

        self._context.jobs.run(work, done, label=tr("Record it"), owner=self)

    def _take_complaint(self) -> None:
        service, taken = self._context.services.complaints, self.complaint.taken

        def done() -> None:
            self.complaint.clear()
            self.complaint.unfinished.forget()

        self._do(lambda: service.take(taken)[1], tr("Taken down"), done)

    def _save_approval(self) -> None:
        registers, approval = self._context.services.registers, self.approval.approval

        def done() -> None:
            self.approval.clear()
            self.approval.unfinished.forget()

        self._do(lambda: registers.save(approval)[1], tr("Approval entered"), done)

    def _do(self, act: Callable[[], Changed], words: str, after: Callable[[], object] | None = None) -> None:
        def done(changed: Changed) -> None:
            if after:
                after()
            self._context.say(words, self._context.undo)
            self._context.changed(changed)

        self._context.jobs.run(lambda _progress: act(), done, label=words, owner=self)

    def _see(self, finding: str) -> None:
        self._context.go("ledger", finding=finding)

    # what is shown

    def _show_kind(self, site: str = "") -> None:
        shown = self.kind.value
        is_finding = shown not in {_COMPLAINT, _APPROVAL}
        for each, is_shown in zip(self._forms, (is_finding, shown == _COMPLAINT, shown == _APPROVAL), strict=True):
            each.setVisible(is_shown)
        for each, form in zip(self._sides, self._forms, strict=True):
            each.setVisible(form.isVisibleTo(self))
        for each in (self.complaints.staff_button, self.complaints.purge_button):
            each.setVisible(shown == _COMPLAINT)
        words = {_COMPLAINT: tr("Take it down"), _APPROVAL: tr("Enter it")}.get(shown, tr("Record it"))
        self.record.setText(f" {words}")
        self.record.setAccessibleName(words)
        if is_finding:
            self.finding.load(Source(shown), site)
            self._propose()
        self._load()
        self._take_up()

    def _take_up(self) -> None:
        """The first time a form is shown, with what was begun in it."""
        for form in self._forms:
            if form.isVisibleTo(self) and form not in self._taken_up:
                self._taken_up.add(form)
                form.unfinished.come_back()

    def _load(self) -> None:
        shown = self.kind.value
        if shown == _COMPLAINT:
            self.complaint.place.load()
            self.complaints.load()
        elif shown == _APPROVAL:
            self.approval.place.load()
            self.approvals.show_approvals(self._context.services.registers.all(Approval))

    def _propose(self) -> None:
        if self._asking:
            self._asking.cancel()
        noting, noted = self._context.services.noting, self.finding.noted
        kind = noting.violations.get(noted.violation)

        def show(proposal: Proposal) -> None:
            self.finding.show_proposal(proposal)
            self.hints.show_proposal(kind, proposal)

        self._asking = self._context.jobs.look_up(lambda _progress: noting.propose(noted), show, owner=self)


def _forms() -> tuple[tuple[str, str], ...]:
    return (
        (str(Source.SNAPSHOT), tr("Seen on the way")),
        (_COMPLAINT, tr("Complaint")),
        (str(Source.MEETING), tr("Meeting")),
        (_APPROVAL, tr("Approval")),
    )


def _keys() -> list[tuple[str, str]]:
    return [("Ctrl Enter", tr("Record it")), ("1-4", tr("The four forms")), ("F2", tr("Seen on the way"))]
