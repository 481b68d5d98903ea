"""Starts 市民寻访 · 实地检查: the window without arguments, the command line with them."""

from inspector.app import main

if __name__ == "__main__":
    raise SystemExit(main())
