"""Starts 市民寻访 · 实地检查: the window without arguments, the command line with them."""

import gc

# Next to nothing of what a start loads is garbage; looking for it takes a tenth of the start. `main` turns it on again.
gc.disable()

from inspector.app import main  # noqa: E402 - loaded without looking for garbage

if __name__ == "__main__":
    raise SystemExit(main())
