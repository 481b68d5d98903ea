"""The way to what is kept on pages of its own."""

from functools import partial

from inspector.ui.context import Context
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import outlined, trailing
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing


def elsewhere_card(context: Context) -> Card:
    """Registers and checklists."""
    card = Card(tr("Kept on pages of their own"))
    go = context.go
    sites = trailing(outlined(tr("Sites, units, streets"), partial(go, "registers"), icon="chevron-right"))
    lists = trailing(outlined(tr("Checklists"), partial(go, "checklists"), icon="chevron-right"))
    card.add(flowing(sites, lists))
    return card
