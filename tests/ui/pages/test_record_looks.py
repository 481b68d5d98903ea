"""The recording page and the summary in every look: room for all words, one filled button, verdicts in reach."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.domain.inspections import Verdict
from inspector.ui import translation
from inspector.ui.theme.tokens import MINIMUM_WINDOW, Mode, Theme
from inspector.ui.translation import Language
from tests.town import drawn, inspect
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.recording import Hands

Key = Qt.Key


@pytest.fixture
def at_work(hands: Hands) -> Hands:
    """An inspection half done at a site that was inspected before, standing at a fail with two photos."""
    services = hands.town.services
    inspect(hands.town, "红莲市场", {"JM-01-01": "没有公益广告", "JM-03-01": "通道堵了"}, photos=1)
    hands.begin("红莲市场")
    recording, inspection = services.recording, hands.inspection
    for section in hands.sheet.checklist.sections[:2]:
        recording.pass_rest(inspection, section.code)
    fourth = hands.sheet.checklist.sections[0].items[-1].code
    recording.judge(inspection, fourth, Verdict.FAIL)
    finding = hands.sheet.findings[fourth][0].id
    recording.locate(finding, "东门 2 号通道")
    sources = [(f"IMG_{n}.jpg", drawn("stall", n)) for n in range(2)]
    services.photos.take_in(finding, sources, lambda _done, _of, _what="": None)
    hands.open(fourth)
    return hands


def checked(hands: Hands) -> list[str]:
    """What does not fit in any look."""
    found = []
    for language, theme, size in looks():
        translation.use(language)
        hands.window.resize(*size)
        hands.window.context.look.use(theme)
        hands.settle()
        assert (hands.window.width(), hands.window.height()) == size
        where = f"{language} {theme.scale} {theme.mode} {size}"
        found += [f"{where}: {text}" for text in misfits(hands.window)]
        if len(filled_buttons(hands.window)) != 1:
            found.append(f"{where}: filled {filled_buttons(hands.window)}")
    return found


@pytest.mark.slow
def test_a_fail_fits_in_every_look(at_work: Hands) -> None:
    assert not checked(at_work)


@pytest.mark.slow
def test_an_unrated_item_fits_in_every_look(at_work: Hands) -> None:
    at_work.open("JM-03-01")
    assert not checked(at_work)


@pytest.mark.slow
def test_a_finished_inspection_and_its_summary_fit_in_every_look(at_work: Hands) -> None:
    for item in at_work.sheet.items:
        if not at_work.sheet.is_done(item.code):
            at_work.town.services.recording.judge(at_work.inspection, item.code, Verdict.NOT_APPLICABLE)
    at_work.town.services.inspections.finish(at_work.inspection)
    at_work.open()
    assert not checked(at_work)
    at_work.window.go("summary", inspection=at_work.inspection)
    at_work.settle()
    assert not checked(at_work)


def test_the_page_never_needs_more_than_the_smallest_window(at_work: Hands) -> None:
    at_work.window.resize(*MINIMUM_WINDOW)
    at_work.settle()
    needed = at_work.page.minimumSizeHint()
    assert needed.height() <= MINIMUM_WINDOW[1]


def test_pictures_are_written(at_work: Hands, tmp_path: Path) -> None:
    at_work.window.resize(1366, 768)
    at_work.settle()
    for language in Language:
        for mode, scale in ((Mode.LIGHT, 1.0), (Mode.LIGHT, 2.0), (Mode.DARK, 1.0)):
            translation.use(language)
            at_work.window.context.look.use(Theme(mode, scale, motion=False))
            at_work.settle()
            picture = save_picture(at_work.window, tmp_path, f"record-{language}-{mode}-{scale:g}")
            assert picture.stat().st_size > 10_000
