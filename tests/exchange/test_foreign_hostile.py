"""Hostile files meet one refusal each, quickly and without much memory (threats.md 44, 45, 50, 57)."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import inspector
from inspector.domain.errors import Refused
from inspector.exchange.foreign import Limits, read_tables
from tests.exchange.hostile_workbooks import BOMBS, honest_parts, save

PEAK_OF_CHILDREN = """
import resource, sys
from pathlib import Path
from inspector.domain.errors import Refused
from inspector.exchange.foreign import read_tables
try:
    read_tables(Path(sys.argv[1]))
except Refused as refusal:
    print(refusal.complaint.code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_ten_seconds_and_500_mb(name: str, tmp_path: Path) -> None:
    make, code = BOMBS[name]
    bomb = make(tmp_path / name)
    started = time.monotonic()
    answer = subprocess.run(
        [sys.executable, "-c", PEAK_OF_CHILDREN, str(bomb)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(inspector.__file__).parents[1],
    )
    assert time.monotonic() - started < 10
    refused_with, peak_megabytes = answer.stdout.split()
    assert refused_with == code
    assert int(peak_megabytes) < 500


def test_the_reading_process_defuses_xml_though_the_machine_says_no(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENPYXL_DEFUSEDXML", "False")
    assert read_tables(save(tmp_path / "a.xlsx", honest_parts())).sheets[0].rows
    code = "from inspector.exchange.foreign_xlsx import read_xlsx; from inspector.exchange.foreign import Limits\n"
    code += "from pathlib import Path; next(read_xlsx(Path('a.xlsx'), Limits()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "foreign.unprotected" in done.stderr


def test_a_refusal_names_the_file_and_the_sheet(tmp_path: Path) -> None:
    bomb = BOMBS["far.xlsx"][0](tmp_path / "镇街返回.xlsx")
    with pytest.raises(Refused) as refused:
        read_tables(bomb)
    assert refused.value.complaint.place.file == "镇街返回.xlsx"
    assert refused.value.complaint.place.sheet == "点位"
    assert refused.value.complaint.fact("what") == "rows"


def test_a_file_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    path.write_text("甲,乙\n" * 2_000_000, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_tables(path, Limits(memory=60_000_000))
    assert refused.value.complaint.code == "foreign.too-large"
    assert refused.value.complaint.fact("what") == "memory"


def test_a_file_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "slow.csv"
    path.write_text("甲,乙\n" * 2_000_000, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_tables(path, Limits(seconds=1, rows=3_000_000, cells=10_000_000, characters=10**9, memory=2_000_000_000))
    assert refused.value.complaint.code == "foreign.too-slow"


@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_workbook_gives_values_or_one_refusal(data: st.DataObject, tmp_path: Path) -> None:
    path = save(tmp_path / "damaged.xlsx", honest_parts())
    whole = path.read_bytes()
    content = bytearray(whole)
    for position in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        content[position] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content[: data.draw(st.integers(0, len(whole)))])
    try:
        outcome = "values" if any(sheet.rows for sheet in read_tables(path).sheets) else "nothing"
    except Refused as refused:
        outcome = refused.complaint.code
    assert outcome == "values" or outcome.startswith("foreign.")
