"""A form that was begun and not recorded comes back: after another page, another text size, and a program killed."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.domain.progress import Progress
from inspector.ui.context import Context
from inspector.ui.pages.intake.field_values import Field, empty_values, show_values, values_of, when_changed
from inspector.ui.pages.intake.photo_picks import PhotoPicks
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import quiet
from inspector.ui.widgets.labels import wrapping

_KEPT_AFTER_MS = 700
"""What is typed is kept at most that much later."""


class Unfinished(QWidget):
    """Keeps the fields of one form while they are filled in; it stands above them and says that they came back.

    `told` names the fields that make a form worth keeping, `private` those that must not be kept as the form stands.
    `came_back` tells the names of the fields that were filled in again, and of none when the form was emptied.
    """

    came_back = Signal(frozenset)

    def __init__(
        self,
        context: Context,
        form: str,
        fields: Mapping[str, Field],
        told: Collection[str],
        photos: PhotoPicks | None = None,
        private: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        super().__init__()
        self._context, self._form, self._fields, self._told, self._photos = context, form, fields, told, photos
        self._private = private
        self._service = context.services.unfinished
        self._kept: dict[str, str] = {}
        self._refused = False
        self._pause = QTimer(self, singleShot=True, interval=_KEPT_AFTER_MS)
        self._words = wrapping("", "sm", "text2")
        row = across(Grow(self._words), quiet(tr("Empty the form"), self.empty), gap=8, margins=(12, 4, 4, 4))
        self.setLayout(down(sheet(row, "note"), gap=0))
        self.hide()

        self._pause.timeout.connect(self.keep)
        for field in fields.values():
            when_changed(field, self._typed)
        if photos:
            photos.changed.connect(self._keep_photos)

    def come_back(self) -> None:
        """Show what was kept, if anything was."""
        begun = self._service.kept(self._form)
        show_values(self._fields, begun.fields)
        self._kept = dict(begun.fields)
        if self._photos:
            self._photos.show_sources(begun.photos)
        lost = tr("Photos no longer where they were: {names}", names="、".join(begun.lost)) if begun.lost else ""
        self._words.setText("\n".join(filter(None, (tr("Begun before and not recorded yet"), lost))))
        self.setVisible(bool(begun.fields or begun.photos or begun.lost))
        self.came_back.emit(frozenset(begun.fields))

    def keep(self) -> None:
        """Keep what the form says now, unless a person has filled in nothing of it."""
        self._pause.stop()
        private = self._private()
        says = {name: value for name, value in values_of(self._fields).items() if name not in private}
        wanted = says if any(name in says for name in self._told) else {}
        if wanted == self._kept:
            return
        try:
            self._service.keep_fields(self._form, wanted)
        except Refused as refusal:
            if not self._refused:  # told once: recording it will say the same again
                self._refused = True
                self._context.complain(refusal)
            return
        self._kept, self._refused = wanted, False

    def forget(self) -> None:
        """It was recorded: nothing has to come back."""
        self._pause.stop()
        self._kept = {}
        self.hide()
        service, form = self._service, self._form
        self._context.jobs.run(lambda _progress: service.forget(form), lambda _none: None, owner=self)

    def empty(self) -> None:
        """Somebody does not want it any more."""
        empty_values(self._fields)
        if self._photos:
            self._photos.show_sources(())
        self.forget()
        self.came_back.emit(frozenset())

    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _keep_photos(self) -> None:
        service, form = self._service, self._form
        sources = self._photos.sources if self._photos else ()

        def work(_progress: Progress) -> None:
            service.keep_photos(form, sources)

        self._context.jobs.run(work, lambda _none: None, label=tr("Photos"), owner=self)  # a closing window waits
