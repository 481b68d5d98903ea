"""Fonts of the type scale for painted widgets; standard widgets get theirs from the sheet."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from inspector.ui.theme.current import current
from inspector.ui.theme.tokens import FAMILIES, Theme


def font(step: str = "base", bold: bool = False) -> QFont:
    """The font of a type step (xs, sm, base, md, lg, big, xl, num, ask). Only two weights have a real cut."""
    return _font(current(), step, bold)


def metrics(step: str = "base", bold: bool = False) -> QFontMetrics:
    """What that font measures."""
    return _metrics(current(), step, bold)


def elided(words: str, step: str, bold: bool, width: int) -> str:
    """The words, cut with an ellipsis where `width` px are no room; remembered, because rows are painted often."""
    return _elided(current(), words, step, bold, width)


def scaled_font(step: str, by: float = 1.0, *, bold: bool = False) -> QFont:
    """A font of the type scale, larger by a factor: what is read from a step away."""
    made = QFont(font(step, bold))
    made.setPixelSize(round(made.pixelSize() * by))
    return made


def printed_font(points: float) -> QFont:
    """The program's family on paper, where the size of text on the screen means nothing."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(points)
    return made


@lru_cache(maxsize=256)
def _font(theme: Theme, step: str, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(theme.font_px(step))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def width_of(words: str, step: str = "base", bold: bool = False) -> int:
    """How many px the words take; remembered as well."""
    return _width_of(current(), words, step, bold)


@lru_cache(maxsize=4096)
def _width_of(theme: Theme, words: str, step: str, bold: bool) -> int:
    return _metrics(theme, step, bold).horizontalAdvance(words)


@lru_cache(maxsize=4096)
def _elided(theme: Theme, words: str, step: str, bold: bool, width: int) -> str:
    return _metrics(theme, step, bold).elidedText(words, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=256)
def _metrics(theme: Theme, step: str, bold: bool) -> QFontMetrics:
    return QFontMetrics(_font(theme, step, bold))
