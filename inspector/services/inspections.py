"""检查: pick a site, begin, finish, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from inspector.domain.checklists import Checklist
from inspector.domain.errors import Refused
from inspector.domain.findings import Finding
from inspector.domain.finishing import Missing
from inspector.domain.inspections import Inspection
from inspector.domain.ledger import LedgerRow
from inspector.domain.lifecycle import Move, after, is_possible
from inspector.domain.scoring import Score
from inspector.domain.site_search import SiteQuery
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.stored import Changed, Stored
from inspector.domain.today import Draft, HowFar
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.checklists import ChecklistShelf, effective
from inspector.services.sheets import Sheet, read_sheet
from inspector.services.visits import begin, checklist_code, complete, findings_of, missing_of
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class SiteLine:
    """One site as the pick list shows it."""

    id: str
    site: Site
    kind_name: str
    street: str
    community: str
    open_findings: int
    last_visit: datetime | None
    draft: str
    """Id of an unfinished inspection of this site, "" if there is none."""
    visited_this_round: bool = False
    recurrences: int = 0
    """How many findings there came back after they were closed."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What opens for a site: the checklist, and what is still open there from earlier visits."""

    line: SiteLine
    checklist: Checklist
    open_findings: tuple[LedgerRow, ...]
    visits: tuple[Stored[Inspection], ...]
    """Finished ones, the newest first."""
    unit: str = ""
    """Name of the unit that answers for the site unless an item says otherwise; "" for its street office."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished inspection in figures."""

    id: str
    sheet: Sheet
    score: Score
    findings: tuple[LedgerRow, ...]


class InspectionService:
    """From picking a site to the summary."""

    def __init__(self, acts: Acts, shelf: ChecklistShelf) -> None:
        self._acts = acts
        self._shelf = shelf

    def search(self, text: str = "", limit: int = 200) -> tuple[SiteLine, ...]:
        """Sites by name, address, street, community, pinyin or initials; all of them for an empty text."""
        with self._acts.reading() as view:
            return _lines(view, view.registers.search_sites(text, limit))

    def find(self, asked: SiteQuery) -> tuple[str, ...]:
        """The ids of the sites asked for, best first; `lines` gives what is shown of them."""
        with self._acts.reading() as view:
            return view.registers.site_ids(asked, view.registers.settings()["round"])

    def lines(self, ids: Sequence[str]) -> dict[str, SiteLine]:
        """These sites as the pick list shows them; one that is gone is left out."""
        with self._acts.reading() as view:
            return {line.id: line for line in _lines(view, tuple(view.get_many(Site, ids).values()))}

    def visited(self) -> tuple[int, int]:
        """How many sites have been visited in this round, and how many there are."""
        with self._acts.reading() as view:
            to_visit = SiteQuery(not_this_round=True)
            count = view.registers.site_count()
            return count - len(view.registers.site_ids(to_visit, view.registers.settings()["round"])), count

    def briefing(self, site: str) -> Briefing:
        """What will open for a site. Raises `Refused`: "site.missing", "checklist.unknown"."""
        with self._acts.reading() as view:
            found = _site(view, site)
            open_now = [f.id for f in view.findings.open_of_site(site)]
            rows = view.findings.ledger_rows(open_now, self._acts.today())
            return Briefing(
                line=_lines(view, [found])[0],
                checklist=effective(view, self._shelf, checklist_code(view, found.record)),
                open_findings=tuple(rows[i] for i in open_now if i in rows),
                visits=tuple(v for v in view.inspections.of_site(site) if v.record.finished_at is not None),
                unit=_unit_name(view, found.record),
            )

    def drafts(self, limit: int | None = None) -> tuple[Draft, ...]:
        """Unfinished inspections, the newest first."""
        with self._acts.reading() as view:
            return tuple(_draft(read_sheet(view, self._shelf, d.id), view) for d in view.inspections.unfinished(limit))

    def start(self, site: str, inspector: str) -> tuple[str, Changed]:
        """Begin an inspection, or go on with the site's unfinished one of the same inspector; returns its id.

        The checklist is the newest version with the district's overrides and stays the inspection's for ever.
        """
        with self._acts.doing("inspection-started", undoable=False) as writing:
            found = _site(writing, site)
            for draft in writing.inspections.unfinished():
                if draft.record.site == site and draft.record.inspector == inspector:
                    return draft.id, writing.changed
            checklist = effective(writing, self._shelf, checklist_code(writing, found.record))
            entity = begin(writing, site, checklist, inspector, writing.now)
        return entity, writing.changed

    def missing(self, inspection: str) -> tuple[Missing, ...]:
        """What is missing before finishing: hard rules of the checklist and soft warnings."""
        with self._acts.reading() as view:
            return missing_of(read_sheet(view, self._shelf, inspection))

    def finish(self, inspection: str) -> Changed:
        """完成检查: fix the score and hand the findings to the office.

        Raises `Refused("inspection.incomplete")` while a hard rule is broken and `Refused("inspection.finished")`.
        """
        with self._acts.doing("inspection-finished") as writing:
            sheet = read_sheet(writing, self._shelf, inspection)
            if sheet.inspection.finished_at is not None:
                raise Refused("inspection.finished")
            hard = [m for m in missing_of(sheet) if m.hard]
            if hard:
                raise Refused("inspection.incomplete", number=str(len(hard)))
            complete(writing, sheet, writing.now)
        return writing.changed

    def reopen(self, inspection: str, reason: str) -> Changed:
        """Open a finished inspection again; both versions stay in its history, dispatched findings stay dispatched.

        Raises `Refused`: "reason.missing", "inspection.not-finished".
        """
        if not reason.strip():
            raise Refused("reason.missing")
        with self._acts.doing("inspection-reopened", reason) as writing:
            sheet = read_sheet(writing, self._shelf, inspection)
            if sheet.inspection.finished_at is None:
                raise Refused("inspection.not-finished")
            opened = replace(
                sheet.inspection,
                finished_at=None,
                score_rate=None,
                vetoed=False,
                reopened=sheet.inspection.reopened + 1,
            )
            writing.put(inspection, opened)
            for found in findings_of(sheet):
                if is_possible(Move.TAKE_BACK, found.record.status):
                    writing.put(found.id, replace(found.record, status=after(Move.TAKE_BACK, found.record)))
        return writing.changed

    def discard(self, inspection: str, reason: str) -> Changed:
        """Lay an unfinished inspection with its findings into the trash.

        Raises `Refused`: "reason.missing", "inspection.finished".
        """
        if not reason.strip():
            raise Refused("reason.missing")
        with self._acts.doing("inspection-discarded", reason) as writing:
            sheet = read_sheet(writing, self._shelf, inspection)
            if sheet.inspection.finished_at is not None:
                raise Refused("inspection.finished")
            for found in findings_of(sheet):
                writing.remove(Finding, found.id)
            writing.remove(Inspection, inspection)
        return writing.changed

    def summary(self, inspection: str) -> Summary:
        """A visit in figures, finished or not."""
        with self._acts.reading() as view:
            sheet = read_sheet(view, self._shelf, inspection)
            ids = [found.id for found in findings_of(sheet)]
            rows = view.findings.ledger_rows(ids, self._acts.today())
            return Summary(inspection, sheet, sheet.score, tuple(rows[i] for i in ids if i in rows))

    def finished(self, limit: int = 1000) -> tuple[Stored[Inspection], ...]:
        """Finished inspections, the newest first."""
        with self._acts.reading() as view:
            return view.inspections.finished(limit)


