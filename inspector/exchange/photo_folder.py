"""Which files of a folder are photos to take in."""

import re
from pathlib import Path

from inspector.domain.errors import Place, Refused

PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".hif"})


def photo_files(folder: Path) -> tuple[Path, ...]:
    """The photo files directly in `folder`, in the order people count (IMG_2 before IMG_10).

    Judged by suffix; the content is judged at intake. Hidden files are left out (a Mac leaves ._IMG_1.jpg beside
    each photo), and so are links that lead out of the folder. Refuses: photo.folder-gone, photo.folder-unreadable.
    """
    try:
        home = folder.resolve(strict=True)
        found = [path for path in folder.iterdir() if _is_photo(path, home)]
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refused("photo.folder-gone", Place(file=str(folder))) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise Refused("photo.folder-unreadable", Place(file=str(folder)), detail=detail) from error
    return tuple(sorted(found, key=lambda path: _counted(path.name)))


def photos_below(folder: Path) -> tuple[Path, ...]:
    """The photo files of `folder` and all folders in it, folder by folder, each in the order people count.

    Leaves out what `photo_files` leaves out, hidden folders too. Raises OSError.
    """
    home = folder.resolve(strict=True)
    found = [path for path in folder.rglob("*") if _is_photo(path, home)]
    seen = [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    return tuple(sorted(seen, key=lambda path: [_counted(part) for part in path.relative_to(folder).parts]))


def _is_photo(path: Path, home: Path) -> bool:
    return (
        path.suffix.lower() in PHOTO_SUFFIXES
        and not path.name.startswith(".")
        and path.is_file()
        and path.resolve().is_relative_to(home)
    )


def _counted(name: str) -> tuple[tuple[str, int], ...]:
    """Sort key in which numbers inside a name count as numbers; the name itself decides between equals."""
    parts = re.split(r"(\d+)", name.casefold())
    return (*((part, 0) if not part.isdecimal() else ("", int(part)) for part in parts), (name, 0))
