"""Drafts that a kill left behind go away; those somebody is writing stay."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inspector.exchange import drafts
from inspector.exchange.drafts import draft_beside, sweep


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A draft whose writer has ended."""
    code = "import sys; from pathlib import Path; from inspector.exchange.drafts import draft_beside"
    code += "; print(draft_beside(Path(sys.argv[1]) / 'a').name)"
    root = Path(__file__).parents[2]
    name = subprocess.run([sys.executable, "-c", code, tmp_path], cwd=root, capture_output=True, check=True, text=True)
    return tmp_path / name.stdout.strip()


def test_a_left_file_and_a_left_folder_are_swept(left: Path) -> None:
    left.write_bytes(b"half")
    sweep(left.parent)
    left.mkdir()
    (left / "half.xlsx").write_bytes(b"half")
    sweep(left.parent)
    assert list(left.parent.iterdir()) == []


def test_what_is_being_written_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    mine = draft_beside(tmp_path / "清单.xlsx")
    mine.touch()
    (tmp_path / ".~lock.清单.xlsx#").touch()
    (tmp_path / ".~整改").mkdir()
    before = sorted(tmp_path.iterdir())
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_draft_of_another_machine_is_swept_after_a_day(left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left.touch()
    monkeypatch.setattr(drafts, "_machine", lambda: "0" * 6)
    sweep(left.parent)
    assert left.exists()
    yesterday = time.time() - 25 * 3600
    os.utime(left, (yesterday, yesterday))
    sweep(left.parent)
    assert not left.exists()
