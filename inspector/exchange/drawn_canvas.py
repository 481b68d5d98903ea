"""The few strokes all drawn photos are made of: flat shapes, shapes that fade, soft shadows, sagging cables."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Point = tuple[float, float]

# All scenes are drawn on this and enlarged to the camera's size at the end: phone pixels are soft, too.
WIDTH, HEIGHT = 1344, 1008

_SHADOW_SCALE = 8


def tone(colour: Colour, factor: float) -> Colour:
    """The same colour in more (above 1) or less light."""
    red, green, blue = (max(0, min(255, int(part * factor))) for part in colour)
    return red, green, blue


class Canvas:
    """A picture being drawn, with its own chance: the same seed draws the same photo."""

    def __init__(self, seed: str) -> None:
        self.chance = Random(seed)  # noqa: S311 - which bin bag is blue is no secret
        self.image = Image.new("RGB", (WIDTH, HEIGHT), (128, 128, 128))
        self.pen = ImageDraw.Draw(self.image)

    def about(self, value: float, spread: float) -> float:
        """A number near `value`."""
        return value + self.chance.uniform(-spread, spread)

    def area(self, points: Sequence[Point], first: Colour, last: Colour | None = None, sideways: bool = False) -> None:
        """A polygon, fading from `first` at its top (or left) to `last`."""
        if last is None:
            self.pen.polygon(points, fill=first)
            return
        left, right = int(min(x for x, _ in points)), int(max(x for x, _ in points)) + 1
        top, bottom = int(min(y for _, y in points)), int(max(y for _, y in points)) + 1
        box = (right - left, bottom - top)
        ramp = Image.linear_gradient("L")
        ramp = (ramp.transpose(Image.Transpose.TRANSPOSE) if sideways else ramp).resize(box, Image.Resampling.BILINEAR)
        shape = Image.new("L", box, 0)
        ImageDraw.Draw(shape).polygon([(x - left, y - top) for x, y in points], fill=255)
        fade = Image.composite(Image.new("RGB", box, last), Image.new("RGB", box, first), ramp)
        self.image.paste(fade, (left, top), shape)

    def rectangle(self, left: float, top: float, right: float, bottom: float, first: Colour, last: Colour) -> None:
        """A rectangle that fades downwards."""
        self.area([(left, top), (right, top), (right, bottom), (left, bottom)], first, last)

    def shadow(self, x: float, y: float, width: float, height: float, strength: int = 120) -> None:
        """A soft dark ellipse around a point, on which things stand."""
        left, top = x - width, y - height * 1.6
        size = (max(2, int(2 * width / _SHADOW_SCALE)), max(2, int(3.2 * height / _SHADOW_SCALE)))
        blot = Image.new("L", size, 0)
        ImageDraw.Draw(blot).ellipse((size[0] * 0.12, size[1] * 0.2, size[0] * 0.88, size[1] * 0.8), fill=strength)
        blot = blot.filter(ImageFilter.GaussianBlur(max(1.0, size[1] * 0.09)))
        blot = blot.resize((int(2 * width), int(3.2 * height)), Image.Resampling.BILINEAR)
        self.image.paste((20, 20, 24), (int(left), int(top)), blot)

    def cable(self, points: Sequence[Point], colour: Colour, width: int, sag: float = 40) -> None:
        """A cable from point to point that hangs through between them."""
        track: list[Point] = []
        for (x0, y0), (x1, y1) in pairwise(points):
            for step in range(16):
                part = step / 16
                hang = sag * math.sin(math.pi * part)
                track.append((x0 + (x1 - x0) * part, y0 + (y1 - y0) * part + hang))
        self.pen.line([*track, points[-1]], fill=colour, width=width, joint="curve")
