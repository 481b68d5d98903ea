"""findings types, findings add: 随手拍 and 督办; complaints purge."""

from inspector.cli.desk import Answer, Desk
from inspector.domain.errors import Place, Refused, RefusedAll
from inspector.domain.names import name_index
from inspector.domain.sites import Site, Street
from inspector.domain.sources import Source
from inspector.domain.units import Unit
from inspector.services.noting import Noted, Spot
from inspector.services.services import Services


def types(desk: Desk) -> Answer:
    """Every violation type."""
    with desk.reading(anew=True) as services:
        known = services.noting.violations.values()
    fields = ("code", "group", "name", "when", "time_limit", "closes", "unit")
    return Answer(
        {"types": [{name: getattr(one, name) for name in fields} for one in known]},
        tuple(f"{one.code}\t{one.name}\t{one.time_limit}\t{one.unit}" for one in known),
    )


def add(desk: Desk) -> Answer:
    """One finding; what is approved there and what may be the same is said, and does not stop it."""
    given = desk.options.given
    with desk.writing(given.by) as services:
        taken, refused = services.moves.read_photos([(file.name, file.absolute()) for file in given.photos], desk.tell)
        if refused:
            raise RefusedAll(refused)
        noted = Noted(
            Spot(
                services.registers.named(Site, given.site).id if given.site else "",
                _street(services, given.street),
                given.place,
            ),
            violation=given.violation,
            text=given.text,
            unit=services.registers.named(Unit, given.unit).id if given.unit else "",
            due_on=given.due,
            source=Source.MEETING if given.meeting else Source.SNAPSHOT,
            source_note=given.meeting,
        )
        proposal = services.noting.propose(noted)
        entity, _ = services.noting.add(noted, taken)
        row = services.ledger.rows([entity])[entity]
    approved = [one.name for one in proposal.approvals]
    alike = [one.no for one in proposal.twins]
    notes = (
        *(desk.say("此处有审批：{name}", "Approved there: {name}", name=name) for name in approved),
        *(desk.say("可能重复：{no}", "May be the same: {no}", no=no) for no in alike),
    )
    return Answer(
        {
            "no": row.no,
            "unit": row.unit_name,
            "due_on": row.due_on,
            "photos": row.photos,
            "approvals": approved,
            "twins": alike,
        },
        (f"{row.no}\t{row.unit_name}\t{row.due_on or '—'}", *notes),
    )


def purge(desk: Desk) -> Answer:
    """Erase callers that were kept longer than the office wants, or before a day; without --yes only count."""
    given = desk.options.given
    with desk.writing() as services:
        due = services.complaints.due(given.before)
        if given.yes and due.complaints:
            services.complaints.erase(due.complaints)
    facts = {"callers": len(due.complaints), "before": due.before, "purged": given.yes}
    counted = desk.say("来电人 {n} 个", "{n} callers", n=len(due.complaints))
    now = desk.say(
        "已永久清除；以前的备份里还有，请自行删除",
        "erased for good; earlier backups still hold them, delete those yourself",
    )
    later = desk.say("还没有清除；加 --yes 才清除", "nothing was erased; add --yes to erase them")
    return Answer(facts, (counted, now if given.yes else later))


def _street(services: Services, name: str) -> str:
    if not name:
        return ""
    index = name_index((one.id, (one.record.name, one.record.short)) for one in services.registers.all(Street))
    if found := index.one(name):
        return found
    raise Refused("name.unknown", Place(), register="street", given=name, similar="、".join(index.similar(name)))
