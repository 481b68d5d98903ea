"""How a site stands in the ledger: what is still open there, what came back, and the way to its findings."""

from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.progress import Progress
from inspector.services.inspections import SiteLine
from inspector.ui.context import Context
from inspector.ui.jobs import Job
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty
from inspector.ui.widgets.buttons import compact, quiet
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.pill import Pill
from inspector.ui.words.states import State, site_recurrence_state


class SiteStanding(QWidget):
    """Hidden while no site is shown; read behind the window."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asking: Job | None = None
        self._site = ""
        self._row = down(gap=0)
        self.setLayout(self._row)
        self.hide()

    def show_site(self, site: str) -> None:
        """Ask how this one stands; "" is none."""
        if self._asking:
            self._asking.cancel()
        if site != self._site:
            self._site = site
            self.hide()
        if site:
            inspections = self._context.services.inspections

            def work(_progress: Progress) -> dict[str, SiteLine]:
                return inspections.lines([site])

            self._asking = self._context.jobs.look_up(work, self._show, owner=self)

    def _show(self, lines: dict[str, SiteLine]) -> None:
        line = lines.get(self._site)
        if line is None or not (line.open_findings or line.recurrences or line.last_visit):
            return  # nobody was there yet
        states = [State(tr("{n} still open", n=line.open_findings), "warn", "rotate-ccw")] if line.open_findings else []
        states += [site_recurrence_state(line.recurrences)] if line.recurrences else []
        see = compact(quiet(tr("Its findings"), partial(self._context.go, "ledger", site=line.id), icon="list-checks"))
        empty(self._row)
        self._row.addWidget(flowing(*(Pill(s.words, s.tone, s.icon) for s in states), see))
        self.show()
