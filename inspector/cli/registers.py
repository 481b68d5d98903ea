"""sites import, units import."""

from inspector.cli.desk import Answer, Desk, message
from inspector.domain.sites import Site
from inspector.domain.units import Unit


def import_sites(desk: Desk) -> Answer:
    """Take 点位 in from a table; on the first day also the 镇街 and 社区 their rows name."""
    return _import(desk, Site)


def import_units(desk: Desk) -> Answer:
    """Take 单位 in from a table."""
    return _import(desk, Unit)


def _import(desk: Desk, cls: type[Site] | type[Unit]) -> Answer:
    file = desk.options.given.file
    with desk.writing() as services:
        if cls is Site:
            services.register_files.take_first_places(file)
        plan = services.register_files.plan(cls, file)
        services.register_files.apply(plan)
    refused = [message(complaint, desk.lang) for complaint in plan.refused]
    told = desk.say(
        "新增 {added}，更新 {changed}，没有变化 {same}，没有收下 {refused}",
        "{added} added, {changed} changed, {same} unchanged, {refused} refused",
        added=len(plan.added),
        changed=len(plan.changed),
        same=plan.unchanged,
        refused=len(plan.refused),
    )
    return Answer(
        {
            "added": len(plan.added),
            "changed": len(plan.changed),
            "unchanged": plan.unchanged,
            "refused": [{"row": one["row"], "reason": one["message"]} for one in refused],
        },
        (told,),
        plan.refused,
        ok=not plan.refused,
    )
