"""A record together with its identity in the workspace."""

from dataclasses import dataclass
from typing import Generic, TypeVar

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Stored(Generic[R_co]):
    """A record with its id, the revision it was read from, and the rival heads of an open conflict."""

    id: str
    record: R_co
    revision: str = ""
    rivals: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """What a use case touched: pages whose kinds are named refresh; `change` is what undo works on."""

    kinds: frozenset[str] = frozenset()
    change: str = ""

    def __bool__(self) -> bool:
        return bool(self.kinds)


UNCHANGED = Changed()
