"""A returned list of 1,000 rows and 1,000 photos: our reader against unzipping it and openpyxl in read-only mode.

Ours checks the archive, reads the rows, finds each photo's cell, lays the photos out under their SHA-256 and tells all
of it from a process with limits; the floor unpacks every member and reads every row, and knows nothing about either.
Both start one Python. Medians of five rounds in turns, processor time of all processes beside the time waited. Goal: at
most 1.5 times the floor.

    python benchmarks/returned_list.py [rows] [photo KB]
"""

import io
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from inspector.exchange.rectification_columns import LIST_COLUMNS
from inspector.exchange.returned_book import read_returned

ROUNDS = 5
FLOOR = """
import sys, zipfile, openpyxl
with zipfile.ZipFile(sys.argv[1]) as archive:
    archive.extractall(sys.argv[2])
with open(sys.argv[1], "rb") as file:
    for sheet in openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
"""


def main() -> None:
    """Make the list once, read it both ways in turns, print the medians and their ratio."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    ours: list[Spent] = []
    floor: list[Spent] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        _make(path, rows, size * 1000)
        for number in range(ROUNDS):
            ours.append(_ours(path, Path(folder) / f"ours{number}", rows))
            floor.append(_floor(path, Path(folder) / f"floor{number}"))
        megabytes = path.stat().st_size / 1e6
    print(f"{rows} rows, {rows} photos, {megabytes:.0f} MB")
    for name, which in (("processor time", 0), ("waited", 1)):
        mine, theirs = (sorted(one[which] for one in side)[ROUNDS // 2] for side in (ours, floor))
        print(f"{name:14} ours {mine:.2f} s, floor {theirs:.2f} s: {mine / theirs:.2f}×")


class Spent(NamedTuple):
    """Seconds of processor time of this program and its children, and seconds waited."""

    processor: float
    waited: float

    @classmethod
    def now(cls) -> "Spent":
        """What was spent up to now."""
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return cls(time.process_time() + children.ru_utime + children.ru_stime, time.perf_counter())

    def since(self) -> "Spent":
        """What was spent after this moment."""
        return Spent(*(now - then for now, then in zip(Spent.now(), self, strict=True)))


def _ours(path: Path, folder: Path, rows: int) -> Spent:
    folder.mkdir()
    started = Spent.now()
    read = read_returned(path, 0, folder)
    spent = started.since()
    if (len(read.rows), len(read.pictures)) != (rows, rows):
        raise SystemExit(f"read {len(read.rows)} rows and {len(read.pictures)} photos of {rows}")
    return spent


def _floor(path: Path, folder: Path) -> Spent:
    started = Spent.now()
    subprocess.run([sys.executable, "-c", FLOOR, str(path), str(folder)], check=True)
    return started.since()


def _make(path: Path, rows: int, size: int) -> None:
    """Distinct photos: one noisy picture, the number written into the coded data of each."""
    noise = random.Random(7).randbytes(200 * 150 * 3)
    out = io.BytesIO()
    Image.frombytes("RGB", (200, 150), noise).resize((800, 600)).save(out, "JPEG", quality=66)
    photo = out.getvalue() + bytes(max(0, size - out.tell()))
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("整改清单")
    heads = [column.name for column in LIST_COLUMNS]
    sheet.write_row(0, 0, heads)
    after = heads.index("整改后照片")
    for row in range(1, rows + 1):
        sheet.set_row(row, 60)
        texts = [f"{head}{row}" for head in heads]
        texts[1], texts[after] = f"LX-{row:04d}", ""
        sheet.write_row(row, 0, texts)
        content = photo[:5000] + row.to_bytes(64, "big") + photo[5064:]
        sheet.insert_image(
            row, after, f"{row}.jpg", {"image_data": io.BytesIO(content), "x_scale": 0.1, "y_scale": 0.1}
        )
    book.close()


if __name__ == "__main__":
    main()
