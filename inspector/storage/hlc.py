"""A hybrid logical clock: stamps that sort by time and never go back, for display only (sync.md 2)."""


class HybridClock:
    """Hands out stamps `milliseconds-counter` of fixed width, each greater than the one before."""

    def __init__(self, last: str = "") -> None:
        self._ms, self._n = _parts(last) if last else (0, 0)

    def tick(self, now_ms: int) -> str:
        """The next stamp at wall time `now_ms`."""
        if now_ms > self._ms:
            self._ms, self._n = now_ms, 0
        else:
            self._n += 1
        return f"{self._ms:013d}-{self._n:06d}"


def _parts(stamp: str) -> tuple[int, int]:
    ms, n = stamp.split("-")
    return int(ms), int(n)
