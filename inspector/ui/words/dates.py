"""Dates and times as ui.md 9 writes them; the year only when it is another."""

from datetime import date, datetime

from inspector.ui.translation import tr


def short_date(day: date, today: date) -> str:
    """In tables: 11-23, or 2025-11-23 when the year is another."""
    return f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"


def long_date(day: date, today: date) -> str:
    """In sentences: 11 月 23 日, with the year when it is another."""
    if day.year == today.year:
        return tr("{month}/{day}", month=day.month, day=day.day)
    return tr("{month}/{day}/{year}", month=day.month, day=day.day, year=day.year)


def planning_date(day: date, today: date) -> str:
    """For planning: 11 月 23 日 星期一."""
    return f"{long_date(day, today)} {weekday(day)}"


def weekday(day: date) -> str:
    """星期一 to 星期日."""
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]


def moment(at: datetime, today: date) -> str:
    """11-23 16:40, in the local time of `at`."""
    return f"{short_date(at.date(), today)} {at:%H:%M}"


def days_left(due: date, today: date) -> str:
    """还有 2 天, 今天到期, 超期 4 天."""
    left = (due - today).days
    if left < 0:
        return tr("{n} days overdue", n=-left)
    if left == 1:
        return tr("1 day left")
    return tr("{n} days left", n=left) if left else tr("due today")
