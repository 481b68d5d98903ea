"""Python's own import for the window.

PySide replaces the import function so that modules may ask for snake_case names (`from __feature__ import …`). For that
it reads the source of every module imported after it, which is a tenth of our start and keeps all sources in memory; we
never ask for such names. It leaves the function it replaced in `builtins`.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - replaces the import when it is loaded first


def use() -> None:
    """Give the interpreter its import back; nothing happens when PySide left none."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
