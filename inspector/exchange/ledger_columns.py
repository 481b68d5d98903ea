"""The columns of the full ledger's sheets and what each says of a finding or a step (rectification.md 4.2)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from inspector.domain.ledger_export import LedgerEntry, Step
from inspector.exchange.excel_cells import Value
from inspector.exchange.excel_styles import DATE, Look
from inspector.exchange.ledger_words import LOOKS, RESULTS, STATUSES, STEPS

T = TypeVar("T")

CENTRED = Look(points=10, across="center")
WORDS = Look(points=10)
DAY = Look(points=10, across="center", number=DATE)


@dataclass(frozen=True, slots=True)
class LedgerColumn(Generic[T]):
    """A column: its head, its width in pixels, how its cells look, what it says. `tall` ones may take several lines."""

    name: str
    pixels: int
    look: Look
    says: Callable[[T], Value]
    tall: bool = False


PHOTO_BEFORE, PHOTO_AFTER, ID = "整改前照片", "整改后照片", "标识"

ENTRY_COLUMNS: tuple[LedgerColumn[LedgerEntry], ...] = (
    LedgerColumn("问题编号", 84, CENTRED, lambda e: e.no),
    LedgerColumn("检查日期", 78, DAY, lambda e: e.found_on),
    LedgerColumn("检查人", 60, CENTRED, lambda e: e.found_by),
    LedgerColumn("点位类型", 84, CENTRED, lambda e: e.kind_name, tall=True),
    LedgerColumn("点位名称", 110, WORDS, lambda e: e.site_name, tall=True),
    LedgerColumn("详细地址", 110, WORDS, lambda e: e.address, tall=True),
    LedgerColumn("具体位置", 100, WORDS, lambda e: e.location, tall=True),
    LedgerColumn("镇街", 76, CENTRED, lambda e: e.street_name),
    LedgerColumn("检查项", 76, CENTRED, lambda e: e.item),
    LedgerColumn("问题描述", 200, WORDS, lambda e: e.text, tall=True),
    LedgerColumn("红线", 44, CENTRED, lambda e: "红线" if e.veto else None),
    LedgerColumn(PHOTO_BEFORE, 64, CENTRED, lambda e: e.before_photos),
    LedgerColumn("责任单位", 100, CENTRED, lambda e: e.unit_name, tall=True),
    LedgerColumn("配合单位", 90, CENTRED, lambda e: "、".join(e.co_units), tall=True),
    LedgerColumn("包联单位", 90, CENTRED, lambda e: e.partner_name, tall=True),
    LedgerColumn("整改要求", 150, WORDS, lambda e: e.requirement, tall=True),
    LedgerColumn("整改时限", 78, DAY, lambda e: e.due_on or e.time_limit),
    LedgerColumn("交办编号", 110, CENTRED, lambda e: e.dispatch_number, tall=True),
    LedgerColumn("交办日期", 78, DAY, lambda e: e.dispatched_on),
    LedgerColumn("签收日期", 78, DAY, lambda e: e.signed_on),
    LedgerColumn("整改措施", 150, WORDS, lambda e: e.measures, tall=True),
    LedgerColumn(PHOTO_AFTER, 64, CENTRED, lambda e: e.after_photos),
    LedgerColumn("完成时间", 78, DAY, lambda e: e.done_on),
    LedgerColumn("整改责任人", 70, CENTRED, lambda e: e.person),
    LedgerColumn("联系电话", 92, CENTRED, lambda e: e.phone),
    LedgerColumn("整改状态", 68, CENTRED, lambda e: STATUSES[e.status]),
    LedgerColumn("复查人", 60, CENTRED, lambda e: e.looked_by),
    LedgerColumn("复查日期", 78, DAY, lambda e: e.looked_on),
    LedgerColumn("复查结果", 72, CENTRED, lambda e: LOOKS.get(e.look_result, e.look_result), tall=True),
    LedgerColumn("复查意见", 120, WORDS, lambda e: e.look_note, tall=True),
    LedgerColumn("退回次数", 44, CENTRED, lambda e: e.send_backs),
    LedgerColumn("是否超期", 72, CENTRED, lambda e: f"超期 {e.days_overdue} 天" if e.days_overdue else None),
    LedgerColumn("延期至", 78, DAY, lambda e: e.extended_to),
    LedgerColumn("是否反弹", 60, CENTRED, lambda e: f"第 {e.recurrences} 次" if e.recurrences else None),
    LedgerColumn("销号日期", 78, DAY, lambda e: e.closed_on),
    LedgerColumn("销号人", 60, CENTRED, lambda e: e.looked_by if e.closed_on else None),  # a look that passes closes
    LedgerColumn("备注", 100, WORDS, lambda e: e.remark, tall=True),
    LedgerColumn(ID, 20, WORDS, lambda e: e.id),
)
"""台账; the last column is hidden."""


def _said(step: Step) -> str:
    until = f"延至 {step.until:%Y-%m-%d}" if step.until else ""
    other = f"转 {step.to_unit}" if step.to_unit else ""
    return "；".join(filter(None, (until, other, *step.words)))


STEP_COLUMNS: tuple[LedgerColumn[Step], ...] = (
    LedgerColumn("问题编号", 100, CENTRED, lambda s: s.no),
    LedgerColumn("点位名称", 150, WORDS, lambda s: s.site_name, tall=True),
    LedgerColumn("责任单位", 140, CENTRED, lambda s: s.unit_name, tall=True),
    LedgerColumn("事项", 56, CENTRED, lambda s: STEPS[s.kind]),
    LedgerColumn("第几次反馈", 60, CENTRED, lambda s: s.attempt or None),
    LedgerColumn("日期", 84, DAY, lambda s: s.at.date()),
    LedgerColumn("结果", 100, CENTRED, lambda s: RESULTS.get((s.kind, s.result), s.result), tall=True),
    LedgerColumn("内容", 280, WORDS, _said, tall=True),
    LedgerColumn("经办人", 80, CENTRED, lambda s: s.by),
    LedgerColumn("照片数", 56, CENTRED, lambda s: s.photos),
    LedgerColumn("来自文件", 180, WORDS, lambda s: s.source, tall=True),
)
"""整改过程: an answer, a look, a request for time or a redirection a row."""

BACK_COLUMNS: tuple[LedgerColumn[Step], ...] = (
    LedgerColumn("问题编号", 100, CENTRED, lambda s: s.no),
    LedgerColumn("点位名称", 170, WORDS, lambda s: s.site_name, tall=True),
    LedgerColumn("责任单位", 160, CENTRED, lambda s: s.unit_name, tall=True),
    LedgerColumn("第几次退回", 70, CENTRED, lambda s: s.back),
    LedgerColumn("退回日期", 84, DAY, lambda s: s.at.date()),
    LedgerColumn("复查人", 90, CENTRED, lambda s: s.by),
    LedgerColumn("退回理由", 320, WORDS, _said, tall=True),
    LedgerColumn("照片数", 60, CENTRED, lambda s: s.photos),
    LedgerColumn("现在的状态", 90, CENTRED, lambda s: STATUSES[s.status]),
)
"""退回记录."""
