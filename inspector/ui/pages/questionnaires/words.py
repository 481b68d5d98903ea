"""Words of questionnaires that several of their pages say."""

from inspector.domain.questionnaires.answers import Problem
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.pages import Question
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.questionnaires.roles import Index
from inspector.ui.translation import tr


def mode_words(mode: str) -> str:
    """How a form is filled in."""
    return {Mode.SELF: tr("Self"), Mode.INTERVIEWER: tr("Aloud"), Mode.PAPER: tr("Paper")}.get(
        Mode(mode) if mode in set(Mode) else Mode.SELF, mode
    )


def problem_words(problem: Problem, question: Question) -> str:
    """What is wrong with an answer: the form's own words, else ours."""
    if problem.words:
        return problem.words
    return {
        "required": tr("Please answer this question"),
        "constraint": tr("This answer does not fit the rule of the form"),
        "whole": tr("Write a whole number, such as 12"),
        "number": tr("Write a number, such as 3.5"),
        "date": tr("Write a day as 2026-11-22"),
        "time": tr("Write a time as 14:30"),
        "range": tr("Choose from {start} to {end}", start=question.start, end=question.end),
        "text": tr("The text is too long"),
    }.get(problem.code, tr("Choose one of the answers"))


def how_words(question: Question) -> str:
    """What to do, where the form's author does not say."""
    if question.hint:
        return question.hint
    if question.kind is Kind.SHOWN:
        return tr("This kind of question cannot be answered here")
    return {
        Kind.ONE: tr("Choose one answer, or press its number"),
        Kind.MULTIPLE: tr("You may choose several"),
        Kind.RANK: tr("Choose them in order, the most important first"),
        Kind.INTEGER: tr("Write a whole number, such as 12"),
        Kind.DECIMAL: tr("Write a number, such as 3.5"),
        Kind.DATE: tr("Write a day as 2026-11-22"),
        Kind.TIME: tr("Write a time as 14:30"),
        Kind.IMAGE: tr("One photo; the time, the place and the camera in it are not kept"),
    }.get(question.kind, "")


def index_words(index: str) -> str:
    """The name of a share."""
    return {
        Index.SATISFACTION: tr("Satisfaction"),
        Index.OVERALL: tr("Overall satisfaction"),
        Index.AWARENESS: tr("Awareness"),
        Index.PARTICIPATION: tr("Participation"),
        Index.SUPPORT: tr("Support"),
        Index.RATING: tr("Rated good"),
    }.get(Index(index) if index in set(Index) else Index.RATING, index)


def formula_name(formula: Formula) -> str:
    """What a formula is called where one is chosen; `formula_words` tells all of it."""
    return {
        Formula.M1: tr("M1: very satisfied and satisfied"),
        Formula.M1_ALL: tr("M1 with don't know"),
        Formula.M2: tr("M2: fair is satisfied too"),
        Formula.M3: tr("M3: mean of points"),
        Formula.M4: tr("M4: mean of banded scores"),
    }[formula]


def formula_words(rule: str, *, heard_counts: bool) -> str:
    """How a share is reckoned."""
    awareness = tr("(know + heard of) ÷ answers") if heard_counts else tr("know ÷ answers; heard of does not count")
    said: dict[str, str] = {
        Formula.M1: tr("M1: (very satisfied + satisfied) ÷ valid answers; don't know and refused are left out"),
        Formula.M1_ALL: tr("M1 with don't know: (very satisfied + satisfied) ÷ answers"),
        Formula.M2: tr("M2: fair counts as satisfied too ÷ valid answers"),
        Formula.M3: tr("M3: mean of 100, 80, 60, 30, 0 points"),
        Formula.M4: tr("M4: mean of banded scores 95, 84.5, 74.5, 64.5, 30"),
        Index.AWARENESS: awareness,
        Index.PARTICIPATION: tr("(often + sometimes) ÷ answers"),
        Index.SUPPORT: tr("support ÷ forms that came back"),
        Index.RATING: tr("good ÷ valid answers"),
    }
    return said.get(rule, rule)


def doubt_words(why: str) -> str:
    """Why a response should be looked at."""
    return {
        "too-fast": tr("answered too fast"),
        "alike": tr("the same answers throughout"),
        "burst": tr("many within minutes"),
        "half-empty": tr("more than half empty"),
    }.get(why, why)
