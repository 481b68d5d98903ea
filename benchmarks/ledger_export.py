"""The full ledger at 500,000 findings as a workbook: seconds of the processor and the most memory, against openpyxl
writing the same cells of the first sheet in its write-only way. Each runs in a process of its own.

    python -m benchmarks.ledger_export [findings]
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

from benchmarks._large import large_workspace
from inspector.domain.ledger import LedgerQuery
from inspector.exchange.ledger_columns import ENTRY_COLUMNS
from inspector.services.services import Services, open_services

LARGE = 500_000
GOAL_MIB = 350
_CHUNK = 500


def main() -> None:
    """Measure both, or one of them when called by itself with "ours" or "floor"."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    if len(sys.argv) > 2:
        if sys.argv[2] != "make":
            measure(sys.argv[2], large_workspace(findings))
        else:
            large_workspace(findings)
        return
    seconds: dict[str, float] = {}
    # The file is made in a process of its own: what the parent once took counts as its children's most memory.
    for which in ("make", "ours", "floor"):
        command = [sys.executable, "-m", "benchmarks.ledger_export", str(findings), which]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if not out:
            continue
        took, mebibytes, size = map(float, out.split())
        seconds[which] = took
        print(f"{which:6} {took:8.1f} s {mebibytes:8.0f} MiB at most {size:8.1f} MB file")
    print(f"ratio  {seconds['ours'] / seconds['floor']:8.2f}   goal: at most 1.0, and {GOAL_MIB} MiB")


def measure(which: str, workspace: Path) -> None:
    """Print seconds, MiB and MB of one way."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.xlsx"
        began = time.process_time()
        services = open_services(workspace, person="王敏")
        if which == "ours":
            services.ledger_export.write(LedgerQuery(), path, _silent)
        else:
            _write_only(services, path)
        took = time.process_time() - began
        services.close()
        size = path.stat().st_size / 1e6
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size)


def _write_only(services: Services, path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(["序号", *(column.name for column in ENTRY_COLUMNS)])
    with services.acts.reading() as view:
        ids = view.findings.ledger_ids(LedgerQuery())
        export, today = view.ledger_export, services.acts.today()
        for start in range(0, len(ids), _CHUNK):
            for number, entry in enumerate(export.entries(ids[start : start + _CHUNK], today), start + 1):
                sheet.append([number, *(column.says(entry) for column in ENTRY_COLUMNS)])
    book.save(path)


def _silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


if __name__ == "__main__":
    main()
