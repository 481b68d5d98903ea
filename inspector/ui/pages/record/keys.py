"""The keys of the recording page (ui.md 6)."""

from functools import partial
from typing import Protocol

from inspector.domain.inspections import Verdict
from inspector.ui.pages.record.phrases import LETTERS
from inspector.ui.translation import tr
from inspector.ui.widgets.page import PageKey


class Steps(Protocol):
    """Something that goes on and back."""

    def step(self, by: int, /) -> object: ...


class Judge(Protocol):
    """Gives verdicts."""

    def judge(self, verdict: Verdict, /) -> object: ...
    def clear(self) -> object: ...
    def pass_rest(self) -> object: ...


class Photographer(Steps, Protocol):
    """Takes photos in and shows them."""

    def add(self) -> object: ...
    def paste(self) -> object: ...
    def show(self) -> object: ...
    def zoom(self) -> object: ...


class Recorder(Steps, Protocol):
    """What the other keys do; the page does it."""

    def go_on(self) -> object: ...
    def write_note(self) -> object: ...
    def phrase(self, number: int, /) -> object: ...
    def praise(self) -> object: ...
    def finish(self) -> object: ...


def page_keys(page: Recorder, judging: Judge, photos: Photographer) -> tuple[PageKey, ...]:
    """The keys with their words, as the keys dialog prints them."""
    group = tr("Inspection")
    return (
        PageKey(("1",), tr("Pass"), group, partial(judging.judge, Verdict.PASS)),
        PageKey(("2",), tr("Fail"), group, partial(judging.judge, Verdict.FAIL)),
        PageKey(("3",), tr("Not applicable"), group, partial(judging.judge, Verdict.NOT_APPLICABLE)),
        PageKey(("0",), tr("Clear the verdict"), group, judging.clear),
        PageKey(("Shift+1",), tr("The rest of the section passes"), group, judging.pass_rest),
        PageKey(("Up",), tr("The item before"), group, partial(page.step, -1)),
        PageKey(("Down",), tr("The item behind"), group, partial(page.step, 1)),
        PageKey(("Return", "Enter"), tr("The next item without a verdict"), group, page.go_on),
        PageKey(("N",), tr("Write a description or a note"), group, page.write_note),
        *_phrase_keys(page, group),
        PageKey(("P",), tr("Add photos"), group, photos.add),
        PageKey(("Ctrl+V",), tr("Paste a photo"), group, photos.paste),
        PageKey(("G",), tr("Good practice"), group, page.praise),
        PageKey(("F",), tr("Finish"), group, page.finish),
        PageKey(("Space",), tr("The photo large"), group, photos.show),
        PageKey(("Z",), tr("Zoom"), group, photos.zoom),
        PageKey(("Left",), tr("Photo before"), group, partial(photos.step, -1)),
        PageKey(("Right",), tr("Next photo"), group, partial(photos.step, 1)),
    )


def _phrase_keys(page: Recorder, group: str) -> tuple[PageKey, ...]:
    return tuple(
        PageKey((letter,), tr("Phrase {words}", words=letter), group, partial(page.phrase, number), tr("Phrases"))
        for number, letter in enumerate(LETTERS)
    )
