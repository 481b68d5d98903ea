"""关于: versions, and whose work this stands on."""

import platform

import PySide6
from PySide6.QtCore import qVersion

from inspector import __version__
from inspector.services.upkeep import UpkeepService
from inspector.ui.translation import tr
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import label, wrapping


def about_card(upkeep: UpkeepService) -> Card:
    """Words that support can be told, and the licences."""
    card = Card(tr("About"))
    card.add(label(tr("Citizen Visits · Field Inspection"), "md", bold=True))
    card.add(wrapping(tr("Version {version}", version=__version__), selectable=True))
    parts = (
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}",
        f"SQLite {upkeep.sqlite}",
    )
    card.add(wrapping(" · ".join(parts), "sm", "text2", selectable=True))
    card.add(
        wrapping(
            tr("This program: Apache-2.0. Qt and PySide6: LGPL 3. Icons: Lucide, ISC. SQLite: public domain."),
            "sm",
            "text2",
        )
    )
    card.add(wrapping(tr("It works offline and sends nothing anywhere."), "sm", "text3"))
    return card
