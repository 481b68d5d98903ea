"""What is approved at the site today, above the sheet: an approved market or banner is no finding."""

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.services.noting import NotingService, Spot
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.labels import icon_label, wrapping


class ApprovedStrip(QWidget):
    """Hidden where nothing is approved."""

    def __init__(self, noting: NotingService) -> None:
        super().__init__()
        self._noting = noting
        self.words = wrapping("", "sm", "warn", bold=True)
        row = across(icon_label("info", "warn", 18), Grow(self.words), gap=8, margins=(24, 8, 24, 8))
        self.setLayout(down(sheet(row, "warnstrip"), gap=0))
        self.hide()

    def show_site(self, site: str) -> None:
        """Ask what is approved there."""
        try:
            found = self._noting.approvals(Spot(site))
        except Refused:  # the site is in the trash: nothing can be said of it
            found = ()
        names = ", ".join(" ".join(filter(None, (one.name, one.address, one.code))) for one in found)
        self.words.setText(tr("Approved here today: {names}. Look before recording it as a violation.", names=names))
        self.setVisible(bool(found))
