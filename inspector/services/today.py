"""今日: what waits for us, in the order it should be done."""

from dataclasses import replace

from inspector.domain.today import DRAFTS, Today
from inspector.services.acts import Acts
from inspector.services.inspections import InspectionService


class TodayService:
    """Reads the home page."""

    def __init__(self, acts: Acts, inspections: InspectionService) -> None:
        self._acts = acts
        self._inspections = inspections

    def today(self) -> Today:
        """Everything the home page shows. With half a million findings it takes some tenths of a second: use a job."""
        with self._acts.reading() as view:
            today = view.today(self._acts.now())
        return replace(today, drafts=self._inspections.drafts(DRAFTS)) if today.drafts else today
