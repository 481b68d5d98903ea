"""The review that is open: it outlives its page, which the frame builds anew when the look or the language changes."""

import atexit

from inspector.ui.pages.returns.review import Review

_open: list[Review] = []


def kept() -> Review | None:
    """The open review."""
    return _open[-1] if _open else None


def keep(review: Review | None) -> None:
    """Open another one, or none; the one before lets go of its pictures."""
    while _open:
        _open.pop().preview.close()
    if review:
        _open.append(review)


atexit.register(keep, None)
