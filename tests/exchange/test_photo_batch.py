"""Many photos at once: in order, the unreadable refused by name, few in memory, stopped when a person says so."""

import threading
from pathlib import Path

import pytest

from inspector.domain.errors import Cancelled, Complaint, Refused
from inspector.domain.photos import PhotoTaken
from inspector.exchange import photo_batch
from inspector.exchange.photo_batch import take_in_all
from inspector.exchange.photo_folder import photo_files
from inspector.exchange.photo_intake import take_in
from tests.exchange.hostile_photos import encoded, picture


def ignore(done: int, of: int, what: str = "") -> None:
    """Progress nobody looks at."""


def test_the_unreadable_are_refused_by_name_and_the_others_go_in(tmp_path: Path) -> None:
    good, text = tmp_path / "good.jpg", tmp_path / "text.jpg"
    good.write_bytes(encoded(picture()))
    text.write_bytes(b"hello")
    sources: list[tuple[str, Path | bytes]] = [
        ("good.jpg", good),
        ("text.jpg", text),
        ("gone.jpg", tmp_path / "gone.jpg"),
        ("folder", tmp_path),
        ("pasted", encoded(picture(), "PNG")),
    ]
    outcomes = dict(take_in_all(sources, False, ignore))
    assert [name for name, outcome in outcomes.items() if isinstance(outcome, PhotoTaken)] == ["good.jpg", "pasted"]
    refused = {name: outcome.code for name, outcome in outcomes.items() if isinstance(outcome, Complaint)}
    assert refused == {"text.jpg": "photo.not-a-photo", "gone.jpg": "photo.gone", "folder": "photo.is-a-folder"}


def test_the_order_is_kept_whatever_takes_longer() -> None:
    sizes = [(1800, 1200), (20, 20), (900, 700), (10, 10), (30, 30)] * 4
    sources = [(str(number), encoded(picture(size))) for number, size in enumerate(sizes)]
    outcomes = list(take_in_all(sources, False, ignore))
    assert [name for name, _ in outcomes] == [str(number) for number in range(len(sizes))]
    assert [(o.facts.width, o.facts.height) for _, o in outcomes if isinstance(o, PhotoTaken)] == sizes


def test_progress_counts_up_to_all_and_names_each_photo() -> None:
    calls: list[tuple[int, int, str]] = []
    sources = [(name, encoded(picture((20, 20)))) for name in "abc"]
    list(take_in_all(sources, False, lambda done, of, what="": calls.append((done, of, what))))
    assert calls == [(0, 3, "a"), (1, 3, "b"), (2, 3, "c"), (3, 3, "")]


def test_when_a_person_stops_it_the_rest_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def noted(source: Path | bytes, name: str, keep_original: bool = False) -> PhotoTaken:
        begun.append(name)
        return take_in(source, name, keep_original)

    def stop_at_two(done: int, of: int, what: str = "") -> None:
        if done == 2:
            raise Cancelled

    monkeypatch.setattr("inspector.exchange.photo_batch.take_in", noted)
    sources = [(str(number), encoded(picture((20, 20)))) for number in range(60)]
    with pytest.raises(Cancelled):
        list(take_in_all(sources, False, stop_at_two))
    assert len(begun) <= 3 + photo_batch._MAX_WORKERS
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("photo")]


def test_few_photos_wait_in_memory_however_slowly_they_are_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def counted(source: Path | bytes, name: str, keep_original: bool = False) -> PhotoTaken:
        begun.append(name)
        raise Refused("photo.empty")

    monkeypatch.setattr("inspector.exchange.photo_batch.take_in", counted)
    outcomes = take_in_all([(str(number), b"") for number in range(100)], False, ignore)
    next(outcomes)
    assert len(begun) <= photo_batch._MAX_WORKERS + 1
    assert len([*outcomes]) == 99


def test_a_folder_gives_its_photos_as_people_count(tmp_path: Path) -> None:
    for name in ("IMG_10.jpg", "IMG_2.JPG", "img_1.heic", "._IMG_2.jpg", ".hidden.png", "notes.txt", "b.webp"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "album.jpg").mkdir()
    assert [file.name for file in photo_files(tmp_path)] == ["b.webp", "img_1.heic", "IMG_2.JPG", "IMG_10.jpg"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "card"
    inside.mkdir()
    (tmp_path / "private.jpg").write_bytes(b"x")
    (inside / "a.jpg").write_bytes(b"x")
    try:
        (inside / "b.jpg").symlink_to(tmp_path / "private.jpg")
        (inside / "c.jpg").symlink_to(inside / "a.jpg")
    except OSError:
        pytest.skip("this system does not let everyone make links")
    assert [file.name for file in photo_files(inside)] == ["a.jpg", "c.jpg"]


def test_a_folder_that_is_gone_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        photo_files(tmp_path / "card")
    assert caught.value.complaint.code == "photo.folder-gone"
    assert caught.value.complaint.place.file == str(tmp_path / "card")
