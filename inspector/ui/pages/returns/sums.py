"""Counts that must add up, written as sums."""

from inspector.domain.returns import FilePreview
from inspector.ui.pages.returns.review import Group, Review
from inspector.ui.translation import tr


def row_sum(review: Review, file: FilePreview) -> str:
    """行 18 = 采纳 12 + 要定 2 + 没变 3 + 拒收 1."""
    count = review.count(file)
    return tr(
        "Rows {n} = taken {a} + to decide {b} + unchanged {c} + refused {d}",
        n=len(file.rows),
        a=count[Group.ACCEPTED],
        b=count[Group.DECIDE],
        c=count[Group.UNCHANGED],
        d=count[Group.REFUSED],
    )


def picture_sum(review: Review, file: FilePreview) -> str:
    """图 31 = 归位 5 + 原有 23 + 剩 3，另有 1 张取不出."""
    pictures = review.pictures(file)
    words = tr(
        "Pictures {n} = attached {a} + known {b} + left {c}",
        n=pictures.total,
        a=pictures.attached,
        b=pictures.known,
        c=pictures.left,
    )
    return tr("{sum}, {n} not to be had", sum=words, n=pictures.lost) if pictures.lost else words
