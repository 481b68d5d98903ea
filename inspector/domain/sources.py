"""来源: by which way a finding came in."""

from enum import StrEnum


class Source(StrEnum):
    """The ways in; all of them share one life cycle."""

    INSPECTION = "inspection"
    SNAPSHOT = "snapshot"
    """随手拍: seen on the way, without a checklist."""
    COMPLAINT = "complaint"
    """群众投诉."""
    MEETING = "meeting"
    """督办事项 set by a meeting (founding-document.md 1.3, L23.3)."""
    UNIT = "unit"
    """单位自报: a row a unit added to its list."""


SERIES = {
    Source.INSPECTION: "",
    Source.SNAPSHOT: "SSP",
    Source.COMPLAINT: "QTS",
    Source.MEETING: "DB",
    Source.UNIT: "ZB",
}
"""What stands in the number of a finding without a site, where the kind's code stands otherwise; no kind's code."""
