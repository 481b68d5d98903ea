"""record: one whole inspection from a file, or none of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Cli

Visit = dict[str, Any]


def written(folder: Path, visit: object, name: str = "visit.json") -> Path:
    file = folder / name
    file.write_text(json.dumps(visit, ensure_ascii=False), "utf-8")
    return file


def codes(said: Any) -> list[str]:
    return [error["code"] for error in said.json["errors"]]


def nothing_was_recorded(cli: Cli) -> bool:
    found: list[object] = cli("findings", "--json").json["findings"]
    return not found


def test_a_whole_inspection_is_recorded(with_sites: Cli, inspection: Visit, tmp_path: Path) -> None:
    said = with_sites("record", written(tmp_path, inspection), "--json")
    assert said.status == 0
    assert said.json["vetoed"] is False
    assert said.json["score_rate"] == 88.9  # 8 of 9 weights
    (finding,) = said.json["findings"]
    assert finding == {"no": "LX-0001", "item": "LX-01-02", "unit": "望云街道办事处", "due_on": "2026-03-09"}
    (row,) = with_sites("findings", "--json").json["findings"]
    assert (row["status"], row["photos"], row["text"]) == ("to_dispatch", 1, "没有展示市民公约")
    assert with_sites("check", "--json").json == {"ok": True, "problems": []}


def test_everything_wrong_is_told_at_once_and_nothing_is_taken_in(
    with_sites: Cli, inspection: Visit, tmp_path: Path
) -> None:
    inspection["answers"] += [
        {"item": "LX-99-01", "verdict": "pass"},
        {"item": "LX-01-03", "count": 1, "verdict": "fail"},
        {"item": "LX-02-03", "ok": 1, "of": 3},
    ]
    inspection["answers"][3] = {"item": "LX-05-01", "verdict": "pass", "photos": ["a.jpg"]}
    said = with_sites("record", written(tmp_path, inspection), "--json")
    assert said.status == 1
    assert codes(said) == [
        "record.photo-of-nothing",
        "checklist.item-unknown",
        "record.verdict-and-figures",
        "record.figure-not-asked",
    ]
    assert [e["item"] for e in said.json["errors"]][1] == "answers[4] LX-99-01"
    assert nothing_was_recorded(with_sites)


def test_what_cannot_be_read_does_not_hide_what_does_not_fit(
    with_sites: Cli, inspection: Visit, tmp_path: Path
) -> None:
    inspection["started"] = "gestern"
    inspection["answers"] = [
        {"item": "LX-01-01", "count": -1},
        {"item": "LX-99-01", "verdict": "pass"},
        {"item": "LX-01-02", "verdict": "maybe"},
    ]
    said = with_sites("record", written(tmp_path, inspection), "--json")
    assert codes(said) == [
        "record.bad-time",
        "json.figure-out-of-range",
        "record.bad-verdict",
        "checklist.item-unknown",
    ]
    assert nothing_was_recorded(with_sites)


def test_wrong_fields_are_told_at_once(with_sites: Cli, inspection: Visit, tmp_path: Path) -> None:
    inspection |= {"inspecter": "x", "inspector": 7, "finished": "yesterday"}
    inspection["answers"] += [{"item": "LX-01-01"}, {"item": "LX-03-01", "verdict": "okay"}, {"count": -1}, "pass"]
    said = with_sites("record", written(tmp_path, inspection), "--json")
    assert sorted(codes(said)) == [
        "json.field-missing",
        "json.field-unknown",
        "json.figure-out-of-range",
        "json.wrong-type",
        "json.wrong-type",
        "record.bad-time",
        "record.bad-verdict",
        "record.item-twice",
    ]
    assert "inspector" in said.err


def test_a_photo_that_cannot_be_read_is_refused_by_name_while_the_others_go_in(
    with_sites: Cli, inspection: Visit, tmp_path: Path
) -> None:
    (tmp_path / "notes.jpg").write_text("no photo")
    inspection["answers"][1]["photos"] += ["notes.jpg", "gone.jpg"]
    said = with_sites("record", written(tmp_path, inspection), "--json")
    assert said.status == 1
    assert "notes.jpg" in said.err
    assert "gone.jpg" in said.err
    assert said.json["findings"][0]["no"] == "LX-0001"
    assert with_sites("findings", "--json").json["findings"][0]["photos"] == 1


def test_a_fail_whose_only_photo_is_broken_keeps_the_visit_from_being_finished(
    with_sites: Cli, inspection: Visit, photo: Path, tmp_path: Path
) -> None:
    photo.write_bytes(photo.read_bytes()[:500])
    file = written(tmp_path, inspection)
    assert codes(with_sites("record", file, "--json")) == ["photo.broken", "record.incomplete"]
    assert nothing_was_recorded(with_sites)
    del inspection["finished"]
    said = with_sites("record", written(tmp_path, inspection), "--json")
    assert said.json["findings"][0]["no"] == "LX-0001"
    assert with_sites("findings", "--status", "draft", "--json").json["findings"] != []


def test_the_same_visit_is_not_taken_in_twice(with_sites: Cli, inspection: Visit, tmp_path: Path) -> None:
    file = written(tmp_path, inspection)
    assert with_sites("record", file).status == 0
    assert codes(with_sites("record", file, "--json")) == ["record.already-there"]
    assert len(with_sites("findings", "--json").json["findings"]) == 1


@pytest.mark.parametrize(
    ("site", "code", "word"),
    [("桂花小区", "name.unknown", "桂花里小区"), ("A-02", "record.other-checklist", "JM")],
)
def test_a_wrong_site_is_told_with_a_way_out(
    with_sites: Cli, inspection: Visit, tmp_path: Path, site: str, code: str, word: str
) -> None:
    said = with_sites("record", written(tmp_path, inspection | {"site": site}), "--json")
    assert codes(said) == [code]
    assert word in said.err


def test_a_site_is_found_by_its_code(with_sites: Cli, inspection: Visit, tmp_path: Path) -> None:
    assert with_sites("record", written(tmp_path, inspection | {"site": "A-01", "checklist": "LX-v1"})).status == 0


HOSTILE = {
    "not JSON": b"site: A",
    "cut off": b'{"site": "A',
    "deep": b"[" * 200_000,
    "deep in a field": b'{"site": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a list": b"[1, 2]",
    "not UTF-8": '{"site": "桂花"}'.encode("gb18030"),
    "UTF-16": '{"site": "A"}'.encode("utf-16"),
    "no number": b'{"answers": [{"item": "x", "value": NaN}]}',
    "a huge number": b'{"answers": [{"item": "x", "value": 1' + b"0" * 6000 + b"}]}",
    "too large": b'{"remark": "' + b"x" * 6_000_000 + b'"}',
    "a field twice": b'{"site": "A", "site": "B"}',
    "a lone surrogate": b'{"site": "\\ud800", "answers": [], "inspector": "A\\u0000"}',
    "empty": b"",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_gets_a_sentence(with_sites: Cli, tmp_path: Path, name: str) -> None:
    file = tmp_path / "visit.json"
    file.write_bytes(HOSTILE[name])
    said = with_sites("record", file, "--json")
    assert said.status == 1
    assert said.json["errors"]
    assert "visit.json" in said.err
    assert "Traceback" not in said.err
    assert nothing_was_recorded(with_sites)


def test_a_folder_and_a_missing_file_are_told(with_sites: Cli, tmp_path: Path) -> None:
    assert codes(with_sites("record", tmp_path, "--json")) == ["json.unreadable"]
    assert codes(with_sites("record", tmp_path / "none.json", "--json")) == ["json.missing"]


NOISE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["LX-01-01", "fail"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["item", "verdict", "count"]), inner),
    max_leaves=8,
)
FIELDS = st.sampled_from(["site", "checklist", "inspector", "started", "finished", "answers", "remark"])


@given(changes=st.dictionaries(FIELDS, NOISE, min_size=1, max_size=3))
@settings(max_examples=60)
def test_whatever_stands_in_a_field_the_answer_is_a_sentence(
    with_sites: Cli, tmp_path: Path, changes: dict[str, Any]
) -> None:
    visit = {
        "site": "桂花里小区",
        "inspector": "王敏",
        "started": "2026-03-02T09:00",
        "answers": [{"item": "LX-01-01"}],
    }
    file = tmp_path / "noise.json"
    file.write_text(json.dumps(visit | changes), "utf-8")
    said = with_sites("record", file, "--json")
    assert said.status in {0, 1}
    assert said.json
    assert said.status == 0 or said.json["errors"]
