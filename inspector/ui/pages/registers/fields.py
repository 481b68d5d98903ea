"""What can be written about each kind of record: the fields of its form, top to bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from inspector.domain.approvals import Approval
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.units import Unit, UnitGroup
from inspector.services.register_overview import Overview
from inspector.ui.pages.registers.tables import group_words, why_words
from inspector.ui.translation import tr

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: its words, the editor it gets, what it may be, and where an empty one takes its value from."""

    name: str
    words: str
    editor: Literal["line", "note", "lines", "tags", "choice", "number", "whole", "day"] = "line"
    choices: Callable[[Overview, Any], Choices] = lambda _overview, _record: ()
    hint: Callable[[Overview, Any], str] = lambda _overview, _record: ""

    @property
    def long(self) -> bool:
        """There may be dozens to choose from: they are searched."""
        return self.editor == "choice" and self.name != "group"


def fields_of(cls: type[Any], *, new: bool) -> tuple[FieldSpec, ...]:
    """The form of a register; a kind's code is only asked for a new one, because numbers and items hang on it."""
    if cls is SiteKind:
        return _kind_fields() if new else _kind_fields()[1:]
    forms: dict[type[Any], Callable[[], tuple[FieldSpec, ...]]] = {
        Site: _site_fields,
        Unit: _unit_fields,
        Street: _street_fields,
        Community: _community_fields,
        Approval: _approval_fields,
    }
    return forms[cls]()


def field_words(cls: type[Any], name: str) -> str:
    """The name of a field as the form writes it; "" for what only the program uses."""
    return next((spec.words for spec in fields_of(cls, new=True) if spec.name == name), "")


def shown_value(overview: Overview, cls: type[Any], record: Any, name: str) -> str:
    """A field's value in words: names for ids, parts joined, "" for nothing."""
    value = getattr(record, name)
    spec = next((each for each in fields_of(cls, new=True) if each.name == name), None)
    if spec and spec.editor == "choice" and value:
        return dict(spec.choices(overview, record)).get(value) or overview.name(value) or str(value)
    if isinstance(value, tuple):
        return "、".join(value)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _site_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", tr("Name")),
        FieldSpec("kind", tr("Kind of site"), "choice", _kinds),
        FieldSpec("address", tr("Address")),
        FieldSpec("street", tr("Street"), "choice", _streets),
        FieldSpec("community", tr("Community"), "choice", _communities),
        FieldSpec("unit", tr("Who answers"), "choice", _own_units, _who_answers),
        FieldSpec("partner_unit", tr("Partner unit"), "choice", _units),
        FieldSpec("manager", tr("Run by")),
        FieldSpec("code", tr("Own number")),
        FieldSpec("latitude", tr("Latitude"), "number"),
        FieldSpec("longitude", tr("Longitude"), "number"),
        FieldSpec("topics", tr("Topics"), "tags"),
        FieldSpec("note", tr("Note"), "note"),
    )


def _unit_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", tr("Name")),
        FieldSpec("group", tr("Group"), "choice", _groups),
        FieldSpec("aliases", tr("Other names"), "tags", hint=_alias_hint),
        FieldSpec("contact", tr("Contact")),
        FieldSpec("phone", tr("Phone")),
        FieldSpec("duties", tr("Duties"), "lines", hint=lambda _o, _r: tr("One a line")),
        FieldSpec("order", tr("Order"), "whole"),
        FieldSpec("note", tr("Note"), "note"),
    )


def _street_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", tr("Name")),
        FieldSpec("short", tr("Short name")),
        FieldSpec("unit", tr("Its own office"), "choice", _units, _office_hint),
    )


def _community_fields() -> tuple[FieldSpec, ...]:
    return (FieldSpec("name", tr("Name")), FieldSpec("street", tr("Street"), "choice", _streets))


def _approval_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", tr("Name")),
        FieldSpec("matter", tr("Matter"), hint=lambda _o, _r: tr("Night market, banner, digging")),
        FieldSpec("site", tr("Site"), "choice", _sites),
        FieldSpec("street", tr("Street"), "choice", _streets),
        FieldSpec("address", tr("Place"), hint=lambda _o, _r: tr("For what is at no site: the road, or a part of it")),
        FieldSpec("valid_from", tr("First day"), "day", hint=lambda _o, _r: tr("Such as 2026-11-22; empty: from ever")),
        FieldSpec("valid_to", tr("Last day"), "day", hint=lambda _o, _r: tr("This day counts too; empty: without end")),
        FieldSpec("holder", tr("Holder")),
        FieldSpec("code", tr("Permit number")),
        FieldSpec("issuer", tr("Approved by")),
        FieldSpec("note", tr("Note"), "note"),
    )


def _kind_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("code", tr("Code"), hint=lambda _o, _r: tr("Two letters; finding numbers begin with them")),
        FieldSpec("name", tr("Name")),
        FieldSpec("default_unit", tr("Who answers"), "choice", _default_units, _kind_hint),
        FieldSpec("checklist", tr("Checklist"), hint=lambda _o, kind: _checklist_hint(kind)),
        FieldSpec("order", tr("Order"), "whole"),
    )


def _kinds(overview: Overview, _record: Any) -> Choices:
    kinds = sorted(overview.kinds.values(), key=lambda kind: kind.order)
    return [(kind.code, kind.name) for kind in kinds]


def _streets(overview: Overview, _record: Any) -> Choices:
    return [("", tr("None")), *((entity, street.name) for entity, street in overview.records[Street].items())]


def _sites(overview: Overview, record: Any) -> Choices:
    """Those of the approval's street; all of them while it has none."""
    found = overview.records[Site].items()
    here = [(entity, each.name) for entity, each in found if not record.street or each.street == record.street]
    return [("", tr("None")), *here]


def _communities(overview: Overview, record: Any) -> Choices:
    """Those of the site's street; all of them while it has none."""
    found = overview.records[Community].items()
    here = [(entity, each.name) for entity, each in found if not record.street or each.street == record.street]
    return [("", tr("None")), *here]


def _units(overview: Overview, _record: Any) -> Choices:
    return [("", tr("None")), *_unit_names(overview)]


def _own_units(overview: Overview, _record: Any) -> Choices:
    return [("", tr("By its kind")), *_unit_names(overview)]


def _default_units(overview: Overview, _record: Any) -> Choices:
    return [("", tr("The local street office")), *_unit_names(overview)]


def _unit_names(overview: Overview) -> list[tuple[str, str]]:
    units = sorted(overview.records[Unit].items(), key=lambda each: (each[1].order, each[1].name))
    return [(entity, unit.name) for entity, unit in units]


def _groups(_overview: Overview, _record: Any) -> Choices:
    return [(str(group), group_words(group)) for group in UnitGroup]


def _who_answers(overview: Overview, site: Site) -> str:
    answering = overview.answering(site)
    name = overview.name(answering.unit)
    return tr("{unit}, {why}", unit=name, why=why_words(answering.why)) if name else why_words("")


def _alias_hint(_overview: Overview, _record: Any) -> str:
    return tr("Lists and files may use any of these names")


def _office_hint(_overview: Overview, _record: Any) -> str:
    return tr("Answers for what nobody else owns")


def _kind_hint(overview: Overview, kind: SiteKind) -> str:
    return tr("For {n} sites, where neither item nor site says otherwise", n=overview.sites_of.get(kind.code, 0))


def _checklist_hint(kind: SiteKind) -> str:
    return tr("Empty: the checklist {code}", code=kind.code or "—")
