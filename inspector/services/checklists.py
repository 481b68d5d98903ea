"""检查表: which ones there are, which one opens for a site, and the content an inspection keeps for ever."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.checklist_differences import Differences, differences
from inspector.domain.checklists import Checklist, checklist_from_text, checklist_to_text, content_sha
from inspector.domain.errors import Complaint, Place, Refused, RefusedAll
from inspector.domain.overrides import Override, apply
from inspector.domain.publishing import PublishedChecklist, published_id
from inspector.domain.settings import named_id
from inspector.domain.stored import Changed
from inspector.exchange.checklist_shelf import differs, read_checklist_file, read_index, read_published
from inspector.services.acts import Acts
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing

DOCUMENT = "checklist"


@dataclass(frozen=True, slots=True)
class ChecklistTitle:
    """One checklist as lists show it; `shipped` ones come with the program, others were published by the office."""

    code: str
    version: str
    title: str
    kind: str
    items: int
    shipped: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A list about to be published. `before` is the version it follows, "" for the first one of its code.

    `same` says that this very content is published already, `taken` that its version holds other content.
    """

    checklist: Checklist
    before: str
    differences: Differences
    same: bool
    taken: bool


class ChecklistShelf:
    """The shipped files and the published documents; the index is read at once, a list when it is needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = read_index(folder)
        self._shipped: dict[str, Checklist] = {}
        self._pinned: dict[str, Checklist] = {}

    def pinned(self, view: Reading, sha: str) -> Checklist:
        """The checklist an inspection was made with. Raises `Refused("checklist.content-missing")`."""
        if sha not in self._pinned:
            text = view.contents.document(sha)
            if text is None:
                raise Refused("checklist.content-missing", Place(item=sha))
            self._pinned[sha] = checklist_from_text(text)
        return self._pinned[sha]

    def shipped(self, title: PublishedChecklist) -> Checklist:
        """A shipped checklist. Raises `RefusedAll` with everything wrong in its file."""
        if title.sha not in self._shipped:
            read = read_published(self.folder, title)
            if read.checklist is None:
                raise RefusedAll(read.complaints)
            self._shipped[title.sha] = read.checklist
        return self._shipped[title.sha]

    def published(self, view: Reading) -> dict[tuple[str, str], PublishedChecklist]:
        """Every version by code and version: shipped ones, and those this office published."""
        found = {(title.code, title.version): title for title in self.index}
        for stored in view.all(PublishedChecklist):
            found.setdefault((stored.record.code, stored.record.version), stored.record)
        return found

    def content(self, view: Reading, title: PublishedChecklist) -> Checklist:
        """The checklist of a title."""
        return self.shipped(title) if title in self.index else self.pinned(view, title.sha)

    def newest(self, view: Reading, code: str) -> Checklist:
        """The newest version of a checklist in use. Raises `Refused("checklist.unknown")`."""
        titles = [t for t in self.published(view).values() if t.code == code and not t.retired]
        if not titles:
            raise Refused("checklist.unknown", Place(item=code))
        return self.content(view, max(titles, key=lambda t: version_key(t.version)))


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Versions in the order people count them: 2 before 10, 3.9 before 3.10."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in version.split("."))


class ChecklistService:
    """Reads, publishes and adapts checklists."""

    def __init__(self, acts: Acts, shelf: ChecklistShelf) -> None:
        self._acts = acts
        self._shelf = shelf

    def titles(self) -> tuple[ChecklistTitle, ...]:
        """Every checklist version in use, by code and version."""
        with self._acts.reading() as view:
            titles = self._shelf.published(view).values()
        shown = (
            ChecklistTitle(t.code, t.version, t.title, t.kind, t.items, shipped=t in self._shelf.index)
            for t in titles
            if not t.retired
        )
        return tuple(sorted(shown, key=lambda t: (t.code, version_key(t.version))))

    def effective(self, code: str) -> Checklist:
        """The newest version with this district's overrides, as the next inspection will use it."""
        with self._acts.reading() as view:
            return effective(view, self._shelf, code)

    def published(self, name: str) -> Checklist:
        """One version as published by its name: LX-v1, or LX for the newest. Raises `Refused("checklist.unknown")`."""
        code, _, version = name.strip().partition("-v")
        if version:
            return self.version(code, version)
        with self._acts.reading() as view:
            return self._shelf.newest(view, code)

    def version(self, code: str, version: str) -> Checklist:
        """One version as published. Raises `Refused("checklist.unknown")`."""
        with self._acts.reading() as view:
            found = self._version(view, code, version)
        if found is None:
            raise Refused("checklist.unknown", Place(item=f"{code}-v{version}"))
        return found

    def draft(self, checklist: Checklist) -> Draft:
        """What publishing this list would change of the newest version of its code; nothing is written."""
        with self._acts.reading() as view:
            versions = [version for code, version in self._shelf.published(view) if code == checklist.code]
            there = self._version(view, checklist.code, checklist.version)
            newest = self._shelf.newest(view, checklist.code) if versions else None
        same = there is not None and content_sha(there) == content_sha(checklist)
        before = newest or replace(checklist, sections=())
        changes = differences(before, checklist)
        return Draft(checklist, newest.version if newest else "", changes, same, taken=there is not None and not same)

    def publish(self, checklist: Checklist) -> Changed:
        """Publish a version for ever.

        Raises `Refused("checklist.version-differs")` when this version exists with other content: give the changed
        list a new version.
        """
        with self._acts.doing("checklist-published") as writing:
            self._refuse_other_content(writing, checklist)
            publish(writing, checklist)
        return writing.changed

    def overrides(self, code: str) -> tuple[Override, ...]:
        """What this district has changed of a checklist."""
        with self._acts.reading() as view:
            return _overrides(view, code)

    def override(self, override: Override) -> Changed:
        """Change an item for this district. Raises `RefusedAll` when it does not fit the item."""
        with self._acts.doing("item-overridden", override.reason) as writing:
            fits = apply(self._shelf.newest(writing, override.checklist), [override])
            if fits.complaints:
                raise RefusedAll(fits.complaints)
            writing.put(_override_id(override.checklist, override.item), override)
        return writing.changed

    def drop_override(self, code: str, item: str) -> Changed:
        """Back to what the list itself says."""
        with self._acts.doing("override-dropped") as writing:
            writing.remove(Override, _override_id(code, item))
        return writing.changed

    def check(self, files: Iterable[Path] = ()) -> tuple[Complaint, ...]:
        """Everything wrong in these files, or in all shipped ones; nothing is taken in."""
        chosen = tuple(files)
        if not chosen:
            return tuple(c for title in self._shelf.index for c in read_published(self._shelf.folder, title).complaints)
        with self._acts.reading() as view:
            published = tuple(self._shelf.published(view).values())
        return tuple(complaint for path in chosen for complaint in _wrong_in(path, published))

    def _version(self, view: Reading, code: str, version: str) -> Checklist | None:
        title = self._shelf.published(view).get((code, version))
        return self._shelf.content(view, title) if title else None

    def _refuse_other_content(self, view: Reading, checklist: Checklist) -> None:
        there = self._version(view, checklist.code, checklist.version)
        if there is not None and content_sha(there) != content_sha(checklist):
            raise Refused("checklist.version-differs", Place(item=checklist.name))


