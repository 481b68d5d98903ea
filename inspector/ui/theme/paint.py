"""What is painted by hand because it has more than one state per part: marks, key caps, pills, photos, bars.

Marks differ by outline and by sign, never by colour alone (ui.md 4).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import elided, font, metrics, width_of
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.photo_cache import fitted
from inspector.ui.theme.tokens import COLOURS, Mode

MarkKind = Literal["pass", "fail", "na", "none"]
"""合格 circle with a tick, 不合格 square with a cross, 不适用 capsule with a dash, 未查 hollow circle."""

_SIGNS: dict[str, Sequence[Sequence[tuple[float, float]]]] = {
    "pass": (((0.29, 0.52), (0.44, 0.67), (0.72, 0.36)),),
    "fail": (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    "na": (((0.32, 0.5), (0.68, 0.5)),),
    "none": (),
}


_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
"""Where a line of text stands in its room; put together once, because rows ask for it hundreds of times a frame."""


def ink(name: str) -> QColor:
    """The colour of a token, not to be changed."""
    return _ink(current().mode, name)


@lru_cache(maxsize=256)
def _ink(mode: Mode, name: str) -> QColor:
    return QColor(COLOURS[mode][name])


def smooth(painter: QPainter) -> None:
    """Round edges and sharp pictures."""
    painter.setRenderHints(_SMOOTH)


def rounded(painter: QPainter, area: QRectF, radius: float, fill: QColor | None, edge: QPen | None = None) -> None:
    """A rectangle with round corners; without `edge` it has none."""
    painter.setPen(edge or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, radius, radius)


def draw_mark(painter: QPainter, area: QRectF, kind: MarkKind, on_fill: bool = False) -> None:
    """A verdict mark filling the square `area`; `on_fill` draws it as a white outline on the verdict's own colour."""
    painter.save()
    smooth(painter)
    side = area.width()
    stroke = max(1.6, side * 0.095)
    colour = ink("on_fill") if on_fill else ink("line_strong" if kind == "none" else f"{kind}_fill")
    filled = not on_fill and kind != "none"
    inner = area.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    shape, radius = _outline(inner, kind)
    rounded(painter, shape, radius, colour if filled else None, _round_pen(colour, stroke))
    painter.setPen(_round_pen(ink("on_fill") if filled else colour, max(1.8, side * 0.12)))
    for line in _SIGNS[kind]:
        painter.drawPolyline([QPointF(area.x() + side * x, area.y() + side * y) for x, y in line])
    painter.restore()


def _outline(inner: QRectF, kind: MarkKind) -> tuple[QRectF, float]:
    side = inner.width()
    if kind == "fail":
        return inner, side * 0.18
    if kind == "na":
        height = side * 0.62
        return QRectF(inner.x(), inner.center().y() - height / 2, side, height), height / 2
    return inner, side / 2


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def key_cap_width(text: str) -> int:
    """How wide the cap of a key is."""
    theme = current()
    return max(theme.px(22), metrics("xs", bold=True).horizontalAdvance(text) + theme.px(12))


def draw_key_cap(painter: QPainter, area: QRectF, text: str, on_fill: bool = False) -> None:
    """The cap of a key, as printed on buttons and in foot bars."""
    painter.save()
    smooth(painter)
    edge = QPen(ink("cap_edge_on_fill" if on_fill else "line_strong"), 1)
    rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 4, ink("cap_on_fill" if on_fill else "surface"), edge)
    painter.setPen(ink("on_fill" if on_fill else "text2"))
    painter.setFont(font("xs", bold=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


_PILL_INKS = {
    "neutral": ("text2", "sunken"),
    "line": ("text2", "surface"),
    "accent": ("accent_ink", "accent_tint"),
    "fail_fill": ("on_fill", "fail_fill"),
}


def pill_inks(tone: str) -> tuple[str, str]:
    """The tokens of a pill's words and ground: pass, fail, na, warn, recur, accent, neutral, line, fail_fill."""
    return _PILL_INKS.get(tone) or (tone, f"{tone}_tint")


def pill_size(text: str, has_icon: bool, bold: bool = False) -> tuple[int, int]:
    """Width and height a pill takes."""
    theme = current()
    words = width_of(text, "sm", bold)
    return words + theme.gap(8) * 2 + (theme.px(14) + theme.gap(4) if has_icon else 0) + 1, theme.px(24)


def draw_pill(painter: QPainter, area: QRectF, text: str, tone: str, icon: str = "", bold: bool = False) -> None:
    """A state: icon and word on its tint; a word that has no room is elided (the full text is elsewhere)."""
    theme = current()
    words, ground = pill_inks(tone)
    painter.save()
    smooth(painter)
    edge = QPen(ink("line"), 1) if tone == "line" else None
    rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 4, ink(ground), edge)
    left = area.x() + theme.gap(8)
    if icon:
        side = theme.px(14)
        painter.drawPixmap(QPointF(left, area.center().y() - side / 2), pixmap(icon, words, 14))
        left += side + theme.gap(4)
    room = QRectF(left, area.y(), area.right() - left - theme.gap(4), area.height())
    painter.setPen(ink(words))
    painter.setFont(font("sm", bold))
    painter.drawText(room, LEFT, elided(text, "sm", bold, round(room.width()) + 1))
    painter.restore()


def draw_photo(painter: QPainter, area: QRectF, photo: QPixmap, radius: float = 4) -> None:
    """The photo filling `area` (what sticks out is cut), with a hairline so that white pictures have an edge."""
    painter.save()
    smooth(painter)
    outline = QPainterPath()
    outline.addRoundedRect(area, radius, radius)
    painter.setClipPath(outline)
    painter.drawPixmap(area.topLeft(), fitted(photo, area.size(), painter.device().devicePixelRatio()))
    painter.setClipping(False)
    rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), radius, None, QPen(ink("photo_edge"), 1))
    painter.restore()


def draw_bar(painter: QPainter, area: QRectF, parts: Iterable[tuple[float, str]], total: float) -> None:
    """A stacked bar of (value, colour token); parts in fail_fill are hatched so that they differ without colour."""
    painter.save()
    smooth(painter)
    outline = QPainterPath()
    outline.addRoundedRect(area, 4, 4)
    painter.setClipPath(outline)
    painter.fillRect(area, ink("sunken"))
    left = area.x()
    for value, token in parts:
        width = area.width() * value / total if total > 0 else 0.0
        if width > 0:
            part = QRectF(left, area.y(), max(1.0, width - 1), area.height())
            painter.fillRect(part, ink(token))
            if token == "fail_fill":
                _hatch(painter, part)
        left += width
    painter.restore()


def _hatch(painter: QPainter, part: QRectF) -> None:
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink("hatch"), 1.6))
    left = part.x() - part.height()
    while left < part.right():
        painter.drawLine(QPointF(left, part.bottom() + 1), QPointF(left + part.height() + 2, part.top() - 1))
        left += 6
    painter.restore()
