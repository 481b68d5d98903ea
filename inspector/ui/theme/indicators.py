"""Pictures of check boxes, radio buttons and arrows: a style sheet takes files only, coloured for each mode."""

from pathlib import Path

from inspector.ui.theme.tokens import Theme

_BOX = '<rect x="2" y="2" width="20" height="20" rx="4" fill="{fill}" stroke="{edge}" stroke-width="2"/>'
_DOT = '<circle cx="12" cy="12" r="10" fill="{fill}" stroke="{edge}" stroke-width="2"/>'
_SIGN = '<path d="{path}" stroke="{ink}" stroke-width="{width}"/>'
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none"'
    ' stroke-linecap="round" stroke-linejoin="round">{body}</svg>'
)


def write_indicators(theme: Theme, cache: Path) -> Path:
    """Write the pictures for `theme` below `cache` and return the folder that holds them."""
    folder = cache / f"indicators-{theme.mode}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in _bodies(theme).items():
        (folder / f"{name}.svg").write_text(_SVG.format(body=body), "utf-8")
    return folder


def _bodies(theme: Theme) -> dict[str, str]:
    colour = theme.colour
    empty = {"fill": colour("surface"), "edge": colour("line_strong")}
    full = {"fill": colour("accent"), "edge": colour("accent")}
    ring = {"fill": colour("surface"), "edge": colour("accent")}
    sign = {"ink": colour("on_accent"), "width": 2.6}
    arrow = {"ink": colour("text2"), "width": 2.2}
    return {
        "box": _BOX.format(**empty),
        "box-on": _BOX.format(**full) + _SIGN.format(path="M6.5 12.5l4 4 7.5-8.5", **sign),
        "box-some": _BOX.format(**full) + _SIGN.format(path="M7 12h10", **sign),
        "dot": _DOT.format(**empty),
        "dot-on": _DOT.format(**ring) + f'<circle cx="12" cy="12" r="5.5" fill="{colour("accent")}"/>',
        "chevron": _SIGN.format(path="M6 9l6 6 6-6", **arrow),
        "chevron-up": _SIGN.format(path="M6 15l6-6 6 6", **arrow),
    }
