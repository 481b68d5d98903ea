"""How to start a program whom the file system may refuse something."""

import os

BOUND: tuple[str, ...] = (
    ("setpriv", "--bounding-set=-dac_override") if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
)
"""Stands before a command. Root may write everywhere, unless it gives that power up; nobody else needs to."""
