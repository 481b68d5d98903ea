"""Ticks: some of a list, or all but some, are the sets they stand for."""

from collections.abc import Callable, Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from inspector.domain.id_list import IdList
from inspector.ui.widgets.paged_model import PAGE, ROW_ROLE, Column, PagedModel
from inspector.ui.widgets.ticks import Ticks

LISTED = tuple("abcdefgh")
some = st.sets(st.sampled_from(LISTED))


class Ticking(RuleBasedStateMachine):
    """Whatever is ticked and cleared, `Ticks` holds what a plain set would hold."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = LISTED[:5]
        self.ticks = Ticks(self.ids)
        self.plain: set[str] = set()

    @rule(ids=some)
    def tick(self, ids: set[str]) -> None:
        ids &= set(self.ids)
        self.ticks, self.plain = self.ticks.with_(ids), self.plain | ids

    @rule(ids=some)
    def clear(self, ids: set[str]) -> None:
        ids &= set(self.ids)
        self.ticks, self.plain = self.ticks.without(ids), self.plain - ids

    @rule()
    def tick_all(self) -> None:
        self.ticks, self.plain = Ticks(self.ids, is_inverse=True), set(self.ids)

    @rule(ids=some)
    def show_others(self, ids: set[str]) -> None:
        self.ids = tuple(sorted(ids))
        self.ticks, self.plain = self.ticks.among(self.ids), self.plain & ids

    @invariant()
    def says_the_same(self) -> None:
        assert sorted(self.ticks) == sorted(self.plain)
        assert len(self.ticks) == len(self.plain)
        assert {one for one in self.ids if self.ticks.holds_row(one)} == self.plain


TestTicking = Ticking.TestCase


def test_all_of_half_a_million_is_ticked_without_naming_one() -> None:
    class Unread(IdList):
        def __iter__(self) -> Iterator[str]:
            raise AssertionError("somebody goes through them all")

    model: PagedModel[str] = PagedModel([Column("", str)], list)
    model.show_ids(Unread(f"00000000-0000-0000-0000-{n:012d}" for n in range(500_000)))
    model.tick_all()
    model.tick([model.id_at(7)], on=False)
    assert len(model.ticked) == 499_999
    assert model.is_ticked(6)
    assert not model.is_ticked(7)


@given(listed=st.integers(1, 2 * PAGE), more=st.integers(0, PAGE))
def test_a_list_that_goes_on_keeps_its_ticks_and_means_all_of_it_by_all(listed: int, more: int) -> None:
    ids = [str(n) for n in range(listed + more)]
    model: PagedModel[str] = PagedModel([Column("", str)], list)
    resets: list[bool] = []
    model.show_ids(ids[:listed], ids[:listed])
    model.modelReset.connect(lambda: resets.append(True))
    model.tick_all()
    model.go_on(ids)
    assert set(model.ticked) == set(ids)
    assert [model.row_at(place) for place in range(len(ids))] == ids
    assert not resets
    model.go_on(["another", *ids])
    assert resets == [True]


def test_rows_that_are_read_later_are_painted_when_they_are_there() -> None:
    asked: list[tuple[str, ...]] = []
    answers: list[Callable[[Sequence[str]], object]] = []

    def later(ids: Sequence[str], arrived: Callable[[Sequence[str | None]], object]) -> None:
        asked.append(tuple(ids))
        answers.append(arrived)

    ids = [str(n) for n in range(10 * PAGE)]
    model: PagedModel[str] = PagedModel([Column("", str)], list, later=later)
    model.show_ids(ids)
    assert model.index(0, 0).data(ROW_ROLE) is None
    assert model.index(5 * PAGE, 0).data(ROW_ROLE) is None
    assert asked == [tuple(ids[:PAGE])], "one page at a time"
    answers[0](ids[:PAGE])
    assert model.index(0, 0).data(ROW_ROLE) == "0"
    assert asked[1][0] == ids[5 * PAGE], "what was looked at last comes first"
    model.show_ids(ids[::-1])
    answers[1](["stale"] * PAGE)
    assert model.row_at(5 * PAGE) == ids[::-1][5 * PAGE]
