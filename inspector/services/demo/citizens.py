"""What comes from the people of the town: answers to questionnaires, things seen on the way, complaints."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from inspector.domain.public_complaints import Channel
from inspector.domain.questionnaires.cells import Spot as QuestionSpot
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.pages import Question, question
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.questionnaires.run import Run
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.asking import Where
from inspector.services.demo.answers import unwatched
from inspector.services.demo.clock import TownClock
from inspector.services.demo.words import OPEN_ANSWERS, SEEN, TOLD
from inspector.services.noting import Noted, Spot
from inspector.services.public_complaints import Taken
from inspector.services.services import Services

RESIDENTS = "WJ-A"
REFUSING = 0.08
_WEIGHTS = (9, 7, 3, 1.2, 0.5, 0.6, 0.4)
"""How often each choice is taken, in the order of the form: most people are content, few say nothing."""
_MODES = (Mode.SELF, Mode.INTERVIEWER, Mode.INTERVIEWER, Mode.PAPER)
_ALONE = {"none", "refused", "unknown"}
"""Choices that go with no other."""
_SIZE = (1600, 1200)


def ask(services: Services, clock: TownClock, site: str, chance: Random) -> None:
    """One resident with the residents' form, for the minutes that takes; some do not want to answer."""
    mode = chance.choice(_MODES)
    interviewer = "" if mode is Mode.SELF else services.acts.workspace.person
    services.asking.hand_out(RESIDENTS, 1)
    if chance.random() < REFUSING:
        services.asking.refuse(RESIDENTS, mode, interviewer, Where(site=site))
        return
    asking = services.asking.begin(RESIDENTS, mode, interviewer, Where(site=site))
    _answer_all(asking.run, chance)
    clock.go_to(clock() + timedelta(seconds=chance.randint(200, 800)))
    services.asking.finish(asking)


def see(services: Services, sites: Mapping[str, str], chance: Random) -> int:
    """随手拍 at some sites (site code → id); returns how many."""
    for violation, text, scene in SEEN:
        spot = Spot(site=chance.choice(list(sites.values())), location="门前人行道")
        photo = (
            f"随手拍{violation}.jpg",
            draw_photo(scene, 70_000 + chance.randint(0, 999), _SIZE, services.acts.now()),
        )
        photos, _ = services.moves.read_photos([photo], unwatched)
        services.noting.add(Noted(spot, violation, text), photos)
    return len(SEEN)


def complain(services: Services, sites: Mapping[str, str], chance: Random) -> int:
    """Complaints of residents; the first one becomes a finding. Returns how many findings came of it."""
    spots = chance.sample(list(sites.values()), len(TOLD))
    taken = [
        services.complaints.take(Taken(Channel(channel), text, Spot(site=site)))[0]
        for (channel, text), site in zip(TOLD, spots, strict=True)
    ]
    services.complaints.make_finding(taken[0])
    return 1


def _answer_all(run: Run, chance: Random) -> None:
    """From top to bottom; an answer may bring questions up that were not there before."""
    answered: set[QuestionSpot] = set()
    while left := [spot for spot in run.spots() if run.is_asked(spot) and spot not in answered]:
        run.answer(left[0], _answer(question(run, left[0]), chance))
        answered.add(left[0])


def _answer(asked: Question, chance: Random) -> str:
    names = [choice.name for choice in asked.offered]
    match asked.kind:
        case Kind.ONE:
            grown = [name for name in names if name != "under14"]
            return chance.choices(grown, [*_WEIGHTS, *[0.3] * len(grown)][: len(grown)])[0]
        case Kind.MULTIPLE:
            wishes = [name for name in names if name not in _ALONE]
            return " ".join(chance.sample(wishes, min(2, len(wishes))))
        case Kind.RANGE:
            return str(chance.choice((7, 8, 8, 9, 9, 10)))
        case Kind.INTEGER:
            return str(chance.randint(1, 5))
        case Kind.TEXT if chance.random() < 0.3:
            return chance.choice(OPEN_ANSWERS)
        case _:
            return ""
