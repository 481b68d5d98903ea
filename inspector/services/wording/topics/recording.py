"""Recording an inspection, its findings and photos of them."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "answer.figure-needed": Wording(
        Text("这一项要先记数或量数，才能判。", "This item needs its count or measure before it can be judged."),
        Text("填上数，再判一次。别的项都已存好。", "Enter the figure, then judge it again. All other items are saved."),
    ),
    "finding.already-dispatched": Wording(
        Text(
            "问题 {no} 已经交办，不能在检查里删改。",
            "Finding {no} has been dispatched and cannot be changed inside the inspection.",
        ),
        Text("到台账里找到它再改；改动会留在经过里。", "Change it in the ledger; the change will stay in its history."),
    ),
    "finding.last-of-item": Wording(
        Text(
            "这是这一项唯一的问题，去掉它，判定就没有依据了。",
            "This is the only finding of the item; without it the verdict has no ground.",
        ),
        Text("要改判定，直接按 1、3 或 0。", "To change the verdict press 1, 3 or 0."),
    ),
    "finding.missing": Wording(
        Text(
            "这条问题已经不在了，可能刚被删掉或撤销。",
            "This finding is no longer there; it may have just been deleted or undone.",
        ),
        Text("回到列表看一眼；要找回来就按 U 撤销。", "Look at the list again; press U to bring it back."),
    ),
    "inspection.finished": Wording(
        Text("这次检查已经完成，不能再改。", "This inspection is finished and cannot be changed."),
        Text(
            "要改就先写明原因，重新打开；两个版本都会留着。", "Reopen it with a reason first; both versions are kept."
        ),
    ),
    "inspection.not-finished": Wording(
        Text("这次检查还没有完成，用不着重新打开。", "This inspection is not finished, so it need not be reopened."),
        Text("直接接着查。", "Simply go on with it."),
    ),
    "inspection.incomplete": Wording(
        Text(
            "还有 {number} 处没有做完，按检查表的规定不能完成。",
            "{number} things are still missing that this checklist requires.",
        ),
        Text(
            "在左边的清单里逐处补上，再点“完成检查”。",
            "Complete them from the list at the left, then finish the inspection.",
        ),
    ),
    "inspection.missing": Wording(
        Text("这次检查已经不在了。", "This inspection is no longer there."),
        Text(
            "回到“检查”页重新选点位。别的检查没有动。",
            "Choose the site again on the inspection page. Other inspections are untouched.",
        ),
    ),
    "site.missing": Wording(
        Text("这个点位已经不在了。", "This site is no longer there."),
        Text("重新选一个点位，或者到点位册里找回它。", "Choose another site or restore it in the register."),
    ),
    "reason.missing": Wording(
        Text("这一步要写明原因。", "This step needs a reason."),
        Text("写一句原因，会留在经过里。", "Write one sentence; it stays in the history."),
    ),
    "undo.changed-since": Wording(
        Text(
            "这条记录后来又改过，不能直接撤销。",
            "This record was changed again since, so it cannot be undone directly.",
        ),
        Text("先撤销后来那次改动，或者手工改回来。", "Undo the later change first, or change it back by hand."),
    ),
    "record.too-large": Wording(
        Text("这条记录太长，存不下（最多 64 KB）。", "This record is too long to be stored (64 KB at most)."),
        Text(
            "把文字删短一些再存。原来的内容没有动。", "Shorten the text and save again. What was stored is unchanged."
        ),
    ),
}
