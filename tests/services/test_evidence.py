"""Photos of repairs compared with everything in the file, old photos too, and nothing decided."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from inspector.domain.evidence import Oddity
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.services.wording.sentences import sentences
from inspector.storage.tables import photo_likeness
from tests.town import Town, drawn, fails_of, inspect, make_town


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


def smaller(photo: bytes) -> bytes:
    """The photo as a chat program passes it on: half the size, worse, without EXIF."""
    image = Image.open(io.BytesIO(photo))
    written = io.BytesIO()
    image.resize((image.width // 2, image.height // 2)).save(written, "JPEG", quality=60)
    return written.getvalue()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = make_town(tmp_path / "w.inspector")
    yield made
    made.services.close()


def said(oddities: tuple[Oddity, ...]) -> list[str]:
    return [str(sentences(odd.complaint, "zh").happened) for odd in oddities]


def test_a_photo_used_before_is_told_with_the_number_of_the_other_finding(town: Town, tmp_path: Path) -> None:
    services = town.services
    first, second = inspect(town, "桂花里小区", fails_of(town, "桂花里小区", ("楼道停电动车", "飞线充电")))
    services.dispatching.issue(services.dispatching.plan(), tmp_path, "王敏", silent)
    (_, before), *_ = services.photos.of_finding(first)
    before_bytes = services.photos.bytes_of(before.evidence_sha)
    number = services.ledger.story(first).finding.no
    taken, _ = services.moves.read_photos(
        [("微信图片.jpg", smaller(before_bytes)), ("new.jpg", drawn("lane", 77))], silent
    )
    preview = services.evidence.of_taken({"a": (second, taken[0]), "b": (second, taken[1])})
    assert [odd.complaint.code for odd in preview["a"]] == ["evidence.same-picture", "evidence.no-time"]
    assert f"（{number}）" in said(preview["a"])[0]
    assert "b" not in preview
    twice = services.evidence.of_taken({"a": (first, taken[1]), "b": (second, taken[1])})
    assert [odd.complaint.code for odd in twice["a"]] == ["evidence.same-file"]
    assert f"（{services.ledger.story(second).finding.no}）" in said(twice["a"])[0]
    services.moves.make(Move.REPLY, [second], Given(photos=taken))
    with services.acts.workspace.writing("as an older version left it") as writing:
        writing._connection.execute(photo_likeness.delete())
    assert [odd.complaint.code for odd in services.evidence.of_findings([second])[second]] == ["evidence.no-time"]
    assert services.evidence.look_at_older(silent) == 4
    assert services.evidence.look_at_older(silent) == 0
    found = services.evidence.of_findings([first, second])
    assert list(found) == [second]
    assert [odd.complaint.code for odd in found[second]] == ["evidence.same-picture", "evidence.no-time"]
