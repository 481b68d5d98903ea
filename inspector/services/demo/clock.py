"""The clock of the demo town: it goes where the plan says, never back, and on by itself with every act."""

from datetime import datetime, timedelta

STEP = timedelta(seconds=7)


class TownClock:
    """Gives the town's time; every look takes `STEP`, as acts follow each other."""

    def __init__(self, begins: datetime) -> None:
        self._now = begins

    def __call__(self) -> datetime:
        """The town's time."""
        self._now += STEP
        return self._now

    def go_to(self, time: datetime) -> None:
        """Wait until `time`; a time that has passed changes nothing."""
        self._now = max(self._now, time)
