"""导出台账: everything the ledger shows as a workbook of four sheets, streamed, with progress and a way to stop."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.figures import FiguresQuery, Grouping
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.progress import Progress
from inspector.services.acts import Acts
from inspector.services.figures import FiguresService

T = TypeVar("T")

MOST_WITH_PHOTOS = 2_000
"""More findings than this leave with the number of their photos only: Excel gets slow with thousands of pictures."""

TITLE = "全国文明城市创建问题整改台账"
_CHUNK = 500
_SHEETS = 3


@dataclass(frozen=True, slots=True)
class LedgerWritten:
    """What stands on the disk. `complaints` name photos that could not be read and were left out."""

    path: Path
    findings: int
    steps: int
    sent_back: int
    complaints: tuple[Complaint, ...] = ()


class LedgerExportService:
    """Writes the ledger."""

    def __init__(self, acts: Acts, figures: FiguresService) -> None:
        self._acts = acts
        self._figures = figures

    def write(self, asked: LedgerQuery, path: Path, progress: Progress, *, photos: bool = False) -> LedgerWritten:
        """Write what `asked` shows, in its order and as of one moment. A file already there stays whole until the new
        one is complete.

        Raises `Refused`: "ledger.nothing" when there is nothing to write, "ledger.too-many-photos" (n, most), and
        "file.…" as `safe_files` tells.
        """
        from inspector.exchange.ledger_book import LedgerBook, write_ledger
        from inspector.services.figure_tables import statistics_sheet

        with self._acts.reading() as view:
            ids = view.findings.ledger_ids(asked)
            _refuse(len(ids), path, photos=photos)
            export, today = view.ledger_export, self._acts.today()
            told = _Told(progress, ids)
            figures = [self._figures.figures_of(view, FiguresQuery(by, within=_within(asked))) for by in Grouping]
            book = LedgerBook(
                title=TITLE,
                facts=_facts(asked, len(ids), self._acts.now()),
                entries=told.each(0, "台账", lambda some: export.entries(some, today)),
                findings=len(ids),
                steps=told.each(1, "整改过程", export.steps),
                step_count=export.steps_count(asked),
                backs=(step for step in told.each(2, "退回记录", export.steps) if step.back),
                back_count=export.backs_count(asked),
                statistics=statistics_sheet(figures),
                with_photos=photos,
            )
            issuer = view.registers.settings()["dispatch.issuer"]
            missing = write_ledger(path, book, issuer, view.contents.photo)
        left_out = Complaint("ledger.photos-left-out", Place(file=path.name), (("n", str(len(missing))),))
        return LedgerWritten(path, book.findings, book.step_count, book.back_count, (left_out,) if missing else ())


class _Told:
    """Goes over the same findings once for each sheet and says how far it is in all."""

    def __init__(self, progress: Progress, ids: Sequence[str]) -> None:
        self._progress = progress
        self._ids = ids

    def each(self, turn: int, what: str, read: Callable[[Sequence[str]], Iterable[T]]) -> Iterator[T]:
        """What `read` gives for portions of the findings, one by one."""
        whole = len(self._ids)
        for start in range(0, whole, _CHUNK):
            self._progress(turn * whole + start, _SHEETS * whole, what)
            yield from read(self._ids[start : start + _CHUNK])


def _refuse(findings: int, path: Path, *, photos: bool) -> None:
    if not findings:
        raise Refused("ledger.nothing", Place(file=path.name))
    if photos and findings > MOST_WITH_PHOTOS:
        raise Refused("ledger.too-many-photos", Place(file=path.name), n=str(findings), most=str(MOST_WITH_PHOTOS))


def _within(asked: LedgerQuery) -> LedgerQuery | None:
    """None when nothing restricts: counting all needs no list of what is counted."""
    return None if _is_everything(asked) else asked


def _is_everything(asked: LedgerQuery) -> bool:
    return replace(asked, order=LedgerOrder.FOUND, descending=True) == LedgerQuery()


def _facts(asked: LedgerQuery, findings: int, now: datetime) -> str:
    which = "全部问题" if _is_everything(asked) else "按台账当时的筛选"
    return f"{which}　　共 {findings} 条　　导出时间：{now:%Y-%m-%d %H:%M}"
