"""Photos that were given as answers, beside raw data: a zip laid out as KoboToolbox's media export."""

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from inspector.exchange.safe_files import replacing


def attachments_beside(file: Path) -> Path:
    """Where the photos of that raw-data file go."""
    return file.with_name(f"{file.stem}-attachments.zip")


def write_attachments(file: Path, form: str, photos: Iterable[tuple[str, str]], read: Callable[[str], bytes]) -> None:
    """Write (response id, name of the photo) as `attachments/<form>/<_uuid>/<name>`, the name that stands in the cell.

    Raises `Refused("file.…")` and what `read` raises.
    """
    with replacing(file) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for response, name in photos:
            package.writestr(f"attachments/{form}/{response}/{name}", read(name))
