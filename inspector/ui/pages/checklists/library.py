"""What the page shows of one checklist, read at once: the published list, and the list as this district uses it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.domain.checklists import Checklist, Item
from inspector.domain.overrides import Override
from inspector.services.checklists import ChecklistTitle
from inspector.services.services import Services


@dataclass(frozen=True, slots=True)
class Opened:
    """`shown` holds the overrides when `is_newest`; older versions are only read."""

    title: ChecklistTitle
    published: Checklist
    shown: Checklist
    overrides: Mapping[str, Override]
    is_newest: bool

    def found(self, text: str) -> tuple[Item, ...]:
        """The items that hold every word of `text`."""
        words = text.casefold().split()
        return tuple(item for item in self.shown.items if all(word in _searchable(item) for word in words))


def newest(titles: Sequence[ChecklistTitle]) -> dict[str, ChecklistTitle]:
    """The newest version of each checklist by code; `titles` come by code and version."""
    return {title.code: title for title in titles}


def opened(services: Services, titles: Sequence[ChecklistTitle], title: ChecklistTitle) -> Opened:
    """Read one version; meant for a worker."""
    is_newest = newest(titles)[title.code] == title
    published = services.checklists.version(title.code, title.version)
    shown = services.checklists.effective(title.code) if is_newest else published
    overrides = {each.item: each for each in services.checklists.overrides(title.code)} if is_newest else {}
    return Opened(title, published, shown, overrides, is_newest)


def _searchable(item: Item) -> str:
    texts = (item.code, item.text, item.unit_rule, item.counts, item.not_counted, *item.phrases)
    return "\n".join(texts).casefold()
