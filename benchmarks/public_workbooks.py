"""Reads every file of a folder as a returned list: no crash, none over 5 s or 300 MiB, a sentence naming each refusal.

Meant for the test files of other spreadsheet libraries (apache/poi `test-data/spreadsheet`, tafia/calamine `tests`),
which hold what twenty years of programs have written, and damaged files besides. They are fetched by hand into a
folder outside the project. Prints how many were read, the refusals by reason, the slowest file by processor time and
the largest by memory; ends with 1 when a file broke a promise.

    python benchmarks/public_workbooks.py FOLDER…
"""

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from inspector.domain.errors import Complaint, Refused
from inspector.exchange.returned_book import read_returned
from inspector.services.wording.sentences import sentences

MOST_SECONDS = 5
MOST_MIB = 300
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file was read. `refusal` is None when it was; `mib` is the most any reading took up to this one."""

    file: str
    seconds: float
    waited: float
    mib: int
    rows: int = 0
    pictures: int = 0
    refusal: Complaint | None = None
    crash: str = ""

    @property
    def reason(self) -> str:
        """The refusal as the figures count it."""
        facts = dict(self.refusal.facts) if self.refusal else {}
        said = next((facts[name] for name in ("what", "kind", "reason") if name in facts), "")
        return f"{self.refusal.code} {said}".strip() if self.refusal else ""


def main() -> None:
    """Read all files of the folders named, print the figures."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    folders = map(Path, sys.argv[1:])
    files = ((path, folder) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    readings = [_read(path, str(path.relative_to(folder))) for path, folder in files]
    _print(readings)
    broken = list(_broken(readings))
    print(*broken, sep="\n")
    raise SystemExit(bool(broken))


def _read(path: Path, name: str) -> Reading:
    """Read one file with a folder for its pictures, as an import does."""
    rows, pictures, refusal, crash = 0, 0, None, ""
    with tempfile.TemporaryDirectory() as folder:
        before, started = _spent(), time.perf_counter()
        try:
            read = read_returned(path, 0, Path(folder))
            rows, pictures = len(read.rows), len(read.pictures)
        except Refused as refused:
            refusal = refused.complaint
        except Exception as error:  # noqa: BLE001 - that nothing else comes out is what is looked at
            crash = f"{type(error).__name__}: {error}"
        waited, seconds = time.perf_counter() - started, _spent() - before
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Reading(name, seconds, waited, most, rows, pictures, refusal, crash)


def _spent() -> float:
    """Processor time of this program and the reading processes it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _print(readings: list[Reading]) -> None:
    taken = [one for one in readings if not one.refusal and not one.crash]
    pictures = sum(one.pictures for one in taken)
    print(f"{len(readings)} files, {len(taken)} read with {pictures} pictures, {len(readings) - len(taken)} refused")
    for reason, number in Counter(one.reason for one in readings if one.refusal).most_common():
        print(f"{number:6} {reason}")
    print("slowest, processor time:")
    for one in sorted(readings, key=lambda r: r.seconds, reverse=True)[:_SHOWN]:
        print(f"{one.seconds:6.2f} s ({one.waited:.2f} s waited) {one.file} {one.reason}")
    print("largest, memory of the reading process:")
    grown = [
        after for before, after in zip([0, *(r.mib for r in readings)], readings, strict=False) if after.mib > before
    ]
    for one in grown[: -_SHOWN - 1 : -1]:
        print(f"{one.mib:6} MiB {one.file} {one.reason}")


def _broken(readings: list[Reading]) -> Iterator[str]:
    """What was promised and not kept, a line each."""
    most = 0
    for one in readings:
        if one.crash:
            yield f"CRASH {one.file}: {one.crash}"
        if one.seconds > MOST_SECONDS:
            yield f"SLOW {one.file}: {one.seconds:.1f} s {one.reason}"
        if one.mib > max(most, MOST_MIB):
            yield f"LARGE {one.file}: {one.mib} MiB {one.reason}"
        if one.refusal:
            yield from _unnamed(one, one.refusal)
        most = max(most, one.mib)


def _unnamed(one: Reading, refusal: Complaint) -> Iterator[str]:
    for lang in ("zh", "en"):
        said = sentences(refusal, lang)
        if Path(one.file).name not in said.where or not said.happened or not said.now:
            yield f"NO SENTENCE {one.file}: {refusal.code} {said}"


if __name__ == "__main__":
    main()
