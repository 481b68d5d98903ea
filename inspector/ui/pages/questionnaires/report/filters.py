"""Which responses the results are of: the days, a month or two of one's own, and a place."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.services.questionnaire_reports import Results, Wanted
from inspector.ui.dialogs.days_dialog import DaysDialog, Period
from inspector.ui.theme.current import current
from inspector.ui.translation import language, tr
from inspector.ui.widgets.combo import Combo
from inspector.ui.words.dates import short_date

_OWN = "own"
_WIDEST = 180
_PLACES = ("street", "community", "site")


class Filters(QObject):
    """Two lists to stand wherever the page has room; `changed` when a person chose."""

    changed = Signal()

    def __init__(self, page: QWidget, today: date) -> None:
        super().__init__(page)
        self._page, self._today = page, today
        self._period: Period = (None, None)
        self.days, self.place = Combo(), Combo([("", tr("All places"))])
        self.days.setAccessibleName(tr("Days"))
        self.place.setAccessibleName(tr("Place"))
        self._months: list[str] = []
        self._offer_days("")
        for each in self.lists:
            each.setMaximumWidth(current().px(_WIDEST))
        self.days.chosen.connect(self._choose_days)
        self.place.chosen.connect(lambda _: self.changed.emit())

    @property
    def lists(self) -> tuple[Combo, Combo]:
        """The days, the place."""
        return self.days, self.place

    def wanted(self, code: str) -> Wanted:
        """The responses to a form that are asked for, in the language of the window."""
        since, until = (day.isoformat() if day else "" for day in self._period)
        if self.days.value in self._months:
            since, until = f"{self.days.value}-01", f"{self.days.value}-31"
        facet, _, value = self.place.value.partition(":")
        return Wanted(code, since, until, ((facet, value),) if value else (), language())

    def offer(self, results: Results) -> None:
        """Offer the months and places there are answers of; what was chosen before is let go of."""
        self._months = sorted({day[:7] for day in results.sheet.days}, reverse=True)
        self._period = (None, None)
        self._offer_days("")
        facets = results.sheet.facets
        found = [
            (f"{name}:{value}", results.names.get(value, value))
            for name in _PLACES for value in sorted(set(facets[name])) if value
        ]  # fmt: skip
        self.place.offer([("", tr("All places")), *found])

    def take_days(self, period: Period) -> None:
        """Ask for the answers of these days."""
        self._period = period
        self._offer_days(_OWN)
        self.changed.emit()

    def _choose_days(self, value: str) -> None:
        if value == _OWN:
            DaysDialog(self._page, tr("Days of the answers"), self._period, self._today, self.take_days).open()
            return
        self._period = (None, None)
        self._offer_days(value)
        self.changed.emit()

    def _offer_days(self, value: str) -> None:
        first, last = self._period
        own = f"{short_date(first, self._today)} – {short_date(last, self._today)}" if first and last else ""
        known = [("", tr("All days")), *((month, month) for month in self._months)]
        self.days.offer([*known, (_OWN, own or tr("From … to …"))], value)
