"""12-megapixel photos taken in, against Pillow doing nothing but decoding, shrinking and encoding the same copies.

Both sides use all cores and the same files. The floor reads no facts, turns nothing upright, refuses nothing, hashes
nothing and writes no EXIF. Beside it stands the barest floor: decode and encode alone, the pictures shrunk beforehand.
"""

import argparse
import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PIL import Image

from inspector.domain.photos import PhotoTaken
from inspector.exchange.drawn_photos import SCENE_NAMES, draw_photo
from inspector.exchange.photo_batch import take_in_all

SIDES_AND_QUALITIES = ((2560, 82), (800, 78), (320, 74))
GOAL = 1.3


def photos(folder: Path, count: int) -> list[Path]:
    """So many distinct 12-megapixel photos with EXIF, drawn into `folder`."""
    files = []
    for number in range(count):
        scene = SCENE_NAMES[number % len(SCENE_NAMES)]
        drawn = draw_photo(scene, number, taken_at=datetime.fromisoformat("2026-05-04T09:30:15"), camera="Phone")
        # Sensors see noise that drawings lack; with it a file weighs what a phone's does (3 MB).
        noise = Image.effect_noise((4032, 3024), 30)
        grainy = Image.blend(Image.open(io.BytesIO(drawn)), Image.merge("RGB", [noise] * 3), 0.15)
        files.append(folder / f"{number}.jpg")
        grainy.save(files[-1], quality=90, exif=Image.open(io.BytesIO(drawn)).getexif())
    return files


def ours(files: list[Path]) -> None:
    """What the program does."""
    for _, outcome in take_in_all([(file.name, file) for file in files], False, lambda *_: None):
        assert isinstance(outcome, PhotoTaken)


def floor(file: Path) -> None:
    """The same three copies by Pillow alone."""
    with Image.open(file) as image:
        image.draft("RGB", (2560, 1920))
        image.load()
        copy: Image.Image = image
        for side, quality in SIDES_AND_QUALITIES:
            size = (side, round(side * image.height / image.width))
            copy = copy.resize(size, Image.Resampling.HAMMING, reducing_gap=3.0)
            copy.save(io.BytesIO(), "JPEG", quality=quality)


def bare_floor(shrunk: list[Image.Image]) -> Callable[[Path], None]:
    """Decoding, and encoding pictures that were shrunk beforehand."""

    def decode_and_encode(file: Path) -> None:
        with Image.open(file) as image:
            image.draft("RGB", (2560, 1920))
            image.load()
        for copy, (_, quality) in zip(shrunk, SIDES_AND_QUALITIES, strict=True):
            copy.save(io.BytesIO(), "JPEG", quality=quality)

    return decode_and_encode


def with_threads(count: int, work: Callable[[Path], None], files: list[Path]) -> None:
    """The work done on each file by so many threads."""
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(work, files))


def seconds(work: Callable[[], None]) -> float:
    """How long it takes once."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Print ours, the floors and the ratios, medians of interleaved rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        files = photos(Path(folder), given.photos)
        with Image.open(files[0]) as first:
            shrunk = [first.resize((side, side * 3 // 4)) for side, _ in SIDES_AND_QUALITIES]
        bare = bare_floor(shrunk)
        rounds = [
            (
                seconds(lambda: ours(files)),
                seconds(lambda: with_threads(cores, floor, files)),
                seconds(lambda: with_threads(cores, bare, files)),
                seconds(lambda: with_threads(1, floor, files)),
            )
            for _ in range(given.rounds)
        ]
    us, same, barest, one_core = (statistics.median(times) * 1000 / given.photos for times in zip(*rounds, strict=True))
    print(f"{given.photos} photos of 12 megapixels, {cores} cores, median of {given.rounds} rounds, ms a photo")
    print(f"ours, all cores                              {us:7.1f}")
    print(f"floor, Pillow, same copies, all cores        {same:7.1f}   ratio {us / same:.2f} (goal <= {GOAL})")
    print(f"floor, Pillow, same copies, one core         {one_core:7.1f}   ratio {us / one_core:.2f}")
    print(f"bare floor, no shrinking at all, all cores   {barest:7.1f}   ratio {us / barest:.2f}")


if __name__ == "__main__":
    main()
