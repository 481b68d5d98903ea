"""A disk that is really full: a small one of its own, in a user namespace."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FILL = """
import os, sys
from pathlib import Path
from inspector.domain.errors import Refused
from inspector.domain.sites import Site
from inspector.storage.workspace import open_workspace
from tests.records import site
from tests.storage.found import codes
path = Path(sys.argv[1]) / "w.inspector"
workspace = open_workspace(path)
saved, refused = 0, []
for number in range(1000):
    try:
        with workspace.writing("add") as writing:
            writing.put(f"s{number}", site(f"点位{number}"))
            writing.keep_photo(os.urandom(20_000))
        saved += 1
    except Refused as refusal:
        refused.append(refusal.complaint.code)
try:
    workspace.back_up(path.with_name("b.inspector"))
except Refused as refusal:
    refused.append(refusal.complaint.code)
with workspace.reading() as view:
    print(len(view.all(Site)) == saved > 0, sorted(set(refused)), codes(workspace), refused[-1])
workspace.close()
"""


def test_a_full_disk_refuses_by_name_and_keeps_everything_saved_before(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    if not unshare or subprocess.run([unshare, "-Urm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs user namespaces to have a small disk of its own")
    command = 'mount -t tmpfs -o size=3m none "$1" && exec "$2" -c "$3" "$1"'
    said = subprocess.run(
        [unshare, "-Urm", "sh", "-c", command, "sh", str(tmp_path), sys.executable, FILL],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert said.stdout.strip() == "True ['workspace.disk-full'] [] workspace.disk-full", said.stderr
