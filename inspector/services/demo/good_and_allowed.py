"""What is well in the town: good practices that were seen, and what is approved where."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from inspector.domain.approvals import Approval
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.demo.answers import unwatched
from inspector.services.demo.words import ALLOWED, PRAISED
from inspector.services.services import Services

_EVERY = 20
"""One visit in so many has something to praise."""
_SIZE = (1600, 1200)


def praise(services: Services, number: int, inspection: str, chance: Random) -> None:
    """What is worth being told to others of the visit with this number, if anything."""
    if number % _EVERY != _EVERY // 2:
        return
    text, scene = PRAISED[number // _EVERY % len(PRAISED)]
    photo = draw_photo(scene, 80_000 + chance.randint(0, 999), _SIZE, services.acts.now())
    services.praises.add(inspection, text, [("好的做法.jpg", photo)], unwatched)


def approve(services: Services, sites: Mapping[str, str], chance: Random) -> None:
    """What may be at some sites (site code → id) for some weeks; the last of it is over."""
    today = services.acts.today()
    for number, (name, matter, code, holder) in enumerate(ALLOWED):
        begun = today - timedelta(days=20 + 10 * number)
        until = begun + timedelta(days=60 if number < len(ALLOWED) - 1 else 25)
        spot = chance.choice(list(sites.values()))
        allowed = Approval(name, matter, code, holder, site=spot, valid_from=begun, valid_to=until, issuer="区城管委")
        services.registers.save(allowed)
