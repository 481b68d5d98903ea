"""The shelf of shipped checklists: a light index read at the start, each list read when it is needed.

`published.txt` names every version ever published with the hash of its content. A file whose content is another one
is refused by name: a published version is its content for ever (threats.md 33).
"""

import re
from collections.abc import Iterable
from pathlib import Path

from inspector.domain.checklists import Checklist, content_sha
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.publishing import PublishedChecklist
from inspector.exchange.checklist_given import CheckedChecklist

INDEX = "published.txt"
_LINE = re.compile(r"(\S+) (\S+) ([0-9a-f]{64}) (\S+) (\d+) (.+)")
_HEADING = "# code version sha256-of-content kind items title - one line for every version ever published"


def read_index(folder: Path) -> tuple[PublishedChecklist, ...]:
    """Every published version, in the order of the file.

    Raises `Refused("shelf.no-index")` when the file is not there and `Refused("shelf.bad-line")` for a line that is
    none.
    """
    place = Place(file=INDEX)
    try:
        lines = (folder / INDEX).read_text("utf-8").splitlines()
    except OSError as error:
        raise Refused("shelf.no-index", place) from error
    found = []
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            parts = _LINE.fullmatch(line)
            if not parts:
                raise Refused("shelf.bad-line", Place(file=INDEX, line=number))
            code, version, sha, kind, items, title = parts.groups()
            found.append(PublishedChecklist(code, version, title, kind, sha, int(items)))
    return tuple(found)


def index_text(checklists: Iterable[Checklist]) -> str:
    """The text of an index for these checklists."""
    lines = (f"{c.code} {c.version} {content_sha(c)} {c.kind} {sum(1 for _ in c.items)} {c.title}" for c in checklists)
    return "\n".join((_HEADING, *lines, ""))


def file_of(folder: Path, published: PublishedChecklist) -> Path:
    """The file a version is shipped in: LX-v1.yaml."""
    return folder / f"{published.code}-v{published.version}.yaml"


def read_checklist_file(path: Path) -> CheckedChecklist:
    """The checklist of a YAML file or of an author's workbook, told apart by the ending of the name."""
    if path.suffix.lower() in {".yaml", ".yml"}:
        return _read_yaml(path)
    from inspector.exchange.checklist_workbook_reading import read_checklist_workbook

    return read_checklist_workbook(path)


def read_published(folder: Path, published: PublishedChecklist) -> CheckedChecklist:
    """One shipped checklist; content that is not what was published is a complaint."""
    path = file_of(folder, published)
    checked = _read_yaml(path)
    if checked.checklist is None:
        return checked
    problem = differs(checked.checklist, path.name, (published,))
    return CheckedChecklist(None, (problem,)) if problem else checked


def _read_yaml(path: Path) -> CheckedChecklist:
    from inspector.exchange.checklist_yaml import read_checklist

    return read_checklist(path)


def differs(checklist: Checklist, file: str, index: Iterable[PublishedChecklist]) -> Complaint | None:
    """The complaint when the same code and version was published with other content."""
    for published in index:
        same = (published.code, published.version) == (checklist.code, checklist.version)
        if same and published.sha != content_sha(checklist):
            facts = (("checklist", checklist.name), ("version", checklist.version))
            return Complaint("checklist.published-otherwise", Place(file=file), facts)
    return None
