"""Pages of paper: a paragraph stands whole on one of them, a heading with what it heads, a number below each page."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from inspector.ui.theme.fonts import printed_font
from inspector.ui.translation import tr

_POINTS = 10.5
_MARGIN = 2 / 2.54
"""Inches on every side."""
_LAYOUT_DPI = 96
"""What lengths in a document's formats are counted in, whatever it is laid out for."""


def write_pages(html: str, title: str, file: Path) -> None:
    """Write marked-up text as a PDF, A4. OSError when it cannot be written."""
    with file.open("wb"):  # a name that cannot be written is told before anything is drawn
        pass
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # the document brings its own
    writer.setTitle(title)
    _draw(laid_out(html, writer), writer)


def laid_out(html: str, writer: QPdfWriter) -> QTextDocument:
    """The text on pages as large as the writer's, without a paragraph that is cut by the end of a page."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(printed_font(_POINTS))
    document.setHtml(html)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(_MARGIN * _LAYOUT_DPI)
    document.rootFrame().setFrameFormat(frame)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    _keep_whole(document)
    return document


def pages_of(document: QTextDocument, block: QTextBlock) -> tuple[int, int]:
    """The pages, from 0, on which a paragraph begins and ends."""
    place, high = document.documentLayout().blockBoundingRect(block), document.pageSize().height()
    return int(place.top() // high), int((place.bottom() - 1) // high)


def _keep_whole(document: QTextDocument) -> None:
    """Begin a page before what would be cut: boxes on another page than their question are ticked wrong."""
    block = document.begin()
    while block.isValid():
        heading = _first_heading(block)
        if pages_of(document, heading)[0] != pages_of(document, block)[1]:
            _begin_page(heading)
        block = block.next()


def _first_heading(block: QTextBlock) -> QTextBlock:
    """The first of the headings right above a paragraph, or the paragraph."""
    above = block.previous()
    while above.isValid() and above.blockFormat().headingLevel():
        block, above = above, above.previous()
    return block


def _begin_page(block: QTextBlock) -> None:
    begun = block.blockFormat()
    begun.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(begun)


def _draw(document: QTextDocument, writer: QPdfWriter) -> None:
    painter = QPainter(writer)
    wide, high, margin = writer.width(), writer.height(), _MARGIN * writer.logicalDpiY()
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * high)
        document.drawContents(painter, QRectF(0, page * high, wide, high))
        painter.restore()
        painter.setFont(printed_font(9))
        below = QRectF(0, high - margin, wide, margin * 0.7)
        words = tr("Page {page} of {pages}", page=page + 1, pages=document.pageCount())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
