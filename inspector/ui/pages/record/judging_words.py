"""What is asked of an inspector for an item, and what followed from what was seen, in words."""

from inspector.domain.judging import Conclusion, Input
from inspector.ui.translation import tr


def input_words(asked: Input) -> str:
    """The label of a figure field."""
    return {
        "defects": tr("Places"),
        "present": tr("Present"),
        "distance": tr("Distance walked"),
        "events": tr("Times"),
        "minutes": tr("Minutes watched"),
        "measured": tr("Measured"),
        "rank": tr("Rank of the road"),
        "in-order": tr("In order"),
        "checked": tr("Checked"),
        "right": tr("Answered right"),
        "asked": tr("People asked"),
    }[asked.meaning]


def unit_words(unit: str) -> str:
    """What stands behind a figure field: units of the standard stay as they are."""
    return {"min": tr("min"), "m": tr("m")}.get(unit, unit)


def conclusion_words(conclusion: Conclusion) -> str:
    """What follows from the figures and why; for open ones what is still needed. "" where a person's word decides."""
    told = _concluded(conclusion.why, dict(conclusion.facts))
    return told or _open(conclusion.why, dict(conclusion.facts))


def _concluded(why: str, facts: dict[str, str]) -> str:
    match why:
        case "grade":
            share = {"A": "100", "B": "66", "C": "33", "C#": "0"}[facts["grade"]]
            return tr(
                "Places {n}: grade {grade}, {share} % of the weight",
                n=facts["count"],
                grade=facts["grade"],
                share=share,
            )
        case "present":
            return tr("{n} present, {needed} needed", n=facts["count"], needed=facts["needed"])
        case "none":
            return tr("{n} found, none allowed", n=facts["count"])
        case "events":
            return tr(
                "{n} times, at most {most} in {minutes} minutes",
                n=facts["count"],
                most=facts["most"],
                minutes=facts["minutes"],
            )
        case "measured":
            return tr("Measured {value}, wanted {op} {threshold} {unit}", **facts)
        case "ratio":
            return tr("{ok} of {of} in order, at least {percent} % wanted", **facts)
        case "asked":
            return tr("{right} of {of} answered right, {needed} needed", **facts)
    return ""


def _open(why: str, facts: dict[str, str]) -> str:
    match why:
        case "count-missing":
            return tr("Enter the number")
        case "value-missing":
            return tr("Enter what was measured")
        case "ratio-missing":
            return tr("Enter how many were checked and how many were in order")
        case "right-missing":
            return tr("Enter how many answered right")
        case "more-than-checked":
            return tr("{ok} in order is more than {of} checked", **facts)
        case "more-than-asked":
            return tr("{right} right is more than {of} asked", **facts)
        case "ask-more":
            return tr("{of} asked so far; ask up to {people}", **facts)
        case "watch-too-short":
            return tr("{n} times so far; watch the full {minutes} minutes", n=facts["count"], minutes=facts["minutes"])
        case "not-a-figure":
            return tr("A number from 0 upwards is needed")
    return ""
