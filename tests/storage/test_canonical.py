"""Records become one canonical text and come back as they were, but for what no database can keep."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import Refused
from inspector.domain.kinds import RECORDS
from inspector.domain.records import MAX_BODY_BYTES, clean_text, from_canonical, to_canonical
from inspector.domain.sites import Site
from inspector.storage.columns import from_columns, to_columns
from tests.records import finding, inspection, records, site, texts

any_record = st.one_of(*(records(cls) for cls in RECORDS.values()))


@given(any_record)
def test_every_record_comes_back_from_its_canonical_text_and_gives_the_same_text_again(record: Any) -> None:
    text = to_canonical(record)
    back = from_canonical(type(record), text)
    assert to_canonical(back) == text
    assert from_canonical(type(record), to_canonical(back)) == back


@given(any_record)
def test_columns_give_the_same_record_as_the_canonical_text(record: Any) -> None:
    assert from_columns(type(record), to_columns(record)) == from_canonical(type(record), to_canonical(record))


@given(any_record)
def test_canonical_text_is_utf8_and_sorted_and_without_nul(record: Any) -> None:
    text = to_canonical(record)
    values = json.loads(text)
    assert text.encode().decode() == text
    assert list(values) == sorted(values)
    assert "\\u0000" not in text.replace("\\\\", "")


@given(texts)
def test_cleaned_text_is_nfc_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean_text(cleaned) == cleaned


@given(st.text())
def test_cleaning_takes_nothing_away_from_text_that_every_database_keeps(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text.replace("\0", ""))


def test_a_field_at_its_default_is_left_out_so_that_new_fields_keep_old_hashes() -> None:
    assert to_canonical(site("红莲市场")) == '{"kind":"NM","name":"红莲市场"}'


def test_a_key_of_a_newer_program_is_passed_over() -> None:
    assert from_canonical(Site, '{"kind":"NM","name":"红莲市场","future":[1]}') == site()


@pytest.mark.parametrize("record", [site("长" * MAX_BODY_BYTES), finding(text="长" * MAX_BODY_BYTES)])
def test_a_record_over_64_kb_is_refused_with_its_kind(record: Any) -> None:
    with pytest.raises(Refused) as refused:
        to_canonical(record)
    assert refused.value.complaint.code == "record.too-large"
    assert refused.value.complaint.fact("kind") == type(record).__name__


def test_a_note_of_5000_characters_of_any_script_fits() -> None:
    note = "👍🏽字" * 1666
    assert from_canonical(type(inspection()), to_canonical(inspection(remark=note))).remark == note
