"""Any picture to plain sRGB: what is transparent lies on white, wide colours are converted, profiles are dropped."""

import io

from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """`image` as mode RGB in sRGB; `profile` is the ICC profile it came with. A broken profile is ignored."""
    if image.has_transparency_data:
        image = _on_white(image)
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        image = _converted(image, profile)
    return image if image.mode == "RGB" else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """The picture laid on white paper: what a person saw behind a sticker or a screenshot's corners."""
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    paper.alpha_composite(layer)
    return paper.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return image
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # profile of another colour space, or damaged: nearly right colours beat no photo
