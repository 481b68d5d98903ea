"""已交办批次: every dispatch there was; its files can be written again at any time."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.dispatches import Dispatch
from inspector.domain.stored import Stored
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import outlined, quiet
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.words.dates import long_date


class BatchesPanel(QWidget):
    """One card a dispatch, the newest first; `rewrite` and `ledger` are given its id."""

    def __init__(
        self,
        batches: Sequence[Stored[Dispatch]],
        today: date,
        *,
        rewrite: Callable[[str], object],
        ledger: Callable[[str], object],
        open_path: Callable[[Path], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self.rewrite_buttons: dict[str, QPushButton] = {}
        cards: list[QWidget] = []
        for batch in batches:
            again = outlined(tr("Write the files again"), partial(rewrite, batch.id), icon="refresh-cw")
            self.rewrite_buttons[batch.id] = again
            folder = Path(batch.record.folder)
            there = folder.is_dir()
            opening = (quiet(tr("Open the folder"), partial(open_path, folder), icon="folder-open"),) if there else ()
            look = quiet(tr("See them in the ledger"), partial(ledger, batch.id), icon="list-checks")
            cards.append(_card(batch.record, today, flowing(again, *opening, look), there=there))
        if not cards:
            cards.append(wrapping(tr("Nothing was dispatched yet"), "base", "text2"))
        self.leave = outlined(tr("Back to what waits"), leave, icon="arrow-left")
        self.setLayout(
            down(scrolling(down(across(self.leave, STRETCH), *cards, STRETCH, gap=12, margins=(24, 20, 24, 20))), gap=0)
        )


def _card(record: Dispatch, today: date, deeds: QWidget, *, there: bool) -> QWidget:
    facts = tr(
        "{day}, {n} findings for {m} units, reply by {reply}",
        day=long_date(record.issued_on, today),
        n=record.findings,
        m=record.units,
        reply=long_date(record.reply_by, today),
    )
    where = record.folder if there else tr("The folder is no longer at {folder}", folder=record.folder)
    inside = down(
        across(label(record.number, "md", bold=True), Grow(ElidingLabel(record.issued_by, "sm", "text3")), gap=12),
        wrapping(facts, "sm", "text2"),
        wrapping(where, "sm", "text3", selectable=True),
        deeds,
        gap=6,
        margins=(20, 14, 20, 14),
    )
    return sheet(inside, "card")
