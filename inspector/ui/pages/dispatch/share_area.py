"""The findings of one unit: those it leads, correctable, and below them those it helps with."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QSizePolicy, QWidget

from inspector.services.dispatch_plans import PlannedFinding, UnitShare
from inspector.ui.pages.dispatch.finding_row import FindingRow
from inspector.ui.pages.dispatch.unit_list import share_words, unit_title
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, refill, scrolling, sheet
from inspector.ui.widgets.buttons import outlined, quiet
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.thumbnails import Thumbnails

_SHOWN_AT_ONCE = 40
"""Rows of widgets made in one go; more come on demand."""


class ShareArea(QFrame):
    """`row_made` gives each new row, for the page to listen to it."""

    row_made = Signal(FindingRow)
    unit_chosen = Signal(str)
    ticked = Signal(str, bool)
    all_units_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setProperty("role", "flat")
        self._thumbnails = thumbnails
        self._share = UnitShare("", "", (), ())
        self._shown = _SHOWN_AT_ONCE
        self._mode = LayoutMode.WIDE
        self._names: Mapping[str, str] = {}
        self._ladder: Mapping[str, date | None] = {}
        self._today = date.min
        self.rows: dict[str, FindingRow] = {}
        self.title = ElidingLabel("", "md", bold=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.facts = ElidingLabel("", "sm", "text3")
        self.units = Combo()
        self.box = QCheckBox(tr("Goes out"))
        self.change_unit = quiet(tr("Change the unit"), self.all_units_wanted.emit, icon="arrow-left-right")
        self.area: QScrollArea = scrolling(down(gap=0))

        head = sheet(
            across(
                self.title,
                Grow(self.units),
                Grow(self.facts),
                self.box,
                self.change_unit,
                gap=8,
                margins=(16, 6, 8, 6),
            ),
            "head",
        )
        self.setLayout(down(head, Grow(self.area), gap=0))
        self.units.chosen.connect(self.unit_chosen)
        self.box.clicked.connect(lambda on: self.ticked.emit(self._share.unit, on))
        thumbnails.arrived.connect(self._fill_photos)

    def show_share(
        self,
        share: UnitShare,
        names: Mapping[str, str],
        ladder: Mapping[str, date | None],
        today: date,
        mode: LayoutMode,
    ) -> None:
        """Show the findings of this unit, with the `names` of those that help.

        Rows that stay keep their place, their focus and what is typed.
        """
        same = share.unit == self._share.unit and mode is self._mode and share.helps == self._share.helps
        self._share, self._names, self._ladder, self._today, self._mode = share, names, ladder, today, mode
        self.title.setText(unit_title(share))
        self.facts.setText(share_words(share))
        self.change_unit.setVisible(bool(share.leads))
        wide = mode is LayoutMode.WIDE
        self.title.setVisible(wide)
        self.facts.setVisible(wide)  # elsewhere the list of units says how many
        self.units.setVisible(not wide)
        self.box.setVisible(not wide and bool(share.leads))
        if not same:
            self._shown = _SHOWN_AT_ONCE
        wanted = [one.id for one in share.leads[: self._shown]]
        if not same or wanted != list(self.rows):
            self._make_rows(keep_place=same)
        for number, one in enumerate(share.leads[: self._shown], 1):
            helpers = [names[unit] for unit in one.finding.co_units if names.get(unit)]
            self.rows[one.id].show_finding(one, number, ladder, today, self._thumbnails, helpers)

    def show_units(self, units: list[tuple[str, str]], left_out: bool) -> None:
        """The units to choose from where there is no list of them."""
        self.units.offer(units, self._share.unit)
        self.box.setChecked(not left_out)

    def jump_to(self, finding: str) -> None:
        """Bring the finding into view and put the focus on its first field."""
        numbers = [one.id for one in self._share.leads]
        if finding in numbers and numbers.index(finding) >= self._shown:
            self._show_until(numbers.index(finding) + 1)
        if row := self.rows.get(finding):
            self.area.ensureWidgetVisible(row)
            row.text.setFocus()

    def _make_rows(self, *, keep_place: bool) -> None:
        place = self.area.verticalScrollBar().value() if keep_place else 0
        content = down(gap=0)
        self.rows = {}
        stacked = self._mode is not LayoutMode.WIDE
        for one in self._share.leads[: self._shown]:
            row = FindingRow(stacked=stacked)
            self.rows[one.id] = row
            content.addWidget(row)
            self.row_made.emit(row)
        left = len(self._share.leads) - self._shown
        if left > 0:
            more = outlined(tr("Show {n} more", n=min(left, _SHOWN_AT_ONCE)), self._show_more)
            content.addWidget(sheet(across(more, margins=(16, 8, 16, 8)), "clear"))
        if self._share.helps:
            content.addWidget(_helps(self._share))
        content.addStretch(1)
        refill(self.area, content)
        self.area.verticalScrollBar().setValue(place)

    def _show_more(self) -> None:
        self._show_until(self._shown + _SHOWN_AT_ONCE)

    def _show_until(self, number: int) -> None:
        self._shown = number
        self.show_share(self._share, self._names, self._ladder, self._today, self._mode)

    def _fill_photos(self) -> None:
        for row in self.rows.values():
            row.fill_photo(self._thumbnails)


def _helps(share: UnitShare) -> QWidget:
    """What another unit leads and this one helps with: it stands in this unit's list too."""
    lines = [_helped(one) for one in share.helps]
    head = label(tr("Helps with"), "sm", "text2", bold=True)
    return sheet(down(head, *lines, gap=6, margins=(16, 12, 16, 12)), "clear")


def _helped(one: PlannedFinding) -> QWidget:
    made = QWidget()
    words = wrapping(" · ".join(filter(None, (one.line.site_name, one.finding.text))), "sm")
    lead = wrapping(tr("led by {unit}", unit=one.line.unit_name), "sm", "text3")
    lead.setFixedWidth(current().px(180))
    made.setLayout(across(Grow(words), lead, gap=12))
    return made
