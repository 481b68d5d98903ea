"""What a form is called in the language of the window. A form has one title, in its own first language."""

from functools import cache

from inspector.domain.questionnaires.forms import Form
from inspector.ui.translation import Language, catalogue, language, tr


def title_in(form: Form, spoken: str) -> str:
    """The title while the form's language `spoken` is on the screen, "" when it has none that fits."""
    title = title_words(form.title)
    return title if spoken in {"", form.languages[0]} or title != form.title else ""


def title_words(title: str) -> str:
    """A title in the language of the window, when it is of a form that comes with the program; others stay."""
    if language() is Language.CHINESE:
        return title
    return _english_titles().get(title, title)


@cache
def _english_titles() -> dict[str, str]:
    """Found by the Chinese one, so that a form with a title of its own never gets another's."""
    chinese = catalogue(Language.CHINESE)
    return {chinese[each]: each for each in _shipped_titles()}


def _shipped_titles() -> tuple[str, ...]:
    return (
        tr("Questionnaire for residents"),
        tr("Questionnaire at hotels"),
        tr("Questionnaire at restaurants"),
        tr("Questionnaire around building sites"),
        tr("Questionnaire at parks and squares"),
        tr("Questionnaire at markets"),
        tr("Questionnaire in old estates"),
        tr("Questionnaire at shops and supermarkets"),
        tr("Questionnaire at hospitals and clinics"),
        tr("Questionnaire at culture centres"),
        tr("Questionnaire in managed estates"),
        tr("Questionnaire at schools"),
        tr("Questionnaire at service counters"),
    )
