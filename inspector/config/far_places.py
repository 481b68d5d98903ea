"""Folders where a database must not lie: on another computer, or copied to one by a program while it is written.

SQLite's write-ahead log needs shared memory and locks that network drives do not keep, and a program that synchronises
a folder copies the file and its log at different moments: both have lost whole databases (threats.md 10).
"""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")

_NETWORK_FILESYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse"}
)
_DRIVE_REMOTE = 4
"""What Windows says of a letter that stands for a share (GetDriveTypeW)."""

_SYNCED_BY_VARIABLE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNCED_BY_NAME = frozenset(
    {
        "onedrive",
        "dropbox",
        "google drive",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "nutstore",
        "nutstore files",
        "坚果云",
        "我的坚果云",
        "baidusyncdisk",
        "baidunetdiskworkspace",
        "百度网盘同步空间",
        "wpsdrive",
        "wps云盘",
        "wps cloud files",
        "阿里云盘",
        "腾讯微云",
        "微云同步助手",
    }
)


class FarPlace(StrEnum):
    """Why a folder is no place for a database."""

    NETWORK = "network"
    SYNCED = "synced"


def far_place(path: Path, environment: Mapping[str, str] = os.environ, mounts: Path = MOUNTS) -> FarPlace | None:
    """Why a database must not be written at `path`; None where it may."""
    wanted = _resolved(path)
    if _is_on_network(wanted, mounts):
        return FarPlace.NETWORK
    if _is_synced(wanted, environment):
        return FarPlace.SYNCED
    return None


def _resolved(path: Path) -> Path:
    """Where it really is: a folder of the desktop may be a link to a share."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a share that is gone, a ring of links: opening will tell
        return path.absolute()


def _is_on_network(path: Path, mounts: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        is_share = path.drive.startswith("\\\\")
        return is_share or ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE
    return _file_system(path, mounts) in _NETWORK_FILESYSTEMS


def _file_system(path: Path, mounts: Path) -> str:
    """The kind of the deepest mount above `path`, the last mounted one where several lie on each other."""
    try:
        lines = mounts.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return ""
    found, depth = "", -1
    for line in lines:
        _device, where, kind, *_ = (*line.split(" "), "", "", "")
        point = Path(_unescaped(where))
        if path.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = kind, len(point.parts)
    return found


def _unescaped(where: str) -> str:
    """The kernel writes blanks and the like as three octal digits."""
    for code in ("040", "011", "012", "134"):
        where = where.replace(f"\\{code}", chr(int(code, 8)))
    return where


def _is_synced(path: Path, environment: Mapping[str, str]) -> bool:
    named = (environment.get(name, "") for name in _SYNCED_BY_VARIABLE)
    if any(folder and path.is_relative_to(_resolved(Path(folder))) for folder in named):
        return True
    return any(_is_name_of_synced(part.lower()) for part in path.parent.parts)


def _is_name_of_synced(folder: str) -> bool:
    return folder in _SYNCED_BY_NAME or folder.startswith("onedrive - ")
