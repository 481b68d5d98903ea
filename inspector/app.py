"""Ties the knots: arguments to command line or window, a workspace to its lock, pages to their names."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from inspector.cli.arguments import Options, parse
from inspector.cli.run import run
from inspector.config.log import start_log
from inspector.config.paths import Paths, paths_beside, user_paths
from inspector.services.services import Services


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status: 0 done, 1 refused, 2 wrong usage."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    paths = paths_beside(options.workspace) if options.workspace else user_paths()
    dumps = start_log(paths.log)
    try:
        if options.command is None:
            return _window(paths, options)
        return run(options, paths, opened)
    finally:
        if dumps:
            dumps.close()


@contextmanager
def opened(workspace: Path, person: str, *, writing: bool) -> Iterator[Services]:
    """The use cases of a workspace; for writing only with the lock that one program holds at a time.

    Raises `Refused("workspace.in-use")` while another program holds it, and what `open_services` raises.
    """
    from inspector.services.services import open_services  # noqa: PLC0415 - `--help` needs no database
    from inspector.ui.lock import locked  # noqa: PLC0415 - reading needs no Qt

    workspace.parent.mkdir(parents=True, exist_ok=True)
    if writing or not workspace.exists():
        with locked(workspace):
            services = open_services(workspace, person=person)
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


def _window(paths: Paths, options: Options) -> int:
    from inspector.ui.start import show_window  # noqa: PLC0415 - the command line needs no Qt

    return show_window(paths, options.language, opened)
