"""Who may not look whether it was done: whoever called it done."""

from dataclasses import replace
from datetime import UTC, datetime

from inspector.domain.rechecks import reporters
from inspector.domain.replies import Outcome, Reply, Said

DONE = Reply(
    "f",
    "u",
    Said(Outcome.DONE, "已清理", person="张三"),
    "反馈.xlsx",
    "整改清单",
    4,
    datetime(2026, 11, 22, tzinfo=UTC),
)


def test_the_person_of_the_last_answer_called_it_done() -> None:
    later = replace(DONE, said=replace(DONE.said, person="李四"))
    assert reporters([DONE, later], "王五") == {"李四", "王五"}


def test_photos_sent_afterwards_and_a_unit_that_is_not_the_right_one_take_nobodys_word_back() -> None:
    photos_alone = replace(DONE, said=Said(), photos=("p",))
    not_ours = replace(DONE, said=Said(Outcome.NOT_OURS, person="李四"))
    assert reporters([DONE, photos_alone, not_ours]) == {"张三"}


def test_an_answer_keyed_in_without_a_name_was_given_by_who_keyed_it_in() -> None:
    keyed = replace(DONE, said=Said(Outcome.DONE), file="", received_by="王敏")
    assert reporters([keyed]) == {"王敏"}
    assert reporters([replace(keyed, file="反馈.xlsx")]) == frozenset()
