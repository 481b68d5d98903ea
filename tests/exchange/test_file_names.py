"""Names that Windows, Excel and Linux all accept (threats.md 59)."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exchange.file_names import safe_name, unique_names

TEXTS = st.text(st.characters(), max_size=120)
DEVICES = ("CON", "prn", "Aux", "NUL", "COM1", "lpt9", "COM¹")


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("behind", ["", ".txt", ".", " ", "  .x"])
def test_names_of_devices_are_never_used(device: str, behind: str) -> None:
    name = safe_name(device + behind, ".xlsx")
    assert name.split(".")[0].strip().casefold() not in {one.casefold() for one in DEVICES}
    assert name.startswith(device + "_")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("红莲街道办事处", "红莲街道办事处.xlsx"),
        ("创城办〔2026〕12号", "创城办〔2026〕12号.xlsx"),
        ("照片:1/2?", "照片_1_2_.xlsx"),
        ("结尾有点. . ", "结尾有点.xlsx"),
        ("e\u0301", "é.xlsx"),
        ("a\ufffe\u0301", "á.xlsx"),
        ("\u202egnp.exe", "gnp.exe.xlsx"),
        ("第一行\n第二行\t", "第一行 第二行.xlsx"),
        ("", "未命名.xlsx"),
        ("...", "未命名.xlsx"),
        ("区 城管局", "区 城管局.xlsx"),
    ],
)
def test_a_name_keeps_what_it_can(text: str, name: str) -> None:
    assert safe_name(text, ".xlsx") == name


@given(TEXTS)
def test_any_text_makes_a_name_every_system_accepts(text: str) -> None:
    name = safe_name(text, ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name) <= 80
    assert len(name.encode()) <= 255
    assert not set('\\/:*?"<>|') & set(name)
    assert not [c for c in name if unicodedata.category(c) in {"Cc", "Cs"}]
    assert name == name.strip()
    assert safe_name(name.removesuffix(".xlsx"), ".xlsx") == name


def test_eighty_six_chinese_characters_and_eighty_emoji_fit_on_a_linux_disk(tmp_path: Path) -> None:
    for text in ("路" * 86, "😀" * 80):
        (tmp_path / safe_name(text, ".xlsx")).touch()
    assert len(list(tmp_path.iterdir())) == 2


@given(st.lists(st.sampled_from(["甲", "a", "A", "é", "e\u0301", "ß", "SS", "x" * 90, "x" * 91, "甲（2）", ""])))
def test_names_in_one_folder_never_fall_on_each_other(texts: list[str]) -> None:
    names = unique_names(texts, ".xlsx")
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(texts)
    assert all(len(name) <= 80 for name in names)
    assert all(name.endswith(".xlsx") for name in names)


def test_the_first_of_two_equal_names_keeps_it() -> None:
    assert unique_names(["区局", "区局", "区局"], ".xlsx") == ("区局.xlsx", "区局（2）.xlsx", "区局（3）.xlsx")
