"""Photos that were given as answers: found, shown, and written beside raw data."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.domain.questionnaires.forms import Kind, words
from inspector.domain.questionnaires.photo_answers import photo_name, photo_sha
from inspector.domain.questionnaires.responses import Response
from inspector.domain.questionnaires.slots import slots
from inspector.domain.stored import Stored
from inspector.exchange.questionnaire_attachments import attachments_beside, write_attachments
from inspector.services.acts import Acts
from inspector.services.questionnaire_reports import Wanted
from inspector.services.questionnaires import QuestionnaireService


@dataclass(frozen=True, slots=True)
class AnswerPhoto:
    """One photo: the hash of its bytes, what it answers, and where and when."""

    sha: str
    question: str
    response: str
    site: str
    day: date


class AnswerPhotoService:
    """Reads the photos of responses."""

    def __init__(self, acts: Acts, forms: QuestionnaireService) -> None:
        self._acts = acts
        self._forms = forms

    def given(self, wanted: Wanted) -> tuple[AnswerPhoto, ...]:
        """The photos of a form's responses, in the order these ended; those of repeats among them."""
        with self._acts.reading() as view:
            found = [
                photo
                for stored in view.responses.records(wanted.code, wanted.since, wanted.until)
                for photo in self._of(stored)
            ]
        only = dict(wanted.only)
        return tuple(photo for photo in found if only.get("site", photo.site) == photo.site)

    def read(self, sha: str) -> bytes:
        """The JPEG with that hash. Raises `Refused`: "photo.missing", "photo.damaged"."""
        with self._acts.reading() as view:
            return view.contents.photo(sha)

    def write(self, wanted: Wanted, raw: Path) -> Path | None:
        """Write the photos of the responses into a zip beside the raw data; None when there are none.

        Raises `Refused`: "file.…", "photo.…".
        """
        photos = self.given(wanted)
        if not photos:
            return None
        file = attachments_beside(raw)
        named = [(photo.response, photo_name(photo.sha)) for photo in photos]
        write_attachments(file, wanted.code, named, lambda name: self.read(photo_sha(name)))
        return file

    def _of(self, stored: Stored[Response]) -> list[AnswerPhoto]:
        response = stored.record
        form = self._forms.compiled(response.form_sha).form
        if not any(node.kind is Kind.IMAGE for node in form.nodes):
            return []
        places = slots(form)
        rows = [(places.plain, response.answers)]
        rows += [(places.repeated[row.repeat], row.answers) for row in response.repeats]
        return [
            AnswerPhoto(
                photo_sha(answer), words(form.nodes[node].label, response.language) or form.nodes[node].name,
                stored.id, response.site, response.finished_at.date(),
            )
            for nodes, answers in rows
            for node, answer in zip(nodes, answers, strict=True)
            if answer and form.nodes[node].kind is Kind.IMAGE and photo_sha(answer)
        ]  # fmt: skip
