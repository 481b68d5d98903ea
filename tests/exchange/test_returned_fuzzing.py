"""Whatever is done to a returned workbook or zip: rows and pictures, or one refusal; in time, and inside its folder."""

import hashlib
import io
import re
import time
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.errors import Complaint, Refused
from inspector.domain.returned_files import ReturnedFile
from inspector.exchange.foreign_limits import Limits
from inspector.exchange.returned_archive import MOST_MEMBERS, unpack
from inspector.exchange.returned_book import RETURN_LIMITS, WORKBOOKS_WORDED, read_returned
from inspector.exchange.returned_folder import new_picture_folder
from tests.exchange.hostile_photos import png_bomb
from tests.exchange.returned_samples import photo, sheet_with, with_wps_cells, wps_id

Parts = dict[str, bytes]
LIMITS = Limits(seconds=10, file=RETURN_LIMITS.file, pictures=20_000_000)
NUMBERS = ("-1", "0", "4294967296", "99999999999999999999", "1e308", "NaN", "", "０", "ID")


@cache
def honest() -> tuple[tuple[str, bytes], ...]:
    """The parts of a workbook with pictures of all three kinds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"

        def embed(_book: object, sheet: object) -> None:
            sheet.embed_image(4, 5, "in.png", {"image_data": io.BytesIO(photo(5, "PNG"))})  # type: ignore[attr-defined]

        sheet_with(path, [photo(1), photo(2)], change=embed)
        cell = (f'_xlfn.DISPIMG("{wps_id(1)}",1)', f'=DISPIMG("{wps_id(1)}",1)')
        with_wps_cells(path, {"K3": cell}, {wps_id(1): photo(9)})
        with zipfile.ZipFile(path) as archive:
            return tuple((name, archive.read(name)) for name in archive.namelist())


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


def saved(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def outcome(path: Path, folder: Path) -> ReturnedFile | Complaint:
    """What came of reading; everything promised about any file is checked here."""
    started = time.monotonic()
    beside = set(path.parent.iterdir())
    try:
        read: ReturnedFile | Complaint = read_returned(path, 0, folder, LIMITS)
    except Refused as refused:
        read = refused.complaint
    assert time.monotonic() - started < LIMITS.seconds + 5
    assert set(path.parent.iterdir()) == beside
    if isinstance(read, Complaint):
        assert (read.code.partition(".")[0], read.place.file) == ("foreign", path.name)
        return read
    for one in read.pictures:
        assert one.path.parent == folder
        assert hashlib.sha256(one.path.read_bytes()).hexdigest() == one.sha
    return read


@st.composite
def hurt(draw: st.DrawFn) -> Parts:
    """The honest workbook after one to three blows to its parts."""
    parts = dict(honest())
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(parts)))
        draw(st.sampled_from(BLOWS))(parts, name, draw)
    return parts


def cut(parts: Parts, name: str, draw: st.DrawFn) -> None:
    parts[name] = parts[name][: draw(st.integers(0, len(parts[name])))]


def drop(parts: Parts, name: str, draw: st.DrawFn) -> None:
    if len(parts) > 1:
        del parts[name]


def swap(parts: Parts, name: str, draw: st.DrawFn) -> None:
    other = draw(st.sampled_from(sorted(parts)))
    parts[name], parts[other] = parts[other], parts[name]


def turn_relations(parts: Parts, name: str, draw: st.DrawFn) -> None:
    """Every relation of every part points at one and the same part, itself perhaps."""
    target = f'Target="/{name}"'.encode()
    for part in [one for one in parts if one.endswith(".rels")]:
        if draw(st.booleans()):
            parts[part] = re.sub(rb'Target="[^"]*"', target.replace(b"\\", b"/"), parts[part])


def absurd_number(parts: Parts, name: str, draw: st.DrawFn) -> None:
    spots = list(re.finditer(rb'(?<=[">])\d+(?=["<])', parts[name]))
    if spots:
        spot = draw(st.sampled_from(spots))
        number = draw(st.sampled_from(NUMBERS)).encode()
        parts[name] = parts[name][: spot.start()] + number + parts[name][spot.end() :]


def flip(parts: Parts, name: str, draw: st.DrawFn) -> None:
    content = bytearray(parts[name])
    for _ in range(draw(st.integers(1, 8)) if content else 0):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    parts[name] = bytes(content)


def leave_the_folder(parts: Parts, name: str, draw: st.DrawFn) -> None:
    parts[draw(st.sampled_from(("../../evil.jpg", "/etc/evil", "xl\\media\\..\\..\\e.jpg", "C:/evil")))] = b"evil"


BLOWS = (cut, drop, swap, turn_relations, absurd_number, flip, leave_the_folder)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(hurt())
def test_a_hurt_workbook_gives_what_is_left_of_it_or_one_refusal(parts: Parts) -> None:
    with TemporaryDirectory() as folder:
        inside = Path(folder) / "in"
        inside.mkdir()
        read = outcome(saved(inside / "反馈.xlsx", parts), Path(folder))
        if isinstance(read, ReturnedFile) and parts == dict(honest()):
            assert len(read.pictures) == 4


def test_the_honest_workbook_gives_all_its_pictures(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    read = outcome(saved(inside / "反馈.xlsx", dict(honest())), tmp_path)
    assert isinstance(read, ReturnedFile)
    assert {one.sha for one in read.pictures} == {
        hashlib.sha256(content).hexdigest() for content in (photo(1), photo(2), photo(5, "PNG"), photo(9))
    }


@pytest.mark.slow
def test_a_hundred_thousand_parts_are_refused_at_once(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    parts = dict(honest()) | {f"xl/media/{number}.jpg": b"" for number in range(100_000)}
    read = outcome(saved(inside / "反馈.xlsx", parts), tmp_path)
    assert isinstance(read, Complaint)
    assert read.code == "foreign.too-large"
    archive = saved(inside / "照片.zip", {f"{number}.jpg": b"" for number in range(100_000)})
    with pytest.raises(Refused) as refused:
        unpack(archive, tmp_path, WORKBOOKS_WORDED, silent)
    assert refused.value.complaint.code == "foreign.too-large"


def test_a_picture_of_absurd_size_is_kept_and_refused_as_a_photo(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    parts = dict(honest())
    first = next(name for name in parts if name.startswith("xl/media/"))
    parts[first] = png_bomb()
    read = outcome(saved(inside / "反馈.xlsx", parts), tmp_path)
    if isinstance(read, Complaint):  # as a bomb of the zip it may be refused before
        assert read.code == "foreign.too-large"
        return
    folder = new_picture_folder()
    for one in read.pictures:
        (folder.path / one.sha).write_bytes(one.path.read_bytes())
    folder.convert([(one.sha, one.name) for one in read.pictures], silent)
    assert [why.code for why in folder.refused.values()] == ["photo.too-many-pixels"]
    folder.close()


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_hurt_zip_is_laid_out_inside_its_folder_or_refused(data: st.DataObject) -> None:
    names = data.draw(
        st.lists(
            st.sampled_from(
                (
                    "NM-0001.jpg",
                    "../../NM-1.jpg",
                    "/etc/passwd.png",
                    "a/b/c.xlsx",
                    "C:\\x.jpg",
                    "con.jpg",
                    "\0.jpg",
                    "..",
                    "x.exe",
                )
            ),
            max_size=4,
            unique=True,
        )
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), photo(1))
    content = bytearray(out.getvalue())
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content))))]
    with TemporaryDirectory() as folder:
        into = Path(folder) / "in"
        into.mkdir()
        path = Path(folder) / "反馈.zip"
        path.write_bytes(bytes(content))
        try:
            laid = unpack(path, into, WORKBOOKS_WORDED, silent)
        except Refused:
            laid = []
        assert len(laid) <= MOST_MEMBERS
        assert all(one.path.resolve().is_relative_to(into.resolve()) for one in laid)
        assert {one.name for one in Path(folder).iterdir()} == {"in", "反馈.zip"}
