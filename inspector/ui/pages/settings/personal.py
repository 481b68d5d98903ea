"""What belongs to the person at this machine: name, look, language, recording."""

from dataclasses import replace

from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.ui import translation
from inspector.ui.context import Context
from inspector.ui.pages.settings.rows import SettingRow, settings_card, switch
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.tokens import SCALES, Mode
from inspector.ui.translation import Language, tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.person_field import person_field
from inspector.ui.widgets.segmented import Segmented
from inspector.ui.widgets.verdict_button import VerdictButton

_NAME_WIDTH = 240
_STACKED_ABOVE = 1.5


def person_card(context: Context, mode: LayoutMode) -> Card:
    """人员."""
    field = person_field(context.preferences.get().person, context.sign_as)
    field.setFixedWidth(current().px(_NAME_WIDTH))
    hint = tr("Stands on what is recorded from now on; what was recorded keeps its name")
    return settings_card(tr("Person"), [SettingRow(tr("Name of the inspector"), hint, field, mode)])


def look_card(context: Context, mode: LayoutMode) -> Card:
    """显示与文字: the whole window is made anew at once."""
    theme = context.look.theme
    sizes = [(f"{scale:g}", f"{scale * 100:.0f} %") for scale in SCALES]
    size = Segmented(sizes, f"{theme.scale:g}")
    size.chosen.connect(lambda scale: _use_look(context, scale=float(scale)))
    colours = Segmented([(str(Mode.LIGHT), tr("Light")), (str(Mode.DARK), tr("Dark"))], str(theme.mode))
    colours.chosen.connect(lambda mode: _use_look(context, mode=Mode(mode)))
    languages = [(str(Language.CHINESE), "中文"), (str(Language.ENGLISH), "English")]
    language = Segmented(languages, str(translation.language()))
    language.chosen.connect(lambda chosen: _speak(context, Language(chosen)))
    still = switch(tr("Less motion"), not theme.motion, lambda on: _use_look(context, motion=not on))
    rows: list[QWidget] = [
        SettingRow(tr("Text size"), tr("Buttons and rows grow along; Ctrl + and Ctrl − do it anywhere"), size, mode),
        SettingRow(tr("Colours"), "", colours, mode),
        SettingRow(tr("Language"), tr("What goes to the units is always Chinese"), language, mode),
        SettingRow(tr("Less motion"), tr("Panels appear without sliding"), still, mode),
    ]
    return settings_card(tr("Display and text"), rows)


def recording_card(context: Context, mode: LayoutMode) -> Card:
    """记录检查."""
    preferences, name = context.preferences, tr("Show the live score")
    score = switch(name, preferences.get().show_score, lambda on: preferences.change(show_score=on))
    hint = tr("Switch it off if it should not sway the inspector")
    return settings_card(tr("Recording"), [SettingRow(name, hint, score, mode)])


def sample_card() -> Card:
    """The real buttons at the size of now; the item is an example."""
    card = Card(tr("What it looks like at {scale} %", scale=f"{current().scale * 100:.0f}"))
    card.add(wrapping(tr("No electric bicycle is parked or charged in stairwells and halls"), "lg", bold=True))
    passes, fails = VerdictButton("pass", tr("Pass"), "1"), VerdictButton("fail", tr("Fail"), "2")
    fails.setChecked(True)
    narrow = current().scale > _STACKED_ABOVE
    row: QBoxLayout = down(passes, fails, gap=8) if narrow else across(Grow(passes), Grow(fails), gap=12)
    card.add(row)
    card.add(wrapping(tr("One finding each for stairwell and hall"), "md", "text2"))
    return card


def _use_look(
    context: Context, *, scale: float | None = None, mode: Mode | None = None, motion: bool | None = None
) -> None:
    theme = context.look.wanted
    changed = replace(
        theme,
        scale=theme.scale if scale is None else scale,
        mode=mode or theme.mode,
        motion=theme.motion if motion is None else motion,
    )
    context.preferences.change(text_scale=changed.scale, theme=str(changed.mode), reduce_motion=not changed.motion)
    context.look.use_soon(changed)


def _speak(context: Context, language: Language) -> None:
    """Every text is asked for anew when the look is put on again."""
    translation.use(language)
    context.preferences.change(language=str(language))
    context.look.use_soon(context.look.wanted)
