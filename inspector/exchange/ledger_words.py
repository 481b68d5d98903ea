"""Codes as the ledger of an office writes them; it is a Chinese document whatever the program speaks."""

from collections.abc import Mapping

from inspector.domain.extensions import Decision
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger_export import StepKind
from inspector.domain.rechecks import RecheckResult
from inspector.domain.redirections import Ground
from inspector.domain.replies import Outcome

STATUSES: Mapping[FindingStatus, str] = {
    FindingStatus.DRAFT: "草稿",
    FindingStatus.TO_DISPATCH: "待交办",
    FindingStatus.DISPATCHED: "已交办",
    FindingStatus.SIGNED: "已签收",
    FindingStatus.IN_PROGRESS: "整改中",
    FindingStatus.REPLIED: "已反馈",
    FindingStatus.SENT_BACK: "退回重改",
    FindingStatus.CLOSED: "已销号",
    FindingStatus.PARKED: "挂账",
    FindingStatus.REDIRECTED: "转办",
    FindingStatus.VOID: "作废",
}

STEPS: Mapping[StepKind, str] = {
    StepKind.REPLY: "反馈",
    StepKind.RECHECK: "复查",
    StepKind.EXTENSION: "延期",
    StepKind.REDIRECTION: "转办",
}

LOOKS: Mapping[str, str] = {
    str(RecheckResult.PASSED): "通过",
    str(RecheckResult.FAILED): "不通过，退回",
    str(RecheckResult.UNSEEN): "看不到",
}

RESULTS: Mapping[tuple[StepKind, str], str] = {
    (StepKind.REPLY, str(Outcome.UNSAID)): "没有写明",
    (StepKind.REPLY, str(Outcome.DONE)): "已完成",
    (StepKind.REPLY, str(Outcome.IN_PROGRESS)): "整改中",
    (StepKind.REPLY, str(Outcome.EXTENSION)): "申请延期",
    (StepKind.REPLY, str(Outcome.NOT_OURS)): "不属本单位",
    **{(StepKind.RECHECK, code): words for code, words in LOOKS.items()},
    (StepKind.EXTENSION, str(Decision.ASKED)): "待答复",
    (StepKind.EXTENSION, str(Decision.GRANTED)): "同意",
    (StepKind.EXTENSION, str(Decision.REFUSED)): "不同意",
    (StepKind.REDIRECTION, str(Ground.PLACE)): "属地不符",
    (StepKind.REDIRECTION, str(Ground.OWNER)): "权属不清",
    (StepKind.REDIRECTION, str(Ground.DUTY)): "职能交叉",
}
