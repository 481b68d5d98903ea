"""Which command was asked for, or the window."""

import argparse
from collections.abc import Sequence

from inspector.cli.options import Options, shared


def parse(arguments: Sequence[str]) -> Options:
    """Read the arguments; wrong usage exits with status 2 and one line, as every command line does.

    The commands are made only when something is asked for besides these options: the window starts without them.
    """
    given, more = _before_commands().parse_known_args(arguments)
    if more:
        from inspector.cli.arguments import parser

        given = parser().parse_args(arguments)
    command = getattr(given, "command", None)
    if deed := getattr(given, "deed", ""):
        command = f"{command} {deed}"
    return Options(command, given.workspace, given.lang, given.json, given)


def _before_commands() -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog="inspector", parents=[shared(None)], add_help=False)
