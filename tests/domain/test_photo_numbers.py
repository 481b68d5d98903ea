"""问题编号 are found in names of photos however people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.photo_numbers import numbers_in, numbers_of


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("NM-0001", "NM-0001"),
        ("NM-0001-2", "NM-0001"),
        ("nm0001（整改后）", "NM-0001"),
        ("整改后ＮＭ－００１２", "NM-0012"),
        ("望云街道 NM_12 楼道", "NM-0012"),
        ("12-007", "12-007"),
        ("已清理12-007 (1)", "12-007"),
        ("LX 35", "LX-0035"),
    ],
)
def test_a_number_is_found_with_words_and_counters_around(name: str, number: str) -> None:
    assert number in numbers_in(name)


@pytest.mark.parametrize("name", ["", "现场", "微信图片20261122103204", "IMG_20261122_103204", "mmexport1763780000000"])
def test_names_that_cameras_and_chats_give_name_nothing(name: str) -> None:
    assert numbers_in(name) == ()


def test_the_files_own_name_comes_before_its_folders() -> None:
    assert [one[0] for one in numbers_of(("反馈", "LX-0002", "LX-0001 后.jpg"))] == ["LX-0001", "LX-0002"]
    assert [one[0] for one in numbers_of(("LX-0003", "现场.jpg"))] == ["LX-0003"]


@given(
    st.text("ABXYZ", min_size=1, max_size=4),
    st.integers(0, 9999),
    st.sampled_from(["", " ", "整改后", "("]),
    st.sampled_from(["", "-2", "（2）", " 后", "_1"]),
)
def test_any_number_of_ours_is_found(kind: str, serial: int, before: str, behind: str) -> None:
    assert f"{kind}-{serial:04d}" in numbers_in(f"{before}{kind}-{serial:04d}{behind}")
