"""approvals list: what is allowed where and when, so that nobody records it as a violation."""

from inspector.cli.desk import Answer, Desk
from inspector.domain.approvals import Approval, holds_on
from inspector.domain.sites import Site, Street


def list_all(desk: Desk) -> Answer:
    """Every approval, or those of a site or of a day, by name."""
    given = desk.options.given
    with desk.reading() as services:
        site = services.registers.named(Site, given.site).id if given.site else ""
        sites = {one.id: one.record.name for one in services.registers.all(Site)}
        streets = {one.id: one.record.name for one in services.registers.all(Street)}
        approvals = [one.record for one in services.registers.all(Approval)]
    found = sorted(
        (
            one
            for one in approvals
            if (not site or one.site == site) and (given.day is None or holds_on(one, given.day))
        ),
        key=lambda one: (one.name, one.code),
    )
    places = [sites.get(one.site, "") or " ".join((streets.get(one.street, ""), one.address)).strip() for one in found]
    return Answer(
        {"approvals": [_facts(one, place) for one, place in zip(found, places, strict=True)]},
        tuple(
            f"{one.name}\t{place}\t{one.valid_from or '—'}\t{one.valid_to or '—'}"
            for one, place in zip(found, places, strict=True)
        ),
    )


def _facts(approval: Approval, place: str) -> dict[str, object]:
    fields = ("name", "matter", "code", "holder", "valid_from", "valid_to", "issuer", "note")
    return {"place": place, **{name: getattr(approval, name) for name in fields}}
