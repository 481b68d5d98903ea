"""随手拍, complaints, meetings, approvals, good practices."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "check.private-damaged": Wording(
        Text("一件投诉单独存放的内容和它的校验值不符。", "What is kept apart of a complaint does not fit its hash."),
        Text(
            "从备份恢复，或者把这件投诉的来电人信息清除。别的记录没有受影响。",
            "Restore a backup, or erase the caller of this complaint. No other record is touched.",
        ),
    ),
    "check.private-missing": Wording(
        Text(
            "一件投诉单独存放的内容不见了，又没有清除的记录。",
            "What is kept apart of a complaint is gone, and nobody erased it.",
        ),
        Text("从备份恢复。", "Restore a backup."),
    ),
}
