"""record: one whole inspection from a JSON file."""

from inspector.cli.desk import Answer, Desk


def record(desk: Desk) -> Answer:
    """Record the inspection; photos that cannot be read are told while everything else is in."""
    with desk.writing() as services:
        recorded = services.whole_inspections.record(desk.options.given.file, desk.tell)
        summary = services.inspections.summary(recorded.inspection)
    findings = [
        {"no": row.no, "item": row.item, "unit": row.unit_name, "due_on": row.due_on} for row in summary.findings
    ]
    rate = summary.score.rate
    head = desk.say(
        "{site}：得分率 {rate}，{n} 个问题，{photos} 张照片",
        "{site}: score {rate}, {n} findings, {photos} photos",
        site=summary.sheet.site.name,
        rate="—" if rate is None else f"{rate:.1f} %",
        n=len(findings),
        photos=recorded.photos,
    )
    lines = (f"{row.no}\t{row.unit_name}\t{row.due_on or '—'}\t{row.text}" for row in summary.findings)
    return Answer(
        {
            "inspection": recorded.inspection,
            "score_rate": rate,
            "vetoed": summary.score.vetoed,
            "findings": findings,
        },
        (head, *lines),
        recorded.refused,
        ok=not recorded.refused,
    )
