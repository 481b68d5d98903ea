"""questionnaires import, list, record, report as offices call them."""

import json
from pathlib import Path

from tests.cli.conftest import Cli
from tests.exchange.xlsforms import question as row
from tests.exchange.xlsforms import write_xlsform

CHOICES = (
    ("list_name", "name", "label::中文 (zh)", "label::English (en)"),
    *(("s", name, label, label) for name, label in (("5", "很满意"), ("3", "一般"), ("1", "很不满意"))),
)


def test_a_form_is_taken_in_answered_and_reported(cli: Cli, tmp_path: Path) -> None:
    rows = (row("select_one s", "Q1", "满意吗", "Satisfied?", required="yes"), row("geoshape", "Q2", "范围", "Area"))
    taken = cli("questionnaires", "import", str(write_xlsform(tmp_path / "f.xlsx", rows, CHOICES)), "--json")
    assert (taken.status, taken.json["code"]) == (0, "T1")
    assert [limit["row"] for limit in taken.json["limitations"]] == [3]
    file = tmp_path / "one.json"
    times = {"started": "2026-11-20T09:00:00+08:00", "finished": "2026-11-20T09:04:00+08:00"}
    file.write_text(json.dumps({**times, "answers": {"Q1": "5"}}), "utf-8")
    assert cli("questionnaires", "record", "T1", str(file), "--json").json["response"]
    file.write_text(json.dumps({**times, "answers": {"Q1": "7"}}), "utf-8")
    refused = cli("questionnaires", "record", "T1", str(file), "--json")
    assert (refused.status, refused.json["errors"][0]["code"]) == (1, "response.wrong")
    listed = cli("questionnaires", "list", "--json").json["questionnaires"]
    assert {one["code"]: one["responses"] for one in listed}["T1"] == 1
    assert len(listed) == 14
    out, raw = tmp_path / "report.xlsx", tmp_path / "raw.csv"
    report = cli("questionnaires", "report", "T1", "--out", str(out), "--raw", str(raw), "--json").json
    assert (report["returned"], report["valid"], report["formula"]) == (1, 1, "M1")
    assert report["questions"][0]["rate"]["percent"] == 100
    assert out.stat().st_size > 5_000
    assert raw.read_text("utf-8-sig").startswith('"满意吗"')
