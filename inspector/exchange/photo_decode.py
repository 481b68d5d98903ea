"""From the bytes of a photo to upright pixels of bounded size: the only place where foreign pictures are decoded."""

import io
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from pillow_heif import HeifImageFile

from inspector.domain.errors import Place, Refused
from inspector.exchange.photo_colours import to_srgb
from inspector.exchange.photo_exif import ExifFacts, read_exif
from inspector.exchange.photo_kind import PhotoKind, other_kind, photo_kind
from inspector.exchange.photo_limits import (
    MAX_JPEG_SCANS,
    MAX_PIXELS_AT_ONCE,
    MAX_PROGRESSIVE_PIXELS,
    MAX_SCALED_PIXELS,
    MAX_WHOLE_PIXELS,
    check_pixels,
)

# Opened by their classes: Image.open would ask every plugin there is, and warn of 90 megapixels, which phones have.
_OPENERS: dict[PhotoKind, Callable[[BinaryIO], ImageFile.ImageFile]] = {
    PhotoKind.JPEG: JpegImagePlugin.JpegImageFile,
    PhotoKind.PNG: PngImagePlugin.PngImageFile,
    PhotoKind.WEBP: WebPImagePlugin.WebPImageFile,
    PhotoKind.HEIC: HeifImageFile,
}

# What EXIF's orientation asks for, to show the picture upright (EXIF 2.32, 4.6.4 A).
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_BIG_ONES_IN_TURN = threading.Lock()


@dataclass(frozen=True, slots=True)
class Decoded:
    """Upright sRGB pixels (mode RGB, no metadata), the upright size of the original, and what its EXIF said."""

    image: Image.Image
    width: int
    height: int
    exif: ExifFacts


def decode(data: bytes, longest: int, name: str) -> Decoded:
    """The picture in `data`, its longest side at most `longest` pixels, never enlarged.

    Refuses by `name`: photo.not-a-photo, photo.too-many-pixels, photo.broken, photo.out-of-memory. Of an animation
    the first picture is taken.
    """
    kind = photo_kind(data)
    if kind is None:
        raise Refused("photo.not-a-photo", Place(file=name), found=other_kind(data))
    try:
        return _decode(data, kind, longest, name)
    except Refused:
        raise
    except MemoryError as error:
        raise Refused("photo.out-of-memory", Place(file=name)) from error
    except Exception as error:  # decoders fail in every way there is on hostile files; here is the boundary to them
        detail = " ".join(str(error).split())[:200]
        raise Refused("photo.broken", Place(file=name), kind=kind.value, detail=detail) from error


def _decode(data: bytes, kind: PhotoKind, longest: int, name: str) -> Decoded:
    stream = io.BytesIO(data)
    with _OPENERS[kind](stream) as opened:
        width, height = opened.size
        later_scans = _later_scans(data, stream.tell()) if kind is PhotoKind.JPEG else 0
        scaled = kind is PhotoKind.JPEG and not later_scans
        check_pixels(opened.size, _limit(kind, scaled), name)
        target = _fitted(opened.size, longest)
        if kind is PhotoKind.JPEG:
            opened.draft(None, target)
        exif = read_exif(opened)
        profile = opened.info.get("icc_profile")
        pixels = opened.width * opened.height if scaled else width * height
        with _turn(pixels):
            opened.load()
            image = _shrunk(opened, target)
    image = to_srgb(image, profile)
    turned = _UPRIGHT.get(exif.orientation)
    if turned is not None:
        image = image.transpose(turned)
    if exif.orientation >= 5:
        width, height = height, width
    image.info = {}  # comments and profiles would travel into every copy
    return Decoded(image, width, height, exif)


def _limit(kind: PhotoKind, scaled: bool) -> int:
    """How many pixels a photo of this kind may have."""
    if scaled:
        return MAX_SCALED_PIXELS
    return MAX_PROGRESSIVE_PIXELS if kind is PhotoKind.JPEG else MAX_WHOLE_PIXELS


def _later_scans(data: bytes, first_scan: int) -> int:
    """How many scans follow the first one, whose data begin at `first_scan`.

    Raises ValueError when no end marker follows (half a file, or one whose rest is zeros: libjpeg would paint it
    grey and call it a picture) and when there are absurdly many scans.
    """
    end = data.find(b"\xff\xd9", first_scan)
    if end < 0:
        raise ValueError("no end marker: the file is cut off")
    scans = data.count(b"\xff\xda", first_scan, end)
    if scans > MAX_JPEG_SCANS:
        raise ValueError(f"{scans} scans")
    return scans


def _turn(pixels: int) -> AbstractContextManager[object]:
    """A turn to decode so many pixels; big ones wait for each other, so that the memory of a batch is bounded."""
    return _BIG_ONES_IN_TURN if pixels > MAX_PIXELS_AT_ONCE else nullcontext()


def _fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """`size` with its longest side at most `longest`, in proportion, at least one pixel."""
    side = max(size)
    if side <= longest:
        return size
    return max(1, round(size[0] * longest / side)), max(1, round(size[1] * longest / side))


def shrunk_to(image: Image.Image, longest: int) -> Image.Image:
    """A copy with the longest side at most `longest` pixels, in proportion, never enlarged."""
    return _shrunk(image, _fitted(image.size, longest))


def _shrunk(image: Image.Image, target: tuple[int, int]) -> Image.Image:
    """The picture at the size `target`, in a mode that can be resized: palettes and bits are opened up first."""
    if image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    elif image.mode.startswith("I;16"):
        # 16-bit grey: Pillow's own conversion to L clips at 255, which turns a scan white.
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    if image.size == target:
        return image.copy()
    # HAMMING shrinks as sharply as BICUBIC and takes two thirds of its time.
    return image.resize(target, Image.Resampling.HAMMING, reducing_gap=3.0)
