"""The good practices of an inspection, with their photos."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from inspector.domain.praises import Praise
from inspector.domain.stored import Stored
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, hairline
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import icon_label, wrapping
from inspector.ui.widgets.photo_tile import PhotoTile


def praise_card(praises: Sequence[Stored[Praise]], picture: Callable[[str], QPixmap], add: QWidget) -> QWidget:
    """One block each; a sentence when there is none. `add` is the button that adds one."""
    card = Card(tr("Good practices"), add, facts=tr("{n} noted", n=len(praises)))
    if not praises:
        card.add(wrapping(tr("None noted. What was done well can be noted here, with photos."), "base", "text2"))
    for number, one in enumerate(praises):
        if number:
            card.add(hairline())
        card.add(across(icon_label("star", "pass", 20), Grow(_told(one.record, picture)), gap=8))
    return card


def _told(praise: Praise, picture: Callable[[str], QPixmap]) -> QWidget:
    tiles = [PhotoTile("", picture(photo.thumb_sha), photo.name, refused=False) for photo in praise.photos]
    for tile in tiles:
        tile.setEnabled(False)
    made = QWidget()
    photos = (flowing(*tiles),) if tiles else ()
    made.setLayout(down(wrapping(praise.text), *photos, gap=8))
    return made
