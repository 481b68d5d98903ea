"""问卷结果: everything a report says, worked out from a sheet of responses and the newest version of the form."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from inspector.domain.questionnaires.evaluation import Sheet, counts_of, is_number, mean_of, spread
from inspector.domain.questionnaires.figures import Counts, Formula, Rate, added, rate
from inspector.domain.questionnaires.forms import Choice, Form, Kind, Node, words
from inspector.domain.questionnaires.open_answers import named_places, top_words, without_places
from inspector.domain.questionnaires.quality import Doubt, doubts
from inspector.domain.questionnaires.roles import Index, Role, index_of, roles_of
from inspector.domain.questionnaires.signs import Answer, asked_nodes


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How many chose one choice; for several choices the shares add up to more than 100."""

    name: str
    label: str
    role: Role | None
    count: int


@dataclass(frozen=True, slots=True)
class QuestionFigure:
    """One question in figures. `rate` is None where nothing is reckoned, `mean` where answers are no numbers."""

    code: str
    label: str
    kind: Kind
    index: Index | None
    rate: Rate | None
    mean: float | None
    counts: Counts
    choices: tuple[ChoiceCount, ...]


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """One question's share in one group; "" stands for responses without that facet."""

    value: str
    rate: Rate
    responses: int


@dataclass(frozen=True, slots=True)
class Returns:
    """发放, 回收, 有效 with 拒访, by mode and interviewer; refusals are beside the answers, never among them."""

    handed_out: int
    returned: int
    valid: int
    refusals: int
    by_mode: tuple[tuple[str, int], ...]
    refusals_by_interviewer: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What one form's responses say. `indexes` reckon all questions of an index together; `first` and `last` are the
    days of the responses, "" without any. `versions` are those whose responses are counted.
    """

    code: str
    title: str
    versions: tuple[str, ...]
    formula: Formula
    heard_counts: bool
    first: str
    last: str
    returns: Returns
    questions: tuple[QuestionFigure, ...]
    indexes: tuple[tuple[Index, Rate], ...]
    doubts: tuple[Doubt, ...]
    words: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a report is wanted: the formula, whether 听说过 counts, the language, the names places go by."""

    formula: Formula = Formula.M1
    heard_counts: bool = True
    language: str = ""
    places: tuple[str, ...] = ()


def make_report(
    form: Form, sheet: Sheet, asked: Asked, handed_out: int, refusals: Mapping[str, int]
) -> tuple[Report, Sheet]:
    """The report, and the valid responses (有效: at least half answered) that its shares are reckoned of.

    `refusals` are by interviewer; `handed_out` 0 means that as many went out as came back.
    """
    interviewers, modes = sheet.facets["interviewer"], sheet.facets["mode"]
    found = doubts(sheet.ids, sheet.ended, sheet.took, interviewers, modes, sheet.closed)
    empty = {doubt.response for doubt in found if doubt.why == "half-empty"}
    valid = sheet.only([entity not in empty for entity in sheet.ids]) if empty else sheet
    questions = tuple(question_figure(form, node, valid, asked) for node in asked_nodes(form))
    texts = [text for q in questions if q.kind is Kind.TEXT for text in valid.texts(q.code)]
    refused = sum(refusals.values())
    report = Report(
        code=form.code,
        title=form.title,
        versions=tuple(sorted(set(sheet.facets["version"]))),
        formula=asked.formula,
        heard_counts=asked.heard_counts,
        first=min(sheet.days, default=""),
        last=max(sheet.days, default=""),
        returns=Returns(
            handed_out=max(handed_out, sheet.size),
            returned=sheet.size,
            valid=valid.size,
            refusals=refused,
            by_mode=tuple(sorted(Counter(sheet.facets["mode"]).items())),
            refusals_by_interviewer=tuple(sorted(refusals.items())),
        ),
        questions=questions,
        indexes=_indexes(questions, asked),
        doubts=found,
        words=top_words(without_places(texts, asked.places)),
        places=named_places(texts, asked.places),
    )
    return report, valid


def in_language(report: Report, form: Form, language: str) -> Report:
    """The same figures with the words of questions and choices in another language of the form."""
    nodes = {node.name: node for node in form.nodes}
    return replace(
        report, questions=tuple(_said(figure, form, nodes[figure.code], language) for figure in report.questions)
    )


def _said(figure: QuestionFigure, form: Form, node: Node, language: str) -> QuestionFigure:
    labels = {choice.name: words(choice.label, language) for choice in _choices(form, node)}
    return replace(
        figure,
        label=words(node.label, language) or node.name,
        choices=tuple(replace(choice, label=labels[choice.name] or choice.name) for choice in figure.choices),
    )


def question_figure(form: Form, node: Node, sheet: Sheet, asked: Asked) -> QuestionFigure:
    """One question in figures."""
    roles = roles_of(form, node)
    index = index_of(node, roles) if node.kind is Kind.ONE else None
    tally: Mapping[Answer, int] = _tally(node, sheet)
    counts = counts_of(tally, roles)
    language = asked.language or form.languages[0]
    return QuestionFigure(
        code=node.name,
        label=words(node.label, language) or node.name,
        kind=node.kind,
        index=index,
        rate=rate(index, counts, asked.formula, heard_counts=asked.heard_counts) if index else None,
        mean=mean_of(tally) if is_number(node.kind) else None,
        counts=counts,
        choices=tuple(
            ChoiceCount(choice.name, words(choice.label, language) or choice.name, roles.get(choice.name), n)
            for choice in _choices(form, node)
            for n in (tally.get(choice.name, 0),)
        ),
    )


def by_facet(form: Form, code: str, facet: Sequence[Answer], sheet: Sheet, asked: Asked) -> tuple[GroupFigure, ...]:
    """One question's share in each group of a facet, the best first; those that cannot be ranked stand last."""
    node = next(node for node in form.nodes if node.name == code)
    roles = roles_of(form, node)
    index = index_of(node, roles)
    if index is None:
        return ()
    groups = sheet.column(code).tally_by(facet)
    figures = [
        GroupFigure(value or "", rate(index, counts_of(tally, roles), asked.formula, heard_counts=asked.heard_counts),
                    sum(tally.values()))
        for value, tally in groups.items()
    ]  # fmt: skip
    return tuple(sorted(figures, key=lambda g: (not g.rate.rankable, -(g.rate.percent or 0), g.value)))


def crossed(sheet: Sheet, code: str, by: str) -> dict[Answer, Counter[Answer]]:
    """交叉表: the answers to one question among those who answered another one alike."""
    found = sheet.column(code).tally_by(sheet.column(by).answers())
    return {value: spread(tally) for value, tally in found.items()}


def _indexes(questions: Sequence[QuestionFigure], asked: Asked) -> tuple[tuple[Index, Rate], ...]:
    together: dict[Index, list[Counts]] = {}
    for figure in questions:
        if figure.index is not None:
            together.setdefault(figure.index, []).append(figure.counts)
    return tuple(
        (index, rate(index, added(counts), asked.formula, heard_counts=asked.heard_counts))
        for index, counts in together.items()
    )


def _tally(node: Node, sheet: Sheet) -> Mapping[Answer, int]:
    tally = sheet.column(node.name).tally()
    return spread(tally) if node.kind in {Kind.MULTIPLE, Kind.RANK} else tally


def _choices(form: Form, node: Node) -> tuple[Choice, ...]:
    return next((known.choices for known in form.lists if known.name == node.choices), ())
