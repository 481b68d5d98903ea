"""docs/threats-covered.md tells the truth: every test it names is there."""

import re

from tests.project.tree import ROOT

_NAMED = re.compile(r"`(tests/[\w/]+\.py|…)(?:::(\w+))?`")


def test_every_test_the_list_of_threats_names_is_there() -> None:
    text = (ROOT / "docs" / "threats-covered.md").read_text("utf-8")
    file, missing = "", []
    for path, name in _NAMED.findall(text):
        file = file if path == "…" else path
        source = (ROOT / file).read_text("utf-8") if (ROOT / file).is_file() else ""
        if not source or (name and f"def {name}(" not in source):
            missing.append(f"{file}::{name}")
    assert missing == []
    assert len(_NAMED.findall(text)) > 30
