"""Photos people gave as answers: how many, and each to look at."""

from functools import partial

from inspector.domain.progress import Progress
from inspector.services.answer_photos import AnswerPhoto
from inspector.services.questionnaire_reports import Wanted
from inspector.ui.context import Context
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.translation import tr
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.thumbnails import Thumbnails

_WIDTH, _SHOWN = 136, 40


class PhotoCard(Card):
    """Fills itself; it is not seen where nobody was asked for a photo. `site_name` is given a site's id."""

    def __init__(self, context: Context, wanted: Wanted, names: dict[str, str]) -> None:
        super().__init__(tr("Photos people gave"))
        self._context, self._names = context, names
        self._service = context.services.answer_photos
        self.buttons: dict[str, PhotoButton] = {}
        self._pictures = Thumbnails(context.jobs, self._service.read, self, width=_WIDTH)
        self._pictures.arrived.connect(self._paint)
        self.hide()
        service = self._service

        def work(_progress: Progress) -> tuple[AnswerPhoto, ...]:
            return service.given(wanted)

        context.jobs.look_up(work, self._show, owner=self)

    def _show(self, photos: tuple[AnswerPhoto, ...]) -> None:
        if not photos:
            return
        self.facts.setText(tr("{n} photos", n=len(photos)))
        captions = [(photo.sha, self._caption(photo)) for photo in photos]
        for number, (sha, caption) in enumerate(captions[:_SHOWN]):
            made = PhotoButton(caption, _WIDTH)
            made.clicked.connect(partial(self._open, captions, number))
            self.buttons[sha] = made
        self.add(flowing(*self.buttons.values()))
        if len(photos) > _SHOWN:
            self.add(wrapping(tr("The rest is in the large view and beside the raw data"), "sm", "text3"))
        self.show()
        self._paint()

    def _caption(self, photo: AnswerPhoto) -> str:
        return " · ".join(filter(None, (photo.question, self._names.get(photo.site, ""), photo.day.isoformat())))

    def _open(self, captions: list[tuple[str, str]], number: int) -> None:
        PhotoDialog(self, captions, number, self._context.jobs, self._service.read).open()

    def _paint(self) -> None:
        for sha, made in self.buttons.items():
            if picture := self._pictures.get(sha):
                made.show_picture(picture)
