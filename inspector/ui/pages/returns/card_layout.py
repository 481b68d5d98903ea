"""Where the parts of a card lie at a width: one calculation for its height, for painting it and for what is pressed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt

from inspector.domain.returns import Change, RowPreview
from inspector.ui.pages.returns.review import Review
from inspector.ui.pages.returns.words import choices_of, lines_of, notices
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import metrics
from inspector.ui.translation import together

WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
_NARROW = 740
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the whole file that stands above its rows."""

    words: str


@dataclass(slots=True)
class CardLayout:
    """The parts of a card, from its own left upper corner. `choices` are (area, choice, words)."""

    height: float = 0
    before: QRectF = field(default_factory=QRectF)
    after: QRectF = field(default_factory=QRectF)
    title: QRectF = field(default_factory=QRectF)
    place: QRectF = field(default_factory=QRectF)
    side: QRectF = field(default_factory=QRectF)
    lines: list[tuple[QRectF, Change]] = field(default_factory=list)
    strip: QRectF = field(default_factory=QRectF)
    strip_words: QRectF = field(default_factory=QRectF)
    choices: list[tuple[QRectF, str, str]] = field(default_factory=list)


def note_height(note: Note, width: float) -> float:
    """How high a note is at that width, the space around it included."""
    theme = current()
    room = width - theme.gap(12) * 2 - theme.px(26)
    return wrapped("sm", note.words, room) + theme.gap(10) * 2 + theme.gap(12)


def card_layout(review: Review, row: RowPreview, width: float) -> CardLayout:
    """Lay a row's card out."""
    theme, made = current(), CardLayout()
    pad, photo = theme.gap(12), (theme.px(120), theme.px(90))
    narrow = width < theme.px(_NARROW)
    has_photos = row.finding is not None
    side = min(theme.px(128), width * 0.4)
    made.side = QRectF(width - pad - side, pad, side, photo[1])
    left: float = pad
    if has_photos:
        made.before = QRectF(pad, pad, *photo)
        made.after = QRectF(pad + photo[0] + theme.px(40), pad, *photo)
        left = made.after.right() + theme.gap(12)
    if narrow and has_photos:
        _narrow_photos(made, pad)
        left, top, right = pad, made.before.bottom() + theme.gap(8), width - pad
    else:
        top, right = pad, made.side.left() - theme.gap(12)
    bottom = _texts(made, row, left, top, right)
    side_bottom = pad + theme.px(24) + metrics("sm").lineSpacing() * 2 + theme.gap(8)
    bottom = max(bottom, made.before.bottom() if has_photos else 0.0, 0.0 if narrow else side_bottom)
    _strip(made, review, row, pad, bottom + theme.gap(8), width)
    made.height = (made.strip.bottom() if made.strip.height() else bottom) + pad
    return made


def _narrow_photos(made: CardLayout, pad: float) -> None:
    """Where the width is small the photos share what the pill leaves; large text needs the rest for itself."""
    theme = current()
    made.side.setHeight(theme.px(24) + metrics("sm").lineSpacing() * 2 + theme.gap(8))
    arrow = theme.px(24)
    room = made.side.left() - pad - theme.gap(12) - arrow
    each = max(48.0, min(theme.px(120), room / 2))
    made.before = QRectF(pad, pad, each, each * 0.75)
    made.after = QRectF(pad + each + arrow, pad, each, each * 0.75)


def _texts(made: CardLayout, row: RowPreview, left: float, top: float, right: float) -> float:
    theme = current()
    narrow = left <= theme.gap(12) and row.finding is not None
    if narrow:
        top = max(top, made.side.bottom() + theme.gap(4))
    height = metrics("md", bold=True).lineSpacing()
    made.title = QRectF(left, top, right - left, height)
    made.place = QRectF(left, top + height + 2, right - left, metrics("sm").lineSpacing())
    y = made.place.bottom() + theme.gap(6)
    for change in lines_of(row)[: _MOST_LINES + 2]:
        area = QRectF(left, y, right - left, 0)
        area.setHeight(max(metrics("sm").lineSpacing(), line_height(change, area.width())))
        made.lines.append((area, change))
        y = area.bottom() + 2
    return y


def columns(width: float) -> tuple[float, float, float]:
    """Where the value before, the arrow and the value after begin in a line of that width."""
    theme = current()
    first = min(theme.px(84), width * 0.28)
    second = first + min(theme.px(104), width * 0.26)
    return first, second, second + theme.px(24)


def line_height(change: Change, width: float) -> float:
    """A line is as high as its new value needs, four lines at most: the unit's words are what is looked at."""
    room = width - columns(width)[2]
    return min(wrapped("sm", change.new, room, bold=True), metrics("sm", bold=True).lineSpacing() * _MOST_LINES)


def wrapped(step: str, words: str, width: float, *, bold: bool = False) -> float:
    """The height of words broken into lines of that width."""
    room = QRect(0, 0, max(40, int(width)), 100_000)
    return metrics(step, bold).boundingRect(room, WRAP, words or " ").height()


def _strip(made: CardLayout, review: Review, row: RowPreview, pad: float, top: float, width: float) -> None:
    theme = current()
    words = together(*notices(review, row))
    choices = choices_of(review, row)
    if not words and not choices:
        return
    inner = theme.gap(8)
    icon = theme.px(26)
    sizes = [metrics("base").horizontalAdvance(said) + theme.gap(16) * 2 for _, said in choices]
    room = width - pad * 2 - inner * 2
    beside = sum(sizes) + theme.px(160) <= room
    words_width = room - icon - (sum(sizes) + theme.gap(12) if beside else 0)
    words_high = wrapped("sm", words, words_width, bold=True) if words else 0.0
    button = theme.high("compact")
    rows = 1 if beside else _lines_of_buttons(sizes, room)
    below = 0.0 if beside or not choices else rows * button + (rows - 1) * theme.gap(4) + (inner if words else 0)
    high = max(words_high, button if beside and choices else 0.0) + below
    made.strip = QRectF(pad, top, width - pad * 2, high + inner * 2)
    made.strip_words = QRectF(pad + inner + icon, top + inner, words_width, high - below if words else 0)
    _place_choices(made, choices, sizes, beside=beside, below=below)


def _lines_of_buttons(sizes: Sequence[float], room: float) -> int:
    lines, used = 1, 0.0
    for size in sizes:
        if used and used + size > room:
            lines, used = lines + 1, 0.0
        used += size
    return lines


def _place_choices(
    made: CardLayout, choices: list[tuple[str, str]], sizes: Sequence[float], *, beside: bool, below: float
) -> None:
    theme = current()
    inner, button = theme.gap(8), theme.high("compact")
    left = made.strip.right() - inner - sum(sizes) if beside else made.strip.x() + inner
    top = made.strip.center().y() - button / 2 if beside else made.strip.bottom() - inner - below
    if not beside and made.strip_words.height():
        top += inner
    x = left
    for (choice, words), size in zip(choices, sizes, strict=True):
        if not beside and x > left and x + size > made.strip.right() - inner:
            x, top = left, top + button + theme.gap(4)
        made.choices.append((QRectF(x, top, min(size, made.strip.width() - inner * 2), button), choice, words))
        x += size
