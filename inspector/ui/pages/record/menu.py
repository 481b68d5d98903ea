"""What the ⋯ of the head offers: deeds that are seldom wanted."""

from collections.abc import Callable
from typing import Protocol

from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.finishing import Finishing
from inspector.ui.pages.record.head import Deeds
from inspector.ui.pages.record.panels import Panels
from inspector.ui.translation import tr

WithDesk = Callable[[Callable[[Desk], object]], object]


class Recorder(Protocol):
    """What the page does itself."""

    def toggle_score(self) -> None: ...
    def praise(self) -> None: ...
    def add_folder(self) -> None: ...
    def finish(self) -> None: ...


def more_deeds(
    page: Recorder, panels: Panels, finishing: Finishing, with_desk: WithDesk, *, is_open: bool, shows_score: bool
) -> Deeds:
    """Words and deed of each; others while the inspection is open than afterwards."""
    score = (tr("Hide the score") if shows_score else tr("Show the score again"), page.toggle_score)
    history = (tr("History"), lambda: with_desk(panels.history))
    summary = (tr("See the summary"), lambda: with_desk(finishing.summary))
    praise = (tr("Good practice"), page.praise)
    if is_open:
        folder = (tr("Add a folder of photos"), page.add_folder)
        finish = (tr("Finish"), page.finish)
        discard = (tr("Discard this inspection"), lambda: with_desk(finishing.discard))
        return (finish, folder, praise, score, summary, history, discard)
    return ((tr("Reopen"), lambda: with_desk(finishing.reopen)), praise, score, summary, history)
