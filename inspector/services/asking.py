"""问卷 being asked: begin, answer, end, refuse. Each answer is its own transaction, so that whatever ends the program
takes at most the question on the screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from inspector.domain.errors import Place, Refused, RefusedAll
from inspector.domain.questionnaires.answers import Problem
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.collecting import collected, incomplete
from inspector.domain.questionnaires.forms import ASKED
from inspector.domain.questionnaires.photo_answers import photo_name, photo_sha
from inspector.domain.questionnaires.responses import HandedOut, Mode, Response
from inspector.domain.questionnaires.run import Run
from inspector.domain.sites import Site
from inspector.domain.stored import Changed
from inspector.services.acts import Acts
from inspector.services.photos import Source
from inspector.services.questionnaires import QuestionnaireService, Ready
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Where:
    """Where a form is asked; of a site the rest is known by itself. All are ids."""

    site: str = ""
    community: str = ""
    street: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """One response being filled in: what pages show (`pages.pages(run)`, `pages.question(run, spot)`) and its frame."""

    id: str
    ready: Ready
    run: Run
    mode: Mode
    interviewer: str
    where: Where
    started_at: datetime
    notice: str
    seed: int
    photos: set[str] = field(default_factory=set)
    """Every picture taken in for it; those that are no answer when it ends go."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A response that was begun and not ended, as lists show it: `answered` questions `of` those that are asked."""

    id: str
    code: str
    title: str
    mode: Mode
    interviewer: str
    started_at: datetime
    answered: int
    of: int


