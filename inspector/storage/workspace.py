"""The workspace: one SQLite file, entered through `reading()` and `writing()` and nowhere else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from inspector.config.clock import Clock, new_id, now
from inspector.config.far_places import FarPlace, far_place
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.progress import Progress
from inspector.storage import check
from inspector.storage.backup import BackupFile, back_up, digest_of
from inspector.storage.connection import can_be_written, write_anew
from inspector.storage.engine import READING, make_engine
from inspector.storage.hlc import HybridClock
from inspector.storage.migrate import bring_up_to_date, make_new, version_known
from inspector.storage.reading import Reading
from inspector.storage.refusals import words_for_file, words_for_sqlite
from inspector.storage.schema import HEAD
from inspector.storage.tables import LAPTOP, local_state
from inspector.storage.writing import Author, Writing


class Workspace:
    """An open workspace file. Records are frozen, so what is read may go to any thread."""

    def __init__(self, path: Path, engine: sa.Engine, *, read_only: bool, clock: Clock, person: str) -> None:
        self.path = path
        self.read_only = read_only
        self.person = person
        self._engine = engine
        self._clock = clock
        self._one_writer = threading.Lock()
        with self.reading() as view:
            self._laptop = view.contents.note(LAPTOP)
            self._stamps = HybridClock(view.last_stamp())

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A consistent view; keep it short, never while a person thinks (threats.md 15)."""
        with (
            words_for_sqlite(self.path),
            self._engine.connect().execution_options(**READING) as connection,
            connection.begin(),
        ):
            yield Reading(connection)

    @contextmanager
    def writing(self, act: str, reason: str = "") -> Iterator[Writing]:
        """One user-visible change, committed when the block ends and undone whole when it raises.

        Raises `Refused` with the cause (disk full, read-only, damaged) when it cannot be saved.
        """
        if self.read_only:
            raise Refused("workspace.read-only", Place(file=str(self.path)))
        author = Author(self._laptop, self.person, act, reason)
        with self._one_writer, words_for_sqlite(self.path), self._engine.begin() as connection:
            yield Writing(connection, author, self._clock(), self._stamps, new_id)

    def fresh_id(self) -> str:
        """An id for a record that will be written soon."""
        return new_id()

    def problems(self, progress: Progress) -> Iterator[Complaint]:
        """Everything that is wrong with the file; see `inspector.storage.check`."""
        with words_for_sqlite(self.path):
            yield from check.problems(self._engine, progress)

    def rebuild(self) -> int:
        """Write every projection anew from the revisions; returns how many rows."""
        with self._one_writer, words_for_sqlite(self.path), self._engine.begin() as connection:
            return check.rebuild(connection)

    def wipe(self) -> None:
        """Write the file anew without what was erased, in the log neither.

        Raises `Refused` with the cause when it cannot be done now (no room for a second file, somebody is reading).
        """
        with self._one_writer, words_for_sqlite(self.path):
            if not write_anew(self.path):
                raise Refused("workspace.busy", Place(file=str(self.path)))

    def digest(self) -> str:
        """What this workspace holds, as one short text that equals that of an identical one."""
        with words_for_sqlite(self.path):
            return digest_of(self.path)

    def back_up(self, target: Path) -> BackupFile:
        """A consistent copy in `target` while work goes on."""
        return back_up(self.path, target)

    def close(self) -> None:
        """Let go of the file; the last connection folds the write-ahead log into it."""
        self._engine.dispose()


def open_workspace(path: Path, *, clock: Clock = now, person: str = "", read_only: bool = False) -> Workspace:
    """The workspace in `path`, made new if there is no such file, brought up to date if it is older.

    `read_only` leaves the file as it is: one that is missing or older is then refused.

    Raises `Refused`: "workspace.newer" (made by a newer program), "workspace.older", "workspace.missing",
    "workspace.damaged", "workspace.not-ours", "workspace.read-only", "workspace.folder-missing", "workspace.disk-full",
    "workspace.on-network", "workspace.in-synced-folder".
    """
    if not read_only:
        _refuse_a_far_place(path)
    with words_for_file(path):
        if read_only:
            _refuse_what_cannot_be_read(path)
        elif not path.exists():
            make_new(path, _introduce)
        elif not can_be_written(path):
            raise Refused("workspace.read-only", Place(file=str(path)))
        else:
            bring_up_to_date(path)
    return Workspace(path, make_engine(path, read_only=read_only), read_only=read_only, clock=clock, person=person)


_FAR = {FarPlace.NETWORK: "workspace.on-network", FarPlace.SYNCED: "workspace.in-synced-folder"}


def _refuse_a_far_place(path: Path) -> None:
    if why := far_place(path):
        raise Refused(_FAR[why], Place(file=str(path)))


def _refuse_what_cannot_be_read(path: Path) -> None:
    if not path.exists():
        raise Refused("workspace.missing", Place(file=str(path)))
    version = version_known(path)
    if version != HEAD:
        raise Refused("workspace.older", Place(file=str(path)), version=version)


def _introduce(connection: sa.Connection) -> None:
    """Give a new file its laptop id: an incarnation, not a machine (sync.md 10)."""
    connection.execute(local_state.insert(), {"name": LAPTOP, "value": new_id()})
