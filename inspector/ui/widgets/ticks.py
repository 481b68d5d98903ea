"""Which rows of a list are ticked: some of them, or all but some, so that ticking half a million costs nothing."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

_SHORT = 10_000


class Ticks(AbstractSet[str]):
    """The ticked ids of `ids`; never changed, `with_` and `without` give others. It may go to any thread."""

    __slots__ = ("_ids", "_is_inverse", "_named")

    def __init__(self, ids: Sequence[str] = (), named: Iterable[str] = (), *, is_inverse: bool = False) -> None:
        """`named` are ticked; with `is_inverse` all of `ids` are, but not those."""
        self._ids = ids
        self._named = frozenset(named)
        self._is_inverse = is_inverse

    def __contains__(self, wanted: object) -> bool:
        """Whether that id is ticked."""
        if self._is_inverse:
            return wanted not in self._named and wanted in self._ids
        return wanted in self._named

    def __iter__(self) -> Iterator[str]:
        """All that is ticked; in the order of the list when it is nearly all of it."""
        return (each for each in self._ids if each not in self._named) if self._is_inverse else iter(self._named)

    def __len__(self) -> int:
        """How many are ticked."""
        return len(self._ids) - len(self._named) if self._is_inverse else len(self._named)

    def holds_row(self, listed: str) -> bool:
        """Whether the box of a row stands ticked; `listed` is known to be in the list, which is not searched."""
        return (listed in self._named) is not self._is_inverse

    def with_(self, ids: Iterable[str]) -> "Ticks":
        """These as well."""
        named = self._named - set(ids) if self._is_inverse else self._named | set(ids)
        return Ticks(self._ids, named, is_inverse=self._is_inverse)

    def without(self, ids: Iterable[str]) -> "Ticks":
        """All but these."""
        named = self._named | set(ids) if self._is_inverse else self._named - set(ids)
        return Ticks(self._ids, named, is_inverse=self._is_inverse)

    def grown(self, ids: Sequence[str]) -> "Ticks":
        """The same ticks when the list goes on: "all" is meant of the whole list."""
        return Ticks(ids, self._named, is_inverse=self._is_inverse)

    def among(self, ids: Sequence[str]) -> "Ticks":
        """What stays ticked when another list is shown. Of "all" in a long list nothing stays unless the list is the
        same: to find out what is in both takes a second.
        """
        if self._is_inverse:
            if len(self._ids) <= _SHORT:
                return Ticks(ids, self).among(ids)
            return self.grown(ids) if ids == self._ids else Ticks(ids)
        return Ticks(ids, self._named.intersection(ids) if self._named else ())