class AskingService:
    """Takes answers. Nothing of it can be undone with the session's undo: going back is a page of the form."""

    def __init__(self, acts: Acts, forms: QuestionnaireService) -> None:
        self._acts = acts
        self._forms = forms

    def begin(
        self,
        code: str,
        mode: Mode,
        interviewer: str = "",
        where: Where | None = None,
        *,
        language: str = "",
        notice: str = "",
    ) -> Asking:
        """A new response to the newest version of a form. Raises `Refused("form.unknown")`."""
        ready = self._forms.ready(code)
        entity, now = self._acts.workspace.fresh_id(), self._acts.now()
        seed = int(entity.replace("-", "")[-12:], 16) % 2_147_483_647
        run = Run(ready.compiled, now, seed=seed, language=language)
        place = self._known(where or Where())
        asking = Asking(entity, ready, run, mode, interviewer, place, now, notice, seed)
        self._save(asking)
        return asking

    def unfinished(self) -> tuple[Begun, ...]:
        """The responses that were begun on this laptop and not ended, the oldest first. No form is opened for it."""
        with self._acts.reading() as view:
            drafts = view.responses.drafts()
            titles = {stored.record.sha: stored.record.title for stored in view.responses.forms()} if drafts else {}
        return tuple(
            Begun(
                id=entity,
                code=draft["code"],
                title=titles.get(draft["sha"], draft["code"]),
                mode=Mode(draft["mode"]),
                interviewer=draft["interviewer"],
                started_at=datetime.fromisoformat(draft["started"]),
                answered=draft.get("answered", 0),
                of=draft.get("of", 0),
            )
            for entity, draft in drafts.items()
        )

    def resume(self, entity: str) -> Asking:
        """Go on with a response. Raises `Refused("response.no-draft")` when it was ended or dropped."""
        with self._acts.reading() as view:
            draft = view.responses.draft(entity)
        if draft is None:
            raise Refused("response.no-draft")
        return self._taken_up(entity, draft)

    def answer(self, asking: Asking, spot: Spot, value: str) -> Problem | None:
        """Take an answer and save it; "" takes it back. What is wrong with it otherwise, and nothing is saved."""
        problem = asking.run.answer(spot, value)
        if problem is None:
            self._save(asking)
        return problem

    def speak(self, asking: Asking, language: str) -> None:
        """Go on in another language."""
        asking.run.speak(language)
        self._save(asking)

    def turn(self, asking: Asking, repeat: int, parent: Spot | None = None) -> bool:
        """One more turn of a repeat; False where its author fixed the number."""
        grown = asking.run.add_turn(repeat, parent)
        if grown:
            self._save(asking)
        return grown

    def drop_turn(self, asking: Asking, turn: Spot) -> None:
        """Take a turn away with its answers; `put_back` with the state of before brings it back."""
        asking.run.drop_turn(turn)
        self._save(asking)

    def put_back(self, asking: Asking, state: Mapping[str, str]) -> Asking:
        """The response as it was in that state (`Run.state`), to go on from there."""
        run = asking.run
        before = Run(run.ready, asking.started_at, seed=asking.seed, language=run.language, state=state)
        asking = replace(asking, run=before)
        self._save(asking)
        return asking

    def keep_photo(self, asking: Asking, source: Source) -> str:
        """Keep the small copy of a photo, without time, place and camera: answers are anonymous. Meant for a worker.

        Returns the answer that names it, to be given with `answer`. Raises `Refused("photo.…")`.
        """
        from inspector.exchange.photo_intake import take_in

        name, given = source
        taken = take_in(given, name)
        with self._acts.workspace.writing("answer-given") as writing:
            sha = writing.keep_photo(taken.copies.listed)
            asking.photos.add(sha)
            writing.responses.keep_draft(asking.id, _draft(asking))
        return photo_name(sha)

    def photo(self, answer: str) -> bytes:
        """The JPEG an answer names. Raises `Refused`: "photo.missing", "photo.damaged"."""
        with self._acts.reading() as view:
            return view.contents.photo(photo_sha(answer))

    def finish(self, asking: Asking) -> Changed:
        """End the response: it becomes a record.

        Raises `RefusedAll` with "response.missing" and "response.wrong" (question: its code, why) while the form is
        not complete.
        """
        run, now = asking.run, self._acts.now()
        complaints = incomplete(run)
        if complaints:
            raise RefusedAll(complaints)
        run.end(now)
        answers, repeats = collected(run)
        record = Response(
            form=asking.ready.published.code,
            version=asking.ready.published.version,
            form_sha=asking.ready.published.sha,
            mode=asking.mode,
            started_at=asking.started_at,
            finished_at=now,
            interviewer=asking.interviewer,
            site=asking.where.site,
            community=asking.where.community,
            street=asking.where.street,
            unit=asking.where.unit,
            language=run.language,
            notice=asking.notice,
            seed=asking.seed,
            answers=answers,
            repeats=repeats,
        )
        with self._acts.workspace.writing("response-finished") as writing:
            writing.put(asking.id, record)
            writing.responses.drop_draft(asking.id)
        return writing.changed

    def drop(self, asking: Asking) -> None:
        """Forget an unfinished response: nothing of who stops half way is kept."""
        with self._acts.workspace.writing("response-dropped") as writing:
            writing.responses.drop_draft(asking.id)

    def refuse(self, code: str, mode: Mode, interviewer: str = "", where: Where | None = None) -> Changed:
        """拒访: somebody did not want to be asked; counted for the interviewer, nothing else is kept."""
        ready, now, place = self._forms.ready(code), self._acts.now(), self._known(where or Where())
        record = Response(
            form=code,
            version=ready.published.version,
            form_sha=ready.published.sha,
            mode=mode,
            started_at=now,
            finished_at=now,
            interviewer=interviewer,
            site=place.site,
            community=place.community,
            street=place.street,
            unit=place.unit,
            refused=True,
        )
        with self._acts.doing("visit-refused") as writing:
            writing.put(writing.new_id(), record)
        return writing.changed

    def hand_out(self, code: str, count: int, where: Where | None = None) -> Changed:
        """发放: so many forms went out today."""
        place = self._known(where or Where())
        with self._acts.doing("forms-handed-out") as writing:
            record = HandedOut(code, count, self._acts.today(), place.site, place.community, place.street)
            writing.put(writing.new_id(), record)
        return writing.changed

    def _known(self, where: Where) -> Where:
        with self._acts.reading() as view:
            return known_place(view, where)

    def _save(self, asking: Asking) -> None:
        with self._acts.doing("answer-given") as writing:  # changes no record, so there is nothing to undo
            writing.responses.keep_draft(asking.id, _draft(asking))

    def _taken_up(self, entity: str, draft: dict[str, Any]) -> Asking:
        ready = self._forms.of_sha(draft["code"], draft["sha"])
        started = datetime.fromisoformat(draft["started"])
        run = Run(ready.compiled, started, seed=draft["seed"], language=draft["language"], state=draft["state"])
        where = Where(*draft["where"])
        mode = Mode(draft["mode"])
        photos = {photo_sha(name) for name in draft.get("photos", ())}
        return Asking(
            entity, ready, run, mode, draft["interviewer"], where, started, draft["notice"], draft["seed"], photos
        )


def _draft(asking: Asking) -> dict[str, Any]:
    """What is kept of a response that was not ended: enough to go on with it after the program was killed."""
    run = asking.run
    asked = [cell for cell in run.cells() if run.ready.nodes[cell.node].kind in ASKED]
    return {
        "sha": asking.ready.published.sha,
        "code": asking.ready.published.code,
        "mode": str(asking.mode),
        "interviewer": asking.interviewer,
        "where": [asking.where.site, asking.where.community, asking.where.street, asking.where.unit],
        "started": asking.started_at.isoformat(),
        "notice": asking.notice,
        "seed": asking.seed,
        "language": run.language,
        "state": run.state(),
        "answered": sum(bool(cell.text) for cell in asked),
        "of": len(asked),
        "photos": [photo_name(sha) for sha in sorted(asking.photos)],
    }


def known_place(view: Reading, where: Where) -> Where:
    """The place with what is known of its site. Raises `Refused("name.unknown")`."""
    if not where.site:
        return where
    site = view.get(Site, where.site)
    if site is None:
        raise Refused("name.unknown", Place(item="site"), register="site", given=where.site, similar="")
    return replace(
        where,
        community=where.community or site.record.community,
        street=where.street or site.record.street,
        unit=where.unit or site.record.unit,
    )