def _site(view: Reading, site: str) -> Stored[Site]:
    found = view.get(Site, site)
    if found is None or found.deleted:
        raise Refused("site.missing")
    return found


def _unit_name(view: Reading, site: Site) -> str:
    kind = next((k.record for k in view.all(SiteKind) if k.record.code == site.kind), None)
    unit = view.get(Unit, site.unit or (kind.default_unit if kind else ""))
    return unit.record.name if unit else ""


def _draft(sheet: Sheet, view: Reading) -> Draft:
    kinds = {k.record.code: k.record.name for k in view.all(SiteKind)}
    how_far = HowFar(
        done=sum(sheet.is_done(item.code) for item in sheet.items),
        items=len(sheet.items),
        passed=sheet.score.whole.passed,
        failed=sheet.score.whole.failed,
        not_applicable=sheet.score.whole.not_applicable,
    )
    return Draft(sheet.id, sheet.site.name, kinds.get(sheet.site.kind, sheet.site.kind), how_far)


def _lines(view: Reading, sites: Sequence[Stored[Site]]) -> tuple[SiteLine, ...]:
    kinds = {k.record.code: k.record.name for k in view.all(SiteKind)}
    streets = {s.id: s.record.name for s in view.all(Street)}
    communities = {c.id: c.record.name for c in view.all(Community)}
    ids = [s.id for s in sites]
    visits = view.inspections.last_visits(ids)
    drafts = {d.record.site: d.id for d in view.inspections.unfinished()}
    waiting, recurred = view.findings.open_by_site(ids), view.findings.recurred_by_site(ids)
    seen = view.inspections.sites_visited(view.registers.settings()["round"], ids)
    return tuple(
        SiteLine(
            id=s.id,
            site=s.record,
            kind_name=kinds.get(s.record.kind, s.record.kind),
            street=streets.get(s.record.street, ""),
            community=communities.get(s.record.community, ""),
            open_findings=waiting.get(s.id, 0),
            last_visit=datetime.fromisoformat(visits[s.id]) if s.id in visits else None,
            draft=drafts.get(s.id, ""),
            visited_this_round=s.id in seen,
            recurrences=recurred.get(s.id, 0),
        )
        for s in sites
    )
