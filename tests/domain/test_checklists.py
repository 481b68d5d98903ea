"""Checklists as records: their content hash, district overrides, and what must be there before finishing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from inspector.domain.checklists import (
    Checklist,
    FinishRule,
    checklist_from_text,
    checklist_to_text,
    content_sha,
)
from inspector.domain.finishing import missing
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.judging_types import Ratio
from inspector.domain.overrides import Override, apply
from tests.checklist_examples import CHECKLISTS, a_checklist, an_item


@settings(max_examples=30)
@given(CHECKLISTS)
def test_a_checklist_comes_back_from_its_text_with_the_same_hash(checklist: Checklist) -> None:
    again = checklist_from_text(checklist_to_text(checklist))
    assert again == checklist
    assert content_sha(again) == content_sha(checklist)


def test_any_changed_word_changes_the_hash() -> None:
    checklist = a_checklist(an_item())
    changed = a_checklist(replace(an_item(), not_counted="划线内停放不算"))
    assert content_sha(checklist) != content_sha(changed)


def test_an_override_changes_only_what_it_names() -> None:
    item = an_item(judging=Ratio("≥", 30.0))
    result = apply(
        a_checklist(item, an_item("B")), [Override("GY", item.code, judging="R%≥80", weight=3, veto="本区红线")]
    )
    changed = replace(item, judging=Ratio("≥", 80.0), weight=3, veto="本区红线")
    assert result.checklist == a_checklist(changed, an_item("B"))
    assert result.complaints == ()


def test_overrides_of_other_checklists_are_left_alone() -> None:
    checklist = a_checklist(an_item())
    assert apply(checklist, [Override("XX", "GY-01-01", weight=9)]).checklist == checklist


@pytest.mark.parametrize(
    ("override", "code"),
    [
        (Override("GY", "GY-09-99", weight=1), "override.no-such-item"),
        (Override("GY", "GY-01-01", weight=0), "override.weight"),
        (Override("GY", "GY-01-01", time_limit=" "), "override.empty"),
        (Override("GY", "GY-01-01", judging="N≥3"), "override.other-judging"),
        (Override("GY", "GY-01-01", judging="R%≥180"), "checklist.threshold-broken"),
        (Override("GY", "GY-01-01", judging="八成"), "checklist.judging-unknown"),
    ],
)
def test_an_override_that_does_not_fit_is_named_and_changes_nothing(override: Override, code: str) -> None:
    checklist = a_checklist(an_item(judging=Ratio("≥", 30.0)))
    result = apply(checklist, [override])
    assert result.checklist == checklist
    assert [(c.code, c.place.item) for c in result.complaints] == [(code, override.item)]


def test_a_veto_item_must_be_answered_and_a_failed_one_needs_its_photo() -> None:
    checklist = a_checklist(an_item("A", veto="红线"), an_item("B"), an_item("C"))
    answers = [Answer("i", "B", Verdict.FAIL)]
    found = [(m.item, m.rule, m.hard) for m in missing(checklist, answers, {})]
    assert found == [
        ("A", FinishRule.VETO_ANSWERED, True),
        ("B", FinishRule.PHOTOS, True),
        ("C", FinishRule.ALL_ANSWERED, False),
    ]


def test_with_everything_answered_and_a_photo_nothing_is_missing() -> None:
    checklist = a_checklist(an_item("A", veto="红线"), replace(an_item("B"), photo_required=False))
    answers = [Answer("i", "A", Verdict.FAIL), Answer("i", "B", Verdict.FAIL)]
    assert missing(checklist, answers, {"A": 1}) == ()


def test_a_checklist_can_ask_for_every_item_and_for_no_photo() -> None:
    checklist = replace(a_checklist(an_item("A", veto="红线"), an_item("B")), finish_rules=(FinishRule.ALL_ANSWERED,))
    found = [(m.item, m.hard) for m in missing(checklist, [], {})]
    assert found == [("A", True), ("B", True)]
    failed = [Answer("i", "A", Verdict.FAIL), Answer("i", "B", Verdict.PASS)]
    assert [m.hard for m in missing(checklist, failed, {})] == [False]
