"""Photos drawn by code, for the demo town and the tests: phone-sized JPEGs with EXIF, no two alike."""

import io
from datetime import datetime
from functools import cache

from PIL import Image, ImageChops

from inspector.exchange.drawn_canvas import HEIGHT, WIDTH, Canvas
from inspector.exchange.drawn_scenes import SCENES
from inspector.exchange.photo_exif import ExifFacts, exif_block

PHONE_SIZE = (4032, 3024)

SCENE_NAMES = tuple(SCENES)


def draw_photo(
    scene: str,
    seed: int,
    size: tuple[int, int] = PHONE_SIZE,
    taken_at: datetime | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    camera: str = "",
    clean: bool = False,
) -> bytes:
    """A JPEG of `scene` (one of SCENE_NAMES, KeyError otherwise) with the EXIF that is given.

    The same arguments give the same photo. A `clean` one shows the same place (same scene and seed) put in order, as
    it is sent back after rectification.
    """
    place, wrong, right = SCENES[scene]
    canvas = Canvas(f"{scene} {seed}")
    place(canvas)
    (right if clean else wrong)(canvas)
    photo = _enlarged(_as_a_phone_sees_it(canvas), size)
    written = io.BytesIO()
    exif = exif_block(ExifFacts(taken_at, latitude, longitude, camera))
    photo.save(written, "JPEG", quality=85, subsampling="4:2:0", exif=exif)
    return written.getvalue()


def _as_a_phone_sees_it(canvas: Canvas) -> Image.Image:
    """The drawing with the light of the day, dark corners, and framed by hand."""
    chance = canvas.chance
    light, warmth = chance.uniform(0.9, 1.12), chance.uniform(-0.05, 0.07)
    gains = (light * (1 + warmth), light, light * (1 - warmth))
    table = [min(255, int(value * gain)) for gain in gains for value in range(256)]
    image = canvas.image.point(table)
    image = ImageChops.multiply(image, _dark_corners())
    zoom = chance.uniform(0.9, 1)
    left, top = chance.uniform(0, WIDTH * (1 - zoom)), chance.uniform(0, HEIGHT * (1 - zoom))
    return image.crop((int(left), int(top), int(left + WIDTH * zoom), int(top + HEIGHT * zoom)))


def _enlarged(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture at a camera's size; the last doubling only repeats pixels, which halves the time and is not seen."""
    if size[0] <= 2 * WIDTH:
        return image.resize(size, Image.Resampling.BILINEAR)
    half = image.resize((size[0] // 2, size[1] // 2), Image.Resampling.BILINEAR)
    return half.resize(size, Image.Resampling.NEAREST)


@cache
def _dark_corners() -> Image.Image:
    """What every small lens does to the light, as factors of 255."""
    far = Image.radial_gradient("L").resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
    light = far.point([255 - distance * distance // 600 for distance in range(256)])
    return Image.merge("RGB", [light] * 3)
