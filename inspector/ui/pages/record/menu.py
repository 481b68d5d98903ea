"""What the ⋯ of the head offers: deeds that are seldom wanted."""

from collections.abc import Callable
from typing import Protocol

from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.finishing import Finishing
from inspector.ui.pages.record.head import Deeds
from inspector.ui.pages.record.panels import Panels
from inspector.ui.pages.record.photo_deeds import PhotoDeeds
from inspector.ui.translation import tr


class Recorder(Protocol):
    """What the page does itself."""

    def toggle_score(self) -> None: ...
    def praise(self) -> None: ...
    def finish(self) -> None: ...
    def with_desk(self, act: Callable[[Desk], object]) -> None: ...


def more_deeds(
    page: Recorder, panels: Panels, finishing: Finishing, photos: PhotoDeeds, *, is_open: bool, shows_score: bool
) -> Deeds:
    """Words and deed of each; others while the inspection is open than afterwards."""
    score = (tr("Hide the score") if shows_score else tr("Show the score again"), page.toggle_score)
    history = (tr("History"), lambda: page.with_desk(panels.history))
    summary = (tr("See the summary"), lambda: page.with_desk(finishing.summary))
    praise = (tr("Good practice"), page.praise)
    if is_open:
        folder = (tr("Add a folder of photos"), photos.add_folder)
        finish = (tr("Finish"), page.finish)
        discard = (tr("Discard this inspection"), lambda: page.with_desk(finishing.discard))
        return (finish, folder, praise, score, summary, history, discard)
    return ((tr("Reopen"), lambda: page.with_desk(finishing.reopen)), praise, score, summary, history)
