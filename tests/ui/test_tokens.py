"""The look: contrast, scaling, and no colour or pixel anywhere else."""

import re
from pathlib import Path

import pytest

from inspector.config.paths import ROOT
from inspector.ui.theme.icons import ICON_FOLDER
from inspector.ui.theme.layout_mode import LayoutMode, layout_mode
from inspector.ui.theme.sheet import sheet
from inspector.ui.theme.tokens import COLOURS, Mode, Theme, contrast

UI = ROOT / "inspector" / "ui"
TEXT_PAIRS = [
    *((text, ground) for text in ("text", "text2", "text3") for ground in ("bg", "surface", "sunken", "accent_tint")),
    *((f"{tone}", f"{tone}_tint") for tone in ("pass", "fail", "na", "warn", "recur")),
    *((tone, "surface") for tone in ("pass", "fail", "na", "warn", "recur", "accent_ink")),
    *(("on_fill", f"{tone}_fill") for tone in ("pass", "fail", "na")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press", "rail_on", "rail")),
    ("text", "hover"),
    ("text2", "hover"),
    ("accent_ink", "accent_tint"),
    ("rail_text", "rail"),
    ("rail_text", "rail_on"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
    ("on_counter", "counter"),
    ("on_warn", "warn_fill"),
    ("surface", "text"),
]
SIGN_PAIRS = [
    ("line_strong", "surface"),
    ("line_strong", "bg"),
    ("focus", "surface"),
    ("focus", "bg"),
    ("focus", "accent_tint"),
    ("warn_fill", "surface"),
    *((f"{tone}_fill", "surface") for tone in ("pass", "fail", "na")),
]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (SIGN_PAIRS, 3.0)])
def test_text_and_signs_can_be_read(mode: Mode, pairs: list[tuple[str, str]], least: float) -> None:
    colours = COLOURS[mode]
    low = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: value for pair, value in low.items() if value < least} == {}


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_every_name_in_the_sheet_is_a_token(mode: Mode, scale: float) -> None:
    assert "@" not in sheet(Theme(mode, scale), Path("pictures")).partition("*/")[2]


@pytest.mark.parametrize(("scale", "button", "verdict"), [(1.0, 40, 64), (1.25, 47, 76), (1.5, 54, 87), (2.0, 69, 110)])
def test_controls_grow_less_than_their_text(scale: float, button: int, verdict: int) -> None:
    theme = Theme(scale=scale)
    assert (theme.high("touch"), theme.high("verdict")) == (button, verdict)


@pytest.mark.parametrize(
    ("width", "scale", "mode"),
    [
        (1366, 1.0, LayoutMode.WIDE),
        (1200, 1.0, LayoutMode.WIDE),
        (1199, 1.0, LayoutMode.TWO),
        (1093, 1.0, LayoutMode.TWO),
        (1366, 1.5, LayoutMode.TWO),
        (839, 1.0, LayoutMode.ONE),
        (1366, 2.0, LayoutMode.ONE),
    ],
)
def test_the_form_follows_width_in_text(width: int, scale: float, mode: LayoutMode) -> None:
    assert layout_mode(width, scale) is mode


def test_colours_and_type_sizes_stand_in_the_theme_only() -> None:
    forbidden = re.compile(r"#[0-9A-Fa-f]{6}\b|setPixelSize|setPointSize|setStyleSheet|QGraphicsDropShadowEffect")
    found = [
        f"{path.relative_to(UI)}: {match[0]}"
        for path in UI.rglob("*.py")
        if "theme" not in path.parts
        for match in forbidden.finditer(path.read_text("utf-8"))
    ]
    assert not found


def test_every_icon_is_drawn_in_the_colour_it_is_asked_for() -> None:
    icons = sorted(ICON_FOLDER.glob("*.svg"))
    assert len(icons) > 60
    assert [icon.name for icon in icons if 'stroke="currentColor"' not in icon.read_text("utf-8")] == []


def test_every_icon_named_in_the_code_is_there() -> None:
    named = re.compile(r'(?:icon=|icon_label\(|icon_button\(|pixmap\(|PageSpec\("\w+", )"([a-z0-9-]+)"')
    used = {name for path in UI.rglob("*.py") for name in named.findall(path.read_text("utf-8"))}
    assert used
    assert {name for name in used if not (ICON_FOLDER / f"{name}.svg").exists()} == set()


def test_no_icon_is_left_over() -> None:
    code = "".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    assert [icon.stem for icon in sorted(ICON_FOLDER.glob("*.svg")) if f'"{icon.stem}"' not in code] == []
