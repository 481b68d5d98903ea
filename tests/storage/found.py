"""What check says, as a list a test can look at."""

from inspector.domain.errors import Complaint, Refused
from inspector.storage.workspace import Workspace


def complaints(workspace: Workspace) -> list[Complaint]:
    """Everything check reports; a file it cannot even read counts as one complaint."""
    found: list[Complaint] = []
    try:
        found.extend(workspace.problems(_silent))
    except Refused as refusal:
        found.append(refusal.complaint)
    return found


def _silent(done: int, of: int, what: str = "") -> None:
    pass


def codes(workspace: Workspace) -> list[str]:
    """The codes of what check reports."""
    return [c.code for c in complaints(workspace)]
