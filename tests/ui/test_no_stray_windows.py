"""A part of a page shown before it has its place is a window of its own for a moment: it flashes, and it is slow."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.jobs import Jobs
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from tests.ui.fit import WINDOWS
from tests.ui.pages.desk import furnished_clerk_at


class WindowsShown(QObject):
    """Counts the windows that come up, by their kind."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds[type(watched).__name__] += 1
        return super().eventFilter(watched, event)


def test_no_page_opens_a_window_while_it_is_made(
    qapp: QApplication, qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path
) -> None:
    with furnished_clerk_at("today", qtbot, look, jobs, tmp_path / "town.db") as desk:
        draft = desk.town.services.inspections.drafts()[0].id
        asked = {"record": {"inspection": draft}, "summary": {"inspection": draft}}
        shown = WindowsShown()
        qapp.installEventFilter(shown)
        for size in (WINDOWS[0], WINDOWS[-1]):
            desk.window.resize(*size)
            for spec in page_specs():
                if not spec.belongs_to or spec.name in asked:  # the others show what was chosen before
                    desk.window.go(spec.name, **asked.get(spec.name, {}))
                    desk.settle()
        qapp.removeEventFilter(shown)
    assert not shown.kinds