def effective(view: Reading, shelf: ChecklistShelf, code: str) -> Checklist:
    """The newest version of a checklist with the overrides that still fit it."""
    return apply(shelf.newest(view, code), _overrides(view, code)).checklist


def pin(writing: Writing, checklist: Checklist) -> str:
    """Keep the content of a checklist in the workspace for ever; returns its hash."""
    return writing.keep_document(DOCUMENT, checklist_to_text(checklist))


def publish(writing: Writing, checklist: Checklist) -> None:
    """Keep a checklist's content and name it by code and version."""
    record = PublishedChecklist(
        code=checklist.code,
        version=checklist.version,
        title=checklist.title,
        kind=checklist.kind,
        sha=pin(writing, checklist),
        items=len(tuple(checklist.items)),
    )
    writing.put(published_id(record.code, record.version), record)


def _wrong_in(path: Path, published: tuple[PublishedChecklist, ...]) -> tuple[Complaint, ...]:
    checked = read_checklist_file(path)
    other = differs(checked.checklist, path.name, published) if checked.checklist else None
    return (*checked.complaints, other) if other else checked.complaints


def _overrides(view: Reading, code: str) -> tuple[Override, ...]:
    return tuple(o.record for o in view.all(Override) if o.record.checklist == code)


def _override_id(code: str, item: str) -> str:
    return named_id("override", f"{code}/{item}")
