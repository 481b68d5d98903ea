"""The workspace file, its backups and its check."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "workspace.damaged": Wording(
        Text("这个工作文件坏了：{reason}。", "This workspace is damaged: {reason}."),
        Text("从最近的备份恢复。请先把坏文件留着。", "Restore the latest backup. Keep the damaged file for now."),
    ),
    "workspace.busy": Wording(
        Text("这个工作文件正忙，没有写成。", "The workspace is busy, so this was not saved."),
        Text("等一会儿再做一次。已存好的没有改动。", "Wait a moment and do it again. What was saved is unchanged."),
    ),
    "workspace.cannot-open": Wording(
        Text("这个工作文件打不开。", "This workspace cannot be opened."),
        Text(
            "看看它是不是文件夹，U 盘还在不在，有没有读的权限。",
            "Check that it is no folder, that the USB stick is still there, and that it may be read.",
        ),
    ),
    "workspace.disk-error": Wording(
        Text("磁盘读写出了错：{reason}。", "The disk could not be read or written: {reason}."),
        Text(
            "马上备份到另一个磁盘，再检查这个磁盘。已存好的没有改动。",
            "Back up to another disk at once, then have this disk checked. What was saved is unchanged.",
        ),
    ),
    "workspace.disk-full": Wording(
        Text("磁盘满了，这一步没有存下。", "The disk is full, so this was not saved."),
        Text("腾出空间，再做一次。已存好的没有改动。", "Free some space and do it again. What was saved is unchanged."),
    ),
    "workspace.folder-missing": Wording(
        Text("放工作文件的文件夹不在了。", "The folder of the workspace is not there."),
        Text(
            "看看路径，U 盘或网络盘是不是断开了。",
            "Check the path, and that the USB stick or network drive is connected.",
        ),
    ),
    "workspace.on-network": Wording(
        Text("工作文件放在网络盘上，会丢数据。", "The workspace lies on a network drive, where data gets lost."),
        Text(
            "把它复制到这台电脑自己的磁盘上再打开。网络盘可以放备份。文件没有改动。",
            "Copy it to a disk of this computer, then open it. Backups may lie on the network. The file is unchanged.",
        ),
    ),
    "workspace.in-synced-folder": Wording(
        Text(
            "工作文件放在网盘的同步文件夹里，会丢数据。",
            "The workspace lies in a folder that a cloud program keeps in step, where data gets lost.",
        ),
        Text(
            "把它移到同步文件夹外面再打开。备份可以放在同步文件夹里。文件没有改动。",
            "Move it out of that folder and open it there. Backups may lie in it. The file is unchanged.",
        ),
    ),
    "workspace.missing": Wording(
        Text("没有找到这个工作文件。", "This workspace was not found."),
        Text("看看路径和 U 盘，或者从备份恢复。", "Check the path and the USB stick, or restore a backup."),
    ),
    "workspace.in-use": Wording(
        Text(
            "这个工作文件正被另一个程序打开（{machine}，{program}）。",
            "Another program has this workspace open ({machine}, {program}).",
        ),
        Text("先关掉那一个窗口，再打开。文件没有改动。", "Close that window first. The file is unchanged."),
    ),
    "workspace.newer": Wording(
        Text(
            "这个工作文件是更新版本的程序写的（{version}）。",
            "This workspace was written by a newer version of the program ({version}).",
        ),
        Text("先升级程序再打开。文件没有改动。", "Update the program, then open it. The file is unchanged."),
    ),
    "workspace.older": Wording(
        Text(
            "这个工作文件是旧版本的（{version}），要先升级。",
            "This workspace is of an older version ({version}) and must be brought up to date first.",
        ),
        Text(
            "先打开一次程序窗口，或者运行一条会写入的命令；程序会先备份再升级。",
            "Open the window on it once, or run a command that writes; it is backed up first, then brought up to date.",
        ),
    ),
    "workspace.not-ours": Wording(
        Text("这个文件不是本程序的工作文件。", "This file is not a workspace of this program."),
        Text("选另一个文件。它没有改动。", "Choose another file. It was not changed."),
    ),
    "workspace.read-only": Wording(
        Text("这个工作文件现在只能看，不能改。", "This workspace can only be read now."),
        Text(
            "看看它是不是在只读的 U 盘上，或者正被另一台电脑打开。",
            "Check whether it lies on a read-only stick or is open elsewhere.",
        ),
    ),
    "workspace.revision-missing": Wording(
        Text("这条记录的一个版本不在工作文件里。", "A version of this record is missing in the workspace."),
        Text("运行检查（check），再从备份恢复。", "Run the check, then restore a backup."),
    ),
    "backup.missing": Wording(
        Text("没有找到这个备份。", "This backup was not found."),
        Text("换一个备份。现在的记录没有动。", "Choose another backup. Your records were not touched."),
    ),
    "backup.same-file": Wording(
        Text("备份和工作文件是同一个文件。", "The backup and the workspace are the same file."),
        Text("换一个文件名或文件夹。", "Choose another name or folder."),
    ),
    "check.document-damaged": Wording(
        Text("存着的一份文书和当初的内容对不上。", "A stored document no longer matches what was written."),
        Text("从备份里恢复它。", "Restore it from a backup."),
    ),
    "check.photo-damaged": Wording(
        Text("存着的一张照片和当初的内容对不上。", "A stored photo no longer matches what was taken in."),
        Text("从备份里恢复它。", "Restore it from a backup."),
    ),
    "check.photo-missing": Wording(
        Text("一张照片的内容不在工作文件里（{sha}）。", "The content of a photo is missing in the workspace ({sha})."),
        Text("从备份里恢复它。", "Restore it from a backup."),
    ),
    "check.projection-differs": Wording(
        Text("一条 {kind} 记录和它的版本对不上。", "A {kind} record does not match its versions."),
        Text("重建一次；版本没有问题，不会丢东西。", "Rebuild once; the versions are sound, nothing is lost."),
    ),
    "check.reference-missing": Wording(
        Text("一条 {kind} 记录指向不存在的 {missing}。", "A {kind} record points to {missing}, which does not exist."),
        Text("打开它，重新选一次。", "Open it and choose again."),
    ),
    "check.revision-damaged": Wording(
        Text("一条 {kind} 记录的版本被改动过。", "A version of a {kind} record was altered."),
        Text("从备份里恢复，并查清是谁动了文件。", "Restore it from a backup and find out who changed the file."),
    ),
    "check.sqlite": Wording(
        Text("数据库自检没有通过：{said}", "The database's own check failed: {said}"),
        Text("从最近的备份恢复。", "Restore the latest backup."),
    ),
    "check.stray-row": Wording(
        Text("一条 {kind} 记录没有对应的版本。", "A {kind} record has no version."),
        Text("重建一次，多出来的会去掉。", "Rebuild once; what is left over is removed."),
    ),
}
