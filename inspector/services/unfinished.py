"""Forms that somebody began and has not recorded yet: kept on this laptop, outside the history, until they are."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.domain.errors import Refused
from inspector.services.acts import Acts
from inspector.services.photos import Source
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Begun:
    """What stood in a form: field → value, and the photos chosen for it."""

    fields: Mapping[str, str] = field(default_factory=dict)
    photos: tuple[Source, ...] = ()
    lost: tuple[str, ...] = ()
    """Names of photos that are no longer where they were."""


class UnfinishedService:
    """Keeps what is typed at most until it is recorded; nothing here is a record, is merged or can be undone."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def kept(self, form: str) -> Begun:
        """What was kept of a form; nothing is in it when nobody began one."""
        with self._acts.reading() as view:
            fields: dict[str, str] = json.loads(view.contents.note(_fields(form)) or "{}")
            photos = [(entry, _photo(view, entry)) for entry in _entries(view, form)]
        there = tuple((entry["name"], source) for entry, source in photos if source is not None)
        return Begun(fields, there, tuple(entry["name"] for entry, source in photos if source is None))

    def keep_fields(self, form: str, fields: Mapping[str, str]) -> None:
        """Keep what the fields say now. Raises `Refused("workspace.…")`."""
        with self._acts.workspace.writing("keep-unfinished") as writing:
            writing.take_note(_fields(form), json.dumps(dict(fields), ensure_ascii=False))

    def keep_photos(self, form: str, photos: Sequence[Source]) -> None:
        """Keep which photos were chosen: files by their place, pasted ones with their bytes, so meant for a worker.

        Raises `Refused("workspace.…")`.
        """
        with self._acts.workspace.writing("keep-unfinished") as writing:
            before = _pasted(_entries(writing, form))
            entries = [
                {"name": name, "file": str(source.absolute())}
                if isinstance(source, Path)
                else {"name": name, "sha": writing.keep_photo(source)}
                for name, source in photos
            ]
            writing.take_note(_photos(form), json.dumps(entries, ensure_ascii=False))
            writing.contents.drop_unused(before)

    def forget(self, form: str) -> None:
        """Nothing of the form is kept any more: it was recorded, or emptied. Raises `Refused("workspace.…")`."""
        with self._acts.workspace.writing("forget-unfinished") as writing:
            before = _pasted(_entries(writing, form))
            writing.take_note(_fields(form), "")
            writing.take_note(_photos(form), "")
            writing.contents.drop_unused(before)


def _fields(form: str) -> str:
    return f"unfinished:{form}"


def _photos(form: str) -> str:
    return f"unfinished-photos:{form}"


def _entries(view: Reading, form: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = json.loads(view.contents.note(_photos(form)) or "[]")
    return entries


def _pasted(entries: Sequence[Mapping[str, str]]) -> list[str]:
    return [entry["sha"] for entry in entries if "sha" in entry]


def _photo(view: Reading, entry: Mapping[str, str]) -> Path | bytes | None:
    if "file" in entry:
        path = Path(entry["file"])
        return path if path.is_file() else None
    try:
        return view.contents.photo(entry["sha"])
    except Refused:
        return None
