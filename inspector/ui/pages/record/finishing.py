"""Finishing an inspection, praising in it, opening it again, throwing it away: the deeds that need a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.ui.context import Context
from inspector.ui.dialogs.praise_dialog import PraiseDialog
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.panels import Panels
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import filled


class Finishing:
    """`left` is called when the inspection is gone."""

    def __init__(self, context: Context, page: QWidget, panels: Panels, left: Callable[[], object]) -> None:
        self._context = context
        self._page = page
        self._panels = panels
        self._left = left

    def finish(self, desk: Desk) -> None:
        """完成检查: at once when nothing is missing, else first what is."""
        missing = self._context.services.inspections.missing(desk.sheet.id)
        if not missing:
            self._finish_now(desk)
            return
        hard = any(one.hard for one in missing)
        deeds = [] if hard else [filled(tr("Finish all the same"), lambda: self._finish_now(desk), icon="check")]
        self._panels.missing(desk, missing, deeds)

    def summary(self, desk: Desk) -> None:
        """The figures of the inspection."""
        self._context.go("summary", inspection=desk.sheet.id)

    def praise(self, desk: Desk) -> None:
        """Note what was done well."""
        PraiseDialog(self._page, self._context, desk.sheet.id).open()

    def reopen(self, desk: Desk) -> None:
        """Open a finished inspection again, with a reason."""
        reopen = self._context.services.inspections.reopen
        ReasonDialog(
            self._page,
            tr("Reopen this inspection"),
            tr("Both versions are kept. Findings already dispatched stay dispatched."),
            tr("Reopen"),
            lambda reason: desk.save(lambda: reopen(desk.sheet.id, reason)),
        ).open()

    def discard(self, desk: Desk) -> None:
        """Lay the unfinished inspection with its findings into the trash, with a reason."""
        ReasonDialog(
            self._page,
            tr("Discard this inspection"),
            tr("The inspection and its findings go to the trash."),
            tr("Discard"),
            lambda reason: self._discard_now(desk, reason),
        ).open()

    def _finish_now(self, desk: Desk) -> None:
        if desk.save(lambda: self._context.services.inspections.finish(desk.sheet.id)):
            self.summary(desk)

    def _discard_now(self, desk: Desk, reason: str) -> None:
        try:
            changed = self._context.services.inspections.discard(desk.sheet.id, reason)
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._left()
        self._context.changed(changed)
        self._context.back()
