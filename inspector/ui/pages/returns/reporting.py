"""The report of the review that is open, written where somebody says."""

from PySide6.QtWidgets import QWidget

from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.error_text import lang
from inspector.ui.pages.returns.kept import kept
from inspector.ui.translation import tr


def save_report(context: Context, page: QWidget) -> None:
    """Write every row and picture with what became of it to a workbook."""
    review = kept()
    if not review or not (path := choose_name(page, tr("Save the report"), tr("Import report.xlsx"), WORKBOOK)):
        return
    services, language, decisions = context.services, lang(), review.decisions
    context.jobs.run(
        lambda _progress: services.returns.save_report(review.preview, path, language, decisions),
        lambda _: context.say(tr("Written: {file}", file=path.name)),
        label=tr("Writing {file}", file=path.name),
        owner=page,
    )
