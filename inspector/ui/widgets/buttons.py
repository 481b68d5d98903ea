"""Buttons. Verb first, the number in it; one filled button per page.

They take the focus by Tab only: a click never takes it from the list and never leaves a ring.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.theme.icons import icon as drawn
from inspector.ui.widgets.tips import tip

_INKS = {"filled": "on_accent", "quiet": "accent_ink"}


def filled(words: str, act: Callable[[], object] | None = None, *, icon: str = "", keys: str = "") -> QPushButton:
    """The next sensible step: one per page."""
    return button(words, "filled", act, icon=icon, keys=keys)


def outlined(words: str, act: Callable[[], object] | None = None, *, icon: str = "", keys: str = "") -> QPushButton:
    """Everything else that matters."""
    return button(words, "outlined", act, icon=icon, keys=keys)


def quiet(words: str, act: Callable[[], object] | None = None, *, icon: str = "", keys: str = "") -> QPushButton:
    """Words in the accent colour without an edge."""
    return button(words, "quiet", act, icon=icon, keys=keys)


def icon_button(icon: str, name: str, act: Callable[[], object] | None = None, *, keys: str = "") -> QPushButton:
    """A square with an icon; `name` is its tooltip and what a screen reader says."""
    made = button("", "icon", act, icon=icon, keys=keys, name=name)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def button(
    words: str,
    kind: str,
    act: Callable[[], object] | None = None,
    *,
    icon: str = "",
    keys: str = "",
    name: str = "",
) -> QPushButton:
    """A button of that kind of the sheet; `keys` (for example "Ctrl E") is shown in its tooltip."""
    made = QPushButton(f" {words}" if icon and words else words)
    made.setProperty("kind", kind)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(name or words)
    tip(made, "  ".join(part for part in (name, keys) if part))
    if icon:
        size = 20 if kind == "icon" else 18
        made.setProperty("icon_name", icon)
        made.setIcon(drawn(icon, _INKS.get(kind, "text2"), size))
        made.setIconSize(QSize(current().px(size), current().px(size)))
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def trailing(made: QPushButton) -> QPushButton:
    """The same button with its icon behind the words: it goes to another page."""
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setText(f"{made.text().strip()} ")
    return made


def compact(made: QPushButton) -> QPushButton:
    """The same button 32 px high, for bars above tables of the office pages."""
    made.setProperty("compact", True)
    return made


def promote(made: QPushButton, is_next_step: bool) -> None:
    """Fill the button when it became the next sensible step, outline it when it no longer is."""
    kind = "filled" if is_next_step else "outlined"
    if made.property("kind") == kind:
        return
    made.setProperty("kind", kind)
    if icon := made.property("icon_name"):
        made.setIcon(drawn(icon, _INKS.get(kind, "text2"), 18))
    made.style().unpolish(made)
    made.style().polish(made)
