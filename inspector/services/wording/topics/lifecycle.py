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
    "grant-extension": Text("延期", "extended"),
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
}
