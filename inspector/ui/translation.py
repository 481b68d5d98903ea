"""The one way to user text: English sources through `tr`, Chinese from resources/i18n (docs/decisions/0004).

The language is the program's, like the environment's locale: texts are asked for everywhere, it is set in one place.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from inspector.config.paths import RESOURCES

CATALOGUES = RESOURCES / "i18n"
_FOLDERS = {"zh": "zh_CN", "en": "en"}


class Language(StrEnum):
    """A language of the interface; documents for offices are Chinese whatever this says."""

    CHINESE = "zh"
    ENGLISH = "en"


_QT_WORDS = "qtWords"
_words: dict[str, str] = {}
_language = Language.ENGLISH


def use(language: Language) -> None:
    """Speak `language` from now on; texts already on the screen stay until their page is rebuilt."""
    global _language  # noqa: PLW0603 - one language per program, set here only
    _language = language
    _words.clear()
    if language is not Language.ENGLISH:
        _words.update(catalogue(language))


def speak(app: QCoreApplication, language: Language) -> None:
    """`use` it, and let Qt's own texts (the context menus of fields) follow."""
    use(language)
    for old in app.findChildren(QTranslator, _QT_WORDS):
        app.removeTranslator(old)
        old.deleteLater()
    if language is Language.CHINESE:
        words = QTranslator(app)
        words.setObjectName(_QT_WORDS)
        if words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(words)


def language() -> Language:
    """The language spoken now."""
    return _language


def tr(source: str, **facts: object) -> str:
    """`source` in the language spoken now, with its {facts} filled in.

    `source` is a literal (the checks read it from the code). What has no translation is shown in English.
    """
    words = _words.get(source, source)
    return words.format(**facts) if facts else words


def together(*sentences: str) -> str:
    """Sentences as one text: Chinese ones stand close, because a full stop is as wide as a space."""
    return ("" if _language is Language.CHINESE else " ").join(sentence for sentence in sentences if sentence)


def listed(words: Iterable[str]) -> str:
    """Words one after the other, as the language lists them."""
    return ("、" if _language is Language.CHINESE else ", ").join(words)


def catalogue(language: Language, folder: Path = CATALOGUES) -> dict[str, str]:
    """Every text of `language`, merged from one file per page; a source in two files must say the same in both."""
    merged: dict[str, str] = {}
    for path in sorted((folder / _FOLDERS[language]).glob("*.json")):
        for source, words in json.loads(path.read_text("utf-8")).items():
            if merged.setdefault(source, words) != words:
                raise ValueError(f"{path.name} translates {source!r} differently from another file")
    return merged
