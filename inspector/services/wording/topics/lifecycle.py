"""Moves of a finding that its state does not allow."""

from inspector.services.wording.wording import Text, Topic, Wording

_STATES = {
    "draft": Text("草稿", "a draft"),
    "to_dispatch": Text("待交办", "waiting to be dispatched"),
    "dispatched": Text("已交办", "dispatched"),
    "signed": Text("已签收", "signed for"),
    "in_progress": Text("整改中", "being put right"),
    "replied": Text("已反馈", "replied to"),
    "sent_back": Text("退回重改", "sent back"),
    "closed": Text("已销号", "closed"),
    "parked": Text("挂账", "parked"),
    "redirected": Text("转办", "redirected"),
    "void": Text("作废", "void"),
}
_MOVES = {
    "hand-in": Text("提交", "handed in"),
    "take-back": Text("收回", "taken back"),
    "dispatch": Text("交办", "dispatched"),
    "sign": Text("签收", "signed for"),
    "begin": Text("开始整改", "begun"),
    "reply": Text("反馈", "replied to"),
    "pass-recheck": Text("复查通过", "passed"),
    "send-back": Text("退回", "sent back"),
    "ask-extension": Text("申请延期", "asked to be extended"),
    "grant-extension": Text("同意延期", "extended"),
    "refuse-extension": Text("不同意延期", "refused more time"),
    "redirect": Text("转办", "redirected"),
    "park": Text("挂账", "parked"),
    "unpark": Text("解除挂账", "taken up again"),
    "void": Text("作废", "made void"),
    "reopen": Text("重开", "reopened"),
}

WORDS: Topic = {
    "move.impossible": Wording(
        Text("这条问题现在是“{state}”，不能{move}。", "This finding is {state} and cannot be {move}."),
        Text(
            "在台账里看它的经过，再选现在能做的一步。没有改动任何内容。",
            "See its history in the ledger and choose a step that is possible now. Nothing was changed.",
        ),
        {"state": _STATES, "move": _MOVES},
    ),
    "move.not-asked": Wording(
        Text("这条问题没有等着答复的延期申请。", "No request for more time waits for an answer here."),
        Text("先登记单位的延期申请。没有改动任何内容。", "Enter the unit's request first. Nothing was changed."),
    ),
    "move.asked-already": Wording(
        Text(
            "这条问题已经有一份延到 {until} 的申请等着答复。",
            "A request to extend this finding until {until} waits for an answer already.",
        ),
        Text("先同意或不同意那一份。没有改动任何内容。", "Grant or refuse that one first. Nothing was changed."),
    ),
    "move.unit-missing": Wording(
        Text("没有说转给哪个单位。", "It was not said which unit it goes to."),
        Text("选一个接手的单位再转。没有改动任何内容。", "Choose the unit that takes it over. Nothing was changed."),
    ),
    "move.unit-same": Wording(
        Text("这条问题本来就是这个单位的。", "This finding is that unit's already."),
        Text("选另一个单位。没有改动任何内容。", "Choose another unit. Nothing was changed."),
    ),
    "move.ground-missing": Wording(
        Text("转办要说清是属地不符、权属不清还是职能交叉。", "A redirection names its ground: place, owner or duty."),
        Text("三样里选一样，再写单位提供的依据。", "Choose one of the three and write what the unit brought forward."),
    ),
    "move.deadline-missing": Wording(
        Text("没有说延到哪一天。", "It was not said until which day."),
        Text("选一个日期。没有改动任何内容。", "Choose a day. Nothing was changed."),
    ),
    "move.deadline-not-later": Wording(
        Text("要延到的日期不比现在的期限晚。", "The day asked for is not later than the deadline."),
        Text("选一个晚于现在期限和今天的日期。", "Choose a day after the deadline and after today."),
    ),
    "move.scan-missing": Wording(
        Text("同意延期要有盖章的申请，这里还没有。", "Granting needs the stamped request, and there is none yet."),
        Text("把盖章申请拍照或扫描后加进来，再同意。", "Add a photo or scan of the stamped request, then grant it."),
    ),
    "recheck.nobody": Wording(
        Text("不知道是谁复查的。", "It is not known who re-inspected."),
        Text("先在设置里写上自己的名字，或者加 --by 名字。", "Enter your name in the settings, or add --by NAME."),
    ),
    "recheck.same-person": Wording(
        Text(
            "“改好了”就是{person}报的，复查要换一个人。",
            "{person} reported this as done; somebody else has to re-inspect.",
        ),
        Text(
            "请另一位同事去现场看，用他的名字记。", "Let a colleague look on the spot and record it under their name."
        ),
    ),
    "finding.unknown-number": Wording(
        Text("没有这个编号的问题。", "There is no finding with this number."),
        Text("看看台账里的编号，再来一次。", "Look up the number in the ledger and try again."),
    ),
    "recheck.nothing": Wording(
        Text("没有要复查的问题，没有什么可打印。", "Nothing waits for a look, so there is nothing to print."),
        Text("等单位反馈以后再来。", "Come back when units have replied."),
    ),
    "recheck.number": Wording(
        Text("最近打印的现场表里没有这个号。", "The sheet printed last has no such number."),
        Text(
            "看看表上的序号（共 {most} 条），或者写问题编号。",
            "Look at the sheet ({most} lines), or give the finding's number.",
        ),
    ),
}
