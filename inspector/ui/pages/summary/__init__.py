"""小结: what an inspection came to."""

from inspector.ui.pages.summary.page import SummaryPage

__all__ = ["SummaryPage"]
