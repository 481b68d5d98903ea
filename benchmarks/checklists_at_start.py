"""How long the checklists take at start: the index alone, one list when its site is opened, and all 26 at once.

The floor is PyYAML's C loader parsing the same files into plain objects, without any check.
Run: python benchmarks/checklists_at_start.py
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from inspector.exchange.checklist_shelf import read_index, read_published

SHELF = Path(__file__).parents[1] / "checklists"
ROUNDS = 9


def main() -> None:
    """Prints medians in milliseconds and the ratio of all lists to the floor."""
    index = read_index(SHELF)
    texts = [path.read_bytes() for path in sorted(SHELF.glob("*.yaml"))]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    largest = max(index, key=lambda published: published.items)

    at_start = median_ms(lambda: read_index(SHELF))
    one = median_ms(lambda: read_published(SHELF, largest))
    everything = median_ms(lambda: [read_published(SHELF, published) for published in index])
    floor = median_ms(lambda: [yaml.load(text, Loader=loader) for text in texts])  # noqa: S506 - a safe loader

    print(f"index at start ({len(index)} titles)   {at_start:8.2f} ms")
    print(f"one list ({largest.code}, {largest.items} items)       {one:8.2f} ms")
    print(f"all {len(index)} lists, checked          {everything:8.2f} ms")
    print(f"floor: CSafeLoader, unchecked  {floor:8.2f} ms")
    print(f"ratio all / floor              {everything / floor:8.2f}")


def median_ms(work: Callable[[], object]) -> float:
    """The median of some rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
