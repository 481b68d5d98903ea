"""数据与备份: where the data lies, when it was backed up, and the four deeds that keep it safe."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Complaint, RefusedAll
from inspector.domain.progress import Progress
from inspector.services.upkeep import LastBackup, WorkspaceFacts
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import choose_file, choose_name
from inspector.ui.dialogs.open_path import open_path
from inspector.ui.pages.settings.restore_dialog import RestoreDialog
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, hairline
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import icon_label, wrapping
from inspector.ui.words.dates import moment
from inspector.ui.words.numbers import file_size, whole

BACKUP = "*.db"
_OLD_DAYS = 7


class DataCard(Card):
    """Reads its figures when it is made and after each deed."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(tr("The data lies here"))
        self._context = context
        self._page = page
        self._where = wrapping("", selectable=True)
        self._size = wrapping("", "sm", "text3")
        self._backed_up = wrapping("", "sm")
        self._result = wrapping("", "sm", "text2")
        self.add(self._where)
        self.add(self._size)
        self._sign = across(icon_label("hard-drive", "text2", 18), Grow(self._backed_up), gap=8)
        self.add(self._sign)
        self.back_up_button = filled(tr("Back up now"), self.ask_back_up, icon="hard-drive-download")
        self.add(flowing(self.back_up_button, quiet(tr("Open the folder"), self.open_folder, icon="folder-open")))
        self.add(hairline())
        self.check_button = outlined(tr("Check the data"), self.check, icon="circle-check")
        self.add(flowing(self.check_button, quiet(tr("Restore from a backup"), self.ask_restore, icon="history")))
        self.add(self._result)
        self.show_facts()

    @property
    def backed_up(self) -> str:
        """What is said about the newest backup."""
        return self._backed_up.text()

    @property
    def result(self) -> str:
        """What the last deed came to."""
        return self._result.text()

    def show_facts(self) -> None:
        """Read them on a worker: counting takes a moment in a large file."""
        upkeep = self._context.services.upkeep

        def work(_progress: Progress) -> tuple[WorkspaceFacts, LastBackup | None]:
            return upkeep.facts(), upkeep.last_backup()

        self._where.setText(str(self._context.services.acts.workspace.path))
        self._context.jobs.look_up(work, lambda read: self._show(*read), owner=self)

    def open_folder(self) -> None:
        """Show the file's folder in the system's own window."""
        open_path(self._context.services.acts.workspace.path.parent)

    def ask_back_up(self) -> None:
        """Ask for a name, then write the copy while work goes on."""
        now = self._context.services.acts.now()
        target = choose_name(self._page, tr("Back up to"), tr("backup {day}.db", day=f"{now:%Y-%m-%d}"), BACKUP)
        if target:
            self.back_up(target)

    def back_up(self, target: Path) -> None:
        """Write a copy of everything to `target`."""
        upkeep = self._context.services.upkeep

        def work(_progress: Progress) -> int:
            return upkeep.back_up(target).bytes

        def done(size: int) -> None:
            self.show_facts()
            self._context.say(tr("Backed up, {size}: {name}", size=file_size(size), name=target.name))

        def failed(error: Exception) -> None:
            self._context.complain(error, self.ask_back_up)

        self._context.jobs.run(work, done, failed, label=tr("Backing up"), owner=self)

    def check(self) -> None:
        """Prove that the file is whole."""
        upkeep = self._context.services.upkeep
        self._result.setText("")
        self._context.jobs.run(upkeep.check, self._checked, label=tr("Checking the data"), owner=self)

    def ask_restore(self) -> None:
        """Ask for a backup, say what will happen, then do it."""
        chosen = choose_file(self._page, tr("Restore from a backup"), BACKUP)
        if chosen:
            RestoreDialog(self._page, self._context, chosen).open()

    def _checked(self, complaints: tuple[Complaint, ...]) -> None:
        if complaints:
            self._result.setText(tr("{n} things are wrong; nothing was changed", n=len(complaints)))
            self._context.complain(RefusedAll(complaints))
        else:
            self._result.setText(tr("Checked: every record and every photo is whole"))

    def _show(self, facts: WorkspaceFacts, backup: LastBackup | None) -> None:
        self._size.setText(
            tr(
                "{size} · {findings} findings · {photos} photos",
                size=file_size(facts.size),
                findings=whole(facts.findings),
                photos=whole(facts.photos),
            )
        )
        today = self._context.services.acts.today()
        if backup is None:
            words, is_late = tr("Never backed up: a lost laptop would take everything with it"), facts.inspections > 0
        else:
            days = (today - backup.at.date()).days
            words = tr("Backed up {when} to {name}", when=moment(backup.at, today), name=backup.path.name)
            is_late = days > _OLD_DAYS
            if is_late:
                words = tr("{words}: {n} days ago, time for a new one", words=words, n=days)
        self._backed_up.setText(words)
        self._backed_up.setProperty("tone", "warn" if is_late else "text2")
        self._backed_up.style().unpolish(self._backed_up)
        self._backed_up.style().polish(self._backed_up)
