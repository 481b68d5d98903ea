"""A photo is known again after a program saved it anew, and is not taken for another one."""

import io
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector.domain.errors import Refused
from inspector.domain.evidence import NEARLY_SAME, SAVED_AGAIN
from inspector.exchange.drawn_photos import SCENE_NAMES, draw_photo
from inspector.exchange.photo_likeness import distance, likeness
from tests.exchange.hostile_photos import encoded, png_bomb, turned_away


@cache
def photo(scene: str, seed: int) -> bytes:
    return draw_photo(scene, seed, size=(640, 480))


def upright(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@settings(max_examples=50)
@given(
    st.sampled_from(SCENE_NAMES),
    st.integers(0, 2),
    st.floats(0.34, 1.5),
    st.integers(40, 95),
    st.sampled_from(("JPEG", "PNG", "WEBP")),
)
def test_a_photo_saved_again_at_another_size_quality_or_format_stays_the_same(
    scene: str, seed: int, scale: float, quality: int, kind: str
) -> None:
    data = photo(scene, seed)
    image = upright(data)
    again = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BILINEAR)
    assert distance(likeness(data), likeness(encoded(again, kind, quality=quality))) <= SAVED_AGAIN


def test_photos_of_different_things_are_never_nearly_the_same() -> None:
    known = {(scene, seed): likeness(photo(scene, seed)) for scene in SCENE_NAMES for seed in range(3)}
    apart = [distance(known[a], known[b]) for a, b in combinations(known, 2) if a[0] != b[0]]
    assert min(apart) >= 12 > NEARLY_SAME
    assert sorted(apart)[len(apart) // 2] >= 24


@pytest.mark.parametrize("scene", SCENE_NAMES)
def test_the_place_put_in_order_is_not_the_photo_from_before(scene: str) -> None:
    before, after = draw_photo(scene, 1, size=(1200, 900)), draw_photo(scene, 1, size=(1200, 900), clean=True)
    assert distance(likeness(before), likeness(after)) > SAVED_AGAIN


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photo_held_another_way_is_the_same_photo(orientation: int) -> None:
    image = upright(photo("bins", 1))
    assert distance(likeness(encoded(image, "PNG")), likeness(turned_away(image, orientation))) <= SAVED_AGAIN


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_distance_is_a_distance(one: int, other: int, third: int) -> None:
    assert distance(one, one) == 0
    assert distance(one, other) == distance(other, one) <= 64
    assert distance(one, third) <= distance(one, other) + distance(other, third)


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    file = tmp_path / "照片.jpg"
    file.write_bytes(photo("lane", 0))
    assert likeness(file) == likeness(photo("lane", 0))
    assert 0 < likeness(file) < 2**64
    assert likeness(encoded(Image.new("RGB", (300, 200), "grey"))) == 0


def test_what_is_no_photo_is_refused_by_name() -> None:
    for data, code in ((b"%PDF-1.7", "photo.not-a-photo"), (png_bomb(), "photo.too-many-pixels")):
        with pytest.raises(Refused) as refused:
            likeness(data, "NM-0001.jpg")
        assert refused.value.complaint.code == code
        assert refused.value.complaint.place.file == "NM-0001.jpg"
