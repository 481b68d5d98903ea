"""Every colour, type size and length of the interface (ui.md 3); nothing else in the program names one.

Pure Python: a `Theme` answers in texts and numbers, `apply` and `paint` make Qt things of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Mode(StrEnum):
    """Which of the two colour sets is shown."""

    LIGHT = "light"
    DARK = "dark"


# name: (light, dark). The contrast of every pair that carries text is a test (tests/ui/test_tokens.py).
_COLOURS = {
    "bg": ("#F3F5F8", "#11161D"),
    "surface": ("#FFFFFF", "#1A212B"),
    "sunken": ("#EBEFF4", "#222B37"),
    "hover": ("#F0F4F9", "#26303D"),
    "line": ("#D6DDE6", "#343F4E"),
    "line_strong": ("#7E8B9C", "#75839A"),
    "text": ("#17202C", "#E9EDF3"),
    "text2": ("#465263", "#B9C3D0"),
    "text3": ("#5E6B7D", "#98A5B6"),
    "accent": ("#1F4E8C", "#2F6CB6"),
    "accent_hover": ("#18407A", "#3775C0"),
    "accent_press": ("#123363", "#275C9C"),
    "on_accent": ("#FFFFFF", "#FFFFFF"),
    "accent_tint": ("#E4EDF8", "#1D3350"),
    "accent_ink": ("#1B4580", "#9CC5F7"),
    "focus": ("#0A66E0", "#6FB0FF"),
    "rail": ("#15304F", "#0C121A"),
    "rail_text": ("#D3DEEC", "#B9C6D6"),
    "rail_on": ("#2C5487", "#22405F"),
    "pass": ("#1B7442", "#74CB96"),
    "pass_fill": ("#1F7F49", "#27804E"),
    "pass_tint": ("#E2F2E8", "#16321F"),
    "fail": ("#B1241C", "#FF9D93"),
    "fail_fill": ("#BC2B22", "#C7392F"),
    "fail_tint": ("#FBE8E6", "#401D1B"),
    "na": ("#4F5C6E", "#AAB6C5"),
    "na_fill": ("#5B697C", "#5F6E82"),
    "na_tint": ("#E8ECF1", "#2A333F"),
    "on_fill": ("#FFFFFF", "#FFFFFF"),
    "warn": ("#875000", "#F2BD63"),
    "warn_fill": ("#C77A00", "#D18A1A"),
    "warn_tint": ("#FFF0D2", "#3A2B0E"),
    "on_warn": ("#17202C", "#11161D"),
    "recur": ("#673B9C", "#C9ABF0"),
    "recur_tint": ("#EFE8F8", "#2D2242"),
    "toast": ("#1D2B3E", "#2C3A4D"),
    "on_toast": ("#FFFFFF", "#FFFFFF"),
    "toast_action": ("#A9CCFA", "#A9CCFA"),
    "counter": ("#FFD58A", "#FFD58A"),
    "on_counter": ("#3A2600", "#3A2600"),
    "handle": ("#C9D0D9", "#465263"),
    "c1": ("#1F4E8C", "#9CC5F7"),
    "c2": ("#5C8AC4", "#5D92D1"),
    "c3": ("#B4C9E4", "#36557C"),
    "c4": ("#E0B074", "#A8742F"),
    "c5": ("#B8651B", "#E09A4A"),
    # With an alpha part in front (#AARRGGBB), as QColor reads them.
    "scrim": ("#8C101824", "#A0000000"),
    "on_photo": ("#FFFFFF", "#FFFFFF"),
    "photo_label": ("#C80C1216", "#C80C1216"),
    "photo_edge": ("#3C000000", "#3C000000"),
    "hatch": ("#BEFFFFFF", "#BEFFFFFF"),
    "cap_on_fill": ("#24FFFFFF", "#24FFFFFF"),
    "cap_edge_on_fill": ("#96FFFFFF", "#96FFFFFF"),
}

COLOURS: Mapping[Mode, Mapping[str, str]] = MappingProxyType(
    {mode: MappingProxyType({name: pair[i] for name, pair in _COLOURS.items()}) for i, mode in enumerate(Mode)}
)
TYPE: Mapping[str, int] = MappingProxyType(
    {"xs": 12, "sm": 13, "base": 15, "md": 16, "lg": 18, "big": 20, "xl": 22, "num": 28, "ask": 40}
)
RADIUS: Mapping[str, int] = MappingProxyType({"pill": 4, "field": 6, "card": 8, "dialog": 12})
HEIGHT: Mapping[str, int] = MappingProxyType(
    {"compact": 32, "touch": 40, "row": 44, "band": 36, "foot": 52, "head": 60, "verdict": 64, "answer": 76}
)
FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "Source Han Sans SC")
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
MINIMUM_WINDOW = (1040, 520)
RAIL_WIDTH = 76


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: colours of `mode` and lengths at the text size `scale` (1.0 to 2.0).

    `motion` is false when the person or the system asks for less of it.
    """

    mode: Mode = Mode.LIGHT
    scale: float = 1.0
    motion: bool = True

    def colour(self, name: str) -> str:
        """The colour of that token as text QColor reads; KeyError names a token that does not exist."""
        return COLOURS[self.mode][name]

    def px(self, length: float) -> int:
        """A width, an icon or anything else that grows as the text does."""
        return round(length * self.scale)

    def gap(self, length: float) -> int:
        """A space between things: it grows a third as fast as the text."""
        return round(length * (1 + 0.35 * (self.scale - 1)))

    def high(self, name: str) -> int:
        """The height of a control: a name of HEIGHT; it grows three quarters as fast as the text."""
        return self.control(HEIGHT[name])

    def control(self, length: float) -> int:
        """A control's height that has no name of its own."""
        return round(length * (1 + 0.72 * (self.scale - 1)))

    def rail(self, length: float) -> int:
        """A length of the navigation rail."""
        return round(length * (1 + 0.4 * (self.scale - 1)))

    def font_px(self, name: str) -> int:
        """The pixel size of a type step of TYPE."""
        return round(TYPE[name] * self.scale)


def contrast(a: str, b: str) -> float:
    """WCAG contrast of two opaque colours "#RRGGBB", from 1 to 21."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
