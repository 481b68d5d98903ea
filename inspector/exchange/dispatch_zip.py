"""The zip beside the folder of a dispatch: one file to send."""

import zipfile
from pathlib import Path

from inspector.domain.progress import Progress
from inspector.exchange.safe_files import replacing


def write_zip(folder: Path, path: Path, progress: Progress) -> int:
    """Pack the files of `folder`, under its name, into `path` and return how many they are.

    Stored, not deflated: workbooks are packed already. Names are UTF-8 and say so. Raises as `safe_files.replacing`.
    """
    files = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    with replacing(path) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for done, file in enumerate(files, 1):
            package.write(file, f"{folder.name}/{file.relative_to(folder).as_posix()}")
            progress(done, len(files), file.name)
    return len(files)
