"""From a checklist as written to a checklist: every field converted by us, every problem named with its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from inspector.domain.checklists import Basis, Checklist, FinishRule, Item, Section
from inspector.domain.deadlines import parse_time_limit
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.judging_types import Judging, PassFail, parse_judging
from inspector.domain.records import clean_text
from inspector.exchange.checklist_given import CheckedChecklist, GivenChecklist, GivenFields, GivenSection

MAX_TEXT = 500
MAX_ITEMS = 500

_CODE = re.compile(r"[A-Z0-9][A-Z0-9.-]{0,23}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.]{0,11}")
_WEIGHT = re.compile(r"[1-9][0-9]?|100")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_FLAGS = {"yes": True, "no": False}

V = TypeVar("V")
E = TypeVar("E", bound=StrEnum)


def check(given: GivenChecklist) -> CheckedChecklist:
    """The checklist that was written down, or everything that keeps it from being one."""
    checks = _Checks()
    head = given.head
    rules = checks.choices(head, "finish_rules", FinishRule)
    sections = tuple(checks.section(section, head.text("default_unit")) for section in given.sections)
    checklist = Checklist(
        code=checks.pattern(head, "code", _CODE, "checklist.bad-code"),
        version=checks.pattern(head, "version", _VERSION, "checklist.bad-version"),
        title=checks.required(head, "title"),
        kind=checks.pattern(head, "kind", _CODE, "checklist.bad-code"),
        walk=checks.text(head, "walk"),
        note=checks.text(head, "note"),
        default_unit=checks.text(head, "default_unit"),
        sections=sections,
    )
    if "finish_rules" in head.values:
        checklist = replace(checklist, finish_rules=rules)
    checks.count(checklist, head.place)
    return CheckedChecklist(None if checks.complaints else checklist, tuple(checks.complaints))


@dataclass(slots=True)
class _Checks:
    """Collects complaints; each check returns a usable value, so that checking goes on to the end."""

    complaints: list[Complaint] = field(default_factory=list)
    codes: dict[str, Place] = field(default_factory=dict)
    sections: dict[str, Place] = field(default_factory=dict)

    def section(self, given: GivenSection, default_unit: str) -> Section:
        """One section with its items."""
        title = self.required(given.head, "title")
        code = self.pattern(given.head, "code", _CODE, "checklist.bad-code")
        self._once("checklist.duplicate-section", self.sections, code, given.head.at("code"))
        return Section(code, title, tuple(self.item(item, title, default_unit) for item in given.items))

    def item(self, given: GivenFields, section_title: str, default_unit: str) -> Item:
        """One item; its category is the section's title and its unit the list's, unless it says otherwise."""
        code = self.pattern(given, "code", _CODE, "checklist.bad-code")
        self._once("checklist.duplicate-item", self.codes, code, given.at("code"))
        unit = self.text(given, "unit") or default_unit
        if not unit:
            self.complain("checklist.no-unit", given.place)
        return Item(
            code=code,
            text=self.required(given, "text"),
            category=self.text(given, "category") or section_title,
            judging=self.judging(given),
            weight=int(self.pattern(given, "weight", _WEIGHT, "checklist.bad-weight") or 1),
            unit_rule=unit,
            time_limit=self.time_limit(given),
            veto=self.text(given, "veto"),
            photo_required=self._one_of(given, "photo_required", _FLAGS.get, "yes / no", default=True),
            counts=self.text(given, "counts"),
            not_counted=self.text(given, "not_counted"),
            phrases=self._texts(given, "phrases"),
            requirement=self.text(given, "requirement"),
            basis=self._one_of(given, "basis", _finder(Basis), " / ".join(Basis), default=Basis.SOURCE),
            topics=self._texts(given, "topics"),
        )

    def judging(self, given: GivenFields) -> Judging:
        """The judging, PF when its notation cannot be read."""
        if not self.required(given, "judging"):
            return PassFail()
        try:
            return parse_judging(given.text("judging"))
        except Refused as refused:
            self.complain(refused.complaint.code, given.at("judging"), **dict(refused.complaint.facts))
            return PassFail()

    def time_limit(self, given: GivenFields) -> str:
        """The limit in the words of the list, when deadlines understand them."""
        text = self.required(given, "time_limit")
        if text and isinstance(parse_time_limit(text), Complaint):
            self.complain("checklist.bad-time-limit", given.at("time_limit"), field="time_limit", given=text)
        return text

    def text(self, given: GivenFields, name: str) -> str:
        """A text of at most `MAX_TEXT` characters without control characters, which neither Excel nor XML can hold."""
        text = clean_text(given.text(name)).strip()
        if _CONTROL.search(text):
            self.complain("checklist.control-character", given.at(name), field=name)
        if len(text) > MAX_TEXT:
            self.complain("checklist.too-long", given.at(name), field=name, limit=str(MAX_TEXT))
        return text

    def required(self, given: GivenFields, name: str) -> str:
        """A text that must be there."""
        text = self.text(given, name)
        if not text:
            self.complain("checklist.missing-field", given.at(name), field=name)
        return text

    def pattern(self, given: GivenFields, name: str, pattern: re.Pattern[str], code: str) -> str:
        """A text that must be there and look a certain way; "" when it does not."""
        text = self.required(given, name)
        if text and not pattern.fullmatch(text):
            self.complain(code, given.at(name), field=name, given=text)
            return ""
        return text

    def choices(self, given: GivenFields, name: str, of: type[E]) -> tuple[E, ...]:
        """A list of words out of a closed set."""
        found: list[E] = []
        for text in given.texts(name):
            choice = _finder(of)(text.strip())
            if choice is None:
                self._not_a_choice(given, name, text, " / ".join(of))
            else:
                found.append(choice)
        return tuple(found)

    def count(self, checklist: Checklist, place: Place) -> None:
        """Complains about empty sections and lists, and about lists nobody could walk through."""
        total = sum(len(section.items) for section in checklist.sections)
        for section in checklist.sections:
            if not section.items:
                self.complain("checklist.empty-section", place, section=section.code)
        if not checklist.sections:
            self.complain("checklist.no-items", place)
        if total > MAX_ITEMS:
            self.complain("checklist.too-many-items", place, limit=str(MAX_ITEMS))

    def complain(self, code: str, place: Place, **facts: str) -> None:
        """Notes one problem."""
        self.complaints.append(Complaint(code, place, tuple(sorted(facts.items()))))

    def _once(self, complaint: str, known: dict[str, Place], code: str, place: Place) -> None:
        if code in known:
            first = known[code]
            self.complain(complaint, place, given=code, first=str(first.line or first.row or ""))
        elif code:
            known[code] = place

    def _texts(self, given: GivenFields, name: str) -> tuple[str, ...]:
        """The texts of a list, each on one line: a spreadsheet keeps one in each line of a cell."""
        texts = tuple(clean_text(" ".join(text.split())) for text in given.texts(name))
        if any(_CONTROL.search(text) for text in texts):
            self.complain("checklist.control-character", given.at(name), field=name)
        if any(len(text) > MAX_TEXT for text in texts):
            self.complain("checklist.too-long", given.at(name), field=name, limit=str(MAX_TEXT))
        return tuple(text for text in texts if text)

    def _one_of(self, given: GivenFields, name: str, find: Callable[[str], V | None], allowed: str, *, default: V) -> V:
        text = given.text(name)
        if not text:
            return default
        found = find(text)
        if found is None:
            self._not_a_choice(given, name, text, allowed)
            return default
        return found

    def _not_a_choice(self, given: GivenFields, name: str, text: str, allowed: str) -> None:
        self.complain("checklist.bad-choice", given.at(name), field=name, given=text, allowed=allowed)


def _finder(of: type[E]) -> Callable[[str], E | None]:
    return {str(member): member for member in of}.get
