"""The way into a workspace: opened when first asked for, its home page read before that (decisions/0007)."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from inspector.config.clock import Clock
from inspector.domain.today import Today
from inspector.storage.first_look import first_look, needs_nothing

if TYPE_CHECKING:
    from inspector.services.acts import Acts


class FrontDoor:
    """Opens the workspace once, whoever comes first; several threads may come."""

    def __init__(self, workspace: Path, clock: Clock, *, person: str, read_only: bool) -> None:
        self._workspace = workspace
        self._clock = clock
        self._person = person
        self._read_only = read_only
        self._acts: Acts | None = None
        self._one_opens = Lock()
        self._ahead: Future[Today] | None = None

    @property
    def acts(self) -> "Acts":
        """What stands behind the door. Raises `Refused` as `open_workspace` tells."""
        with self._one_opens:
            if self._acts is None:
                self._acts = self._opened()
            return self._acts

    @property
    def is_open(self) -> bool:
        """Nobody has to wait."""
        return self._acts is not None

    def look_ahead(self) -> bool:
        """Read the home page beside whatever is done now; False for a file that has to be made, upgraded or refused."""
        if not needs_nothing(self._workspace):
            return False
        reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead")
        self._ahead = reader.submit(lambda: first_look(self._workspace, self._clock()))
        reader.shutdown(wait=False)
        return True

    def seen_ahead(self) -> Today | None:
        """What was read ahead, once; None when nothing was or it could not be read."""
        ahead, self._ahead = self._ahead, None
        return ahead.result() if ahead and not ahead.exception() else None

    def close(self) -> None:
        """Let go of the file."""
        self.seen_ahead()  # it holds a connection until it is done
        if self._acts:
            self._acts.workspace.close()

    def _opened(self) -> "Acts":
        from inspector.services.acts import Acts
        from inspector.services.starting_set import seed
        from inspector.storage.workspace import open_workspace

        workspace = open_workspace(self._workspace, clock=self._clock, person=self._person, read_only=self._read_only)
        acts = Acts(workspace, self._clock)
        if not self._read_only:
            seed(acts)
        return acts
