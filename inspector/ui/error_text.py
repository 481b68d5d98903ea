"""An error in words: what happened, where, what now."""

from inspector.domain.errors import Refused, RefusedAll
from inspector.services.wording.sentences import Lang, Said, sentences
from inspector.ui.translation import Language, language, together, tr


def said(error: Exception) -> Said:
    """Words for anything that was refused or went wrong; several complaints are counted, the first is told."""
    if isinstance(error, Refused):
        return sentences(error.complaint, lang())
    if isinstance(error, RefusedAll) and error.complaints:
        first = sentences(error.complaints[0], lang())
        more = len(error.complaints) - 1
        happened = tr("{first} And {n} more.", first=first.happened, n=more) if more else first.happened
        return Said(happened, first.where, first.now)
    if isinstance(error, OSError):
        return Said(
            tr("The system did not let it happen: {reason}", reason=error.strerror or str(error)),
            str(error.filename or ""),
            tr("Try again. What was saved before is not harmed."),
        )
    return Said(
        tr("Something went wrong inside the program ({name}).", name=type(error).__name__),
        "",
        tr("What was saved is not harmed. Copy the details for support, then try again."),
    )


def details(error: Exception) -> str:
    """What support needs: all words, and the kind and text of the error. Several complaints stand one a line."""
    if isinstance(error, RefusedAll):
        return "\n".join(str(sentences(complaint, lang())) for complaint in error.complaints)
    return f"{said(error)}\n\n{type(error).__name__}: {error}"


def in_one(words: Said) -> str:
    """What happened and what to do now as one text, for a line beside a field."""
    return together(words.happened, words.now)


def lang() -> Lang:
    """The language sentences are wanted in."""
    return "zh" if language() is Language.CHINESE else "en"
