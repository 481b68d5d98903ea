"""The units of a dispatch down the left side: which go out, how many findings, what is wrong."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QSizePolicy, QWidget

from inspector.services.dispatch_plans import UnitShare
from inspector.ui.theme.current import current
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import draw_pill, ink, pill_size
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, refill, scrolling, sheet
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.row_delegate import draw_lines
from inspector.ui.widgets.tips import tip

_WIDTH = 240


class UnitList(QFrame):
    """`chosen` tells the unit whose findings shall be shown, `ticked` that units were taken in or left out."""

    chosen = Signal(str)
    ticked = Signal(str, bool)
    all_ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "left")
        self.setFixedWidth(current().px(_WIDTH))
        self.every = QCheckBox(tr("All units"))
        self.every.setTristate(True)
        self.every.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count = label("", "sm", "text2")
        self.rows: dict[str, UnitButton] = {}
        self._area = scrolling(down(gap=0))

        band = sheet(across(self.every, Grow(QWidget()), self.count, margins=(16, 2, 16, 2)), "band")
        self.setLayout(down(band, Grow(self._area), gap=0))
        self.every.clicked.connect(self._tick_all)

    def shares_shown(
        self, shares: Sequence[UnitShare], left_out: Collection[str], unit: str, leaving: int
    ) -> Iterator[None]:
        """Show these units, `unit` being the one whose findings are shown, in steps: a hundred rows are many widgets.
        `leaving` findings go out in all.
        """
        if list(self.rows) != [share.unit for share in shares]:
            yield from self._rows_made(shares)
        for share in shares:
            self.rows[share.unit].show_share(share, is_current=share.unit == unit)
            self.rows[share.unit].box.setChecked(share.unit not in left_out)
        some = [share.unit not in left_out for share in shares if share.leads]
        state = Qt.CheckState.Checked if all(some) else Qt.CheckState.PartiallyChecked
        self.every.setCheckState(state if any(some) else Qt.CheckState.Unchecked)
        self.count.setText(tr("{n} findings", n=leaving))

    def _rows_made(self, shares: Sequence[UnitShare]) -> Iterator[None]:
        rows: dict[str, UnitButton] = {}
        for share in shares:
            yield
            row = UnitButton(tr("Dispatch to {unit}", unit=share.name))
            row.box.setVisible(bool(share.leads))
            row.box.clicked.connect(lambda on, unit=share.unit: self.ticked.emit(unit, on))
            row.clicked.connect(partial(self.chosen.emit, share.unit))
            row.stepped.connect(partial(self._step, share.unit))
            rows[share.unit] = row
        self.rows = rows
        refill(self._area, down(*rows.values(), STRETCH, gap=0))

    def _step(self, unit: str, step: int) -> None:
        units = list(self.rows)
        target = units[max(0, min(len(units) - 1, units.index(unit) + step))]
        self.rows[target].setFocus()
        self.chosen.emit(target)

    def _tick_all(self) -> None:
        on = self.every.checkState() is not Qt.CheckState.Unchecked
        self.all_ticked.emit(on)


class UnitButton(QAbstractButton):
    """Name, number of findings, and how many of them are questioned; ↑ ↓ go to its neighbours."""

    stepped = Signal(int)

    def __init__(self, box_name: str) -> None:
        """`box_name` is what its tick box says."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # the pointer's tint comes and goes
        self.box = QCheckBox()
        self.box.setAccessibleName(box_name)
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayout(across(self.box, STRETCH, margins=(16, 0, 0, 0)))
        self._share = UnitShare("", "", (), ())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: UnitShare, *, is_current: bool) -> None:
        """Show this unit."""
        self._share = share
        self.setChecked(is_current)
        doubts = tr("{n} to look at", n=share.doubted) if share.doubted else tr("all in order")
        self.setAccessibleName(f"{unit_title(share)} {share_words(share)} {doubts}")
        tip(self, unit_title(share))
        self.update()

    def nextCheckState(self) -> None:
        """Only the page says which unit is shown."""

    def sizeHint(self) -> QSize:
        """60 high."""
        return QSize(current().px(180), current().px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour, Enter chooses."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, words, mark."""
        theme = current()
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            painter.fillRect(self.rect(), ink("accent_tint" if on else "hover"))
        if on:
            painter.fillRect(0, 0, 4, self.height(), ink("accent_ink"))
        left = theme.gap(16) + theme.px(22) + theme.gap(12)
        painter.fillRect(QRectF(theme.gap(16), self.height() - 1, self.width(), 1), ink("line"))
        right = self.width() - theme.gap(12)
        if doubts := self._share.doubted:
            width, height = pill_size(str(doubts), has_icon=True)
            right -= width
            pill = QRectF(right, (self.height() - height) / 2, width, height)
            draw_pill(painter, pill, str(doubts), "warn" if self._share.unit else "fail", "triangle-alert")
        else:
            right -= theme.px(18)
            painter.drawPixmap(right, (self.height() - theme.px(18)) // 2, pixmap("check", "pass", 18))
        words = QRectF(left, 0, right - theme.gap(8) - left, self.height())
        draw_lines(painter, words, unit_title(self._share), share_words(self._share), bold=on)


def unit_title(share: UnitShare) -> str:
    """The unit's name, or that there is none."""
    return share.name if share.unit else tr("Without a unit")


def share_words(share: UnitShare) -> str:
    """9 条 · 配合 1."""
    if not share.helps:
        return tr("{n} findings", n=len(share.leads))
    if not share.leads:
        return tr("helps with {n}", n=len(share.helps))
    return tr("{n} findings, helps with {m}", n=len(share.leads), m=len(share.helps))
