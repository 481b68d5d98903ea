"""The documents are true where a program can tell: what they point to is there, decisions are counted without a gap."""

import re
from pathlib import PurePosixPath

import pytest

from inspector.cli.commands import COMMANDS
from tests.project.source_facts import of_the_package
from tests.project.tree import ROOT, tracked

PAGES = [path for path in tracked() if path.endswith(".md") and not path.startswith("resources/")]
FILE = re.compile(r"`([\w./*<>-]+\.(?:py|md|json|toml|cmd|qss|svg))(?:::\w+)?`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
MADE_BY_THE_READER = {"visit.json"}
TASKS = {"test", "lint", "quick", "bench", "demo"}


def is_there(named: str) -> bool:
    """Whether a file the documents name exists: from the root, inside the package, or by its bare name anywhere."""
    pattern = re.sub("<[^>]+>", "*", named)
    if any(ROOT.glob(pattern)) or any((ROOT / "inspector").glob(pattern)):
        return True
    return "/" not in named and any(PurePosixPath(path).match(pattern) for path in tracked())


@pytest.mark.parametrize("page", PAGES)
def test_every_file_a_document_names_is_there(page: str) -> None:
    named = set(FILE.findall((ROOT / page).read_text("utf-8"))) - MADE_BY_THE_READER
    assert {one for one in named if not is_there(one)} == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_document_leads_somewhere(page: str) -> None:
    links = [link for link in LINK.findall((ROOT / page).read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def test_every_command_a_document_shows_is_one() -> None:
    known = TASKS | {words.split()[0] for words in COMMANDS}
    shown = {(page, word) for page in PAGES for word in re.findall(r"\./run ([a-z][a-z-]*)", (ROOT / page).read_text())}
    assert len(shown) > 10
    assert {(page, word) for page, word in shown if word not in known} == set()


def test_what_the_readme_tells_to_press_is_written_in_the_window() -> None:
    words = "".join(file.read_text("utf-8") for file in (ROOT / "resources" / "i18n" / "zh_CN").glob("*.json"))
    pressed = {
        word
        for page in ("README.md", "README.zh-CN.md")
        for word in re.findall(r"→ ([\u4e00-\u9fff]+(?: Excel)?)", _text(page))
    }
    told_only = {"按单位核对", "输入首字母", "前后两张照片并排", "把单位发回的文件", "回车"}
    assert len(pressed - told_only) > 2
    assert {word for word in pressed - told_only if f'"{word}"' not in words} == set()


def _text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def test_decisions_are_counted_without_a_gap() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    heads = [re.match(r"# (\d+)\. ", page.read_text("utf-8")) for page in pages]
    counted = list(range(1, len(pages) + 1))
    assert [int(page.name[:4]) for page in pages] == counted
    assert [int(head[1]) for head in heads if head] == counted


def test_every_name_of_the_glossary_is_used_in_the_code() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    glossary = page.partition("## Names")[2].partition("\n")[2].partition("\n## ")[0]
    names = set(re.findall("[a-z_]+", glossary))
    said = {name.lower() for one in of_the_package() for name in one.names}
    spoken = said | {part for name in said for part in name.split("_")}
    assert len(names) > 40
    assert names - spoken - {"before", "a", "computed"} == set()


def test_the_changelog_tells_users_in_whole_sentences_under_known_heads() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
    heads = [line for line in lines if line.startswith("#")]
    known = re.compile(
        r"# Changelog|## Unreleased|## \d+\.\d+\.\d+ - \d{4}-\d\d-\d\d|### (?:Added|Changed|Fixed|Removed|Security)"
    )
    assert [head for head in heads if not known.fullmatch(head)] == []
    told = re.split(r"\n(?=- )", "\n".join(line for line in lines if line.startswith(("- ", "  "))))
    assert [one for one in told if not re.search(r"[.)”]$", one)] == []


def test_a_name_nobody_has_is_not_found() -> None:
    assert not is_there("domain/nothing.py")
    assert not is_there("no_such_file.py")
    assert is_there("exchange/photo_*.py")
