"""Phrases of an item, A to E: chosen ones make up the description, in the order they are offered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty
from inspector.ui.widgets.chips import phrase_chip
from inspector.ui.widgets.flow import flowing

LETTERS = "ABCDE"
BETWEEN = "，"


class Phrases(QWidget):
    """`pressed` tells which phrase was clicked, `described` the new description."""

    pressed = Signal(int)
    described = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._phrases: tuple[str, ...] = ()
        self._text = ""
        self.chips: list[QPushButton] = []
        self._layout = down(gap=0)
        self.setLayout(self._layout)

    def show_text(self, phrases: Sequence[str], text: str) -> None:
        """Offer these; those found in `text` are chosen."""
        self._text = text
        if tuple(phrases) != self._phrases:
            self._phrases = tuple(phrases)
            empty(self._layout)
            self.chips = [self._chip(number, phrase) for number, phrase in enumerate(self._phrases)]
            if self.chips:
                self._layout.addWidget(flowing(*self.chips))
        self.setVisible(bool(self.chips))
        for phrase, chip in zip(self._phrases, self.chips, strict=True):
            chip.setChecked(phrase in parts(text))

    def press(self, number: int) -> None:
        """Choose a phrase, or take it out again."""
        if number < len(self._phrases):
            self.described.emit(toggled(self._text, self._phrases[number]))

    def _chip(self, number: int, phrase: str) -> QPushButton:
        letter = LETTERS[number] if number < len(LETTERS) else ""
        words = f"{letter}  {phrase}" if letter else phrase
        chip = phrase_chip(words, lambda _on: self.pressed.emit(number), key=letter)
        chip.setAccessibleName(tr("Phrase {words}", words=phrase))
        return chip


def parts(text: str) -> list[str]:
    """The phrases and own words a description is made of."""
    return [part for part in text.split(BETWEEN) if part]


def toggled(text: str, phrase: str) -> str:
    """The description with the phrase put in, or taken out if it was there. Own words stay."""
    there = parts(text)
    kept = [part for part in there if part != phrase]
    return BETWEEN.join(kept if phrase in there else [*there, phrase])
