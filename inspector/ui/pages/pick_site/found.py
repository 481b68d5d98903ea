"""What a search for sites found, read on a worker in one view."""

from dataclasses import dataclass

from inspector.domain.site_search import SiteQuery
from inspector.services.inspections import InspectionService


@dataclass(frozen=True, slots=True)
class Found:
    """The sites asked for, best first, and how many the chips would leave of all."""

    asked: SiteQuery
    ids: tuple[str, ...]
    visited: int
    sites: int
    with_open: int


def found(inspections: InspectionService, asked: SiteQuery) -> Found:
    """Search and count."""
    visited, sites = inspections.visited()
    with_open = len(inspections.find(SiteQuery(with_open=True)))
    return Found(asked, inspections.find(asked), visited, sites, with_open)
