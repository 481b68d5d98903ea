"""The home page before the file is opened: the same figures, or none."""

from dataclasses import replace
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.today import Today
from inspector.services.services import open_services
from inspector.storage.connection import as_it_is
from tests.town import Clock, furnished_town


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a furnished town with unfinished inspections, closed."""
    made = furnished_town(tmp_path / "town.db")
    made.services.close()
    return tmp_path / "town.db"


def without_progress(today: Today) -> Today:
    return replace(today, drafts=tuple(replace(draft, how_far=None) for draft in today.drafts))


def test_what_is_read_ahead_is_what_the_open_file_says(file: Path) -> None:
    services = open_services(file, clock=Clock(), ahead=True)
    opened = [services.is_open]
    first = services.home()
    opened.append(services.is_open)
    then = services.home()
    opened.append(services.is_open)
    services.close()
    assert opened == [False, False, True]
    assert first.drafts
    assert all(draft.how_far is None for draft in first.drafts)
    assert all(draft.how_far for draft in then.drafts)
    assert first == replace(without_progress(then), as_of=first.as_of)


def test_a_file_that_has_to_be_made_is_made_at_once(tmp_path: Path) -> None:
    services = open_services(tmp_path / "new.db", ahead=True)
    assert services.is_open
    services.close()


def test_a_file_of_a_newer_program_is_refused_at_once(file: Path) -> None:
    with as_it_is(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refused, match=r"workspace\.newer"):
        open_services(file, ahead=True)


def test_a_file_that_is_no_workspace_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "note.db").write_text("not a database, but long enough to be looked into as if it were one " * 20)
    with pytest.raises(Refused, match=r"workspace\.not-ours"):
        open_services(tmp_path / "note.db", ahead=True)


def test_a_file_with_a_broken_table_is_refused_by_the_home_page(file: Path) -> None:
    with as_it_is(file) as connection:
        connection.execute("DROP TABLE site")
    services = open_services(file, ahead=True)
    with pytest.raises(Refused, match=r"workspace\.damaged"):
        services.home()
    services.close()


def test_a_file_nobody_asked_for_is_let_go_unopened(file: Path) -> None:
    services = open_services(file, ahead=True)
    services.close()
    assert not services.is_open
    assert not file.with_name(f"{file.name}-wal").exists()
