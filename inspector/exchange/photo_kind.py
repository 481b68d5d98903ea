"""What kind of file this is, told by its first bytes: names and suffixes lie."""

from enum import StrEnum


class PhotoKind(StrEnum):
    """The kinds of photo files that are taken in."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    HEIC = "HEIC"


# ISO 14496-12 brands: still pictures coded with HEVC, single or as the cover of a sequence. iPhones write heic/mif1.
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

# What people hand in by mistake; the name of the kind goes into the refusal, so that they see which file it was.
_OTHER_KINDS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"Rar!", "RAR"),
)


def photo_kind(data: bytes) -> PhotoKind | None:
    """The kind of photo whose content begins like `data`, None when it is none that is taken in."""
    if data.startswith(b"\xff\xd8\xff"):
        return PhotoKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PhotoKind.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PhotoKind.WEBP
    if data[4:8] == b"ftyp" and _brands(data) & _HEIC_BRANDS and b"avif" not in _brands(data):
        return PhotoKind.HEIC
    return None


def other_kind(data: bytes) -> str:
    """What a file that is no photo seems to be: "PDF", "ZIP", "AVIF", "video", "text", …, or "" when unknown."""
    for start, name in _OTHER_KINDS:
        if data.startswith(start):
            return name
    if data[4:8] == b"ftyp":
        return "AVIF" if b"avif" in _brands(data) else "video"
    try:
        return "text" if data[:4096].decode().isprintable() or not _has_control(data[:4096]) else ""
    except UnicodeDecodeError:
        return ""


def _brands(data: bytes) -> frozenset[bytes]:
    """The major and compatible brands of the leading ftyp box."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    return frozenset({data[8:12], *(data[at : at + 4] for at in range(16, length, 4))})


def _has_control(data: bytes) -> bool:
    """Whether there are bytes no text has."""
    return any(byte < 32 and byte not in b"\t\n\r\f" for byte in data)
