"""The photos of the finding that is looked at: new ones on their way in, any of them large."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector.domain.photos import PhotoRole
from inspector.services.photos import Source
from inspector.ui.context import Context
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.pages.recheck.look_view import LookView
from inspector.ui.photo_intake import PhotoIntake, choose_files, pasted_sources, sources_of
from inspector.ui.widgets.drop_area import accept_photos


class LookPhotos(QObject):
    """`arrived` tells that photos came in or were refused; they belong to the finding `view` shows."""

    arrived = Signal()

    def __init__(self, context: Context, view: LookView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self.intake = PhotoIntake(context, view, PhotoRole.RECHECK)
        self.intake.arrived.connect(lambda _: self.arrived.emit())
        self.intake.ended.connect(lambda intake: context.changed(intake.changed))
        view.add_wanted.connect(self.add)
        view.photo_opened.connect(self.show_large)
        accept_photos(view, self.drop)

    def add(self) -> None:
        """Ask for photo files."""
        self.drop(choose_files(self._view, self._context.preferences.get().last_photo_folder))

    def drop(self, paths: Sequence[Path]) -> None:
        """Take photos that were dropped."""
        self._take(sources_of(paths, self._context.complain))

    def paste(self) -> None:
        """Take what the clipboard holds."""
        self._take(pasted_sources(self._context))

    def show_large(self, photo: str = "") -> None:
        """Show a photo large, first the one beside which a person stands; the arrows go through all of them."""
        look = self._view.look
        if look is None:
            return
        photos = [*look.before, *look.after, *look.fresh]
        wanted = photo or self._view.after.shown or self._view.before.shown
        number = next((n for n, one in enumerate(photos) if one.id == wanted), -1)
        if number >= 0:
            named = [(p.record.evidence_sha, f"{look.finding.no} · {p.record.facts.name}") for p in photos]
            PhotoDialog(self._view, named, number, self._context.jobs, self._context.services.photos.bytes_of).open()

    def _take(self, sources: Sequence[Source]) -> None:
        if sources and self._view.look:
            self._view.show_unit_side(on=False)
            self.intake.take(self._view.look.id, sources)
