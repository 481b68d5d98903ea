"""Where things lie on this machine."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("shimin-inspector", appauthor=False, roaming=False)
ROOT = Path(__file__).resolve().parents[2]
"""The folder the program lies in, with `resources/` and `checklists/`."""

RESOURCES = ROOT / "resources"
CHECKLISTS = ROOT / "checklists"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one user, or everything inside one folder for development and tests."""

    workspace: Path
    settings: Path
    log: Path
    backups: Path
    exports: Path
    cache: Path


def user_paths() -> Paths:
    """The user's own folders as the system names them."""
    data = Path(_DIRS.user_data_dir)
    return Paths(
        workspace=data / "workspace.db",
        settings=Path(_DIRS.user_config_dir) / "settings.json",
        log=Path(_DIRS.user_log_dir) / "inspector.log",
        backups=data / "backups",
        exports=Path(_DIRS.user_documents_dir),
        cache=Path(_DIRS.user_cache_dir),
    )


def paths_beside(workspace: Path) -> Paths:
    """Everything beside a workspace named on the command line, so that nobody tests on real records."""
    folder = workspace.absolute().parent
    return Paths(
        workspace=workspace.absolute(),
        settings=folder / f"{workspace.stem}-settings.json",
        log=folder / f"{workspace.stem}.log",
        backups=folder / "backups",
        exports=folder,
        cache=folder / f".{workspace.stem}-cache",
    )
