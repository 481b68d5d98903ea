"""The engine's recipe: no update is lost, nobody is told the file is busy, the log stays small."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.settings import Setting
from inspector.storage import connection
from inspector.storage.engine import READING, make_engine
from inspector.storage.workspace import Workspace, open_workspace
from tests.records import finding
from tests.storage.found import codes


def together(*acts: Callable[[], object]) -> list[BaseException]:
    """Run acts in threads; what they raised."""
    raised: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - handed to the test
            raised.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def count_up(workspace: Workspace, times: int = 1) -> None:
    for _ in range(times):
        _count_up_once(workspace)


def _count_up_once(workspace: Workspace) -> None:
    with workspace.writing("count") as writing:
        stands = writing.get(Setting, "n")
        writing.put("n", Setting("n", str(int(stands.record.value) + 1 if stands else 1)))


def counted(workspace: Workspace) -> int:
    with workspace.reading() as view:
        stands = view.get(Setting, "n")
    return int(stands.record.value) if stands else 0


def test_four_threads_that_count_to_a_hundred_each_reach_four_hundred(workspace: Workspace) -> None:
    assert together(*[partial(count_up, workspace, 100)] * 4) == []
    assert counted(workspace) == 400


def test_two_programs_that_count_in_turn_lose_nothing(workspace: Workspace) -> None:
    other = open_workspace(workspace.path)
    acts = [partial(count_up, w, 50) for w in (workspace, other)]
    assert together(*acts) == []
    assert counted(workspace) == 100
    other.close()


@pytest.mark.slow
def test_eight_busy_threads_never_hear_that_the_file_is_busy_and_the_log_stays_small(workspace: Workspace) -> None:
    end = time.monotonic() + 10
    largest = 0

    def write() -> None:
        number = 0
        while time.monotonic() < end:
            number += 1
            with workspace.writing("photo") as writing:
                writing.keep_photo(os.urandom(50_000))
                writing.put(f"{threading.get_ident()}-{number}", finding(f"NM-{number}"))

    def read() -> None:
        nonlocal largest
        log = workspace.path.with_name(workspace.path.name + "-wal")
        while time.monotonic() < end:
            with workspace.reading() as view:
                first = view.findings.counts_by_status()
                time.sleep(0.005)
                assert view.findings.counts_by_status() == first, "one view, one state"
            time.sleep(0.05)  # a person looks; while anybody reads the log cannot begin anew
            largest = max(largest, log.stat().st_size)

    assert together(*[write] * 4, *[read] * 4) == []
    assert 0 < largest < 64 * 2**20
    assert codes(workspace) == []


def test_the_log_is_written_and_folded_by_one_at_a_time(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite before 3.51.3 can lose a save when one connection folds the log while another writes (threats.md 7)."""
    under_way, met = [0], list[int]()
    begun = threading.Event()

    def write() -> None:
        for number in range(20):
            with workspace.writing("add") as writing:
                under_way[0] += 1
                begun.set()
                writing.put(f"{threading.get_ident()}-{number}", finding(f"NM-{number}"))
                time.sleep(0.01)
                met.append(under_way[0])
                under_way[0] -= 1

    def fold_seen(path: Path) -> bool:
        met.append(under_way[0] + 1)
        return connection.write_anew(path)

    def fold() -> None:
        begun.wait(10)
        for _ in range(5):
            workspace.wipe()

    monkeypatch.setattr("inspector.storage.workspace.write_anew", fold_seen)
    assert together(write, write, fold) == []
    assert met == [1] * 45
    assert codes(workspace) == []


def test_every_connection_of_the_product_is_fully_synchronous_in_wal_mode(workspace: Workspace) -> None:
    engine = make_engine(workspace.path)
    with engine.connect() as one, engine.connect() as two:
        for connection in (one.execution_options(**READING), two.execution_options(**READING)):
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA trusted_schema").scalar() == 0
    engine.dispose()


def test_a_full_file_refuses_the_change_and_the_next_one_is_saved_when_there_is_room(workspace: Workspace) -> None:
    def limit(pages: int) -> None:
        with workspace._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def save(size: int) -> None:
        with workspace.writing("photo") as writing:
            writing.keep_photo(os.urandom(size))
            writing.put("f1", finding())

    limit(100)
    with pytest.raises(Refused, match=r"workspace\.disk-full"):
        save(1_000_000)
    limit(10_000)
    save(1_000_000)
    assert codes(workspace) == []


def test_a_file_in_the_hands_of_another_program_is_refused_as_busy_and_nothing_is_written(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, "busy_timeout=50"))
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    impatient = open_workspace(workspace.path)
    with pytest.raises(Refused, match=r"workspace\.busy"), impatient.writing("add"):
        pytest.fail("it was not refused")
    other.close()
    count_up(impatient)
    impatient.close()


ALL_MODULES = """
import importlib, pkgutil, sys, inspector
for module in pkgutil.walk_packages(inspector.__path__, "inspector."):
    if "__main__" not in module.name and "migrations" not in module.name and "foreign_child" not in module.name:
        importlib.import_module(module.name)
print([name for name in ("apsw", "PySide6.QtSql", "sqlcipher3", "pysqlite3") if name in sys.modules])
"""


@pytest.mark.slow
def test_there_is_one_sqlite_library_in_the_process() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ALL_MODULES],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert said.stdout.strip() == "[]", said.stderr


NO_PLAIN_OPEN = """
import sys
from pathlib import Path
from inspector.storage.workspace import open_workspace
folder = Path(sys.argv[1])
file = folder / "w.inspector"
open_workspace(file).close()
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
live = open_workspace(file)
live.back_up(folder / "b.inspector")
live.digest()
list(live.problems(lambda *said: None))
live.close()
print([name for name in opened if Path(name).name in (file.name, file.name + "-wal", file.name + "-shm")])
print(any("b.inspector" in name for name in opened))
"""


def test_our_code_never_opens_the_live_file_past_sqlite(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", NO_PLAIN_OPEN, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert said.stdout.split("\n")[:2] == ["[]", "True"], said.stderr
