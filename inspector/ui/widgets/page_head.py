"""The head of a page: title, quiet facts, then search and actions."""

from collections.abc import Callable

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across
from inspector.ui.widgets.buttons import icon_button
from inspector.ui.widgets.labels import ElidingLabel, label

_LEAST_FACTS = 48


class Facts(ElidingLabel):
    """Quiet facts: cut where the room ends, and away where nothing but a letter would be left of them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The facts, if some of them can be read."""
        if self.width() >= min(self.sizeHint().width(), current().px(_LEAST_FACTS)):
            super().paintEvent(event)


class PageHead(QFrame):
    """60 high. `right` stands at the right end; `beside` directly behind the title (pills)."""

    def __init__(
        self,
        title: str,
        facts: str = "",
        *right: QWidget,
        back: Callable[[], object] | None = None,
        beside: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self.title = label(title, "xl", bold=True)
        self.facts = Facts(facts, "sm", "text3")
        leading = (icon_button("chevron-left", tr("Back"), back, keys="Alt ←"),) if back else ()
        edge = 12 if back else 24
        self.setLayout(
            across(*leading, self.title, *beside, Grow(self.facts), *right, gap=12, margins=(edge, 0, 24, 0))
        )
        self.setFixedHeight(current().high("head"))

    def show_title(self, title: str, facts: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.facts.setText(facts)
