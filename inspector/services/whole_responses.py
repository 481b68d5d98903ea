"""A whole response from a file: everything is looked at first, then all of it is taken in, or nothing."""

from collections.abc import Mapping
from pathlib import Path

from inspector.domain.errors import Complaint, Place, RefusedAll
from inspector.domain.questionnaires.age import too_young
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.collecting import collected, incomplete
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.responses import Response
from inspector.domain.questionnaires.run import Run
from inspector.domain.sites import Community, Site, Street
from inspector.domain.stored import Changed
from inspector.exchange.response_json import Given, WholeResponse, read_response
from inspector.services.acts import Acts
from inspector.services.asking import Where, known_place
from inspector.services.named import named
from inspector.services.questionnaires import QuestionnaireService
from inspector.storage.reading import Reading


class WholeResponseService:
    """Takes whole responses in."""

    def __init__(self, acts: Acts, forms: QuestionnaireService) -> None:
        self._acts = acts
        self._forms = forms

    def record(self, code: str, file: Path) -> tuple[str, Changed]:
        """Record the response of a JSON file in one transaction; its id.

        Raises `RefusedAll` with everything that is wrong, and nothing is recorded: what `read_response` tells,
        "name.…", "response.not-asked", "response.missing", "response.wrong", "response.under-14".
        """
        given = read_response(file)
        ready = self._forms.ready(code)
        language = given.language or ready.compiled.form.languages[0]
        run = Run(ready.compiled, given.started, language=language)
        if not given.refused:
            complaints = (*fill_in(run, given.answers, given.file), *incomplete(run))
            if too_young(run):
                complaints = (Complaint("response.under-14", Place(file=given.file)),)
            if complaints:
                raise RefusedAll(complaints)
            run.end(given.finished)
        with self._acts.doing("response-recorded") as writing:
            entity, where = writing.new_id(), _where(writing, given)
            answers, repeats = ((), ()) if given.refused else collected(run)
            record = Response(
                form=ready.published.code,
                version=ready.published.version,
                form_sha=ready.published.sha,
                mode=given.mode,
                started_at=given.started,
                finished_at=given.finished,
                interviewer=given.interviewer,
                site=where.site,
                community=where.community,
                street=where.street,
                unit=where.unit,
                refused=given.refused,
                language=language,
                answers=answers,
                repeats=repeats,
            )
            writing.put(entity, record)
        return entity, writing.changed


def fill_in(run: Run, answers: Mapping[str, Given], file: str = "") -> tuple[Complaint, ...]:
    """Answer a run from answers by code, in whatever order its logic asks for; everything that does not fit."""
    _set_turns(run, answers)
    waiting = dict(_flat(answers))
    complaints: list[Complaint] = []
    while True:
        here = [(spot, key) for spot in run.spots() if (key := _key(run, spot)) in waiting]
        for spot, key in here:
            problem = run.answer(spot, waiting.pop(key))
            if problem:
                facts = (("why", problem.words or problem.code),)
                complaints.append(Complaint("response.wrong", Place(file=file, item=key[0]), facts))
        if not here:
            break
    left = {key[0]: None for key, said in waiting.items() if said}
    return (*complaints, *(Complaint("response.not-asked", Place(file=file, item=code)) for code in left))


_Key = tuple[str, tuple[int, ...]]


def _flat(answers: Mapping[str, Given]) -> list[tuple[_Key, str]]:
    flat: list[tuple[_Key, str]] = []
    for code, said in answers.items():
        if isinstance(said, str):
            flat.append(((code, ()), said))
        else:
            flat += [((inner, (at,)), text) for at, turn in enumerate(said) for inner, text in turn.items()]
    return flat


def _key(run: Run, spot: Spot) -> _Key:
    return run.ready.nodes[spot.node].name, spot.turns


def _set_turns(run: Run, answers: Mapping[str, Given]) -> None:
    for at, node in enumerate(run.ready.nodes):
        given = answers.get(node.name)
        if node.kind is Kind.REPEAT and isinstance(given, list):
            while len(run.tree.of[at]) < len(given) and run.add_turn(at):
                pass


def _where(view: Reading, given: WholeResponse) -> Where:
    """The places that are meant. Raises `Refused("name.…")`."""
    site = named(view, Site, given.site, Place(file=given.file, item="site")).id if given.site else ""
    communities = {s.record.name: s.id for s in view.all(Community)}
    streets = {s.record.name: s.id for s in view.all(Street)}
    community = communities.get(given.community, given.community)
    return known_place(view, Where(site, community, streets.get(given.street, given.street)))
