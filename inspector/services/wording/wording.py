"""What a complaint's words are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Text(NamedTuple):
    """One sentence or two in both languages, with {facts} of the complaint in it.

    A part in [ ] around a fact is said only when there is such a fact: [Perhaps: {similar}.]
    """

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one code. `happened` has one cause, `now` is a deed and says what was not harmed.

    `choices` words facts that are codes themselves: {"what": {"cells": Text("单元格", "cells")}}; a value that has no
    words there is shown as it is.
    """

    happened: Text
    now: Text
    choices: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)


Topic = Mapping[str, Wording]
"""The words of one feature, by code."""
