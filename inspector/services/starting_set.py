"""What every workspace begins with, read from the shipped files only when it is needed."""

from inspector.domain.calendars import WorkCalendar
from inspector.domain.sites import SiteKind
from inspector.exchange.register_start import HOLIDAYS, read_calendar, read_starting_set
from inspector.services.acts import Acts


def seed(acts: Acts) -> None:
    """Give an empty workspace the shipped units and kinds; nothing happens to one that has or had kinds."""
    with acts.reading() as view:
        if view.all(SiteKind) or view.all(SiteKind, deleted=True):
            return
    starting = read_starting_set()
    with acts.doing("starting-set", undoable=False) as writing:
        for entity, unit in starting.units.items():
            writing.put(entity, unit)
        for entity, kind in starting.kinds.items():
            writing.put(entity, kind)


def shipped_calendar() -> WorkCalendar:
    """The public holidays that come with the program."""
    return read_calendar(HOLIDAYS)
