"""Where: a site found by name, pinyin or initials, or a street and words."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from inspector.domain.sites import Site, Street
from inspector.services.noting import Spot
from inspector.ui.context import Context
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import FormRow, LineField
from inspector.ui.widgets.search_combo import SearchCombo

C = TypeVar("C", bound=Combo)


class PlaceFields(QWidget):
    """`changed` tells that the place is another now."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.site = narrow(SearchCombo(tr("Search sites"), self._spell, clears=True))
        self.street = narrow(Combo())
        self.location = LineField(tr("Place"), "", tr("Where exactly, or the address"))
        self.site.setAccessibleName(tr("Site"))
        self.street.setAccessibleName(tr("Street"))
        self._street_row = FormRow(tr("Street"), self.street)
        self.row = FormRow(tr("Site"), self.site)
        self.setLayout(down(self.row, self._street_row, FormRow(tr("Place"), self.location), gap=8))
        self.site.chosen.connect(lambda _: self._take())
        self.street.chosen.connect(lambda _: self.changed.emit())
        self.location.committed.connect(lambda _: self.changed.emit())

    @property
    def fields(self) -> dict[str, Combo | LineField]:
        """What a person fills in, by name."""
        return {"site": self.site, "street": self.street, "location": self.location}

    @property
    def spot(self) -> Spot:
        """The place as it stands."""
        site = self.site.value
        return Spot(site, "" if site else self.street.value, self.location.text().strip())

    def show_again(self) -> None:
        """The fields were set by somebody else: offer a street where no site is chosen."""
        self._street_row.setVisible(not self.site.value)

    def load(self, site: str = "") -> None:
        """Offer the registers anew; what was chosen stays, unless a `site` is given."""
        registers = self._context.services.registers
        sites = [("", tr("No site: a street and a place")), *((s.id, s.record.name) for s in registers.all(Site))]
        streets = [("", tr("Choose a street")), *((s.id, s.record.name) for s in registers.all(Street))]
        self.site.offer(sites, site or self.site.value)
        self.street.offer(streets, self.street.value)
        self.show_again()

    def _take(self) -> None:
        self.show_again()
        self.changed.emit()

    def _spell(self, learn: Callable[[Mapping[str, str]], object]) -> None:
        registers = self._context.services.registers
        self._context.jobs.look_up(lambda _progress: registers.findable(Site), learn, owner=self)


def narrow(combo: C) -> C:
    """A combo whose longest value does not set the width of its form."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(4)
    return combo
