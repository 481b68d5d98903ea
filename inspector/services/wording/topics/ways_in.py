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
    "finding.no-text": Wording(
        Text("没有写存在什么问题。", "It does not say what is wrong."),
        Text("选一个类型，或者写一句话。", "Choose a type or write a few words."),
    ),
    "finding.no-place": Wording(
        Text("没有写在哪里。", "It does not say where."),
        Text("选一个点位，或者选镇街再写地址。", "Choose a site, or a street and an address."),
    ),
    "violation.unknown": Wording(
        Text("没有代码为 {code} 的违法违章类型。", "There is no violation type with the code {code}."),
        Text(
            "换一个代码；命令 findings types 列出全部。", "Use another code; the command findings types lists them all."
        ),
    ),
    "violation.shape": Wording(
        Text(
            "违法违章类型表里有一条缺 {field}，或者写得不对。", "A violation type lacks {field}, or it is wrong there."
        ),
        Text("打开这个文件，在这一行补上。", "Open the file and mend it at this line."),
    ),
    "violation.time-limit": Wording(
        Text("处置时限“{text}”看不懂。", "The time limit {text} cannot be read."),
        Text("写成 立行立改、3个工作日、7天 这样。", "Write it like 立行立改, 3个工作日 or 7天."),
    ),
    "violation.twice": Wording(
        Text("代码 {code} 出现了两次，后一条没有用。", "The code {code} stands there twice; the second was left out."),
        Text("给后一条换一个代码。", "Give the second another code."),
    ),
    "complaint.missing": Wording(
        Text("这件投诉已经不在了。", "This complaint is gone."),
        Text("回到列表，看看是不是已经撤销。", "Go back to the list; it may have been taken back."),
    ),
    "complaint.restricted": Wording(
        Text(
            "这件投诉是反映工作人员的，只能在受限页面里看。",
            "This complaint is about staff and only in the restricted view.",
        ),
        Text("用口令打开受限页面。", "Open the restricted view with its PIN."),
    ),
    "complaint.settled": Wording(
        Text("投诉 {no} 已经有对应的问题了。", "Complaint {no} has its finding already."),
        Text("打开那条问题看办理情况。", "Open that finding to see how it goes."),
    ),
    "pin.missing": Wording(
        Text("还没有设受限页面的口令。", "Nobody has set the PIN of the restricted view yet."),
        Text("先在设置里设一个。", "Set one first, in the settings."),
    ),
    "pin.wrong": Wording(
        Text("口令不对。", "The PIN is wrong."),
        Text("再输一次；忘了就没有办法取回。", "Type it again; a forgotten one cannot be got back."),
    ),
    "pin.short": Wording(
        Text("口令要 {least} 到 {most} 位数字。", "A PIN is {least} to {most} digits."),
        Text("换一个。", "Choose another one."),
    ),
    "praise.no-text": Wording(
        Text("没有写好在哪里。", "It does not say what was done well."),
        Text("写一句话。", "Write a few words."),
    ),
    "praise.none": Wording(
        Text("还没有记过好的做法。", "No good practice has been noted yet."),
        Text("检查时按 G 记一条。", "Note one with G while inspecting."),
    ),
    "approval.no-place": Wording(
        Text("这条审批没有写在哪里。", "The approval does not say where."),
        Text(
            "填上点位、镇街或者地点，检查员才看得到它。", "Give a site, a street or a place for inspectors to see it."
        ),
    ),
    "approval.days-swapped": Wording(
        Text("审批的截止日在开始日之前。", "The approval ends before it begins."),
        Text("把两个日期对调或者改正。", "Swap or mend the two dates."),
    ),
}
