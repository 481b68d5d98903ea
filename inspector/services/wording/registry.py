"""All words, gathered from one module per feature, so that features are written side by side."""

import importlib
import pkgutil
from functools import cache

from inspector.services.wording import topics
from inspector.services.wording.wording import Topic, Wording


@cache
def wordings() -> dict[str, Wording]:
    """Every code with its words. ValueError names a code that two features word."""
    merged: dict[str, Wording] = {}
    for module in pkgutil.iter_modules(topics.__path__):
        words: Topic = importlib.import_module(f"{topics.__name__}.{module.name}").WORDS
        for code, wording in words.items():
            if code in merged:
                raise ValueError(f"{code} is worded twice, the second time in {module.name}")
            merged[code] = wording
    return merged
