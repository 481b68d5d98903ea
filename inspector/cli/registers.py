"""sites import, units import, approvals import and export."""

from inspector.cli.desk import Answer, Desk, message
from inspector.domain.approvals import Approval
from inspector.domain.sites import Site
from inspector.domain.units import Unit


def import_sites(desk: Desk) -> Answer:
    """Take 点位 in from a table; on the first day also the 镇街 and 社区 their rows name."""
    return _import(desk, Site)


def import_units(desk: Desk) -> Answer:
    """Take 单位 in from a table."""
    return _import(desk, Unit)


def import_approvals(desk: Desk) -> Answer:
    """Take 审批备案 in from a table."""
    return _import(desk, Approval)


def export_approvals(desk: Desk) -> Answer:
    """Write 审批备案 to a workbook that can be taken in again."""
    file = desk.options.given.file.absolute()
    with desk.reading() as services:
        number = services.register_files.export(Approval, file)
    return Answer({"approvals": number, "file": str(file)}, (f"{number}\t{file}",))


def _import(desk: Desk, cls: type[Site] | type[Unit] | type[Approval]) -> Answer:
    file = desk.options.given.file
    with desk.writing() as services:
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
