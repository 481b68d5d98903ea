"""Photos as phones write them: upright everywhere, their facts read, nothing leaked into what is handed out."""

import hashlib
import io
from datetime import datetime
from pathlib import Path

import pillow_heif
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms
from PIL.ExifTags import GPS, IFD, Base

from inspector.exchange.drawn_photos import draw_photo
from inspector.exchange.photo_exif import ExifFacts, exif_block, read_exif
from inspector.exchange.photo_intake import take_in
from tests.exchange.hostile_photos import encoded, markers, opened, picture, turned_away

TAKEN_AT = datetime.fromisoformat("2026-05-04T09:30:15")


def corner_marked() -> Image.Image:
    """A picture whose four corners differ and whose sides do, so that every wrong turn shows."""
    image = Image.new("RGB", (96, 64), "grey")
    image.paste((250, 10, 10), (0, 0, 48, 32))
    image.paste((10, 250, 10), (48, 0, 96, 32))
    image.paste((10, 10, 250), (0, 32, 48, 64))
    return image


def assert_nearly_the_same(one: Image.Image, other: Image.Image) -> None:
    assert one.size == other.size
    off = ImageChops.difference(one.convert("RGB").reduce(8), other.convert("RGB").reduce(8))
    assert max(off.tobytes()) < 24


