"""How big a photo may be, and why; every limit is checked before the first pixel is decoded."""

from inspector.domain.errors import Place, Refused

# A 200-megapixel phone writes JPEGs of 30 to 70 MB; what is bigger is a video, an archive or an attack.
MAX_FILE_BYTES = 128 * 2**20

# The biggest phone sensors write 200 megapixels (16,320 x 12,240). A plain JPEG is decoded at 1/2, 1/4 or 1/8 of its
# size row by row, so that its memory depends on the copy and not on the photo.
MAX_SCALED_PIXELS = 250_000_000

# A progressive JPEG is scaled too, but only after the coefficients of the whole picture were gathered: 3 bytes a pixel
# as phones and editors write it. 108 megapixels, the common big sensor, are 330 MB, which a laptop with 4 GB has, once.
MAX_PROGRESSIVE_PIXELS = 110_000_000

# PNG, WebP and HEIC must be decoded whole, at 4 bytes a pixel and some copies; phones write at most 50 megapixels.
MAX_WHOLE_PIXELS = 64_000_000

# Photos above this are decoded one after the other: several at once would be gigabytes.
MAX_PIXELS_AT_ONCE = 16_000_000

# Encoders write about ten scans. Thousands of them are an attack: each one walks the whole picture again.
MAX_JPEG_SCANS = 100


def check_pixels(size: tuple[int, int], limit: int, name: str) -> None:
    """Refuse (`photo.too-many-pixels`) a picture of more than `limit` pixels, or with a side of none."""
    width, height = size
    if width < 1 or height < 1:
        raise Refused("photo.broken", Place(file=name), detail=f"{width} x {height} pixels")
    if width * height > limit:
        raise Refused(
            "photo.too-many-pixels",
            Place(file=name),
            width=str(width),
            height=str(height),
            limit_megapixels=str(limit // 1_000_000),
        )
