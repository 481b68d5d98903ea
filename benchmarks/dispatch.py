"""Dispatch: one workbook of 4,000 findings with 4,000 photos, ours against stock openpyxl and XlsxWriter.

The same content goes through each: sixteen columns, styles, widths, heights, one photo of about 100 KB in its cell.
Each runs in its own process; time is from the first record to the file on the disk (ours forced to the disk as well),
memory is the peak of the process. Goal: at least 3.5 times faster than both, peak at most 150 MiB.

    python benchmarks/dispatch.py [findings]
"""

import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from openpyxl import Workbook
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from inspector.domain.rectification_list import ListRow, RectificationList
from inspector.exchange.rectification_columns import LIST_COLUMNS
from inspector.exchange.rectification_list import write_rectification_list

ROUNDS = 3
HEADS = [column.name for column in LIST_COLUMNS]


def main() -> None:
    """Make the photos once, run each writer in its own process in turns, print the medians and the ratios."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    with tempfile.TemporaryDirectory() as folder:
        _make_photos(Path(folder), findings)
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in WRITERS}
        for _ in range(ROUNDS):
            for name, results in runs.items():
                results.append(_run(name, Path(folder), findings))
    median = {name: sorted(r["seconds"] for r in results)[ROUNDS // 2] for name, results in runs.items()}
    for name, results in runs.items():
        peak = max(r["peak"] for r in results)
        print(
            f"{name:10} {median[name]:6.2f} s   peak {peak:6.1f} MiB   "
            f"{results[0]['size'] / 2**20:6.1f} MiB file   ours is {median[name] / median['ours']:.1f} times as fast"
        )


def _run(name: str, folder: Path, findings: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", name, str(folder), str(findings)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _one(name: str, folder: Path, findings: int) -> None:
    target = folder / f"{name}.xlsx"
    order = _order(findings)
    started = time.perf_counter()
    WRITERS[name](order, folder, target)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "size": target.stat().st_size}))
    target.unlink()


def _make_photos(folder: Path, count: int) -> None:
    """Distinct 800 × 600 JPEGs of about 100 KB: one noisy picture, the number written into the coded data of each."""
    noise = random.Random(7).randbytes(200 * 150 * 3)
    out = io.BytesIO()
    Image.frombytes("RGB", (200, 150), noise).resize((800, 600)).save(out, "JPEG", quality=66)
    head, tail = out.getvalue()[:5000], out.getvalue()[5064:]
    for number in range(count):
        (folder / f"{number}.jpg").write_bytes(head + f"{number:064d}".encode() + tail)


def _order(findings: int) -> RectificationList:
    rows = tuple(
        ListRow(
            finding_id=f"0192f0c4-6a5c-7d4e-9a57-{number:012d}",
            no=f"LX-{number:04d}",
            seq=number + 1,
            kind_name="居民小区",
            site_name=f"幸福里小区{number % 60}号院",
            location=f"{number % 30}号楼东侧",
            text="楼道内堆放杂物、电动车飞线充电，存在安全隐患，影响居民通行",
            photos=(str(number),),
            requirement="立即清理，加强日常保洁，建立长效管理机制",
            due_on=date(2026, 12, 1) + timedelta(number % 20),
            revision=f"{number:032x}",
        )
        for number in range(findings)
    )
    day = date(2026, 11, 22)
    return RectificationList("d", "u", "红莲街道", "创城办〔2026〕12号", "整改清单", "创建办", day, day, rows)


def _values(row: ListRow) -> list[str | int | date | None]:
    ours: list[str | int | date | None]
    ours = [row.seq, row.no, row.kind_name, row.site_name, row.location, row.text, None, row.requirement, row.due_on]
    return [*ours, *[None] * 7, row.finding_id]


def _ours(order: RectificationList, folder: Path, target: Path) -> None:
    def picture(sha: str) -> bytes:
        return (folder / f"{sha}.jpg").read_bytes()

    def silent(done: int, of: int, what: str = "") -> None:
        del done, of, what

    write_rectification_list(order, picture, target, silent)


def _openpyxl(order: RectificationList, folder: Path, target: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    side = Side(style="thin")
    style = NamedStyle(
        "body",
        font=Font("仿宋_GB2312", 11),
        alignment=Alignment(vertical="center", wrap_text=True),
        border=Border(side, side, side, side),
    )
    book.add_named_style(style)
    sheet.append(HEADS)
    for number, row in enumerate(order.rows, 2):
        for column, value in enumerate(_values(row), 1):
            sheet.cell(number, column, value).style = "body"
        sheet.row_dimensions[number].height = 78
        picture = Picture(folder / f"{row.photos[0]}.jpg")
        picture.width, picture.height = 116, 87
        sheet.add_image(picture, f"G{number}")
    book.save(target)


def _xlsxwriter(order: RectificationList, folder: Path, target: Path) -> None:
    book = xlsxwriter.Workbook(str(target))
    sheet = book.add_worksheet()
    look = {"font_name": "仿宋_GB2312", "font_size": 11, "border": 1, "text_wrap": True, "valign": "vcenter"}
    body, day = book.add_format(look), book.add_format(look | {"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADS)
    for number, row in enumerate(order.rows, 1):
        sheet.set_row(number, 78)
        for column, value in enumerate(_values(row)):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(number, column, value, body)
            elif isinstance(value, int):
                sheet.write_number(number, column, value, body)
            else:
                sheet.write_blank(number, column, None, body)
        scale = {"x_scale": 0.145, "y_scale": 0.145, "object_position": 1}
        sheet.insert_image(number, 6, str(folder / f"{row.photos[0]}.jpg"), scale)
    book.close()


WRITERS: dict[str, Callable[[RectificationList, Path, Path], None]] = {
    "ours": _ours,
    "openpyxl": _openpyxl,
    "XlsxWriter": _xlsxwriter,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
