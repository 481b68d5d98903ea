"""What a person is told before the first question (个人信息保护法 art. 17): ours, or the office's own words."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from inspector.services.retention import ANSWER_DAYS, CONTACT_DAYS
from inspector.ui import translation
from inspector.ui.translation import Language, tr

SHIPPED = "2026-11"
"""The version of the notice below; each response keeps which one was shown."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Its paragraphs, and the name of this wording."""

    lines: tuple[str, ...]
    version: str


def notice(settings: Mapping[str, str]) -> Notice:
    """The notice in the language of the window, made of the office's settings."""
    own = settings[own_words_setting()]
    if lines := tuple(line.strip() for line in own.splitlines() if line.strip()):
        return Notice(lines, f"own-{hashlib.sha256(own.encode()).hexdigest()[:8]}")
    return Notice(_shipped(settings), SHIPPED)


def own_words_setting() -> str:
    """The setting that holds the office's own words in the language of the window."""
    return f"survey.notice.{'en' if translation.language() is Language.ENGLISH else 'zh'}"


def wants_callbacks(settings: Mapping[str, str]) -> bool:
    """Whether people are asked if they want to be called back."""
    return settings["survey.callback"] == "yes"


def _shipped(settings: Mapping[str, str]) -> tuple[str, ...]:
    who = tr("The citizen inspection group of this district")
    if district := settings["district.name"]:
        who = tr("The citizen inspection group of {district}", district=district)
    kept, called = settings[ANSWER_DAYS], settings[CONTACT_DAYS]
    counted = tr("Answers are counted together. What you write may become a task for those responsible.")
    lines = [
        tr("{who} asks how life is here, to find what should be put right.", who=who),
        tr("No names, no telephone numbers. Your age is asked in bands only."),
        f"{counted} {tr('They are erased after {n} days.', n=kept)}" if kept else counted,
        tr("You may skip what you do not want to answer and stop at any time. Children under 14 are not asked."),
    ]
    if wants_callbacks(settings):
        apart = tr(
            "Only if you want to be called back: a number at the end, kept apart, erased after {n} days.", n=called
        )
        lines.append(apart)
    if settings["survey.reach"]:
        lines.append(tr("Questions about this, or something to be erased: {reach}", reach=settings["survey.reach"]))
    return tuple(lines)
