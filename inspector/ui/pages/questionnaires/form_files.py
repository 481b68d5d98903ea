"""What is taken out of a form as a file: itself for a pen, and its responses for other programs."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.progress import Progress
from inspector.services.questionnaire_reports import Wanted
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import choose_name
from inspector.ui.dialogs.open_path import open_path
from inspector.ui.pages.questionnaires.notice import notice, wants_callbacks
from inspector.ui.pages.questionnaires.paper_form import write_paper_form
from inspector.ui.translation import tr


class FormFiles:
    """Asks for the name and writes."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context, self._page = context, page

    def print_paper(self, code: str, language: str) -> None:
        """The form for a pen, as a PDF."""
        ready = self._context.services.questionnaires.ready(code)
        name = f"{ready.published.title}-{tr('paper')}.pdf"
        if file := choose_name(self._page, tr("Print the form"), name, "*.pdf"):
            settings = self._context.services.office.settings()
            said, slip = notice(settings).lines, wants_callbacks(settings)
            write_paper_form(ready.compiled.form, language, said, file, slip=slip)
            self._context.say(tr("Written: {file}", file=file.name))
            open_path(file)

    def raw_data(self, code: str) -> None:
        """The responses as KoboToolbox lays them out, written behind the window."""
        services, wanted = self._context.services, Wanted(code)
        title = services.questionnaires.ready(code).published.title
        file = choose_name(self._page, tr("Raw data"), f"{title}-{tr('raw data')}.xlsx", "*.xlsx *.csv")
        if file is None:
            return

        def work(_progress: Progress) -> tuple[int, Path | None]:
            return services.questionnaire_reports.raw_data(wanted, file), services.answer_photos.write(wanted, file)

        def done(written: tuple[int, Path | None]) -> None:
            count, photos = written
            names = f"{file.name}, {photos.name}" if photos else file.name
            self._context.say(tr("{n} responses written: {file}", n=count, file=names))

        self._context.jobs.run(work, done, label=tr("Writing {file}", file=file.name), owner=self._page)
