"""Ties the knots: arguments to command line or window, a workspace to its lock, pages to their names."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.asked import parse
from inspector.cli.options import Options
from inspector.config.log import start_log
from inspector.config.paths import ROOT, Paths, paths_beside, user_paths
from inspector.exchange.foreign_guard import require_guard
from inspector.services.wording.sentences import Lang

if TYPE_CHECKING:
    from inspector.services.services import Services


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status: 0 done, 1 refused, 2 wrong usage."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    paths = paths_beside(options.workspace) if options.workspace else user_paths()
    dumps = start_log(paths.log)
    try:
        return _window(paths, options) if options.command is None else _command(paths, options)
    finally:
        if dumps:
            dumps.close()


@contextmanager
def opened(workspace: Path, person: str, *, writing: bool, ahead: bool = False) -> "Iterator[Services]":
    """The use cases of a workspace; for writing only with the lock that one program holds at a time.

    Raises `Refused("workspace.in-use")` while another program holds it, "foreign.unprotected" where files of others
    could not be read safely, and what `open_services` raises; `ahead` is told there.
    """
    require_guard()
    from inspector.services.services import open_services

    if writing or not workspace.exists():
        workspace.parent.mkdir(parents=True, exist_ok=True)
        with _locked(workspace):
            services = open_services(workspace, person=person, ahead=ahead)
            try:
                yield services
            finally:
                services.close()
    else:
        services = open_services(workspace, person=person, read_only=True)
        try:
            yield services
        finally:
            services.close()


def _locked(workspace: Path) -> AbstractContextManager[None]:
    from inspector.ui.lock import locked

    return locked(workspace)


def _command(paths: Paths, options: Options) -> int:
    from inspector.cli.desk import Doors
    from inspector.cli.run import run, tells_faults

    gc.enable()
    with tells_faults(options, paths.log):
        return run(options, paths, Doors(opened, _locked, _pictures, _new_window))


def _window(paths: Paths, options: Options) -> int:
    from inspector.ui import plain_import

    plain_import.use()
    from inspector.ui.start import show_window

    return show_window(paths, options.language, opened)


def _pictures(services: "Services", folder: Path, language: Lang) -> tuple[Path, ...]:
    from inspector.ui.pictures import take_pictures

    return take_pictures(services, folder, language)


def _new_window(workspace: Path) -> bool:
    """A program of its own: this one may have drawn pictures without a screen and can open none any more."""
    import subprocess

    asked = os.environ.get("QT_QPA_PLATFORM", "")
    has_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if asked in {"offscreen", "minimal"} or not has_screen:
        return False
    subprocess.Popen([sys.executable, str(ROOT / "main.py"), "--workspace", str(workspace)])  # noqa: S603 - ourselves
    return True
