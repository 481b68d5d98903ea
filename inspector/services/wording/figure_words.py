"""What the figures are called and how each rate is made, in both languages: window, command line and workbook agree."""

from collections.abc import Mapping

from inspector.domain.figures import FORMULAS, Grouping, PeriodOf, Quotient, Rate
from inspector.services.wording.sentences import Lang
from inspector.services.wording.wording import Text

COUNTS: Mapping[str, Text] = {
    "dispatched": Text("交办", "handed over"),
    "signed": Text("签收", "received"),
    "replied": Text("已反馈", "replied"),
    "due": Text("到期", "due"),
    "on_time": Text("期内反馈", "replied in time"),
    "looks": Text("复查", "looks"),
    "passed": Text("复查通过", "looks passed"),
    "closed": Text("已销号", "closed"),
    "overdue": Text("超期", "overdue"),
    "recurred": Text("反弹", "came back"),
}

MEANINGS: Mapping[str, Text] = {
    "dispatched": Text("交给单位的问题，作废的不算", "findings handed to a unit, void ones left out"),
    "signed": Text("单位签收过或者已有进展", "the unit signed for it or has begun"),
    "replied": Text("单位说改好了，没有被退回", "the unit calls it done and nobody sent it back"),
    "due": Text("整改期限已过，挂账的不算", "the deadline is over, parked ones left out"),
    "on_time": Text(
        "最后一次退回以后，期限当天或以前报了改好", "called done on the last day or before, after the last sending back"
    ),
    "looks": Text("到现场看的次数，看不到的不算", "looks on the spot, those that saw nothing left out"),
    "passed": Text("现场看到已经改好的次数", "looks that saw it done"),
    "closed": Text("复查通过、已经销号", "passed a look and closed"),
    "overdue": Text("过了期限，还在等单位", "past the deadline and still waiting for the unit"),
    "recurred": Text("销号以后同一点位同一项又不合格", "after closing the same item failed there again"),
}

RATES: Mapping[Rate, Text] = {
    Rate.SIGNED: Text("签收率", "Receipt rate"),
    Rate.REPLIED: Text("反馈率", "Reply rate"),
    Rate.ON_TIME: Text("按期率", "On-time rate"),
    Rate.PASSED: Text("复查合格率", "Pass rate"),
    Rate.CLOSED: Text("销号率", "Closing rate"),
    Rate.OVERDUE: Text("超期率", "Overdue rate"),
    Rate.RECURRED: Text("反弹率", "Relapse rate"),
}

GROUPINGS: Mapping[Grouping, Text] = {
    Grouping.UNIT: Text("责任单位", "Unit"),
    Grouping.STREET: Text("镇街", "Street"),
    Grouping.KIND: Text("点位类型", "Kind of site"),
    Grouping.ITEM: Text("检查项", "Item"),
}

PERIODS: Mapping[PeriodOf, Text] = {
    PeriodOf.DISPATCHED: Text("按交办日期", "by day of dispatch"),
    PeriodOf.FOUND: Text("按检查日期", "by day of inspection"),
}

NOT_NAMED = Text("没有写明", "not named")
TOO_FEW = Text("样本不足", "too few")


def said(text: Text, lang: Lang) -> str:
    """The words in a language."""
    return text.zh if lang == "zh" else text.en


def count_words(name: str, lang: Lang) -> str:
    """What a count is called; the name itself when nobody knows it."""
    return said(COUNTS[name], lang) if name in COUNTS else name


def formula(rate: Rate, lang: Lang) -> str:
    """反馈率 = 已反馈 ÷ 交办."""
    parts = FORMULAS[rate]
    return f"{said(RATES[rate], lang)} = {said(COUNTS[parts.part], lang)} ÷ {said(COUNTS[parts.whole], lang)}"


def meaning(rate: Rate, lang: Lang) -> str:
    """What is counted above and below the line."""
    parts = FORMULAS[rate]
    names = (f"{said(COUNTS[name], lang)}：{said(MEANINGS[name], lang)}" for name in (parts.part, parts.whole))
    return "；".join(names) if lang == "zh" else "; ".join(name.replace("：", ": ") for name in names)


def percent(quotient: Quotient) -> str:
    """71.0 %; — when there is nothing to divide by."""
    return "—" if quotient.value is None else f"{quotient.value * 100:.1f} %"
