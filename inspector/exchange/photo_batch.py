"""Many photos at once, on all cores, in their order, with few of them in memory."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from inspector.domain.errors import Complaint, Refused
from inspector.domain.photos import PhotoTaken
from inspector.domain.progress import Progress
from inspector.exchange.photo_intake import take_in

# Threads, because Pillow lets go of the interpreter while it decodes and resizes. A 12-megapixel photo takes about
# 100 MB for the moment it is converted, so a machine with very many cores does not get one thread for each.
_MAX_WORKERS = 8


def take_in_all(
    sources: Sequence[tuple[str, Path | bytes]], keep_original: bool, progress: Progress
) -> Iterator[tuple[str, PhotoTaken | Complaint]]:
    """Take in every (name, source) and yield the outcomes in the same order: the photo, or why it was refused.

    `progress` is called before each outcome and after the last. When it raises `Cancelled`, or the caller stops
    iterating, photos not yet begun are left alone; those being converted (a moment) are waited for.
    """
    workers = min(os.cpu_count() or 1, _MAX_WORKERS)
    waiting: deque[tuple[str, Future[PhotoTaken | Complaint]]] = deque()
    coming = iter(sources)
    pool = ThreadPoolExecutor(workers, thread_name_prefix="photo")
    try:
        for done in range(len(sources)):
            # One more than can be worked on: a finished photo that was not fetched yet must not stop a core.
            while len(waiting) <= workers and (following := next(coming, None)):
                waiting.append((following[0], pool.submit(_outcome, *following, keep_original)))
            name, outcome = waiting.popleft()
            progress(done, len(sources), name)
            yield name, outcome.result()
        progress(len(sources), len(sources))
    finally:
        pool.shutdown(cancel_futures=True)


def _outcome(name: str, source: Path | bytes, keep_original: bool) -> PhotoTaken | Complaint:
    try:
        return take_in(source, name, keep_original)
    except Refused as refusal:
        return refusal.complaint
