"""已保存 10:32: nothing asks to be saved, the header says that it is."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from inspector.ui.theme.icons import icon as drawn
from inspector.ui.theme.icons import pixmap
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import across
from inspector.ui.widgets.buttons import quiet
from inspector.ui.widgets.labels import icon_label, label

_SLOW_MS = 300


class SavedMark(QWidget):
    """Call `saving()` before a write and `saved()` or `failed()` after it; only slow writes are seen as such."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = icon_label("circle-check", "pass", 16)
        self._words = label("", "sm", "text3")
        self._failed = quiet("", icon="circle-alert")
        self._failed.setProperty("tone", "fail")
        self._failed.setIcon(drawn("circle-alert", "fail", 18))
        self._open: Callable[[], object] = lambda: None
        self._failed.clicked.connect(self._explain)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(lambda: self._say("refresh-cw", "text3", tr("Saving…")))
        self.setLayout(across(self._icon, self._words, self._failed, gap=6))
        self._failed.hide()
        self._icon.hide()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._failed.text().strip() if not self._failed.isHidden() else self._words.text()

    def saving(self) -> None:
        """A write begins."""
        self._slow.start()

    def saved(self, at: datetime) -> None:
        """It is on the disk."""
        self._say("circle-check", "pass", tr("Saved {time}", time=f"{at:%H:%M}"))

    def failed(self, words: str, open_error: Callable[[], object]) -> None:
        """It is not; the words stay and open the error."""
        self._say("circle-alert", "fail", "")
        self._icon.hide()
        self._words.hide()
        self._open = open_error
        self._failed.setText(f" {words}")
        self._failed.show()

    def _explain(self) -> None:
        self._open()

    def _say(self, icon: str, tone: str, words: str) -> None:
        self._slow.stop()
        self._failed.hide()
        self._icon.setPixmap(pixmap(icon, tone, 16))
        self._icon.show()
        self._words.setText(words)
        self._words.show()
