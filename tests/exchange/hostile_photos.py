"""Photo files no camera wrote, and some only the biggest cameras write; all made by code."""

import io
import struct
import zlib

from PIL import Image
from PIL.ExifTags import Base


def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """A picture with detail everywhere, in any of Pillow's modes."""
    detail = Image.effect_mandelbrot((256, 256), (-2, -1.5, 1, 1.5), 60)
    image = Image.merge("RGB", [Image.radial_gradient("L"), Image.linear_gradient("L"), detail])
    image = image.resize(size)
    if mode == "I;16":
        return image.convert("I").point(lambda value: value * 257).convert("I;16")
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The bytes of `image` written as `kind`."""
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def opened(data: bytes) -> Image.Image:
    """The decoded picture of some bytes."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def png_bomb(side: int = 30_000) -> bytes:
    """A valid PNG of side x side black pixels in some kilobytes."""
    # One block of rows, packed once and repeated; the checksum of that many zeros is known without adding them up.
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(bytes((side * 3 + 1) * 100)) + packer.flush(zlib.Z_FULL_FLUSH)
    end = struct.pack(">HH", side * (side * 3 + 1) % 65521, 1)
    rows = b"\x78\xda" + block * (side // 100) + b"\3\0" + end
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def big_jpeg(size: tuple[int, int] = (12_000, 9_000), progressive: bool = False) -> bytes:
    """A JPEG as the 108-megapixel phones write it."""
    return encoded(picture((600, 450)).resize(size), quality=80, progressive=progressive)


def turned_away(image: Image.Image, orientation: int) -> bytes:
    """A PNG whose pixels lie as a camera held in that way writes them, with the EXIF tag that says so."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    lying = image.transpose(undo[orientation]) if orientation in undo else image
    return encoded(lying, "PNG", exif=exif)


def markers(jpeg: bytes) -> list[tuple[int, bytes]]:
    """The segments of a JPEG up to its first scan: (marker, content)."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        found.append((jpeg[at + 1], jpeg[at + 4 : at + 2 + length]))
        at += 2 + length
    return found
