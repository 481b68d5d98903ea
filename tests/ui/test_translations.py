"""Chinese is complete: every source has its words, nothing is left over, the same facts stand on both sides."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from inspector.ui import translation
from inspector.ui.translation import Language, catalogue, tr
from tests.ui.sources import facts_in, tr_calls


def test_every_text_is_a_literal() -> None:
    assert [call.where for call in tr_calls() if call.source is None] == []


def test_every_text_has_chinese() -> None:
    chinese = catalogue(Language.CHINESE)
    missing = {
        call.source: call.where for call in tr_calls() if call.source and not chinese.get(call.source, "").strip()
    }
    assert not missing


def test_no_chinese_is_left_over() -> None:
    used = {call.source for call in tr_calls()}
    assert sorted(source for source in catalogue(Language.CHINESE) if source not in used) == []


def test_both_languages_name_the_same_facts() -> None:
    chinese = catalogue(Language.CHINESE)
    wrong = {source: words for source, words in chinese.items() if facts_in(source) != facts_in(words)}
    assert not wrong


def test_every_call_gives_the_facts_its_text_names() -> None:
    given = [call for call in tr_calls() if call.source and call.facts is not None]
    wrong = {call.where: call.source for call in given if call.facts != facts_in(call.source or "")}
    assert not wrong


def test_chinese_words_have_no_half_width_punctuation_beside_them() -> None:
    def is_chinese(letter: str) -> bool:
        return "\u4e00" <= letter <= "\u9fff"

    wrong = [
        words
        for words in catalogue(Language.CHINESE).values()
        for before, sign in pairwise(words)
        if is_chinese(before) and sign in ",;:?!()"
    ]
    assert not wrong


def test_two_files_that_disagree_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "zh_CN"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps({"Open": "打开"}), "utf-8")
    (folder / "b.json").write_text(json.dumps({"Open": "开启"}), "utf-8")
    with pytest.raises(ValueError, match=r"b\.json"):
        catalogue(Language.CHINESE, tmp_path)


def test_the_language_changes_while_the_program_runs() -> None:
    translation.use(Language.CHINESE)
    assert tr("Undo") == "撤销"
    assert tr("{done} of {of}", done=1, of=6) == "第 1/6"
    translation.use(Language.ENGLISH)
    assert tr("{done} of {of}", done=1, of=6) == "1 of 6"


def test_what_a_person_typed_is_never_read_as_a_fact() -> None:
    translation.use(Language.ENGLISH)
    assert tr("Photo {n}", n="{n} {0} %s") == "Photo {n} {0} %s"


def test_the_texts_of_qt_follow(qapp: QApplication) -> None:
    translation.speak(qapp, Language.CHINESE)
    chinese = QCoreApplication.translate("QWidgetTextControl", "&Copy")
    translation.speak(qapp, Language.ENGLISH)
    assert "复制" in chinese
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"
