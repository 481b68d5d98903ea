"""The tracked files of this checkout, read once for the tests of this folder."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".heic", ".xlsx", ".docx", ".sqlite", ".qm", ".zip", ".ico", ".ttf", ".otf"}


@cache
def tracked() -> tuple[str, ...]:
    """Paths of all tracked files that exist, relative to the root, with forward slashes."""
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True).stdout
    return tuple(path for path in listed.decode().split("\0") if path and (ROOT / path).is_file())


def texts() -> list[tuple[str, str]]:
    """(path, text) of every tracked file that is text."""
    return [(path, (ROOT / path).read_text("utf-8")) for path in tracked() if Path(path).suffix.lower() not in BINARY]


def sources(*folders: str) -> list[str]:
    """Python files under the folders, all of them ready or not to be committed, as paths relative to the root."""
    return sorted(file.relative_to(ROOT).as_posix() for folder in folders for file in (ROOT / folder).rglob("*.py"))


def parsed(path: str) -> ast.Module:
    """The syntax tree of one source file; not kept, because a million living nodes slow down every later test."""
    return ast.parse((ROOT / path).read_text("utf-8"), path)
