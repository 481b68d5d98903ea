"""责任单位 of a finding, and why: the item's rule, then the site's own unit, then the kind's default, then 属地镇街.

The sources are founding-document.md 1.1-1.3: the lead comes from the site before the kind, several units are a lead
and co-units, and what no department owns is the street's.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from inspector.domain.names import NameIndex
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.unit_rules import LOCAL, OWNER, PROPERTY, Choice, UnitRule, parse_unit_rule

_STARRED = re.compile(r"(?<![非无准没])(?:[一二三四五1-5]星|星级)")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a unit was chosen, for the inspector who may choose another one.

    Codes: `item` the item's own rule names it; `item-by-site` the rule leaves it to the site, and the site says;
    `item-guess` the rule leaves it to the site, which does not say; `stars`, `no-stars` by the hotel's stars; `window`
    a word in the site's name; `site` the site's own unit; `checklist` the checklist's default; `kind` the kind's
    default; `local` nobody else owns it; `nobody` the street has no office in the register. `sure` is False where a
    person should look twice.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Responsible:
    """Unit ids; `unit` is "" when the register knows nobody (reason `nobody`)."""

    unit: str
    co_units: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Place:
    """What a rule may look at: the site, its kind and street if known, and the names of the unit register."""

    site: Site
    units: NameIndex
    kind: SiteKind | None = None
    street: Street | None = None

    @property
    def local(self) -> str:
        """The unit of the street, or ""."""
        return self.street.unit if self.street else ""


def responsible(item_rule: str, checklist_rule: str, place: Place) -> Responsible:
    """Who answers for a finding of an item at a place.

    `item_rule` and `checklist_rule` are 默认责任单位 texts; an item rule that only repeats the checklist's (〃) is no
    rule of the item's own, so that the site's own unit comes before it. Units the register lacks are named in the
    facts as `missing` and the next rule answers.
    """
    missing: list[str] = []
    sure = True
    for answer, unknown in _steps(item_rule.strip(), checklist_rule.strip(), place):
        missing += unknown
        sure = sure and answer.reason.sure  # a rule that could not say who leaves a doubt about the next one
        if answer.unit:
            return _naming(replace(answer, reason=replace(answer.reason, sure=sure)), missing)
    return _naming(Responsible("", (), Reason("nobody", _street(place), sure=False)), missing)


def written_reason(reason: Reason) -> str:
    """The reason as the text that `Finding.unit_reason` keeps."""
    return json.dumps([reason.code, dict(reason.facts), reason.sure], ensure_ascii=False)


def read_reason(text: str) -> Reason | None:
    """What `written_reason` wrote; None for a reason in a person's own words."""
    try:
        code, facts, sure = json.loads(text)
        return Reason(str(code), tuple((str(k), str(v)) for k, v in facts.items()), bool(sure))
    except (ValueError, TypeError, AttributeError):
        return None


def unknown_units(rule: UnitRule, units: NameIndex) -> tuple[str, ...]:
    """Names in a rule that are no unit of the register: for the check of a checklist."""
    named = (*rule.units, *rule.helpers)
    return tuple(name for name in named if name not in {LOCAL, OWNER, PROPERTY} and not units.one(name))


Step = tuple[Responsible, tuple[str, ...]]


def _steps(item_rule: str, checklist_rule: str, place: Place) -> Iterator[Step]:
    default = parse_unit_rule(checklist_rule)
    if item_rule and item_rule != checklist_rule:
        yield _by_rule(parse_unit_rule(item_rule), "item", place)
    if place.site.unit:
        yield _by_site(default, place)
    if default.units:
        yield _by_rule(default, "checklist", place)
    if place.kind and place.kind.default_unit:
        yield Responsible(place.kind.default_unit, (), Reason("kind", (("kind", place.kind.name),))), ()
    yield Responsible(place.local, (), Reason("local", _street(place))), ()


def _by_site(default: UnitRule, place: Place) -> Step:
    # The site's unit takes the place of the default's lead; who only helps still helps.
    lead = place.site.unit
    shared = _ids(default.units, place) if default.choice is Choice.LEAD_AND_CO else []
    helpers = shared if lead in shared else shared[1:]
    return Responsible(lead, _others(lead, [*helpers, *_ids(default.helpers, place)]), Reason("site")), ()


def _by_rule(rule: UnitRule, code: str, place: Place) -> Step:
    ids = _ids(rule.units, place)
    facts = _facts(rule, place)
    if rule.choice is Choice.LEAD_AND_CO:
        found = list(filter(None, ids))
        lead, others, reason = (found or [""])[0], found, Reason(code, facts, sure=not rule.inferred)
    else:
        lead, reason = _chosen(rule, ids, place)
        others, reason = [], replace(reason, facts=(*facts, *reason.facts))
    co_units = _others(lead, [*others, *_ids(rule.helpers, place)])
    return Responsible(lead, co_units, reason), unknown_units(rule, place.units) if rule.units else ()


def _chosen(rule: UnitRule, ids: list[str], place: Place) -> tuple[str, Reason]:
    site = place.site
    if site.unit and (site.unit in ids or rule.choice is Choice.BY_WINDOW):
        return site.unit, Reason("item-by-site")
    if rule.choice is Choice.BY_STARS:
        starred = bool(_STARRED.search(" ".join((site.name, site.note, *site.topics))))
        return (ids[0], Reason("stars")) if starred else (ids[-1], Reason("no-stars"))
    if rule.choice is Choice.BY_WINDOW:
        for word, unit in rule.windows:
            if word in site.name:
                return _ids((unit,), place)[0], Reason("window", (("word", word),))
        return "", Reason("window", sure=False)
    return next(filter(None, ids), ""), Reason("item-guess", sure=False)


def _ids(names: Iterable[str], place: Place) -> list[str]:
    manager = place.units.one(place.site.manager)
    known = {LOCAL: place.local, OWNER: place.site.unit, PROPERTY: manager or place.local}
    return [known[name] if name in known else place.units.one(name) for name in names]


def _others(lead: str, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in ids if one and one != lead))


def _facts(rule: UnitRule, place: Place) -> tuple[tuple[str, str], ...]:
    facts = [("rule", rule.text)]
    if place.site.manager and (rule.urges or PROPERTY in rule.units):
        facts.append(("manager", place.site.manager))
    if rule.inferred:
        facts.append(("inferred", "yes"))
    return tuple(facts)


def _street(place: Place) -> tuple[tuple[str, str], ...]:
    return (("street", place.street.name),) if place.street else ()


def _naming(answer: Responsible, missing: list[str]) -> Responsible:
    if not missing:
        return answer
    facts = (*answer.reason.facts, ("missing", "、".join(dict.fromkeys(missing))))
    return replace(answer, reason=replace(answer.reason, facts=facts, sure=False))