def with_everything_private() -> bytes:
    """A JPEG with time, place, camera, serial number, comment, XMP, a wide colour profile and an EXIF thumbnail."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model], exif[Base.Artist] = "HUAWEI", "HUAWEI P40", "Zhang San"
    details = exif.get_ifd(IFD.Exif)
    details[Base.DateTimeOriginal] = "2026:05:04 09:30:15"
    details[Base.BodySerialNumber] = "SERIAL-4711"
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (31.0, 12.0, 3.6),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (121.0, 30.0, 0.0),
        }
    )
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"P3-x")
    return encoded(
        picture((1000, 750)), exif=exif, comment=b"SECRET-COMMENT", xmp=b"<x>SECRET-XMP</x>", icc_profile=profile
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_gives_the_same_upright_picture_in_all_copies(orientation: int) -> None:
    upright = corner_marked()
    taken = take_in(turned_away(upright, orientation), "a.png")
    for copy in (taken.copies.evidence, taken.copies.listed, taken.copies.thumb):
        assert_nearly_the_same(opened(copy), upright)
        assert opened(copy).getexif().get(Base.Orientation, 1) == 1
    assert (taken.facts.width, taken.facts.height) == upright.size


def test_the_copies_have_their_sizes_and_are_never_enlarged() -> None:
    big = take_in(encoded(picture((3000, 4000))), "big.jpg")
    assert [opened(c).size for c in (big.copies.evidence, big.copies.listed, big.copies.thumb)] == [
        (1920, 2560),
        (600, 800),
        (240, 320),
    ]
    assert (big.facts.width, big.facts.height) == (3000, 4000)
    small = take_in(encoded(picture((100, 50))), "small.jpg")
    assert {opened(c).size for c in (small.copies.evidence, small.copies.listed, small.copies.thumb)} == {(100, 50)}


def test_time_place_and_camera_are_read_and_kept_in_the_evidence_copy() -> None:
    taken = take_in(with_everything_private(), "a.jpg")
    assert (taken.facts.taken_at, taken.facts.camera) == (TAKEN_AT, "HUAWEI P40")
    assert (taken.facts.latitude, taken.facts.longitude) == pytest.approx((31.201, 121.5))
    kept = read_exif(opened(taken.copies.evidence))
    assert (kept.taken_at, kept.camera, kept.orientation) == (TAKEN_AT, "HUAWEI P40", 1)
    assert (kept.latitude, kept.longitude) == pytest.approx((31.201, 121.5), abs=1e-7)


def test_what_is_handed_out_says_nothing_but_pixels() -> None:
    copies = take_in(with_everything_private(), "a.jpg").copies
    for handed_out in (copies.listed, copies.thumb):
        # only JFIF's header and what decoding needs: no APP1 (EXIF, XMP), no APP2 (profile), no comment
        assert {marker for marker, _ in markers(handed_out)} <= {0xE0, 0xDB, 0xC0, 0xC4}
    for copy in (copies.evidence, copies.listed, copies.thumb):
        for secret in (b"SECRET", b"SERIAL", b"Zhang", b"ICC_PROFILE", b"http://ns.adobe.com"):
            assert secret not in copy


def test_the_untouched_original_is_fingerprinted_and_kept_only_when_asked_for() -> None:
    data = encoded(picture())
    assert take_in(data, "a.jpg").facts.original_sha == hashlib.sha256(data).hexdigest()
    assert take_in(data, "a.jpg").copies.original is None
    assert take_in(data, "a.jpg", keep_original=True).copies.original == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_kind_is_told_by_the_content_and_not_by_the_name(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "photo.heic"
    file.write_bytes(encoded(picture(), kind))
    assert_nearly_the_same(opened(take_in(file, file.name).copies.evidence), picture())


def test_an_iphone_heic_is_taken_in_with_its_facts_and_upright() -> None:
    written = io.BytesIO()
    exif = exif_block(ExifFacts(TAKEN_AT, 31.2, 121.5, "Apple iPhone 15"))
    pillow_heif.from_pillow(corner_marked().resize((768, 512))).save(written, quality=90, exif=exif)
    taken = take_in(written.getvalue(), "IMG_1.HEIC")
    assert (taken.facts.taken_at, taken.facts.camera) == (TAKEN_AT, "Apple iPhone 15")
    assert_nearly_the_same(opened(taken.copies.evidence), corner_marked().resize((768, 512)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_png_mode_becomes_the_picture_a_person_sees(mode: str) -> None:
    shown = picture(mode=mode) if mode != "I;16" else picture(mode="L")
    taken = take_in(encoded(picture(mode=mode), "PNG"), "scan.png")
    assert opened(taken.copies.listed).mode == "RGB"
    assert_nearly_the_same(opened(taken.copies.listed), shown)


def test_what_is_transparent_lies_on_white() -> None:
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    clear.paste((200, 0, 0, 255), (0, 0, 32, 64))
    listed = opened(take_in(encoded(clear, "PNG"), "sticker.png").copies.listed)
    assert min(listed.crop((48, 0, 64, 64)).tobytes()) > 248


def test_a_cmyk_photo_from_a_print_shop_keeps_its_colours() -> None:
    red = Image.new("RGB", (64, 64), (200, 30, 30)).convert("CMYK")
    listed = opened(take_in(encoded(red), "print.jpg").copies.listed)
    assert_nearly_the_same(listed, Image.new("RGB", (64, 64), (200, 30, 30)))


def test_of_an_animation_the_first_picture_is_taken() -> None:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert_nearly_the_same(opened(take_in(data, "moving.webp").copies.listed), frames[0])


def test_a_photo_that_is_also_a_zip_leaves_the_zip_behind() -> None:
    copies = take_in(encoded(picture()) + b"PK\x03\x04 payload", "both.jpg").copies
    assert not any(b"payload" in copy for copy in (copies.evidence, copies.listed, copies.thumb))


@example(0.0, 0.0, datetime.fromisoformat("2026-11-22"))
@example(0.0, 5.960464477539063e-08, datetime.fromisoformat("2026-11-22"))
@given(
    latitude=st.floats(-90, 90, allow_subnormal=False),
    longitude=st.floats(-180, 180, allow_subnormal=False),
    taken_at=st.datetimes(min_value=datetime.fromisoformat("1990-01-01")),
)
def test_a_place_and_a_time_written_as_exif_are_read_again(
    latitude: float, longitude: float, taken_at: datetime
) -> None:
    image = opened(encoded(Image.new("RGB", (8, 8)), exif=exif_block(ExifFacts(taken_at, latitude, longitude, "X"))))
    read = read_exif(image)
    assert read.taken_at == taken_at.replace(microsecond=0)
    if read.latitude is None:  # phones without a fix write 0, 0; what is rounded to it is no place either
        assert max(abs(latitude), abs(longitude)) < 1e-7
    else:
        assert (read.latitude, read.longitude) == pytest.approx((latitude, longitude), abs=1e-7)


@pytest.mark.parametrize(
    ("latitude", "reference"),
    [((91.0, 0.0, 0.0), "N"), ((0.0, 0.0, 0.0), "N"), ((31.0, 0.0, 0.0, 0.0), "N"), (float("nan"), "N"), ("31", "S")],
)
def test_a_place_that_makes_no_sense_is_no_place(latitude: object, reference: str) -> None:
    image = Image.new("RGB", (8, 8))
    gps = image.getexif().get_ifd(IFD.GPSInfo)
    gps.update({GPS.GPSLatitude: latitude, GPS.GPSLatitudeRef: reference})
    gps.update({GPS.GPSLongitude: (0.0, 0.0, 0.0), GPS.GPSLongitudeRef: "E"})
    assert read_exif(image).latitude is None


@pytest.mark.parametrize("written", ["0000:00:00 00:00:00", "2026:02:30 10:00:00", "    :  :     :  :  ", "", "\0\0"])
def test_a_time_that_does_not_exist_is_no_time(written: str) -> None:
    image = Image.new("RGB", (8, 8))
    image.getexif()[Base.DateTime] = written
    assert read_exif(image).taken_at is None


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # Pillow remarks on what is damaged
def test_damaged_exif_does_not_cost_the_photo() -> None:
    whole = with_everything_private()
    at = whole.index(b"Exif\0\0")
    taken = take_in(whole[: at + 14] + b"\xff" * 60 + whole[at + 74 :], "a.jpg")
    assert (taken.facts.width, taken.facts.height) == (1000, 750)


def test_a_drawn_phone_photo_is_taken_in_whole() -> None:
    taken = take_in(draw_photo("bins", 3, (2016, 1512), TAKEN_AT, 31.2, 121.5, "Xiaomi 14"), "a.jpg")
    assert (taken.facts.taken_at, taken.facts.camera) == (TAKEN_AT, "Xiaomi 14")
    assert (taken.facts.width, taken.facts.height) == (2016, 1512)
