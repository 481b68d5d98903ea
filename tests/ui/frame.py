"""A small program made of the frame and two pages, to test the frame with."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.stored import Changed
from inspector.ui.context import Context, PageSpec, RailPlace
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead


class NotePage(Page):
    """Notes everything the frame does with it."""

    made = 0

    def __init__(self, context: Context) -> None:
        super().__init__()
        type(self).made += 1
        self.context = context
        self.events: list[str] = []
        self.field = QLineEdit()
        self.button = outlined(tr("Undo"))
        self.setLayout(
            down(
                PageHead(tr("Keys"), "LX-0035"),
                self.button,
                self.field,
                STRETCH,
                FootBar([("1", tr("Pass")), ("Enter", tr("Keys"))], filled(tr("Try again"))),
                gap=0,
            )
        )

    def open(self, **where: str) -> None:
        self.shown = where
        self.events.append("open")

    def where(self) -> dict[str, str]:
        return self.shown

    def refresh(self, changed: Changed) -> None:
        self.events.append(f"refresh {','.join(sorted(changed.kinds))}")

    def layout_changed(self, mode: LayoutMode) -> None:
        super().layout_changed(mode)
        self.events.append(mode.name)

    def shortcuts(self) -> Sequence[PageKey]:
        return (
            PageKey(("1",), tr("Pass"), tr("Keys"), lambda: self.events.append("pass")),
            PageKey(("Return", "Enter"), tr("Try again"), tr("Keys"), lambda: self.events.append("enter")),
        )

    def regions(self) -> Sequence[QWidget]:
        return (self.button, self.field)

    def undo(self) -> None:
        self.events.append("undo")

    def redo(self) -> None:
        self.events.append("redo")


class OtherPage(NotePage):
    """A second page."""


SPECS = (
    PageSpec("note", "house", lambda: tr("Keys"), NotePage),
    PageSpec("other", "list-checks", lambda: tr("Undo"), OtherPage, count=lambda _context: 28),
    PageSpec("last", "settings", lambda: tr("Close"), OtherPage, RailPlace.FOOT),
)
