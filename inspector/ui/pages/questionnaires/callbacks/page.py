"""回访名单: numbers people left with a yes, called one by one, erased one by one or all, and what is past its time."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.progress import Progress
from inspector.domain.questionnaires.responses import Contact
from inspector.domain.stored import Changed
from inspector.services.retention import ANSWER_DAYS, CONTACT_DAYS, Due
from inspector.ui.context import Context
from inspector.ui.dialogs.erase_dialog import EraseDialog
from inspector.ui.pages.questionnaires.callbacks.contact_list import ContactList
from inspector.ui.pages.questionnaires.callbacks.lock import Lock
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, down, sheet
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead

Found = tuple[tuple[Contact, ...], Due, dict[str, str]]


class CallbacksPage(Page):
    """`go("callbacks")`. Behind the PIN of the restricted view where one is set, each time it is opened."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._contacts: tuple[Contact, ...] = ()
        self._chosen = ""
        self._due: Due | None = None
        self.is_open = False
        self.erase_all = outlined(tr("Erase all"), self.ask_erase_all, icon="trash")
        self.head = PageHead(tr("To call back"), "", self.erase_all, back=context.back)
        self.kept = wrapping("", "sm", "text2")
        self.past = wrapping("", "base", "warn", bold=True)
        self.purge = outlined(tr("Erase what is past its time"), self.ask_purge, icon="trash")
        rules = quiet(tr("Change how long"), lambda: context.go("settings", section="survey"), icon="settings")
        self._strip = sheet(
            down(self.kept, self.past, flowing(self.purge, rules), gap=4, margins=(24, 10, 24, 10)), "head"
        )
        self.list = ContactList()
        self.lock = Lock(context, self._unlocked)
        self.called = filled(tr("Called back"), self.mark_called, icon="check", keys="Enter")
        self.erase = quiet(tr("Erase this one"), self.ask_erase, icon="trash", keys="Del")
        self._foot = FootBar(_hints(), self.erase, self.called)

        self.setLayout(down(self.head, self._strip, Grow(self.list), Grow(self.lock), self._foot, gap=0))

        self.list.chosen.connect(self._choose)

    def open(self, **_where: str) -> None:
        """Ask for the PIN where there is one, else show who waits."""
        self.is_open = not self._context.services.complaints.has_pin
        self._load()

    def refresh(self, changed: Changed) -> None:
        """Somebody left a number, or it is kept for another time."""
        if changed.kinds & {"contact", "response", "setting"}:
            self._load()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Where there is no room the ? dialog has the keys."""
        super().layout_changed(mode)
        self._show_hints()

    def shortcuts(self) -> Sequence[PageKey]:
        """Arrows choose, Enter marks, Delete erases."""
        group = tr("To call back")
        return (
            PageKey(("Up",), tr("Person before"), group, lambda: self._step(-1)),
            PageKey(("Down",), tr("Person after"), group, lambda: self._step(1)),
            PageKey(("Return", "Enter"), tr("Called back, or not yet after all"), group, self.mark_called),
            PageKey(("Delete",), tr("Erase this one"), group, self.ask_erase),
        )

    def regions(self) -> Sequence[QWidget]:
        """The PIN, else the rows."""
        if not self.is_open:
            return (self.lock.pin,)
        return (self.list.rows.get(self._chosen, self.called), self.purge)

    # what a person does

    def mark_called(self) -> None:
        """已回访 today; again takes it back."""
        one = self._current
        if not self.is_open:
            self.lock.unlock()
        elif one:
            callbacks = self._context.services.callbacks
            self._context.changed(callbacks.note_call(one.id, called=one.called_on is None))

    def ask_erase(self) -> None:
        """Erase the chosen number after one question."""
        if one := self._current:
            title = tr("Erase {phone}", phone=one.phone)
            words = tr("Number, name and wish of this person. The answers stay; nothing ties them to it.")
            self._ask(title, words, tr("Erase this one"), [one.id])

    def ask_erase_all(self) -> None:
        """Erase every number after one question."""
        ids = [one.id for one in self._contacts]
        if ids and self.is_open:
            title = tr("Erase all {n} numbers", n=len(ids))
            words = tr("Numbers, names and wishes of everybody in this list. The answers stay.")
            self._ask(title, words, tr("Erase all"), ids)

    def ask_purge(self) -> None:
        """Erase what is past its time after one question that counts it."""
        if due := self._due:
            service = self._context.services.retention
            title = tr("Erase what is past its time")
            words = tr("{n} numbers and {m} responses with their photos and history.", n=due.contacts, m=due.responses)
            self._open_dialog(title, words, title, lambda: service.purge(due))

    # what is shown

    @property
    def _current(self) -> Contact | None:
        return next((one for one in self._contacts if one.id == self._chosen), None) if self.is_open else None

    def _ask(self, title: str, words: str, deed: str, ids: Sequence[str]) -> None:
        callbacks = self._context.services.callbacks
        self._open_dialog(title, words, deed, lambda: callbacks.erase(ids))

    def _open_dialog(self, title: str, words: str, deed: str, erase: Callable[[], Changed]) -> None:
        def done(changed: Changed) -> None:
            self._context.say(tr("Erased for good"))
            self._context.changed(changed)

        def begin() -> None:
            self._context.jobs.run(lambda _progress: erase(), done, label=title, owner=self)

        EraseDialog(self, title, words, deed, begin).open()

    def _unlocked(self) -> None:
        self.is_open = True
        self._load()

    def _load(self) -> None:
        services = self._context.services

        def work(_progress: Progress) -> Found:
            titles = {title.code: title_words(title.title) for title in services.questionnaires.titles()}
            return services.callbacks.all(), services.retention.due(), titles

        self._context.jobs.look_up(work, self._show, owner=self)

    def _show(self, found: Found) -> None:
        contacts, self._due, titles = found
        self._contacts = tuple(sorted(contacts, key=lambda one: (one.called_on is not None, one.day)))
        waiting = sum(one.called_on is None for one in contacts)
        self.head.facts.setText(tr("{n} to call, {m} called", n=waiting, m=len(contacts) - waiting))
        self.list.show_contacts(self._contacts if self.is_open else (), titles, self._context.services.acts.today())
        self._show_times(self._due)
        for each in (self.list, self.called, self.erase, self.erase_all):
            each.setVisible(self.is_open)
        self.lock.setVisible(not self.is_open)
        self._show_hints()
        for each in (self.called, self.erase, self.erase_all):
            each.setEnabled(bool(contacts))
        known = {one.id for one in self._contacts}
        self._choose(self._chosen if self._chosen in known else self._contacts[0].id if self._contacts else "")
        self.regions()[0].setFocus()

    def _show_times(self, due: Due) -> None:
        settings = self._context.services.office.settings()
        answers = settings[ANSWER_DAYS]
        ends = tr("answers for {n} days", n=answers) if answers else tr("answers without end")
        self.kept.setText(
            tr("Numbers are kept for {n} days, {answers}. They stand in no export; a backup of the file holds them.",
               n=settings[CONTACT_DAYS], answers=ends)
        )  # fmt: skip
        self.past.setText(tr("Past their time: {n} numbers, {m} responses", n=due.contacts, m=due.responses))
        self.past.setVisible(bool(due))
        self.purge.setVisible(bool(due))

    def _show_hints(self) -> None:
        """Keys of the list only where there is one and room for them."""
        self._foot.hints.setVisible(self.mode is not LayoutMode.ONE and bool(self._contacts) and self.is_open)

    def _choose(self, contact: str) -> None:
        self._chosen = contact
        self.list.choose(contact)
        if one := self._current:
            self.called.setText(f" {tr('Not yet after all') if one.called_on else tr('Called back')}")

    def _step(self, by: int) -> None:
        ids = [one.id for one in self._contacts]
        if self._chosen in ids:
            self._choose(ids[max(0, min(len(ids) - 1, ids.index(self._chosen) + by))])


def _hints() -> list[tuple[str, str]]:
    return [("↑ ↓", tr("Other person")), ("Enter", tr("Called back")), ("Del", tr("Erase this one"))]
