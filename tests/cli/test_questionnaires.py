"""questionnaires import, list, record, report, purge as offices call them."""

import json
from datetime import date, timedelta
from pathlib import Path

from inspector.services.services import open_services
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


def test_who_wants_a_call_is_told_by_no_command_and_a_purge_counts_before_it_erases(cli: Cli, tmp_path: Path) -> None:
    rows = (row("text", "Q1", "意见", "Remarks"),)
    cli("questionnaires", "import", str(write_xlsform(tmp_path / "f.xlsx", rows, CHOICES)))
    file = tmp_path / "one.json"
    times = {"started": "2026-03-01T09:00:00+08:00", "finished": "2026-03-01T09:04:00+08:00"}
    file.write_text(json.dumps({**times, "answers": {"Q1": "这句话要消失"}}), "utf-8")
    cli("questionnaires", "record", "T1", str(file))
    services = open_services(tmp_path / "w.db", person="王敏")
    services.callbacks.leave("T1", "赵小明同志", "13900001234")
    services.close()
    for words in (("questionnaires", "list"), ("questionnaires", "report", "T1"), ("findings",), ("figures",)):
        said = cli(*words, "--json")
        assert "13900001234" not in said.out + said.err
    tomorrow = str(date.today() + timedelta(days=1))  # noqa: DTZ011 - the command goes by the machine's day
    asked = ("questionnaires", "purge", "--contacts-before", tomorrow, "--answers-before", tomorrow)
    counted = cli(*asked, "--json").json
    assert (counted["contacts"], counted["responses"], counted["purged"]) == (1, 1, False)
    assert "这句话要消失".encode() in (tmp_path / "w.db").read_bytes()
    assert "--yes" in cli(*asked).out
    assert cli(*asked, "--yes", "--json").json["purged"] is True
    left = (tmp_path / "w.db").read_bytes()
    assert not any(words.encode() in left for words in ("这句话要消失", "赵小明同志", "13900001234"))
    assert cli("check").status == 0
    assert cli("questionnaires", "purge", "--json").json["contacts"] == 0
