"""ledger export, figures."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Cli


@pytest.fixture
def dispatched(with_sites: Cli, inspection: dict[str, Any], tmp_path: Path) -> Cli:
    """The command line on a workspace with one finding that was handed over."""
    file = tmp_path / "visit.json"
    file.write_text(json.dumps(inspection), "utf-8")
    assert with_sites("record", file).status == 0
    assert with_sites("dispatch", "--out", tmp_path / "out").status == 0
    return with_sites


def test_figures_tell_counts_rates_and_formulas(dispatched: Cli, tmp_path: Path) -> None:
    out = tmp_path / "统计.xlsx"
    found = dispatched("figures", "--by", "street", "--json", "--out", out).json
    (group,) = found["groups"]
    assert (group["name"], group["dispatched"], group["closed"], group["ranked"]) == ("望云街道", 1, 0, False)
    assert (found["whole"]["rates"]["closed"], found["whole"]["rates"]["passed"]) == (0.0, None)
    assert found["formulas"]["closed"] == "销号率 = 已销号 ÷ 交办"
    assert "统计" in load_workbook(out).sheetnames
    said = dispatched("--lang", "en", "figures", "--from", "2020-01-01", "--to", "2020-12-31")
    assert "Closing rate = closed ÷ handed over" in said.out
    assert said.out.splitlines()[-1].startswith("all\tReceipt rate — (0÷0)")


def test_the_ledger_is_exported_or_refused_in_words(dispatched: Cli, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    assert dispatched("ledger", "export", path, "--photos", "--json").json["findings"] == 1
    assert load_workbook(path).sheetnames == ["台账", "整改过程", "退回记录", "统计"]
    said = dispatched("--lang", "en", "ledger", "export", path, "--status", "closed")
    assert (said.status, said.out) == (1, "")
    assert "No finding fits" in said.err
