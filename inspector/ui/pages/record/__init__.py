"""检查: the page an inspector lives in."""

from inspector.ui.pages.record.page import RecordPage

__all__ = ["RecordPage"]
