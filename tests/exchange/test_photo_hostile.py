"""Photo files that are broken, mislabelled or made to do harm: refused at once and by name, the good ones not."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import Complaint, Refused
from inspector.exchange.photo_batch import take_in_all
from inspector.exchange.photo_intake import take_in
from inspector.exchange.photo_limits import MAX_FILE_BYTES
from tests.exchange.hostile_photos import big_jpeg, encoded, opened, picture, png_bomb

GOOD = encoded(picture())

# What a 108-megapixel JPEG and the bombs may take beyond an interpreter with Pillow and libheif loaded.
ALLOWANCE_MIB = 200

LIMITED = """
import pathlib, resource, sys
from inspector.domain.errors import Refused
from inspector.exchange.photo_intake import take_in
pages = int(pathlib.Path("/proc/self/statm").read_text().split()[0])
limit = pages * resource.getpagesize() + int(sys.argv[2]) * 2**20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    facts = take_in(pathlib.Path(sys.argv[1]), "photo").facts
    print(f"{facts.width} x {facts.height}")
except Refused as refusal:
    print(refusal.complaint.code)
"""


def refusal(data: bytes | Path, name: str = "IMG_7.jpg") -> str:
    """The code with which the photo is refused; its name must be in the complaint."""
    with pytest.raises(Refused) as caught:
        take_in(data, name)
    assert caught.value.complaint.place.file == name
    assert all(type(fact) is str for pair in caught.value.complaint.facts for fact in pair)
    return caught.value.complaint.code


def with_little_memory(file: Path, mebibytes: int) -> str:
    """What intake says of the file in a process that may not have more than so much memory for it."""
    command = [sys.executable, "-W", "error", "-c", LIMITED, str(file), str(mebibytes)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("安静\n".encode(), "text"),
        (b"PK\x03\x04" + bytes(60), "ZIP"),
        (b"%PDF-1.7\n" + bytes(60), "PDF"),
        (encoded(picture(), "GIF"), "GIF"),
        (encoded(picture(), "TIFF"), "TIFF"),
        (encoded(picture(), "BMP"), "BMP"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42" + bytes(60), "video"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(60), "AVIF"),
        (bytes(range(128, 256)), ""),
    ],
)
def test_a_renamed_file_is_refused_by_what_it_is(data: bytes, found: str) -> None:
    with pytest.raises(Refused) as caught:
        take_in(data, "IMG_1.jpg")
    assert caught.value.complaint.code == "photo.not-a-photo"
    assert caught.value.complaint.fact("found") == found


def test_a_file_of_no_bytes_is_refused() -> None:
    assert refusal(b"") == "photo.empty"


def heic() -> bytes:
    written = io.BytesIO()
    pillow_heif.from_pillow(picture()).save(written, quality=80)
    return written.getvalue()


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("kind", ["JPEG", "progressive", "PNG", "WEBP", "HEIC"])
def test_a_photo_cut_off_on_its_way_is_refused(kind: str, kept: float) -> None:
    whole = {
        "JPEG": lambda: GOOD,
        "progressive": lambda: encoded(picture(), progressive=True),
        "HEIC": heic,
    }.get(kind, lambda: encoded(picture(), kind))()
    assert refusal(whole[: int(len(whole) * kept)]) == "photo.broken"


def test_a_photo_whose_second_half_was_never_written_is_refused_and_not_painted_grey() -> None:
    assert refusal(GOOD[: len(GOOD) // 2] + bytes(len(GOOD) // 2)) == "photo.broken"


def test_a_jpeg_of_endless_scans_is_refused_before_it_is_decoded() -> None:
    whole = encoded(picture(), progressive=True)
    last = whole.rindex(b"\xff\xda")
    assert refusal(whole[:last] + whole[last:-2] * 200 + b"\xff\xd9") == "photo.broken"


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # Pillow remarks on what is damaged
@given(at=st.integers(0, len(GOOD) - 1), junk=st.binary(min_size=1, max_size=40))
def test_a_damaged_photo_is_taken_in_or_refused_and_nothing_else(at: int, junk: bytes) -> None:
    [(_, outcome)] = take_in_all([("a.jpg", GOOD[:at] + junk + GOOD[at + len(junk) :])], False, lambda *_: None)
    if isinstance(outcome, Complaint):
        assert outcome.code in {"photo.broken", "photo.not-a-photo", "photo.too-many-pixels"}
    else:
        assert opened(outcome.copies.evidence).size <= (2560, 2560)


def test_a_file_too_large_for_a_photo_is_refused_without_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "film.jpg"
    with file.open("wb") as sparse:
        sparse.truncate(MAX_FILE_BYTES + 1)
    assert refusal(file) == "photo.file-too-large"


def test_a_missing_file_a_folder_and_a_pipe_are_refused_for_what_they_are(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.jpg") == "photo.gone"
    assert refusal(tmp_path) == "photo.is-a-folder"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.jpg")
        assert refusal(tmp_path / "pipe.jpg") == "photo.not-a-file"


def test_a_file_one_may_not_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(GOOD)

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)  # the super-user of a build machine may read everything
    assert refusal(file) == "photo.no-permission"


def test_a_photo_still_being_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(GOOD)
    real = os.fstat

    def and_then_it_grows(descriptor: int) -> os.stat_result:
        state = real(descriptor)
        with file.open("ab") as phone:
            phone.write(b"more")
        return state

    monkeypatch.setattr(os, "fstat", and_then_it_grows)
    assert refusal(file) == "photo.changed-while-reading"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited the Linux way")
def test_a_30000_by_30000_png_is_refused_at_once_and_without_its_memory(tmp_path: Path) -> None:
    data = png_bomb()
    started = time.perf_counter()
    assert refusal(data) == "photo.too-many-pixels"
    assert time.perf_counter() - started < 0.5
    (tmp_path / "bomb.png").write_bytes(data)
    assert with_little_memory(tmp_path / "bomb.png", 32) == "photo.too-many-pixels"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited the Linux way")
def test_a_108_megapixel_phone_photo_is_taken_in_within_bounded_memory(tmp_path: Path) -> None:
    (tmp_path / "big.jpg").write_bytes(big_jpeg())
    assert with_little_memory(tmp_path / "big.jpg", ALLOWANCE_MIB) == "12000 x 9000"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited the Linux way")
def test_a_photo_for_which_memory_is_short_is_refused_and_the_program_lives(tmp_path: Path) -> None:
    (tmp_path / "big.png").write_bytes(png_bomb(7000))
    assert with_little_memory(tmp_path / "big.png", 64) in {"photo.out-of-memory", "photo.broken"}


@pytest.mark.slow
def test_a_108_megapixel_progressive_photo_is_taken_in() -> None:
    assert take_in(big_jpeg(progressive=True), "edited.jpg").facts.width == 12_000
