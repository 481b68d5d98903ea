"""统计: figures by unit, street, kind and item, with the names people read."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.figures import Figures, FiguresQuery, Group, Grouping, whole_of
from inspector.domain.progress import Progress, silent
from inspector.domain.sites import SiteKind, Street
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.checklists import ChecklistShelf
from inspector.storage.reading import Reading


class FiguresService:
    """Counts what became of the findings."""

    def __init__(self, acts: Acts, shelf: ChecklistShelf) -> None:
        self._acts = acts
        self._shelf = shelf

    def figures(self, asked: FiguresQuery, progress: Progress = silent) -> Figures:
        """The groups by name with their counts. With half a million findings it takes seconds: use a job."""
        with self._acts.reading() as view:
            return self.figures_of(view, asked, progress)

    def figures_of(self, view: Reading, asked: FiguresQuery, progress: Progress = silent) -> Figures:
        """The same within a view somebody holds."""
        counted = view.figures.by_group(asked, self._acts.today(), progress)
        names = self._names(view, asked.by, counted)
        groups = [Group(key, names.get(key, key), counts, visits) for key, (counts, visits) in counted.items()]
        ordered = tuple(sorted(groups, key=lambda group: (not group.key, group.name)))
        return Figures(asked, self._acts.today(), ordered, whole_of(groups), self._acts.now())

    def write(self, asked: FiguresQuery, path: Path) -> Figures:
        """Write what `figures` tells as a workbook, its formulas beside it. Raises `Refused("file.…")`."""
        from inspector.exchange.streamed_book import write_streamed
        from inspector.services.figure_tables import statistics_sheet

        with self._acts.reading() as view:
            found = self.figures_of(view, asked)
            issuer = view.registers.settings()["dispatch.issuer"]
            write_streamed((statistics_sheet([found]),), path, issuer, view.contents.photo)
        return found

    def _names(self, view: Reading, by: Grouping, keys: Iterable[str]) -> Mapping[str, str]:
        match by:
            case Grouping.UNIT:
                return {one.id: one.record.name for one in view.all(Unit)}
            case Grouping.STREET:
                return {one.id: one.record.name for one in view.all(Street)}
            case Grouping.KIND:
                return {one.record.code: one.record.name for one in view.all(SiteKind)}
            case Grouping.ITEM:
                return self._item_names(view, [key for key in keys if key])

    def _item_names(self, view: Reading, codes: Iterable[str]) -> dict[str, str]:
        """Code → code and title as the newest list has it; an item that is in none keeps its code."""
        wanted = frozenset(codes)
        names: dict[str, str] = {}
        for list_code in sorted({code.split("-")[0] for code in wanted}):
            try:
                items = self._shelf.newest(view, list_code).items
            except (Refused, RefusedAll):  # a list that was renamed or retired: the code alone still says which item
                continue
            names |= {item.code: f"{item.code} {item.text}" for item in items if item.code in wanted}
        return names
