"""A workspace for the command line, and the command line itself as a test calls it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from inspector.app import main
from inspector.exchange.drawn_photos import draw_photo

SITES = """点位名称,点位类型,镇街,社区,地址,编号
桂花里小区,老旧小区,望云街道,桂花社区,朝晖路18号,A-01
红莲市场,集贸市场,清溪街道,红莲社区,红莲路2号,A-02
育英小学,学校,望云街道,,书院路1号,A-03
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command did: its exit status, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout, which must be one JSON object and nothing else."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


Cli = Callable[..., Said]


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command in this process on the workspace of the test."""

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        try:
            status = main(["--workspace", str(tmp_path / "w.db"), *map(str, arguments)])
        except SystemExit as wrong:  # argparse leaves this way
            status = int(str(wrong.code))
        printed = capsys.readouterr()
        return Said(status, printed.out, printed.err)

    return run


@pytest.fixture
def with_sites(cli: Cli, tmp_path: Path) -> Cli:
    """The command line on a workspace with three sites."""
    sites = tmp_path / "sites.csv"
    sites.write_text(SITES, "utf-8")
    assert cli("sites", "import", sites).status == 0
    return cli


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo beside the record files of the test."""
    path = tmp_path / "a.jpg"
    path.write_bytes(draw_photo("junk", 1, size=(1200, 900)))
    return path


@pytest.fixture
def inspection(photo: Path) -> dict[str, Any]:
    """A visit to 桂花里小区 that keeps every rule: one fail with a photo, the red lines answered."""
    return {
        "site": "桂花里小区",
        "checklist": "LX",
        "inspector": "王敏",
        "started": "2026-03-02T09:00",
        "finished": "2026-03-02T10:10",
        "answers": [
            {"item": "LX-01-01", "count": 2},
            {"item": "LX-01-02", "verdict": "fail", "location": "3 号楼入口", "photos": [photo.name]},
            {"item": "LX-02-02", "value": 1},
            {"item": "LX-05-01", "verdict": "pass", "remark": "三个单元都看了"},
        ],
    }
