"""Checklists in YAML: nothing is read as something else, and everything wrong is named at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from inspector.domain.checklists import Checklist
from inspector.exchange.checklist_given import ITEM_FIELDS
from inspector.exchange.checklist_yaml import checklist_yaml, parse_checklist, read_checklist
from inspector.exchange.strict_yaml import MAX_BYTES, parse_yaml, read_yaml
from tests.checklist_examples import CHECKLISTS

GOOD = """\
code: GY
version: 1.10
title: 12:30
kind: GY
default_unit: 属地镇街
sections:
- code: 01
  title: 环境卫生
  items:
  - code: GY-01-01
    text: 地面干净
    judging: C0/1/2
    weight: 2
    time_limit: 立行立改
    photo_required: no
    phrases: [地面有垃圾, 007]
"""


def complaints(text: str) -> list[tuple[str, int | None, str]]:
    checked = parse_checklist(text, "GY-v1.yaml")
    assert checked.checklist is None
    assert {c.place.file for c in checked.complaints} == {"GY-v1.yaml"}
    return [(c.code, c.place.line, c.place.item) for c in checked.complaints]


def test_scalars_stay_what_was_written() -> None:
    checklist = parse_checklist(GOOD).checklist
    assert checklist is not None
    (item,) = checklist.items
    assert (checklist.version, checklist.title, checklist.sections[0].code) == ("1.10", "12:30", "01")
    assert (item.phrases, item.photo_required, item.weight) == (("地面有垃圾", "007"), False, 2)
    assert item.unit_rule == "属地镇街"


@settings(max_examples=25)
@given(CHECKLISTS)
def test_what_is_written_reads_back_the_same_and_is_written_the_same_again(checklist: Checklist) -> None:
    text = checklist_yaml(checklist)
    read = parse_checklist(text)
    assert read.checklist == checklist, read.complaints
    assert checklist_yaml(read.checklist) == text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("weight: 2", "weight: 2\n    weight: 3", ("yaml.duplicate-key", 14, "")),
        ("weight: 2", "wieght: 2", ("checklist.unknown-field", 13, "GY-01-01")),
        ("weight: 2", "weight: no", ("checklist.bad-weight", 13, "GY-01-01")),
        ("weight: 2", "weight: 3.10", ("checklist.bad-weight", 13, "GY-01-01")),
        ("weight: 2", "weight: 007", ("checklist.bad-weight", 13, "GY-01-01")),
        ("weight: 2", "weight: [2]", ("checklist.wrong-shape", 13, "GY-01-01")),
        ("weight: 2", "weight: 2\n    veto: no", ("checklist.ambiguous-word", 14, "GY-01-01")),
        ("weight: 2", "weight: 2\n    veto: ~", ("checklist.ambiguous-word", 14, "GY-01-01")),
        ("C0/1/2", "R%≥120", ("checklist.threshold-broken", 12, "GY-01-01")),
        ("C0/1/2", "大约", ("checklist.judging-unknown", 12, "GY-01-01")),
        ("立行立改", "马上", ("checklist.bad-time-limit", 14, "GY-01-01")),
        ("photo_required: no", "photo_required: nein", ("checklist.bad-choice", 15, "GY-01-01")),
        ("default_unit: 属地镇街\n", "", ("checklist.no-unit", 9, "GY-01-01")),
        ("    text: 地面干净\n", "", ("checklist.missing-field", 10, "GY-01-01")),
        ("version: 1.10", "version: v 1", ("checklist.bad-version", 2, "")),
        ("title: 12:30", "title: &a 甲\nnote: *a", ("yaml.alias", 4, "")),
        ("title: 12:30", "title: !!python/name:os.system", ("yaml.tag", 3, "")),
        ("title: 12:30", "title: ]", ("yaml.syntax", 3, "")),
        ("title: 12:30", 'title: "\\u0007"', ("checklist.control-character", 3, "")),
        ("title: 12:30", "title: " + "长" * 501, ("checklist.too-long", 3, "")),
    ],
)
def test_each_mistake_is_named_by_line_and_item(old: str, new: str, expected: tuple[str, int, str]) -> None:
    assert old in GOOD
    assert expected in complaints(GOOD.replace(old, new))


def test_every_problem_is_told_at_once() -> None:
    item = (
        "\n  - code: GY-01-01\n    text: 又一项\n    judging: X\n    weight: 0\n    time_limit: 3天\n    colour: red\n"
    )
    codes = {code for code, _, _ in complaints(GOOD.rstrip("\n") + item)}
    assert codes == {
        "checklist.duplicate-item",
        "checklist.judging-unknown",
        "checklist.bad-weight",
        "checklist.unknown-field",
    }


def test_an_unknown_field_comes_with_the_one_that_was_meant() -> None:
    (complaint,) = [c for c in parse_checklist(GOOD.replace("phrases", "phrase")).complaints]
    assert (complaint.fact("field"), complaint.fact("near")) == ("phrase", "phrases")


def test_an_unknown_field_like_no_other_comes_with_all_that_could_be_meant() -> None:
    (complaint,) = parse_checklist(GOOD.replace("weight: 2", "weight: 2\n    foo: 1")).complaints
    assert complaint.fact("near").split("、") == list(ITEM_FIELDS)


def test_problems_are_told_in_the_order_of_the_lines() -> None:
    broken = GOOD.replace("title:", "titel:").replace("weight: 2", "weight: 0").replace("立行立改", "马上")
    lines = [line or 0 for _, line, _ in complaints(broken)]
    assert len(lines) > 3
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 3_000 + "]" * 3_000, "yaml.too-deep"),
        ("- a\n" * 200_001, "yaml.too-many"),
        ("a: 1\n---\nb: 2\n", "yaml.several-documents"),
        ("", "yaml.empty"),
        ("? [a]\n: b\n", "yaml.key-not-text"),
        ("a: \x01\n", "yaml.characters"),
    ],
)
def test_hostile_and_empty_documents_are_refused(text: str, code: str) -> None:
    assert [complaint.code for complaint in parse_yaml(text).complaints] == [code]


def test_files_that_are_no_yaml_text_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "gbk.yaml").write_bytes("名称: 公园".encode("gbk"))
    (tmp_path / "huge.yaml").write_bytes(b" " * (MAX_BYTES + 1))
    found = {name: read_yaml(tmp_path / name).complaints[0] for name in ("gbk.yaml", "huge.yaml", "gone.yaml")}
    assert {name: complaint.code for name, complaint in found.items()} == {
        "gbk.yaml": "yaml.not-utf8",
        "huge.yaml": "yaml.too-large",
        "gone.yaml": "yaml.cannot-open",
    }
    assert all(complaint.place.file == name for name, complaint in found.items())


@pytest.mark.parametrize("text", ["- a", "just text", "sections: {a: b}", "sections: [a]", "sections:\n- items: x"])
def test_documents_of_another_shape_are_no_checklists(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    assert "checklist.wrong-shape" in {c.code for c in read_checklist(path).complaints}
