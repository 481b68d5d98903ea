"""What this machine and its user prefer; the office's decisions are settings in the workspace."""

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

_LOG = logging.getLogger(__name__)
TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """Preferences; an unreadable value counts as the default, for a wish must not keep the program from starting."""

    person: str = ""
    language: str = "zh"
    theme: str = "light"
    text_scale: float = 1.0
    show_score: bool = True
    reduce_motion: bool = False
    last_photo_folder: str = ""
    last_export_folder: str = ""
    ledger_columns: tuple[str, ...] = ()
    kiosk_pin: str = ""
    """Hash of the PIN that ends the self-filled questionnaires (`pin.py`); "" while none is set."""
    window: str = ""
    """The window's geometry as Qt wrote it, base64."""


def load_settings(path: Path) -> MachineSettings:
    """The settings of a file; the defaults when there is none or it cannot be read."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return MachineSettings()
    except (OSError, ValueError) as error:
        _LOG.info("settings in %s could not be read, defaults are used: %s", path, error)
        return MachineSettings()
    return _known(stored) if isinstance(stored, dict) else MachineSettings()


def save_settings(path: Path, settings: MachineSettings) -> None:
    """Write the settings whole or not at all. Raises OSError when the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    building = path.with_name(f".{path.name}.new")
    building.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(building, path)  # noqa: PTH105 - one system call, seen by the fault tests


def _known(stored: dict[str, Any]) -> MachineSettings:
    defaults = MachineSettings()
    kept: dict[str, Any] = {}
    for field in fields(MachineSettings):
        value = stored.get(field.name)
        expected = type(getattr(defaults, field.name))
        if isinstance(value, list) and expected is tuple:
            value = tuple(str(v) for v in value)
        if isinstance(value, expected):
            kept[field.name] = value
    settings = replace(defaults, **kept)
    scale = min(TEXT_SCALES, key=lambda s: abs(s - settings.text_scale))
    return replace(settings, text_scale=scale)
