"""Searches by the index of pieces find what reading every finding would find, through all that happens to a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.findings import Finding
from inspector.domain.ledger import LedgerQuery
from inspector.domain.records import clean_text
from inspector.storage import ledger_words
from inspector.storage.engine import make_engine
from inspector.storage.finding_pieces import put_missing_pieces
from inspector.storage.tables import finding_place
from inspector.storage.workspace import Workspace, open_workspace
from tests.records import MOMENT, finding, site
from tests.storage.found import codes, complaints

LETTERS = "占道经营aAbBＡａÉéßİıK0-%_\\\"'*^ 🚲"
said = st.one_of(st.text(st.sampled_from(LETTERS), max_size=8), st.text(max_size=8))
NAMES = {
    "s1": site("红莲市场", pinyin="honglianshichang", initials="hlsc"),
    "s2": site("占道Ab路", pinyin="", initials=""),
}
HOURS = st.sampled_from(
    (MOMENT, MOMENT + timedelta(minutes=1), MOMENT - timedelta(hours=1), MOMENT - timedelta(days=1))
)
MADE = st.builds(
    finding,
    found_at=HOURS,
    no=st.one_of(st.just("NM-0001"), said),
    site=st.sampled_from(("s1", "s2", "")),
    text=said,
    location=said,
)


NO_PIECES = "INSERT INTO finding_pieces (finding_pieces) VALUES ('delete-all')"
SAID_THERE = (
    "INSERT INTO finding_pieces (rowid, words) SELECT place, text || char(10) || no || char(10) || location || "
    "char(10) || char(10) FROM finding_place JOIN finding ON finding.id = finding ORDER BY place"
)
"""What the findings say, learned again wherever their places are."""


def ids(number: int) -> str:
    return str(UUID(int=number))


F1, F2 = ids(1), ids(2)


def small(text: str) -> str:
    """As SQLite compares: only the letters of ASCII have two sizes."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def holds(one: Finding, word: str) -> bool:
    place = NAMES.get(one.site)
    texts = (one.text, one.no, one.location, *((place.name, place.pinyin, place.initials) if place else ()))
    return any(small(word) in small(clean_text(text)) for text in texts)


def found(workspace: Workspace, text: str) -> set[str]:
    newest = LedgerQuery(text=text)
    with workspace.reading() as view:
        for asked in (replace(newest, descending=False), newest):
            every = list(view.findings.ledger_ids(asked))
            assert list(view.findings.first_of_ledger(asked, 1)) == every[:1]
            assert list(view.findings.first_of_ledger(asked, 3)) == every[:3]
        answer = set(view.findings.ledger_ids(newest))
        assert view.findings.ledger_count(newest) == len(answer)
    return answer


