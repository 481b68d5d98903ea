"""Made-up checklists for tests: one small fixed list and hypothesis strategies for any list that can be written."""

from hypothesis import strategies as st

from inspector.domain.checklists import Basis, Checklist, FinishRule, Item, Section
from inspector.domain.judging_types import (
    Ask,
    AtLeast,
    Grades,
    Judging,
    Measure,
    NoneWithin,
    PassFail,
    Ratio,
    Tally,
)
from inspector.domain.records import clean_text

NASTY = [
    "1.10",
    "007",
    "no",
    "NO",
    "12:30",
    "~",
    "null",
    "=1+1",
    "@甲",
    "-3",
    "2026-11-22",
    "123456789012345678",
    "yes",
]
"""Texts that YAML or Excel like to read as something else (threats.md 46, 48)."""


def an_item(code: str = "GY-01-01", judging: Judging | None = None, weight: int = 2, veto: str = "") -> Item:
    """An item with the usual surroundings."""
    return Item(code, "地面干净", "环境卫生", judging or PassFail(), weight, "属地镇街", "立行立改", veto)


def a_checklist(*items: Item) -> Checklist:
    """A checklist with one section of these items."""
    return Checklist("GY", "1", "公园", "GY", "走200米", (Section("01", "环境卫生", items),))


_CHARACTERS = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(_CHARACTERS, min_size=1, max_size=40)).map(
    lambda text: " ".join(clean_text(text).split()) or "空"
)
_QUARTERS = st.integers(1, 4_000).map(lambda n: n / 4)

JUDGINGS: st.SearchStrategy[Judging] = st.one_of(
    st.just(PassFail()),
    st.just(Grades()),
    st.builds(AtLeast, st.integers(1, 50), st.none() | st.integers(1, 5_000)),
    st.builds(NoneWithin, st.none() | st.integers(1, 5_000)),
    st.builds(Measure, st.sampled_from("≥≤><"), _QUARTERS, st.sampled_from(["m", "㎡", "天", "min", "h"])),
    st.builds(Ratio, st.sampled_from("≥="), st.integers(1, 100).map(float)),
    st.integers(1, 20).flatmap(lambda people: st.builds(Ask, st.integers(1, people), st.just(people))),
    st.builds(Tally, st.integers(0, 20), st.integers(1, 60)),
)


SCORED = st.lists(st.tuples(JUDGINGS, st.integers(1, 9), st.sampled_from(["", "红线"])), min_size=1, max_size=5).map(
    lambda drawn: Checklist(
        "GY",
        "1",
        "公园",
        "GY",
        "",
        (
            Section("01", "甲", tuple(an_item(f"A{n}", *one) for n, one in enumerate(drawn[::2]))),
            Section("02", "乙", tuple(an_item(f"B{n}", *one) for n, one in enumerate(drawn[1::2]))),
        ),
    )
)
"""Any checklist as far as scoring looks at it."""


def items(code: str) -> st.SearchStrategy[Item]:
    """Any item with that code."""
    return st.builds(
        Item,
        code=st.just(code),
        text=TEXTS,
        category=TEXTS,
        judging=JUDGINGS,
        weight=st.integers(1, 100),
        unit_rule=TEXTS,
        time_limit=st.sampled_from(["立行立改", "7天", "3个工作日", "长期"]),
        veto=st.just("") | TEXTS,
        photo_required=st.booleans(),
        counts=st.just("") | TEXTS,
        not_counted=st.just("") | TEXTS,
        phrases=st.lists(TEXTS, max_size=4).map(tuple),
        requirement=st.just("") | TEXTS,
        basis=st.sampled_from(Basis),
        topics=st.lists(TEXTS, max_size=2).map(tuple),
    )


def _sections(sizes: list[int]) -> st.SearchStrategy[tuple[Section, ...]]:
    return st.tuples(
        *(
            st.builds(
                Section,
                code=st.just(f"{number:02}"),
                title=TEXTS,
                items=st.tuples(*(items(f"GY-{number:02}-{order:02}") for order in range(1, size + 1))),
            )
            for number, size in enumerate(sizes, 1)
        )
    )


CHECKLISTS = st.builds(
    Checklist,
    code=st.just("GY"),
    version=st.sampled_from(["1", "1.10", "007", "2026.1"]),
    title=TEXTS,
    kind=st.just("GY"),
    walk=st.just("") | TEXTS,
    note=st.just("") | TEXTS,
    default_unit=st.just("") | TEXTS,
    sections=st.lists(st.integers(1, 3), min_size=1, max_size=3).flatmap(_sections),
    finish_rules=st.lists(st.sampled_from(FinishRule), unique=True).map(tuple),
)
"""Any checklist; small, because every field is drawn."""
