"""What is odd about the photos of a repair, in words beside a warning sign: it informs and never decides."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from inspector.domain.evidence import Oddity
from inspector.services.wording.sentences import Lang, sentences
from inspector.ui.translation import Language, language, tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.labels import icon_label, wrapping
from inspector.ui.widgets.tips import tip

_MOST = 3
"""Lines: a place photographed often resembles many, and the photos themselves need the room."""


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
        """Say the nearest ones; nothing hides the note. All of them stand in its tooltip."""
        empty(self._lines)
        said = [_said(odd) for odd in sorted(found, key=_distance)]
        for words in said[:_MOST]:
            self._lines.addWidget(wrapping(words, "sm", "warn", selectable=True))
        if len(said) > _MOST:
            self._lines.addWidget(wrapping(tr("{n} more photos look like it", n=len(said) - _MOST), "sm", "warn"))
        tip(self, "\n".join(said) if len(said) > _MOST else "")
        self.setVisible(bool(said))


def _said(odd: Oddity) -> str:
    lang: Lang = "zh" if language() is Language.CHINESE else "en"
    return tr("{photo}: {oddity}", photo=odd.complaint.place.file, oddity=sentences(odd.complaint, lang).happened)


def _distance(odd: Oddity) -> int:
    """How many bits two pictures differ; what concerns the photo alone comes first."""
    return int(dict(odd.complaint.facts).get("bits", -1))
