"""How alike two photos look, whatever program saved them again: 64 bits that change little when the bytes change a lot.

The bits say which of the 64 lowest frequencies of the picture are strong (a discrete cosine transform of 32 × 32 grey
pixels; Zauner 2010, "Implementation and Benchmarking of Perceptual Image Hash Functions", 3.2.1). SHA-256 tells equal
files; this tells the same picture at another size, quality or format.
"""

import math
from operator import mul
from pathlib import Path

from PIL import Image

from inspector.exchange.photo_decode import decode
from inspector.exchange.photo_file import photo_bytes

_SIDE = 32
_FLAT = 1.0  # a picture of one colour has only rounding in its frequencies
_DECODED_SIDE = 128
_FREQUENCIES = 11
_COSINES = tuple(
    tuple(math.cos(math.pi * (2 * x + 1) * u / (2 * _SIDE)) for x in range(_SIDE)) for u in range(_FREQUENCIES)
)
_LOWEST = sorted(
    ((u, v) for u in range(_FREQUENCIES) for v in range(_FREQUENCIES) if u or v), key=lambda at: (sum(at), at)
)[:64]
"""The frequencies from low to high; the very lowest is left out, it is only how bright the picture is."""


def likeness(source: Path | bytes, name: str = "") -> int:
    """The 64 bits of a photo file or of its bytes, upright as EXIF says. `name` is what a refusal calls it.

    Raises `Refused` as `photo_bytes` and `decode` do. A JPEG is decoded at an eighth of its size at most.
    """
    return likeness_of(decode(photo_bytes(source, name), _DECODED_SIDE, name).image)


def likeness_of(image: Image.Image) -> int:
    """The 64 bits of upright pixels. A picture of one colour has none of them set."""
    grey = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    pixels = grey.tobytes()
    rows = [
        [sum(map(mul, cosines, pixels[start : start + _SIDE])) for cosines in _COSINES]
        for start in range(0, _SIDE * _SIDE, _SIDE)
    ]
    columns = list(zip(*rows, strict=True))
    strengths = [sum(map(mul, _COSINES[v], columns[u])) for u, v in _LOWEST]
    middle = sorted(strengths)[len(strengths) // 2]
    return sum(1 << bit for bit, strength in enumerate(strengths) if strength > middle + _FLAT)


def distance(one: int, other: int) -> int:
    """In how many of the 64 bits two photos differ: 0 for the same picture, about 28 for two of different places."""
    return (one ^ other).bit_count()
