"""What every page is given: services to call, work in the background, the look, words to the person, the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from inspector.domain.stored import Changed
from inspector.ui.jobs import Jobs
from inspector.ui.preferences import Preferences
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.page import Page

if TYPE_CHECKING:
    from inspector.services.services import Services


class Go(Protocol):
    """Opens the page of that name, with what it should show."""

    def __call__(self, page: str, /, **where: str) -> None: ...


class Say(Protocol):
    """Shows a toast; `undo` puts 撤销 U on it. The same text goes to the history list."""

    def __call__(self, words: str, undo: Callable[[], object] | None = None) -> None: ...


class Complain(Protocol):
    """Shows an error dialog for something that was refused or went wrong; `retry` is offered as the way forward."""

    def __call__(self, error: Exception, retry: Callable[[], object] | None = None) -> None: ...


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt holds the receivers of its signals weakly
class Context:
    """Given to every page; pages know nothing else of the program and never each other."""

    services: Services
    jobs: Jobs
    look: Look
    preferences: Preferences
    go: Go
    back: Callable[[], None]
    say: Say
    complain: Complain
    changed: Callable[[Changed], None]
    """Call it with what a use case returned: every living page that shows such records hears it."""
    undo: Callable[[], None]
    """Takes back the last act of the session and says so: what `say` is given beside words about a change."""

    def sign_as(self, person: str) -> None:
        """From now on this person inspects: kept for the next start, and written beside every change."""
        self.services.acts.sign_as(person)
        self.preferences.change(person=person)


class RailPlace(Enum):
    """Where a page stands in the rail."""

    MAIN = "main"
    FOOT = "foot"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A registered page: made when first shown. `rail_words` are asked each time, so that the language may change."""

    name: str
    icon: str
    rail_words: Callable[[], str]
    make: Callable[[Context], Page]
    place: RailPlace = RailPlace.MAIN
    count: Callable[[Context], int] | None = None
    """Work waiting for us, as the amber counter of the rail."""
    belongs_to: str = ""
    """The page whose rail button is marked while this one is shown, when it has none of its own."""
