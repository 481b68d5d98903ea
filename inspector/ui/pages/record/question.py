"""The item itself: code, judging, weight, its words and what counts, and the three verdicts that never move."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.checklists import Item
from inspector.services.sheets import Sheet
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import metrics
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.tips import tip
from inspector.ui.widgets.verdict_button import VerdictButtons
from inspector.ui.words.judging import judging_words
from inspector.ui.words.states import recurrence_state, verdict_mark, veto_state

_WRAP = Qt.TextFlag.TextWordWrap.value
_LARGEST_SHARE = 0.36
"""Of the height of the window: room kept for the longest item, so that the buttons stand still."""


class Question(QWidget):
    """`judged` tells the verdict pressed, as a mark's kind."""

    judged = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._item: Item | None = None
        self._measured: tuple[tuple[int, tuple[Item, ...]], int] = ((0, ()), 0)
        self.code = label("", "sm", "text3")
        self.judging = ElidingLabel("", "sm", "text3")
        self._veto = Pill(veto_state().words, veto_state().tone, veto_state().icon)
        self._recurred = Pill("", "recur", "repeat")
        self._weight = Pill("")
        self.text = wrapping("", "lg", bold=True)
        self.counts = wrapping("", "sm", "text2")
        self._block = QWidget()
        self.verdicts = VerdictButtons()

        self._info = icon_label("info", "text3", 16)
        told = across(down(self._info, None), Grow(down(self.counts, None)), gap=6)
        self._block.setLayout(down(self.text, told, None, gap=4))
        meta = across(self.code, Grow(self.judging), self._veto, self._recurred, self._weight, gap=8)
        self.setLayout(down(meta, self._block, self.verdicts, gap=8))
        self.verdicts.chosen.connect(self.judged)

    def show_item(self, sheet: Sheet, item: Item, *, is_open: bool) -> None:
        """Show an item of the sheet and its verdict; `is_open` lets it be judged."""
        self._items = sheet.items
        if item is not self._item:
            self._item = item
            self.code.setText(item.code)
            self.judging.setText(judging_words(item.judging))
            self.text.setText(item.text)
            self.counts.setText(_explained(item))
            self._info.setVisible(bool(self.counts.text()))
            self._weight.show_state(tr("Weight {n}", n=item.weight), "neutral")
            self._veto.setVisible(bool(item.veto))
            tip(self._veto, item.veto)
            self._keep_height()
        recurred = max((found.record.recurrences for found in sheet.findings.get(item.code, ())), default=0)
        self._recurred.setVisible(bool(recurred))
        if recurred:
            state = recurrence_state(recurred)
            self._recurred.show_state(state.words, state.tone, state.icon)
        conclusion = sheet.conclusions.get(item.code)
        self.verdicts.show_verdict(verdict_mark(conclusion.verdict if conclusion else None))
        self.verdicts.setEnabled(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break lines elsewhere."""
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        if self._item is None or self.width() <= 0:
            return
        longest = self._longest()
        roomy = round(self.window().height() * _LARGEST_SHARE)
        wanted = max(self._height(self._item), min(longest, roomy))
        if self._block.minimumHeight() != wanted:
            self._block.setFixedHeight(wanted)

    def _longest(self) -> int:
        """The height the longest item needs at this width; measured once for each width and checklist."""
        key = (self.width(), self._items)
        if self._measured[0] != key:
            self._measured = (key, max(self._height(item) for item in self._items))
        return self._measured[1]

    def _height(self, item: Item) -> int:
        theme = current()
        title = _lines(item.text, "lg", self.width(), bold=True)
        told = _lines(_explained(item), "sm", self.width() - theme.px(16) - theme.gap(6))
        return title + told + theme.gap(4) + 6


def _explained(item: Item) -> str:
    """判定说明 and 不算的情形, each on its line."""
    not_counted = tr("Does not count: {words}", words=item.not_counted) if item.not_counted else ""
    return "\n".join(part for part in (item.counts, not_counted) if part)


def _lines(text: str, step: str, width: int, *, bold: bool = False) -> int:
    room = QRect(0, 0, max(40, width), 10_000)
    return metrics(step, bold).boundingRect(room, _WRAP, text).height() if text else 0
