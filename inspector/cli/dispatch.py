"""dispatch: number a batch and write its workbooks."""

from inspector.cli.desk import Answer, Desk
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.units import Unit


def dispatch(desk: Desk) -> Answer:
    """Dispatch everything that waits, or what waits for one unit."""
    given = desk.options.given
    with desk.writing(given.by) as services:
        chosen = None
        if given.unit:
            unit = services.registers.named(Unit, given.unit).id
            chosen = services.ledger.ids(LedgerQuery(units=(unit,), statuses=(FindingStatus.TO_DISPATCH,)))
        plan = services.dispatching.plan(chosen)
        if plan.findings:
            given.out.mkdir(parents=True, exist_ok=True)
        issued = services.dispatching.issue(plan, given.out.absolute(), given.by, desk.tell)
    files = [{"unit": f.unit, "path": f.path, "findings": f.findings, "photos": f.photos} for f in issued.files]
    lines = (
        desk.say("{unit}：{n} 个问题，{photos} 张照片", "{unit}: {n} findings, {photos} photos",
                 unit=file.unit, n=file.findings, photos=file.photos)
        for file in issued.files
    )  # fmt: skip
    return Answer(
        {"dispatch": issued.number, "files": files, "summary": issued.summary, "zip": issued.zip},
        (f"{issued.number}\t{issued.folder}", *lines),
        issued.complaints,
        ok=not issued.complaints,
    )
