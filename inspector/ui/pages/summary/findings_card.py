"""The findings of an inspection, as they go to the office."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from inspector.domain.ledger import LedgerRow
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, sheet
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import ElidingLabel, icon_label, wrapping
from inspector.ui.widgets.photo_tile import PhotoTile, tile_size
from inspector.ui.widgets.pill import Pill
from inspector.ui.words.dates import short_date
from inspector.ui.words.states import line_states


def findings_card(rows: Sequence[LedgerRow], picture: Callable[[str], QPixmap], today: date) -> QWidget:
    """One line each; a sentence when there is none."""
    card = Card(tr("Findings"), facts=tr("{n} findings", n=len(rows)))
    if not rows:
        card.add(across(icon_label("circle-check", "pass", 20), Grow(wrapping(tr("Nothing was found wrong"))), gap=8))
    for number, row in enumerate(rows):
        if number:
            card.add(hairline())
        card.add(_line(row, picture, today))
    return card


def _line(row: LedgerRow, picture: Callable[[str], QPixmap], today: date) -> QWidget:
    words = " ".join(part for part in (row.location, row.text) if part) or tr("Not described")
    due = tr("due {day}", day=short_date(row.due_on, today)) if row.due_on else tr("no day set")
    unit = row.unit_name or tr("no unit")
    photos = tr("{n} photos", n=row.photos) if row.photos else tr("no photo")
    facts = f"{row.no} · {row.item} · {unit} · {due} · {photos}"
    pills = [Pill(state.words, state.tone, state.icon) for state in line_states(row)]
    made = QWidget()
    told = down(STRETCH, wrapping(words), ElidingLabel(facts, "sm", "text3"), STRETCH, gap=4)
    made.setLayout(across(_thumb(row, picture), Grow(told), down(*pills, gap=4), gap=12, margins=(0, 4, 0, 4)))
    return made


def _thumb(row: LedgerRow, picture: Callable[[str], QPixmap]) -> QWidget:
    """The first photo, or its empty place: the words of all lines begin below each other."""
    if not row.thumb_sha:
        blank = sheet(across(STRETCH, icon_label("image", "text3", 20), STRETCH), "sunken")
        blank.setFixedSize(tile_size())
        return blank
    tile = PhotoTile("", picture(row.thumb_sha), tr("Photo of {no}", no=row.no), refused=False)
    tile.setEnabled(False)
    return tile
