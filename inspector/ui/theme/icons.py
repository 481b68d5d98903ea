"""Icons: a name, a tone and a size give a sharp picture, drawn once (Lucide, ISC licence, resources/icons)."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector.config.paths import RESOURCES
from inspector.ui.theme.current import current

ICON_FOLDER = RESOURCES / "icons"


def icon(name: str, tone: str = "text2", size: float = 18) -> QIcon:
    """The icon in the colour of the token `tone`, `size` px at 100 % text; dimmed when its button is disabled."""
    made = QIcon(pixmap(name, tone, size))
    made.addPixmap(pixmap(name, "text3", size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, tone: str = "text2", size: float = 18) -> QPixmap:
    """The same as a picture, at the screen's resolution. FileNotFoundError names an icon we do not have."""
    theme = current()
    return _drawn(name, theme.colour(tone), theme.px(size), QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = (ICON_FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
