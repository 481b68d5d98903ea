"""The complaints beside the form: the list, what becomes of each, who told them, and letting go of that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.domain.ledger import LedgerRow
from inspector.domain.progress import Progress
from inspector.domain.public_complaints import Told
from inspector.domain.stored import Changed
from inspector.services.public_complaints import ComplaintLine, Due
from inspector.ui.context import Context
from inspector.ui.dialogs.erase_dialog import EraseDialog
from inspector.ui.dialogs.pin_dialog import PinDialog
from inspector.ui.pages.intake.complaint_list import ComplaintDeeds, ComplaintList
from inspector.ui.pages.intake.staff_dialog import StaffDialog
from inspector.ui.pins import office_pin
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.tips import tip
from inspector.ui.words.dates import long_date

Do = Callable[[Callable[[], Changed], str], object]


class ComplaintDesk(QObject):
    """Keeps `list` and what is open in it together; `do` writes behind the window and says so."""

    def __init__(self, context: Context, page: QWidget, do: Do) -> None:
        super().__init__(page)
        self._context, self._page, self._do = context, page, do
        self._today = context.services.acts.today()
        self._lines: tuple[ComplaintLine, ...] = ()
        self._twins: tuple[LedgerRow, ...] = ()
        self._told: Told | None = None
        self._chosen = ""
        see = partial(context.go, "ledger")
        deeds = ComplaintDeeds(
            choose=self.choose,
            make_finding=self.make_finding,
            join=self.join,
            open_finding=lambda finding: see(finding=finding),
            show_caller=self.show_caller,
            erase=self.ask_erase,
        )
        self.list = ComplaintList(deeds, self._today)
        self.staff_button = outlined(tr("About staff"), self.open_staff, icon="lock")
        self.purge_button = outlined(tr("Erase old callers"), self.ask_purge, icon="trash")

    def take_form(self, *, narrow: bool) -> None:
        """Words where there is room for them."""
        self.purge_button.setText("" if narrow else " " + tr("Erase old callers"))
        self.purge_button.setAccessibleName(tr("Erase old callers"))
        tip(self.purge_button, tr("Erase old callers"))

    def load(self) -> None:
        """Read the complaints anew."""
        service = self._context.services.complaints

        def show(lines: tuple[ComplaintLine, ...]) -> None:
            self._lines = lines
            self._show()

        self._context.jobs.look_up(lambda _progress: service.all(), show, owner=self._page)

    def choose(self, complaint: str) -> None:
        """Open a complaint, or fold the open one."""
        self._chosen = "" if complaint == self._chosen else complaint
        self._told, self._twins = None, ()
        if self._chosen:
            service, chosen = self._context.services.complaints, self._chosen
            self._context.jobs.look_up(lambda _: service.twins(chosen), partial(self._offer, chosen), owner=self._page)
        self._show()

    def make_finding(self, complaint: str) -> None:
        """立为问题."""
        service = self._context.services.complaints
        self._do(lambda: service.make_finding(complaint)[1], tr("Made a finding, waits for the dispatch"))

    def join(self, complaint: str, finding: str) -> None:
        """It is that finding."""
        service = self._context.services.complaints
        self._do(lambda: service.join(complaint, finding), tr("Joined to the finding"))

    def show_caller(self, complaint: str) -> None:
        """Show who told it, until another is chosen."""
        self._told = self._context.services.complaints.told(complaint)
        self._show()

    def ask_erase(self, line: ComplaintLine) -> None:
        """Ask before the caller of one complaint is erased."""
        title = tr("Erase the caller of {no}", no=line.complaint.no)
        words = tr("Name, telephone and address of the caller. The complaint and its finding stay.")
        EraseDialog(self._page, title, words, tr("Erase the caller"), lambda: self.erase((line.id,))).open()

    def ask_purge(self) -> None:
        """Count the callers that were kept too long, and ask before they are erased."""
        service = self._context.services.complaints

        def ask(due: Due) -> None:
            if due.before is None:
                self._context.say(tr("The settings keep callers without end: choose how many days first"))
            elif not due.complaints:
                self._context.say(tr("No caller is older than {day}", day=long_date(due.before, self._today)))
            else:
                self._ask_purge(due)

        def count(_progress: Progress) -> Due:
            return service.due()

        self._context.jobs.look_up(count, ask, owner=self._page)

    def erase(self, complaints: tuple[str, ...]) -> None:
        """Erase who told these."""
        self._told = None
        service, context = self._context.services.complaints, self._context

        def done(changed: Changed) -> None:
            context.say(tr("{n} callers are erased", n=len(complaints)))
            context.changed(changed)

        context.jobs.run(lambda _: service.erase(complaints), done, label=tr("Erase the caller"), owner=self._page)

    def open_staff(self) -> None:
        """The restricted view, once it has a PIN."""
        pin = office_pin(self._context)
        if pin.is_set:
            StaffDialog(self._page, self._context, self._today).open()
        else:
            PinDialog(self._page, self._context, pin, self.open_staff).open()

    def _ask_purge(self, due: Due) -> None:
        number, day = len(due.complaints), long_date(due.before, self._today) if due.before else ""
        title = tr("Erase {n} callers", n=number)
        words = tr(
            "Their complaints were taken down before {day}. Names, telephones and addresses go, and the words of"
            " complaints about staff. All other complaints and their findings stay.",
            day=day,
        )
        EraseDialog(self._page, title, words, title, lambda: self.erase(due.complaints)).open()

    def _offer(self, complaint: str, twins: tuple[LedgerRow, ...]) -> None:
        if complaint == self._chosen:
            self._twins = twins
            self._show()

    def _show(self) -> None:
        self.list.show_lines(self._lines, self._chosen, self._twins, self._told)
