"""What is odd about a photo of a repair is said with what it was compared with, and nothing else is."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.evidence import NEARLY_SAME, Around, Compared, alike, oddities
from inspector.domain.photos import PhotoFacts, PhotoRole

TAKEN = datetime(2026, 11, 20, 9, 0)  # noqa: DTZ001 - the camera's local time has no zone
FACTS = PhotoFacts("IMG_1.jpg", "o", 800, 600, taken_at=TAKEN)


def photo(number: int, role: PhotoRole = PhotoRole.AFTER, finding: str = "f1", bits: int | None = None) -> Compared:
    return Compared(f"p{number}", finding, f"LX-{finding}", role, FACTS, f"sha{number}", bits)


def codes(one: Compared, *others: Compared, around: Around | None = None) -> list[str]:
    return [odd.complaint.code for odd in oddities(one, others, around or Around())]


bits = st.integers(0, 2**64 - 1)


@given(st.lists(bits, min_size=13, max_size=40), st.lists(bits, max_size=20), st.data())
def test_many_photos_are_compared_as_each_alone_would_be(
    wanted: list[int], stored: list[int], data: st.DataObject
) -> None:
    for one in wanted[:5]:  # neighbours at every distance that matters
        flips = data.draw(st.sets(st.integers(0, 63), min_size=NEARLY_SAME - 1, max_size=NEARLY_SAME + 1))
        stored.append(one ^ sum(1 << flip for flip in flips))
    asked = {f"w{n}": one for n, one in enumerate(wanted)}
    held = [(f"s{n}", one) for n, one in enumerate(stored)]
    expected = {
        key: near
        for key, one in asked.items()
        if (near := {other for other, two in held if (one ^ two).bit_count() <= NEARLY_SAME})
    }
    assert alike(asked, held) == expected


def test_another_findings_photo_counts_when_it_is_only_like_it_and_the_own_one_before_when_it_is_the_same() -> None:
    one = photo(1, bits=0)
    assert codes(one, photo(2, PhotoRole.BEFORE, "f2", 0b111_1111)) == ["evidence.like-picture"]
    assert codes(one, photo(2, PhotoRole.BEFORE, "f1", 0b111_1111)) == []
    assert codes(one, photo(2, PhotoRole.BEFORE, "f1", 0b1111)) == ["evidence.same-picture"]
    assert codes(one, photo(2, PhotoRole.AFTER, "f1", 0), photo(3, PhotoRole.RECHECK, "f2", 0)) == []
    assert codes(one, photo(2, bits=None), one) == []
    (odd,) = oddities(one, [Compared("p9", "f2", "LX-0021", PhotoRole.AFTER, FACTS, "sha1")], Around())
    assert (odd.other, odd.complaint.code) == ("p9", "evidence.same-file")
    assert (odd.complaint.fact("other_no"), odd.complaint.fact("whose")) == ("LX-0021", "after")


def test_time_program_and_place_are_compared_with_what_is_known() -> None:
    def alone(facts: PhotoFacts, around: Around) -> list[str]:
        return codes(Compared("p", "f", "", PhotoRole.AFTER, facts, "s"), around=around)

    issued = Around(issued_on=date(2026, 11, 20), latitude=31.2, longitude=121.5)
    plain = PhotoFacts("a.jpg", "o", 1, 1, taken_at=TAKEN, latitude=31.2085, longitude=121.5, software="MIUI 14")
    assert alone(plain, issued) == []
    assert alone(plain, Around()) == []
    edited = PhotoFacts("a.jpg", "o", 1, 1, latitude=31.22, longitude=121.5, software="Adobe Photoshop 25.0 (Windows)")
    assert alone(edited, issued) == ["evidence.no-time", "evidence.edited", "evidence.far"]
    (early,) = oddities(photo(1), (), Around(issued_on=date(2026, 11, 22)))
    assert early.complaint.fact("days") == "2"
