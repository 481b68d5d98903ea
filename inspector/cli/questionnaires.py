"""questionnaires import, list, record, report, purge."""

from typing import Any

from inspector.cli.desk import Answer, Desk, message
from inspector.domain.errors import Complaint, Place
from inspector.domain.questionnaires.figures import Rate
from inspector.domain.questionnaires.report import QuestionFigure
from inspector.services.questionnaire_reports import Wanted


def take_in(desk: Desk) -> Answer:
    """Publish an XLSForm; what does not run is told by row, and the form is taken in all the same."""
    file = desk.options.given.file.absolute()
    with desk.writing() as services:
        draft = services.questionnaires.read(file)
        if not draft.same:
            services.questionnaires.publish(draft.form)
    form, changes = draft.form, draft.differences
    told = tuple(
        Complaint(
            "form.limitation",
            Place(file=file.name, row=limit.row or None),
            (("detail", limit.detail), ("name", limit.name), ("why", limit.why)),
        )
        for limit in form.limitations
    )
    facts = {
        "code": form.code,
        "version": form.version,
        "title": form.title,
        "before": draft.before,
        "changes": {
            "added": changes.added,
            "removed": changes.removed,
            "renamed": changes.renamed,
            "moved": changes.moved,
            "reworded": changes.reworded,
            "rechosen": changes.rechosen,
            "retyped": changes.retyped,
        },
        "limitations": [message(one, desk.lang) for one in told],
    }
    return Answer(facts, (f"{form.name}\t{form.title}",), told)


def list_all(desk: Desk) -> Answer:
    """Every form with the number of its responses."""
    with desk.reading(anew=True) as services:
        titles = services.questionnaires.titles()
    return Answer(
        {
            "questionnaires": [
                {
                    "code": t.code,
                    "version": t.version,
                    "title": t.title,
                    "kind": t.kind,
                    "questions": t.questions,
                    "responses": t.responses,
                }
                for t in titles
            ]
        },
        tuple(f"{t.code}-v{t.version}\t{t.responses}\t{t.title}" for t in titles),
    )


def record(desk: Desk) -> Answer:
    """Record one whole response."""
    given = desk.options.given
    with desk.writing() as services:
        entity, _ = services.whole_responses.record(given.code, given.file)
    return Answer({"response": entity}, (desk.say("已记录 {id}", "recorded {id}", id=entity),))


def report(desk: Desk) -> Answer:
    """The figures, and the workbooks when they are asked for."""
    given = desk.options.given
    wanted = Wanted(given.code, given.since, given.until)
    with desk.writing() as services:
        results = services.questionnaire_reports.results(wanted)
        if given.out:
            services.questionnaire_reports.to_excel(results, given.out.absolute())
        if given.raw:
            services.questionnaire_reports.raw_data(wanted, given.raw.absolute())
            services.answer_photos.write(wanted, given.raw.absolute())
    found = results.report
    facts = {
        "code": found.code,
        "title": found.title,
        "versions": found.versions,
        "formula": found.formula,
        "heard_counts": found.heard_counts,
        "first": found.first,
        "last": found.last,
        "handed_out": found.returns.handed_out,
        "returned": found.returns.returned,
        "valid": found.returns.valid,
        "refusals": found.returns.refusals,
        "by_mode": dict(found.returns.by_mode),
        "doubts": [{"response": doubt.response, "why": doubt.why} for doubt in found.doubts],
        "indexes": {str(index): _rate(one) for index, one in found.indexes},
        "questions": [_question(one) for one in found.questions],
        "words": dict(found.words),
        "places": dict(found.places),
        "file": str(given.out.absolute()) if given.out else "",
    }
    head = desk.say(
        "{title}：回收 {n} 份，有效 {valid} 份，拒访 {refused}",
        "{title}: {n} came back, {valid} valid, {refused} refused",
        title=found.title,
        n=found.returns.returned,
        valid=found.returns.valid,
        refused=found.returns.refusals,
    )
    return Answer(facts, (head, *(f"{index}\t{_words(one)}\t{one.rule}" for index, one in found.indexes)))


def purge(desk: Desk) -> Answer:
    """Erase what is older than the days given, else than the office keeps it; without --yes only count."""
    given = desk.options.given
    with desk.writing() as services:
        due = services.retention.due()
        if given.contacts_before or given.answers_before:
            due = services.retention.due_before(given.contacts_before, given.answers_before)
        if given.yes and due:
            services.retention.purge(due)
    facts = {
        "contacts": due.contacts,
        "responses": due.responses,
        "contacts_before": str(due.contacts_before or ""),
        "responses_before": str(due.responses_before or ""),
        "purged": given.yes,
    }
    counted = desk.say(
        "电话 {contacts} 个，答卷 {responses} 份", "{contacts} telephone numbers, {responses} responses", **facts
    )
    now = desk.say(
        "已永久清除；以前的备份里还有，请自行删除",
        "erased for good; earlier backups still hold them, delete those yourself",
    )
    later = desk.say("还没有清除；加 --yes 才清除", "nothing was erased; add --yes to erase them")
    return Answer(facts, (counted, now if given.yes else later))


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "percent": None if rate.percent is None else round(rate.percent, 2),
        "margin": None if rate.margin is None else round(rate.margin, 2),
        "rule": rate.rule,
        "hits": rate.hits,
        "base": rate.base,
        "unknown": rate.unknown,
        "refused": rate.refused,
        "missing": rate.missing,
        "skipped": rate.skipped,
        "rankable": rate.rankable,
    }


def _question(figure: QuestionFigure) -> dict[str, Any]:
    return {
        "code": figure.code,
        "label": figure.label,
        "index": figure.index,
        "rate": _rate(figure.rate) if figure.rate else None,
        "mean": figure.mean,
        "choices": {choice.name: choice.count for choice in figure.choices},
    }


def _words(rate: Rate) -> str:
    return "—" if rate.percent is None or rate.margin is None else f"{rate.percent:.1f} % ± {rate.margin:.1f}"
