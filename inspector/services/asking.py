"""问卷 being asked: begin, answer, end, refuse. Each answer is its own transaction, so that whatever ends the program
takes at most the question on the screen.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from inspector.domain.errors import Complaint, Place, Refused, RefusedAll
from inspector.domain.questionnaires.answers import Problem
from inspector.domain.questionnaires.cells import Spot, turns_of
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.responses import HandedOut, Mode, RepeatRow, Response
from inspector.domain.questionnaires.run import Run
from inspector.domain.questionnaires.values import Cell
from inspector.domain.sites import Site
from inspector.domain.stored import Changed
from inspector.services.acts import Acts
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

    def unfinished(self) -> tuple[Asking, ...]:
        """The responses that were begun on this laptop and not ended, the oldest first."""
        with self._acts.reading() as view:
            drafts = view.responses.drafts()
        return tuple(self._taken_up(entity, draft) for entity, draft in drafts.items())

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
        """Take a turn away with its answers."""
        asking.run.drop_turn(turn)
        self._save(asking)

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
        draft = {
            "sha": asking.ready.published.sha,
            "code": asking.ready.published.code,
            "mode": str(asking.mode),
            "interviewer": asking.interviewer,
            "where": [asking.where.site, asking.where.community, asking.where.street, asking.where.unit],
            "started": asking.started_at.isoformat(),
            "notice": asking.notice,
            "seed": asking.seed,
            "language": asking.run.language,
            "state": asking.run.state(),
        }
        with self._acts.doing("answer-given") as writing:  # changes no record, so there is nothing to undo
            writing.responses.keep_draft(asking.id, draft)

    def _taken_up(self, entity: str, draft: dict[str, Any]) -> Asking:
        ready = self._forms.of_sha(draft["code"], draft["sha"])
        started = datetime.fromisoformat(draft["started"])
        run = Run(ready.compiled, started, seed=draft["seed"], language=draft["language"], state=draft["state"])
        where = Where(*draft["where"])
        mode = Mode(draft["mode"])
        return Asking(entity, ready, run, mode, draft["interviewer"], where, started, draft["notice"], draft["seed"])


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


def incomplete(run: Run) -> tuple[Complaint, ...]:
    """What stands between a response and its end."""
    missing = (Complaint("response.missing", Place(item=_code(run, spot))) for spot in run.missing())
    wrong = (
        Complaint("response.wrong", Place(item=_code(run, spot)), (("why", problem.words or problem.code),))
        for spot, problem in run.wrong()
    )
    return (*missing, *wrong)


def collected(run: Run) -> tuple[tuple[str | None, ...], tuple[RepeatRow, ...]]:
    """The answers of a run as a response keeps them: plain ones by slot, and a row for each turn of a repeat."""
    slots = run.ready.slots
    plain = tuple(_said(run.tree.of[node][0] if run.tree.of[node] else None) for node in slots.plain)
    rows = []
    for at, known in enumerate(run.ready.nodes):
        if known.kind is not Kind.REPEAT:
            continue
        for turn in run.tree.of[at]:
            number = "/".join(str(n + 1) for n in turns_of(turn, run.ready))
            here = {cell.node: cell for cell in _below(turn, run)}
            said = tuple(_said(here.get(node)) for node in slots.repeated[known.path])
            rows.append(RepeatRow(known.path, number, said))
    return plain, tuple(rows)


def _below(turn: Cell, run: Run) -> list[Cell]:
    """The cells of a turn without those of repeats inside it."""
    found: list[Cell] = []
    for several in turn.children.values():
        for cell in several:
            if run.ready.nodes[cell.node].kind is not Kind.REPEAT:
                found += [cell, *_below(cell, run)]
    return found


def _said(cell: Cell | None) -> str | None:
    return cell.text if cell is not None and cell.relevant else None


def _code(run: Run, spot: Spot) -> str:
    return run.ready.nodes[spot.node].name
