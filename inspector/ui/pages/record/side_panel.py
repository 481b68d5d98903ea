"""A panel in place of the editor: what is missing, what was open before, the history, the walk rule."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import icon_button, outlined
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label, wrapping


class SidePanel(QFrame):
    """`closed` by Esc or its button."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "flat")
        self.has_deed = False
        self.title = ElidingLabel("", "md", bold=True)
        self._rows = down(gap=12)
        self._foot = across(STRETCH, gap=8, margins=(24, 8, 24, 8))
        self._foot_sheet = sheet(self._foot, "foot")
        self._first = self._close = icon_button("x", tr("Close"), self.closed.emit, keys="Esc")
        head = sheet(across(Grow(self.title), self._close, gap=8, margins=(24, 8, 16, 8)), "head")
        area = scrolling(down(self._rows, STRETCH, gap=0, margins=(24, 16, 24, 16)))
        self.setLayout(down(head, Grow(area), self._foot_sheet, gap=0))

    def show_rows(self, title: str, rows: Sequence[QWidget], buttons: Sequence[QPushButton] = ()) -> None:
        """Show these rows, and deeds at the foot."""
        self.title.setText(title)
        empty(self._rows)
        for row in rows:
            self._rows.addWidget(row)
        deeds = [deed for row in rows if (deed := row.findChild(QPushButton))]
        self._first = deeds[0] if deeds else self._close
        self.has_deed = bool(buttons)
        empty(self._foot)
        self._foot.addStretch(1)
        for made in buttons:
            self._foot.addWidget(made)
        self._foot_sheet.setVisible(bool(buttons))

    def take_keys(self) -> None:
        """The keyboard goes to the first deed of the rows, else to closing."""
        self._first.setFocus()


def told_row(
    words: str,
    facts: str,
    *,
    icon: str = "",
    tone: str = "text2",
    deed: str = "",
    act: Callable[[], object] | None = None,
) -> QWidget:
    """A row: icon, words that wrap, facts under them, a deed at the right."""
    leading = (icon_label(icon, tone, 18),) if icon else ()
    trailing = (outlined(deed, act),) if deed else ()
    lines = down(wrapping(words), *((wrapping(facts, "sm", "text3"),) if facts else ()), gap=4)
    return sheet(across(*leading, Grow(lines), *trailing, gap=12, margins=(12, 12, 12, 12)), "sunken")


def heading(words: str) -> QWidget:
    """A small heading between rows."""
    return label(words, "sm", "text2", bold=True)
