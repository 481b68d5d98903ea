"""The frame: rail, pages, keys of the whole program."""

from inspector.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
