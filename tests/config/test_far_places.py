"""Where a database may lie: on this machine's own disks, and in no folder that another program copies away."""

import os
from pathlib import Path

import pytest

from inspector.config.far_places import FarPlace, far_place

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/office cifs rw 0 0
server:/home /mnt/big\\040disk nfs4 rw 0 0
/dev/sdb1 /mnt/office/local ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
server:/old /mnt/twice nfs rw 0 0
/dev/sdc1 /mnt/twice ext4 rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/wang/w.db", None),
        ("/mnt/office/w.db", FarPlace.NETWORK),
        ("/mnt/office/a/b/w.db", FarPlace.NETWORK),
        ("/mnt/office2/w.db", None),
        ("/mnt/big disk/w.db", FarPlace.NETWORK),
        ("/mnt/office/local/w.db", None),
        ("/run/user/1000/gvfs/smb-share:server/w.db", FarPlace.NETWORK),
        ("/mnt/twice/w.db", None),
        ("/home/wang/OneDrive/w.db", FarPlace.SYNCED),
        ("/home/wang/onedrive - 望云区/记录/w.db", FarPlace.SYNCED),
        ("/home/wang/我的坚果云/w.db", FarPlace.SYNCED),
        ("/home/wang/BaiduSyncdisk/w.db", FarPlace.SYNCED),
        ("/home/wang/OneDrive", None),
        ("/home/wang/Dropbox 说明/w.db", None),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows names its shares by drive, not in a table of mounts")
def test_shares_and_synchronised_folders_are_known(mounts: Path, path: str, expected: FarPlace | None) -> None:
    assert far_place(Path(path), {}, mounts) == expected


def test_a_synchronised_folder_is_known_by_the_variable_that_names_it(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "办公")}
    assert far_place(tmp_path / "办公" / "w.db", environment, tmp_path / "none") is FarPlace.SYNCED
    assert far_place(tmp_path / "办公室" / "w.db", environment, tmp_path / "none") is None


@pytest.mark.skipif(os.name == "nt", reason="links need the system's leave there")
def test_a_link_to_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "记录").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert far_place(tmp_path / "记录" / "w.db", {}, tmp_path / "none") is FarPlace.SYNCED
