"""The review that is open: it outlives its page, which the frame builds anew when the look or the language changes."""

import atexit
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the rail asks how much waits before anything of replies is loaded
    from inspector.ui.pages.returns.review import Review

_open: "list[Review]" = []


def kept() -> "Review | None":
    """The open review."""
    return _open[-1] if _open else None


def keep(review: "Review | None") -> None:
    """Open another one, or none; the one before lets go of its pictures."""
    while _open:
        _open.pop().preview.close()
    if review:
        _open.append(review)


def files_waiting() -> int:
    """How many files were read and not taken in.

    What units still have with them is unknown here, and what they said waits for a look: both are no work of this page.
    """
    review = kept()
    return 0 if review is None or review.is_taken_in else len(review.preview.files)


atexit.register(keep, None)
