"""审批/备案: what the authority has allowed at a place for some days, and is therefore no violation there and then."""

from dataclasses import dataclass
from datetime import date

from inspector.domain.names import plain_name


@dataclass(frozen=True, slots=True)
class Approval:
    """A market, stage, banner or digging that was approved or filed (founding-document.md 1.3, L23.15-17).

    `site` is a site's id, or "" for a place that is no site: then `street` and `address` say where. Both days count.
    """

    name: str
    matter: str = ""
    """审批事项, as the office calls it: 夜市, 横幅, 占道施工 …"""
    code: str = ""
    """文号 of the permit, if it has one; imports match by it first."""
    holder: str = ""
    site: str = ""
    street: str = ""
    address: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    issuer: str = ""
    note: str = ""


def same_approval(approval: Approval) -> tuple[str, str]:
    """What tells approvals apart: the name, and at which place from which day."""
    place = f"{approval.site}\n{approval.street}\n{plain_name(approval.address)}\n{approval.valid_from}"
    return plain_name(approval.name), place


def holds_on(approval: Approval, day: date) -> bool:
    """It covers that day; a missing end is open."""
    begun = approval.valid_from is None or approval.valid_from <= day
    return begun and (approval.valid_to is None or day <= approval.valid_to)


def is_at(approval: Approval, site: str, street: str, address: str) -> bool:
    """It may concern this place: the same site, or within one street addresses of which one holds the other.

    It is shown to a person who decides, so it rather shows one too many than one too few: an approval that names only
    a street is shown in all of it.
    """
    if site and approval.site:
        return approval.site == site
    if approval.street and street and approval.street != street:
        return False
    theirs, ours = plain_name(approval.address), plain_name(address)
    if theirs and ours:
        return theirs in ours or ours in theirs or _road(theirs) == _road(ours) != ""
    return bool(approval.street and approval.street == street and not approval.site)


def _road(address: str) -> str:
    """The name of the road an address begins with, "" when it names none."""
    for ending in ("大道", "大街", "路", "街", "巷", "胡同"):
        head, found, _ = address.partition(ending)
        if found and head and not any(sign.isdigit() for sign in head):
            return head + ending
    return ""
