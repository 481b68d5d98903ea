"""When Python looks for garbage: each look goes through all that can be part of a ring and stops the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While the block runs nobody looks: with 100,000 lists at hand that took half of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


@contextmanager
def for_good() -> Iterator[None]:
    """The same, and what is made in the block stays: nobody looks through it afterwards either.

    Two hundred thousand lists of a dictionary stopped the window for a tenth of a second each time.
    """
    with uncollected():
        try:
            yield
        finally:
            gc.freeze()


def collect_from_now_on() -> None:
    """Look for garbage, but not among all that is there: what a start loads stays."""
    gc.freeze()
    gc.enable()
