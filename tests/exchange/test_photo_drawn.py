"""Photos drawn by code are real phone photos: sized, dated, placed, and no two alike."""

import itertools
from datetime import datetime

import pytest
from PIL import Image

from inspector.exchange.drawn_photos import PHONE_SIZE, SCENE_NAMES, draw_photo
from inspector.exchange.photo_exif import read_exif
from tests.exchange.hostile_photos import opened

SMALL = (640, 480)


def fingerprint(photo: bytes) -> int:
    """A difference hash of 16 x 16 bits: near for pictures that look the same."""
    seen = opened(photo).convert("L").resize((17, 16), Image.Resampling.BOX).tobytes()
    rows = (seen[at : at + 17] for at in range(0, len(seen), 17))
    bits = "".join(str(int(left > right)) for row in rows for left, right in itertools.pairwise(row))
    return int(bits, 2)


def test_a_photo_is_phone_sized_and_says_when_where_and_with_what() -> None:
    taken_at = datetime.fromisoformat("2026-10-09T08:07:06")
    photo = opened(draw_photo("lane", 4, taken_at=taken_at, latitude=30.25, longitude=-120.5, camera="OPPO Find X7"))
    assert photo.size == PHONE_SIZE
    facts = read_exif(photo)
    assert (facts.taken_at, facts.camera) == (taken_at, "OPPO Find X7")
    assert (facts.latitude, facts.longitude) == pytest.approx((30.25, -120.5))


def test_no_two_scenes_and_no_two_seeds_look_alike() -> None:
    seen = [fingerprint(draw_photo(scene, seed, SMALL)) for scene in SCENE_NAMES for seed in range(3)]
    assert min((one ^ other).bit_count() for one, other in itertools.combinations(seen, 2)) >= 8


def test_the_same_seed_draws_the_same_photo() -> None:
    assert draw_photo("wires", 5, SMALL) == draw_photo("wires", 5, SMALL)


@pytest.mark.parametrize("scene", SCENE_NAMES)
def test_put_in_order_the_place_is_the_same_and_the_sight_is_not(scene: str) -> None:
    wrong, clean = fingerprint(draw_photo(scene, 1, SMALL)), fingerprint(draw_photo(scene, 1, SMALL, clean=True))
    assert (wrong ^ clean).bit_count() >= 8
    assert clean != fingerprint(draw_photo(scene, 2, SMALL, clean=True))
