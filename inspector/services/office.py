"""The office's own decisions: settings that travel with the workspace."""

from inspector.domain.errors import Place, Refused
from inspector.domain.settings import DEFAULTS, MAY_BE_EMPTY, Setting, most_days, named_id
from inspector.domain.stored import Changed
from inspector.services.acts import Acts


class OfficeService:
    """Reads and changes district settings."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def settings(self) -> dict[str, str]:
        """Every setting by name, defaults included (see `domain.settings.DEFAULTS`)."""
        with self._acts.reading() as view:
            return view.registers.settings()

    def decide(self, name: str, value: str) -> Changed:
        """Change one setting.

        Raises `Refused`: "setting.unknown", "setting.pattern" (a number without {n} would repeat itself),
        "setting.number" (days must be a whole number from 1 to `most_days`).
        """
        if name not in DEFAULTS:
            raise Refused("setting.unknown", Place(item=name))
        if name.endswith(".pattern") and "{n}" not in value:
            raise Refused("setting.pattern", Place(item=name))
        if name.endswith("_days") and not _is_days(name, value):
            raise Refused("setting.number", Place(item=name), given=value)
        with self._acts.doing("setting") as writing:
            writing.put(named_id("setting", name), Setting(name, value))
        return writing.changed


def _is_days(name: str, value: str) -> bool:
    if not value:
        return name in MAY_BE_EMPTY
    return value.isascii() and value.isdecimal() and len(value) < 9 and 1 <= int(value) <= most_days(name)
