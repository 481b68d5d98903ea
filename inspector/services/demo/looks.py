"""The town's re-inspections: somebody goes there again; most is repaired, some is not."""

from collections.abc import Mapping
from random import Random

from inspector.domain.rechecks import RecheckResult
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.demo.answers import unwatched
from inspector.services.demo.plan import PlannedPhoto
from inspector.services.demo.words import INSPECTORS, LOOKS
from inspector.services.services import Services

PASSED, UNSEEN = 0.74, 0.04
_SIZE = (1600, 1200)


def look_again(services: Services, shown: Mapping[str, PlannedPhoto], share: float, chance: Random) -> None:
    """Look at this share of what waits, by the inspectors in turn; what is still wrong gets a new photo of it."""
    waiting = [line.line.id for line in services.rechecking.round() if line.result is None]
    for number, finding in enumerate(waiting[: round(len(waiting) * share)]):
        services.acts.workspace.person = INSPECTORS[number % len(INSPECTORS)]
        luck = chance.random()
        if luck < PASSED:
            services.moves.recheck(finding, RecheckResult.PASSED)
        elif luck < PASSED + UNSEEN:
            services.moves.recheck(finding, RecheckResult.UNSEEN, "大门锁着，没有看到")
        else:
            before = shown[services.photos.of_finding(finding)[0][1].facts.name]
            taken = draw_photo(before.scene, before.seed + 50_000, _SIZE, services.acts.now())
            photos, _ = services.moves.read_photos([(f"复查{number + 1}.jpg", taken)], unwatched)
            services.moves.recheck(finding, RecheckResult.FAILED, chance.choice(LOOKS), photos)
