"""Rectification lists: what could not be put into one."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "list.photo-left-out": Wording(
        Text(
            "这条问题的一张照片读不出来，清单里没有放它。",
            "A photo of this finding could not be read and is not in the list.",
        ),
        Text(
            "从备份恢复工作文件，再把这一批的文件重新写一次。别的照片都在。",
            "Restore the workspace from a backup, then write this batch's files again. All other photos are there.",
        ),
    ),
}
