"""Reads the violation types; every field is needed, so that no type is without a deadline or an end."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.config.paths import RESOURCES
from inspector.domain.deadlines import TimeLimit, parse_time_limit
from inspector.domain.errors import Complaint, Place
from inspector.domain.violations import Group, Violation
from inspector.exchange.strict_yaml import YamlFields, YamlList, YamlText, YamlValue, read_yaml

SHIPPED = RESOURCES / "violations-v1.yaml"
_TEXTS = ("code", "group", "name", "when", "time_limit", "closes", "unit", "requirement")


@dataclass(frozen=True, slots=True)
class CheckedViolations:
    """The good types in the order of the file, and everything that is wrong with the others."""

    violations: tuple[Violation, ...]
    complaints: tuple[Complaint, ...]


def read_violations(path: Path = SHIPPED) -> CheckedViolations:
    """The types of a file; it never raises.

    Complaints: "yaml.…", violation.shape (`field`), violation.time-limit (`text`), violation.twice (`code`).
    """
    parsed = read_yaml(path)
    complaints = list(parsed.complaints)
    found: dict[str, Violation] = {}
    for each in _types(parsed.root):
        made = _violation(each, path.name)
        if isinstance(made, Complaint):
            complaints.append(made)
        elif made.code in found:
            complaints.append(Complaint("violation.twice", Place(path.name, line=each.line), (("code", made.code),)))
        else:
            found[made.code] = made
    if parsed.root is not None and not found and not complaints:
        complaints.append(Complaint("violation.shape", Place(path.name), (("field", "types"),)))
    return CheckedViolations(tuple(found.values()), tuple(complaints))


def _types(root: YamlValue | None) -> Iterator[YamlValue]:
    listed = root.values.get("types") if isinstance(root, YamlFields) else None
    if isinstance(listed, YamlList):
        yield from listed.values


def _violation(given: YamlValue, file: str) -> Violation | Complaint:
    fields = given.values if isinstance(given, YamlFields) else {}
    texts = {name: value.text.strip() for name, value in fields.items() if isinstance(value, YamlText)}
    aliases = fields.get("aliases")
    place = Place(file, line=given.line, item=texts.get("code", ""))
    for name in _TEXTS:
        if not texts.get(name) or (name == "group" and texts[name] not in set(map(str, Group))):
            return Complaint("violation.shape", place, (("field", name),))
    if not isinstance(parse_time_limit(texts["time_limit"]), TimeLimit):
        return Complaint("violation.time-limit", place, (("text", texts["time_limit"]),))
    return Violation(
        code=texts["code"],
        group=Group(texts["group"]),
        name=texts["name"],
        aliases=tuple(v.text for v in aliases.values if isinstance(v, YamlText))
        if isinstance(aliases, YamlList)
        else (),
        when=texts["when"],
        time_limit=texts["time_limit"],
        closes=texts["closes"],
        unit=texts["unit"],
        requirement=texts["requirement"],
    )
