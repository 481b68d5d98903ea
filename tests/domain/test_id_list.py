"""Packed ids behave as the tuple of their texts."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.id_list import IdList

ids = st.lists(st.uuids().map(str), max_size=40)


@given(ids)
def test_it_is_the_sequence_it_was_made_of(texts: list[str]) -> None:
    packed = IdList(texts)
    assert list(packed) == texts
    assert len(packed) == len(texts)
    assert packed == tuple(texts)
    assert packed == IdList(texts)
    assert packed != (*texts, str(uuid.UUID(int=7)))


@given(ids, st.integers(-50, 50), st.integers(-50, 50), st.sampled_from([1, 2, -1]))
def test_slices_are_those_of_a_tuple(texts: list[str], start: int, stop: int, step: int) -> None:
    assert IdList(texts)[start:stop:step] == tuple(texts)[start:stop:step]


@given(ids.filter(bool), st.data())
def test_every_id_is_found_where_it_first_stands(texts: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(texts))
    assert wanted in IdList(texts)
    assert IdList(texts).index(wanted) == texts.index(wanted)


def test_the_end_of_one_id_and_the_start_of_the_next_are_no_id() -> None:
    first, second = uuid.UUID(int=0x11), uuid.UUID(int=0x22 << 120)
    between = uuid.UUID(bytes=(first.bytes + second.bytes)[8:24])
    assert str(between) not in IdList([str(first), str(second)])


def test_what_is_no_uuid_is_refused_and_never_found() -> None:
    with pytest.raises(ValueError, match="no UUID"):
        IdList(["0123456789abcdef0123456789abcdef"])
    assert "LX-0001" not in IdList([str(uuid.UUID(int=1))])
    assert "" not in IdList([str(uuid.UUID(int=1))])
    with pytest.raises(ValueError, match="LX"):
        IdList().index("LX-0001")


def test_texts_that_are_ids_only_together_are_refused() -> None:
    both = str(uuid.UUID(int=1)) + str(uuid.UUID(int=2))
    with pytest.raises(ValueError, match="no UUID"):
        IdList([both[:35], both[35:]])
    misplaced = str(uuid.UUID(int=1)).replace("-", "") + "----"
    with pytest.raises(ValueError, match="no UUID"):
        IdList([str(uuid.UUID(int=2)), misplaced])


def test_places_outside_raise_as_a_tuple_s_do() -> None:
    packed = IdList([str(uuid.UUID(int=1))])
    assert packed[-1] == packed[0]
    with pytest.raises(IndexError):
        packed[1]
