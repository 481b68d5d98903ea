"""照片入库: one photo file becomes its facts and its three copies, made once (architecture.md decision 4)."""

import hashlib
import io
from pathlib import Path

from PIL import Image

from inspector.domain.photos import PhotoCopies, PhotoFacts, PhotoTaken
from inspector.exchange.photo_decode import Decoded, decode, shrunk_to
from inspector.exchange.photo_exif import exif_block
from inspector.exchange.photo_file import photo_bytes
from inspector.exchange.photo_likeness import likeness_of

EVIDENCE_SIDE = 2560
LISTED_SIDE = 800
THUMB_SIDE = 320

# Evidence must stay legible (a licence on a wall), a list picture is printed 4 cm wide, a thumbnail is looked past.
_EVIDENCE_QUALITY = 82
_LISTED_QUALITY = 78
_THUMB_QUALITY = 74


def take_in(source: Path | bytes, name: str, keep_original: bool = False) -> PhotoTaken:
    """Read and convert one photo; nothing is stored.

    `source` is the file, or its bytes (a pasted picture); `name` is what the person knows it by. JPEG, PNG, WebP and
    HEIC are told apart by content. Raises `Refused` with `Place(file=name)` for everything that cannot be taken in;
    the codes stand at `photo_bytes` and `decode`.
    """
    data = photo_bytes(source, name)
    decoded = decode(data, EVIDENCE_SIDE, name)
    facts = PhotoFacts(
        name=name,
        original_sha=hashlib.sha256(data).hexdigest(),
        width=decoded.width,
        height=decoded.height,
        taken_at=decoded.exif.taken_at,
        latitude=decoded.exif.latitude,
        longitude=decoded.exif.longitude,
        camera=decoded.exif.camera,
        software=decoded.exif.software,
        likeness=f"{likeness_of(decoded.image):016x}",
    )
    return PhotoTaken(facts, _copies(decoded, data if keep_original else None))


def _copies(decoded: Decoded, original: bytes | None) -> PhotoCopies:
    """Each copy is shrunk from the one before it, which is a tenth of the work of starting over."""
    listed = shrunk_to(decoded.image, LISTED_SIDE)
    thumb = shrunk_to(listed, THUMB_SIDE)
    return PhotoCopies(
        evidence=_jpeg(decoded.image, _EVIDENCE_QUALITY, exif_block(decoded.exif)),
        listed=_jpeg(listed, _LISTED_QUALITY),
        thumb=_jpeg(thumb, _THUMB_QUALITY),
        original=original,
    )


def _jpeg(image: Image.Image, quality: int, exif: bytes = b"") -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality, subsampling="4:2:0", exif=exif)
    return written.getvalue()
