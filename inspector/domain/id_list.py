"""Half a million ids in eight megabytes: a UUID takes 16 bytes packed and 93 as a Python text."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

_SIZE = 16
_LETTERS, _DASHES = 36, (8, 13, 18, 23)


class IdList(Sequence[str]):
    """A sequence of UUID texts that cannot be changed. ValueError names a text that is no UUID."""

    __slots__ = ("_packed",)

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._packed = _all_packed(list(ids))

    @classmethod
    def joined(cls, lists: Iterable["IdList"]) -> "IdList":
        """One list after the other."""
        made = cls()
        made._packed = b"".join(each._packed for each in lists)  # noqa: SLF001 - its own kind
        return made

    def __len__(self) -> int:
        """How many."""
        return len(self._packed) // _SIZE

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """The id in that place, or those of a slice."""
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        start = range(len(self))[place] * _SIZE
        return _text(self._packed[start : start + _SIZE])

    def __iter__(self) -> Iterator[str]:
        """All of them in order."""
        return (_text(self._packed[start : start + _SIZE]) for start in range(0, len(self._packed), _SIZE))

    def __contains__(self, wanted: object) -> bool:
        """Whether that id is there."""
        return isinstance(wanted, str) and self._find(wanted) >= 0

    def index(self, wanted: str, start: int = 0, stop: int | None = None) -> int:
        """The first place of that id. ValueError when it is not there."""
        found = self._find(wanted)
        if found < start or (stop is not None and found >= stop):
            raise ValueError(wanted)
        return found

    def __eq__(self, other: object) -> bool:
        """Equal to any sequence of the same ids."""
        if isinstance(other, IdList):
            return self._packed == other._packed
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """As its ids."""
        return hash(self._packed)

    def __repr__(self) -> str:
        """How many, not all of them."""
        return f"<IdList of {len(self)}>"

    def _find(self, wanted: str) -> int:
        """Its place, -1 when it is not there; bytes of two neighbours that look like it do not count."""
        try:
            sought = _packed(wanted)
        except ValueError:
            return -1
        at = self._packed.find(sought)
        while at >= 0 and at % _SIZE:
            at = self._packed.find(sought, at + 1)
        return at // _SIZE if at >= 0 else -1


def _all_packed(ids: list[str]) -> bytes:
    """All in one go where each looks like a UUID; a call for each id is what takes the time with half a million."""
    together, dashes = "".join(ids), "-" * len(ids)
    if set(map(len, ids)) <= {_LETTERS} and all(together[place::_LETTERS] == dashes for place in _DASHES):
        packed = bytes.fromhex(together.replace("-", ""))
        if len(packed) == len(ids) * _SIZE:
            return packed
    return b"".join(map(_packed, ids))


def _packed(text: str) -> bytes:
    digits = text.replace("-", "") if [at for at, sign in enumerate(text) if sign == "-"] == [*_DASHES] else ""
    try:
        packed = bytes.fromhex(digits)
    except ValueError:
        packed = b""
    if len(packed) != _SIZE or len(text) != _LETTERS:
        raise ValueError(f"{text!r} is no UUID")
    return packed


def _text(packed: bytes) -> str:
    return str(uuid.UUID(bytes=packed))
