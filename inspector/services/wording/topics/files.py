"""Writing files: what the system refuses."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "file.disk-full": Wording(
        Text("磁盘满了，这个文件没有写成。", "The disk is full, so this file was not written."),
        Text(
            "腾出空间，或者换一个磁盘上的文件夹，再写一次。原来的文件没有改动。",
            "Free some space or choose a folder on another disk, then try again. The old file is unchanged.",
        ),
    ),
    "file.exists": Wording(
        Text("这里已经有一个同名的文件夹。", "There is already a folder of this name."),
        Text(
            "再写一次，新的文件夹会另取一个名字。原来的文件夹没有动。",
            "Try again: the new folder gets another name. Nothing in the old folder was touched.",
        ),
    ),
    "file.folder-gone": Wording(
        Text("要写进去的文件夹不在了。", "The folder to write to is no longer there."),
        Text(
            "看看 U 盘或网络盘是不是断开了，或者另选一个文件夹。",
            "Check that the USB stick or network drive is still connected, or choose another folder.",
        ),
    ),
    "file.is-a-folder": Wording(
        Text("这个名字已经是一个文件夹，不能写成文件。", "A folder has this name, so no file can be written there."),
        Text("换一个文件名。文件夹里的东西没有动。", "Choose another file name. Nothing in the folder was touched."),
    ),
    "file.name-too-long": Wording(
        Text("文件名或路径太长，系统不收。", "The file name or its path is too long for this system."),
        Text(
            "换一个短一些的名字，或者离磁盘根目录近一些的文件夹。", "Use a shorter name or a folder nearer to the top."
        ),
    ),
    "file.open-elsewhere": Wording(
        Text(
            "这个文件正被别的程序打开，可能是 WPS 表格或 Excel，所以写不进去。",
            "Another program has this file open, perhaps WPS or Excel, so it cannot be written.",
        ),
        Text(
            "关掉打开它的窗口，再写一次。原来的文件没有改动。",
            "Close the window that has it open and try again. The old file is unchanged.",
        ),
    ),
    "file.read-only": Wording(
        Text("这里只能看，不能写。", "This place can be read but not written."),
        Text(
            "换一个文件夹，或者请管理员给写的权限。原来的文件没有改动。",
            "Choose another folder or ask for the right to write. The old file is unchanged.",
        ),
    ),
    "file.unwritable": Wording(
        Text("这个文件没有写成：{reason}。", "This file was not written: {reason}."),
        Text(
            "再写一次；还不行就换一个文件夹。原来的文件没有改动。",
            "Try again, or choose another folder. The old file is unchanged.",
        ),
    ),
}
