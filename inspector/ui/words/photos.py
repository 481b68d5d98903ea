"""What is said of a photo: of which moment of its finding it is, and when it was taken."""

from datetime import date

from inspector.domain.photos import Photo, PhotoRole
from inspector.ui.translation import tr
from inspector.ui.words.dates import short_date


def role_words(role: PhotoRole) -> str:
    """整改前, 单位反馈, 复查, 扫描件."""
    return {
        PhotoRole.BEFORE: tr("Before"),
        PhotoRole.AFTER: tr("From the unit"),
        PhotoRole.RECHECK: tr("Recheck"),
        PhotoRole.SCAN: tr("Scan"),
    }[role]


def photo_caption(photo: Photo, today: date) -> str:
    """整改前 拍于 11-18; only what it is of a photo that does not say when it was taken."""
    taken, what = photo.facts.taken_at, role_words(photo.role)
    return tr("{what} {day}", what=what, day=short_date(taken.date(), today)) if taken else what
