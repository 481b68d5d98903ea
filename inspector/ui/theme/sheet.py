"""Tokens into the one style sheet."""

import re
from importlib.resources import files
from pathlib import Path

from inspector.ui.theme.tokens import COLOURS, FAMILIES, HEIGHT, RADIUS, TYPE, Theme

_SPACES = (4, 8, 12, 16, 20, 24, 32)
_NAME = re.compile(r"@([a-z][a-z0-9_]*)")


def sheet(theme: Theme, images: Path) -> str:
    """The style sheet of `theme`, with indicator pictures from the folder `images`.

    KeyError names an @token of style.qss that does not exist.
    """
    values = _values(theme) | {"images": images.as_posix()}
    source = files("inspector.ui.theme").joinpath("style.qss").read_text("utf-8")
    return _NAME.sub(lambda found: values[found[1]], source)


def _values(theme: Theme) -> dict[str, str]:
    lengths = {f"fs_{step}": theme.font_px(step) for step in TYPE}
    lengths |= {f"s_{space}": theme.gap(space) for space in _SPACES}
    # A focused field has an edge one pixel thicker; what is inside gives that pixel back, so that nothing moves.
    lengths |= {f"inner_{space}": theme.gap(space) - 1 for space in _SPACES}
    lengths |= {f"r_{name}": radius for name, radius in RADIUS.items()}
    lengths |= {name: theme.high(name) for name in HEIGHT}
    lengths |= {f"in_{name}": theme.high(name) - 2 for name in HEIGHT}
    lengths |= {f"in_{name}_focus": theme.high(name) - 4 for name in HEIGHT}
    # Qt drops a radius greater than half the height.
    lengths |= {"r_round": theme.high("compact") // 2 - 1}
    lengths |= {"find": theme.px(18) + 20, "find_focus": theme.px(18) + 19, "indicator": theme.px(22)}
    return {
        **COLOURS[theme.mode],
        **{name: f"{length}px" for name, length in lengths.items()},
        "families": ", ".join(f'"{family}"' for family in FAMILIES),
    }