@contextmanager
def behind_its_back(workspace: Workspace) -> Iterator[sa.Connection]:
    engine = make_engine(Path(workspace.path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.mark.slow
@settings(max_examples=100)
@given(
    made=st.lists(MADE, max_size=6),
    changed=st.lists(MADE, max_size=3),
    word=said,
    few=st.sampled_from((0, 1, 1000)),
    data=st.data(),
)
def test_any_word_finds_what_plain_python_finds_in_any_texts(
    workspace: Workspace, made: list[Finding], changed: list[Finding], word: str, few: int, data: st.DataObject
) -> None:
    with workspace.writing("fill") as writing:
        for key, place in NAMES.items():
            writing.put(key, place)
        for number in range(6):
            writing.remove(Finding, ids(number))
    for several in (made, changed):
        with workspace.writing("change") as writing:
            for number, one in enumerate(several):
                writing.put(ids(number), one)
    stand = dict(enumerate(made)) | dict(enumerate(changed))
    texts = [clean_text(text) for one in stand.values() for text in (one.text, one.no, one.location)]
    pieces = [text[start : start + size] for text in texts for start in range(len(text)) for size in (1, 2, 3, 5)]
    asked = " ".join(data.draw(st.lists(st.sampled_from([word, *pieces]), min_size=1, max_size=2)))
    expected = {ids(n) for n, one in stand.items() if all(holds(one, each) for each in clean_text(asked).split())}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger_words, "FEW", few)
        assert found(workspace, asked) == expected
    assert complaints(workspace) == []


def test_the_index_follows_a_finding_through_all_that_happens_to_it(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        writing.put(F1, finding(text="楼道堆物"))
        writing.put(F2, finding("NM-0002", text="飞线充电"))
    with workspace.writing("b") as writing:
        writing.put(F1, finding(text="楼道清空"))
    assert (found(workspace, "堆物"), found(workspace, "楼道清")) == (set(), {F1})
    with workspace.writing("c") as writing:
        writing.remove(Finding, F1)
    assert found(workspace, "楼道") == set()
    with workspace.writing("d") as writing:
        writing.restore(Finding, F1)
        change = writing.changed.change
    assert found(workspace, "楼道") == {F1}
    with workspace.writing("e") as writing:
        writing.take_back(change)
    assert found(workspace, "楼道") == set()
    workspace.rebuild()
    assert (found(workspace, "楼道"), found(workspace, "飞线充")) == (set(), {F2})
    assert complaints(workspace) == []


def test_a_finding_whose_time_was_wrong_is_listed_where_it_belongs(workspace: Workspace) -> None:
    early, late = finding(text="楼道堆物"), finding("NM-0002", text="楼道清空")
    with workspace.writing("a") as writing:
        writing.put(F1, early)
        writing.put(F2, replace(late, found_at=MOMENT + timedelta(hours=2)))
    asked = LedgerQuery(text="楼道")
    with workspace.reading() as view:
        assert list(view.findings.first_of_ledger(asked, 1)) == [F2]
    with workspace.writing("b") as writing:
        writing.put(F2, replace(late, found_at=MOMENT - timedelta(days=400)))
    assert found(workspace, "楼道") == {F1, F2}
    with workspace.reading() as view:
        assert list(view.findings.first_of_ledger(asked, 1)) == [F1]
    assert complaints(workspace) == []


def test_the_newest_are_found_where_one_hour_holds_more_than_are_looked_at(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        for number in range(40):
            writing.put(ids(number), finding(f"NM-{number:04d}", text="楼道堆物", found_at=MOMENT))
        for number in range(40, 45):
            writing.put(ids(number), finding(f"NM-{number:04d}", text="楼道堆物", found_at=MOMENT - timedelta(days=1)))
    assert len(found(workspace, "楼道堆")) == len(found(workspace, "道堆")) == 45


def test_what_was_not_committed_is_not_found(workspace: Workspace) -> None:
    def fail() -> None:
        with workspace.writing("a") as writing:
            writing.put(F1, finding(text="楼道堆物"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert found(workspace, "楼道堆") == set()
    assert complaints(workspace) == []


def test_a_copy_of_the_file_finds_the_same_whatever_places_it_gives_its_rows(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        for number in range(30):
            found_at = MOMENT - timedelta(minutes=25 * number)
            writing.put(ids(number), finding(f"NM-{number:04d}", text=f"楼道堆物{number}件", found_at=found_at))
    copy = workspace.path.with_name("copy.inspector")
    workspace.back_up(copy)
    copied = open_workspace(copy)
    for text in ("物7件", "道堆", "0011"):
        assert found(copied, text) == found(workspace, text) != set()
    copied.close()


def test_a_file_without_an_index_is_read_through_and_gets_one_by_what_an_upgrade_does(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        writing.put(F1, finding(text="楼道堆物"))
    with behind_its_back(workspace) as raw:
        made = (
            raw.execute(
                sa.text(
                    "SELECT sql FROM sqlite_master WHERE name LIKE 'finding\\_piece%' ESCAPE '\\' "
                    "AND sql LIKE 'CREATE VIRTUAL%' ORDER BY name DESC"
                )
            )
            .scalars()
            .all()
        )
        for name in ("finding_piece", "finding_pieces"):
            raw.exec_driver_sql(f"DROP TABLE {name}")
        raw.execute(finding_place.delete())
    without = open_workspace(workspace.path)
    with without.writing("b") as writing:
        writing.put(F2, finding("NM-0002", text="楼道清空"))
    assert (found(without, "楼道"), found(without, "道清空")) == ({F1, F2}, {F2})
    assert complaints(without) == []
    without.close()
    with behind_its_back(workspace) as raw:
        for sql in made:
            raw.exec_driver_sql(sql)
        put_missing_pieces(raw)
    again = open_workspace(workspace.path)
    assert (found(again, "楼道"), found(again, "道清空")) == ({F1, F2}, {F2})
    assert complaints(again) == []
    again.close()


def test_places_of_an_older_program_are_given_out_anew_by_the_upgrade(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        writing.put(F1, finding(text="楼道堆物", found_at=MOMENT - timedelta(days=3)))
        writing.put(F2, finding("NM-0002", text="楼道清空"))
    in_the_order_they_came = (
        "UPDATE finding_place SET place = (SELECT count(*) FROM finding AS each WHERE each.id <= finding_place.finding)"
    )
    with behind_its_back(workspace) as raw:
        for sql in (NO_PIECES, in_the_order_they_came, SAID_THERE):
            raw.exec_driver_sql(sql)
        raw.exec_driver_sql("UPDATE alembic_version SET version_num = '0011'")
    workspace.close()
    upgraded = open_workspace(workspace.path)
    with upgraded.reading() as view:
        assert list(view.findings.first_of_ledger(LedgerQuery(text="楼道"), 1)) == [F2]
    assert found(upgraded, "楼道") == {F1, F2}
    assert complaints(upgraded) == []
    upgraded.close()


def test_the_check_tells_pieces_that_are_wrong_missing_or_left_over_and_a_rebuild_heals(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        writing.put(F1, finding(text="楼道堆物"))
        writing.put(F2, finding("NM-0002", text="飞线充电"))
    another_hour = "UPDATE finding_place SET place = place + 16777216"
    for damage in (
        ["INSERT INTO finding_pieces (rowid, words) VALUES (1, '别的字')"],
        [NO_PIECES],
        ["INSERT INTO finding_place (finding) VALUES ('nobody')"],
        ["DELETE FROM finding_place"],
        [another_hour, NO_PIECES, SAID_THERE],
    ):
        with behind_its_back(workspace) as raw:
            for sql in damage:
                raw.exec_driver_sql(sql)
        assert set(codes(workspace)) == {"check.projection-differs"}, damage
        workspace.rebuild()
        assert complaints(workspace) == []
    assert found(workspace, "飞线充") == {F2}


def test_saving_what_a_search_does_not_look_at_leaves_the_index_alone(workspace: Workspace) -> None:
    with workspace.writing("a") as writing:
        writing.put(F1, finding(text="楼道堆物"))
    with behind_its_back(workspace) as raw:
        before = raw.exec_driver_sql("SELECT id, block FROM finding_pieces_data").all()
    with workspace.writing("b") as writing:
        writing.put(F1, replace(finding(text="楼道堆物"), remark="已电话通知"))
    with behind_its_back(workspace) as raw:
        assert raw.exec_driver_sql("SELECT id, block FROM finding_pieces_data").all() == before
