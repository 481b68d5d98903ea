"""Corrections of findings made on the dispatch page, each saved at once and said with 撤销."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.services.dispatch_plans import PlannedFinding
from inspector.services.photos import Intake
from inspector.ui.context import Context
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.dialogs.unit_dialog import ask_for_unit
from inspector.ui.pages.dispatch.deadline_list import DayDialog
from inspector.ui.translation import tr

PICTURES = "*.jpg *.jpeg *.png *.webp *.heic *.heif"


class Corrections(QObject):
    """Does what the rows ask for; `page` is where dialogs open."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self.context = context
        self.page = page

    def edit(self, finding: str, field: str, words: str) -> None:
        """New words for the problem, the place or the requirement."""
        recording = self.context.services.recording
        deeds: dict[str, Callable[[str, str], Changed]] = {
            "text": recording.describe,
            "location": recording.locate,
            "requirement": recording.require,
        }
        said = {
            "text": tr("Problem changed"),
            "location": tr("Place changed"),
            "requirement": tr("Requirement changed"),
        }
        self._do(partial(deeds[field], finding, words), said[field])

    def limit(self, finding: str, limit: str) -> None:
        """A limit of the ladder; the day follows from the day of issue."""
        services = self.context.services
        due = services.calendar.due_on(limit, services.acts.today())
        self._do(partial(services.recording.set_deadline, finding, due, limit), tr("Deadline changed"))

    def pick_day(self, planned: PlannedFinding) -> None:
        """Ask for a day."""
        today = self.context.services.acts.today()
        title = tr("Deadline of {no}", no=planned.finding.no)
        dialog = DayDialog(self.page, title, planned.due_on or today, today)
        dialog.accepted.connect(lambda: self.set_day(planned.id, dialog.day.day))
        dialog.open()

    def set_day(self, finding: str, day: date) -> None:
        """That very day, whatever the day of issue."""
        self._do(partial(self.context.services.recording.set_deadline, finding, day), tr("Deadline changed"))

    def pick_unit(self, planned: PlannedFinding) -> None:
        """Ask for another responsible unit of one finding, and who helps it."""
        finding = planned.finding
        title = tr("Unit for {no}", no=finding.no)
        assign = partial(self.assign, planned.id)
        ask_for_unit(self.context, self.page, title, finding.unit, assign, finding.co_units)

    def pick_unit_for(self, findings: Sequence[PlannedFinding]) -> None:
        """Ask for another responsible unit of several findings."""
        if findings:
            ids = [one.id for one in findings]
            title = tr("Unit for {n} findings", n=len(findings))
            now = findings[0].finding.unit
            ask_for_unit(self.context, self.page, title, now, lambda unit, _: self.hand_over(ids, unit))

    def assign(self, finding: str, unit: str, helping: Sequence[str]) -> None:
        """This unit leads, those help."""
        self._do(partial(self.context.services.recording.assign, finding, unit, helping), tr("Unit changed"))

    def hand_over(self, findings: Sequence[str], unit: str) -> None:
        """This unit leads; who helped still helps, unless it leads now."""
        words = tr("Unit changed for {n} findings", n=len(findings))
        self._do(partial(self.context.services.recording.hand_over, findings, unit), words)

    def pick_photos(self, finding: str) -> None:
        """Ask for photo files."""
        start = self.context.preferences.get().last_photo_folder
        names, _ = QFileDialog.getOpenFileNames(self.page, tr("Add a photo"), start, f"{tr('Photos')} ({PICTURES})")
        if names:
            self.context.preferences.change(last_photo_folder=str(Path(names[0]).parent))
            self.add_photos(finding, [Path(name) for name in names])

    def add_photos(self, finding: str, paths: Sequence[Path]) -> None:
        """Take these files in; what cannot be read is named, the others go in."""
        photos = self.context.services.photos

        def work(progress: Progress) -> Intake:
            return photos.take_in(finding, [(path.name, path) for path in paths], progress)

        self.context.jobs.run(work, self._taken_in, label=tr("Taking in photos"), owner=self.page)

    def show_photos(self, planned: PlannedFinding) -> None:
        """The photos of a finding, large."""
        of = len(planned.photos)
        photos = [
            (photo.evidence_sha, tr("{no} · photo {n} of {of}", no=planned.finding.no, n=n, of=of))
            for n, photo in enumerate(planned.photos, 1)
        ]
        PhotoDialog(self.page, photos, 0, self.context.jobs, self.context.services.photos.bytes_of).open()

    def _taken_in(self, intake: Intake) -> None:
        self.context.changed(intake.changed)
        if intake.refused:
            self.context.complain(RefusedAll(intake.refused))
        elif intake.accepted:
            self.context.say(tr("{n} photos added", n=len(intake.accepted)), self.context.undo)

    def _do(self, deed: Callable[[], Changed], words: str) -> None:
        try:
            changed = deed()
        except Refused as refused:
            self.context.complain(refused)
            return
        self.context.changed(changed)
        self.context.say(words, self.context.undo)
