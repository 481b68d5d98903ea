"""愿意回访: what happens when somebody leaves a number, whoever asked for it."""

from collections.abc import Callable

from inspector.domain.errors import Refused
from inspector.domain.stored import Changed
from inspector.services.services import Services
from inspector.ui.error_text import in_one, said

Leave = Callable[[str, str, str], str]
"""Takes name, number and wish; answers what is wrong with them, "" when they are kept."""


def number_taker(services: Services, form: str, heard: Callable[[Changed], object]) -> Leave:
    """Keeps numbers left at that form, tied to no response; `heard` is told each time."""

    def leave(name: str, phone: str, wish: str) -> str:
        try:
            changed = services.callbacks.leave(form, name, phone, wish)
        except (Refused, OSError) as error:
            return in_one(said(error))
        heard(changed)
        return ""

    return leave
