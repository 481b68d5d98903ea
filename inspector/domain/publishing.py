"""Published checklists: a version, once published, is its content for ever (threats.md 33)."""

import uuid
from dataclasses import dataclass

_VERSIONS = uuid.UUID("0b8d1c52-94d5-5a0c-a5a5-2b7a3c5b7f60")


@dataclass(frozen=True, slots=True)
class PublishedChecklist:
    """One version of a checklist as the workspace knows it; the content is the document with that hash."""

    code: str
    version: str
    title: str
    kind: str
    sha: str
    items: int = 0
    retired: bool = False


def published_id(code: str, version: str) -> str:
    """The same version has the same id on every laptop, so that differing content meets as a conflict."""
    return str(uuid.uuid5(_VERSIONS, f"{code}/{version}"))
