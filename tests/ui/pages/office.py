"""A window with the ledger and the dispatch page on a furnished town, and hands for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector.ui.context import PageSpec
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.dispatch.page import DispatchPage
from inspector.ui.pages.ledger.page import LedgerPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from tests.town import Town, furnished_town
from tests.ui.pages.seat import Keyboard, OtherPage, seated

SPECS = (
    PageSpec("ledger", "list-checks", lambda: tr("Ledger"), LedgerPage),
    PageSpec("dispatch", "send", lambda: tr("Dispatch"), DispatchPage),
    PageSpec("record", "pencil", lambda: tr("Inspection"), OtherPage),
    PageSpec("pick_site", "map-pin", lambda: tr("Inspection"), OtherPage),
    PageSpec("settings", "settings", lambda: tr("Inspection"), OtherPage),
)


class Office(Keyboard):
    """Somebody at the office window; lists go to the folder `out`, and what would be opened is in `opened`."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town, out: Path) -> None:
        super().__init__(qtbot, window, town)
        out.mkdir()
        window.context.preferences.change(last_export_folder=str(out))
        self.out = out
        self.opened: list[Path] = []

    @property
    def ledger(self) -> LedgerPage:
        """The ledger page, shown."""
        assert isinstance(self.window.pages.page, LedgerPage)
        return self.window.pages.page

    @property
    def dispatch(self) -> DispatchPage:
        """The dispatch page, shown."""
        assert isinstance(self.window.pages.page, DispatchPage)
        self.window.pages.page.open_path = self.opened.append
        return self.window.pages.page

    def listed(self) -> list[str]:
        """The descriptions of the listed findings, in order."""
        model = self.ledger.area.model
        rows = (model.row_at(place) for place in range(model.rowCount()))
        return [row.text for row in rows if row]


@contextmanager
def office_at_work(qtbot: QtBot, look: Look, jobs: Jobs, folder: Path) -> Iterator[Office]:
    """The window on a furnished town; lists go to a folder `out`."""
    sit = partial(Office, out=folder / "out")
    with seated(sit, furnished_town(folder / "town.db"), SPECS, qtbot, look, jobs) as made:
        yield made
