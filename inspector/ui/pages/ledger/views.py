"""The saved views of the ledger, each with its key and its count."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.domain.findings import FindingStatus
from inspector.ui.translation import tr
from inspector.ui.words.states import status_state

ALL = "all"
OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class View:
    """One view: `name` is what `go("ledger", view=name)` asks for; without `statuses` it shows every state."""

    name: str
    statuses: tuple[FindingStatus, ...] = ()

    @property
    def words(self) -> str:
        """What its tab says."""
        if self.name == ALL:
            return tr("All")
        return tr("Overdue") if self.name == OVERDUE else status_state(self.statuses[0]).words

    def count(self, by_status: Mapping[FindingStatus, int], overdue: int) -> int:
        """How many findings it shows, whatever else is filtered."""
        if self.name == OVERDUE:
            return overdue
        wanted = self.statuses or tuple(by_status)
        return sum(by_status.get(status, 0) for status in wanted)


VIEWS = (
    View(ALL),
    View("to_dispatch", (FindingStatus.TO_DISPATCH,)),
    View("dispatched", (FindingStatus.DISPATCHED, FindingStatus.SIGNED, FindingStatus.IN_PROGRESS)),
    View(OVERDUE),
    View("replied", (FindingStatus.REPLIED,)),
    View("sent_back", (FindingStatus.SENT_BACK,)),
    View("closed", (FindingStatus.CLOSED,)),
    View("draft", (FindingStatus.DRAFT,)),
    View("void", (FindingStatus.VOID,)),
)
"""In the order of their keys 1 to 9."""


def view_named(name: str) -> View:
    """The view of that name; all findings for a name nobody knows."""
    return next((view for view in VIEWS if view.name == name), VIEWS[0])
