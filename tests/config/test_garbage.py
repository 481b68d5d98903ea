"""When Python looks for garbage, and where it does not look any more."""

import gc
from collections.abc import Iterator

import pytest

from inspector.config.garbage import collect_from_now_on, for_good, uncollected


@pytest.fixture(autouse=True)
def looking_as_before() -> Iterator[None]:
    """Whatever a test leaves, the next one is looked after as this one was."""
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("before", [True, False])
def test_nobody_looks_meanwhile_and_afterwards_as_before(before: bool) -> None:
    (gc.enable if before else gc.disable)()
    for block in (uncollected, for_good):
        with block():
            assert not gc.isenabled()
        assert gc.isenabled() is before


def test_a_failure_in_the_block_leaves_it_as_before() -> None:
    gc.enable()

    def fail() -> None:
        with for_good():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.isenabled()


def test_what_was_made_for_good_is_not_looked_through_again() -> None:
    with for_good():
        made: list[list[int]] = [[]]
    later: list[list[int]] = [[]]
    seen = {id(one) for one in gc.get_objects()}
    assert id(made) not in seen
    assert id(later) in seen


def test_what_a_start_loaded_is_not_looked_through_again() -> None:
    gc.disable()
    loaded: list[list[int]] = [[]]
    collect_from_now_on()
    assert gc.isenabled()
    assert id(loaded) not in {id(one) for one in gc.get_objects()}
