"""What is odd about the photos of a repair, in words beside a warning sign: it informs and never decides."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from inspector.domain.evidence import Oddity
from inspector.services.wording.sentences import Lang, sentences
from inspector.ui.translation import Language, language, tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.labels import icon_label, wrapping


class OddNote(QFrame):
    """Hidden while nothing is odd."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warn")
        self._lines = down(gap=4)
        self.setLayout(
            across(icon_label("triangle-alert", "warn", 16), Grow(self._lines), gap=8, margins=(12, 8, 12, 8))
        )
        self.hide()

    def show_oddities(self, found: Sequence[Oddity]) -> None:
        """Say these; nothing hides the note."""
        empty(self._lines)
        lang: Lang = "zh" if language() is Language.CHINESE else "en"
        for odd in found:
            said = sentences(odd.complaint, lang).happened
            words = tr("{photo}: {oddity}", photo=odd.complaint.place.file, oddity=said)
            self._lines.addWidget(wrapping(words, "sm", "warn", selectable=True))
        self.setVisible(bool(found))
