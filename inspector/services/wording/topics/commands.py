"""The command line, and the JSON it is given."""

from inspector.services.wording.wording import Text, Topic, Wording

_NOTHING_ZH = "改好再来一次。什么都没有收进来。"
_NOTHING_EN = "Put it right and try again. Nothing was taken in."
_TYPES = {
    "text": Text("文字", "text"),
    "number": Text("数", "a number"),
    "whole": Text("整数", "a whole number"),
    "list": Text("用 [ ] 括起来的列表", "a list in [ ]"),
    "object": Text("用 { } 括起来的一组字段", "fields in { }"),
}
_REGISTERS = {"site": Text("点位", "site"), "unit": Text("单位", "unit")}
_RULES = {
    "all-answered": Text("这一项还没有结论", "this item has no verdict yet"),
    "veto-answered": Text("这一项是红线，还没有结论", "this red-line item has no verdict yet"),
    "photos": Text(
        "不合格要有照片，这一项还没有能用的照片", "a fail needs a photo, and this item has none that can be used"
    ),
}
_FIGURES = {
    "count-missing": Text("还缺 count", "count is missing"),
    "value-missing": Text("还缺 value", "value is missing"),
    "ratio-missing": Text("ok 和 of 两个数都要有，of 不能是 0", "ok and of are both needed, and of may not be 0"),
    "right-missing": Text("还缺 right", "right is missing"),
    "more-than-checked": Text("合格的比查的还多", "more are in order than were checked"),
    "more-than-asked": Text("答对的比问的还多", "more answered right than were asked"),
    "ask-more": Text("问的人还不够，结论可能会变", "too few people were asked to be sure"),
    "watch-too-short": Text("看的时间不够，还不能说合格", "the watch was too short to pass"),
    "not-a-figure": Text("数不对", "it is not a usable figure"),
}

WORDS: Topic = {
    "command.stopped": Wording(
        Text("停下了，是人要求的。", "Stopped, as somebody asked for."),
        Text("要做完就再运行一次。做了一半的没有留下。", "Run it again to finish it. Nothing half done was left."),
    ),
    "command.system": Wording(
        Text("系统没有让这一步做成：{reason}。", "The system did not let this happen: {reason}."),
        Text(
            "看看路径和权限，再运行一次。已有的记录没有改动。",
            "Check the path and the rights, then run it again. Your records were not changed.",
        ),
    ),
    "command.fault": Wording(
        Text(
            "程序内部出了错（{name}），详情写在这个日志里。",
            "Something went wrong inside the program ({name}); the details are in this log.",
        ),
        Text("把日志发给技术人员。已存好的记录没有改动。", "Send the log to support. What was saved is not harmed."),
    ),
    "demo.folder-in-use": Wording(
        Text("这个文件夹里已经有东西。", "There is something in this folder already."),
        Text(
            "换一个空文件夹，例如 --out demo-2。里面的没有动。",
            "Name an empty folder, for example --out demo-2. Nothing in it was touched.",
        ),
    ),
    "demo.workspace-in-use": Wording(
        Text(
            "这个工作文件已经有了，示例不会写进去。",
            "This workspace is there already, and a demo is not written into it.",
        ),
        Text("用 --workspace 写一个新的文件名。它没有改动。", "Name a new file with --workspace. It was not changed."),
    ),
    "name.unknown": Wording(
        Text("没有叫“{given}”的{register}。", "No {register} is called “{given}”."),
        Text(
            "照册里的名称、编号或别名写[，也许是：{similar}]。",
            "Write its name, code or alias as in the register[; perhaps one of: {similar}].",
        ),
        choices={"register": _REGISTERS},
    ),
    "name.several": Wording(
        Text("叫“{given}”的{register}不止一个。", "More than one {register} is called “{given}”."),
        Text("写编号或代号：{choices}。", "Write its code or id: {choices}."),
        choices={"register": _REGISTERS},
    ),
    "json.missing": Wording(
        Text("没有找到这个文件。", "This file was not found."),
        Text("看看路径写对没有。", "Check its path."),
    ),
    "json.unreadable": Wording(
        Text("这个文件读不出来：{reason}。", "This file cannot be read: {reason}."),
        Text("看看是不是文件夹，或者没有读的权限。", "Check that it is no folder and may be read."),
    ),
    "json.too-large": Wording(
        Text("这个文件太大，最多 {limit}。", "This file is too large; {limit} at most."),
        Text(
            "照片写路径，不要把内容放进来。什么都没有收进来。",
            "Name photos by their path instead of putting them in. Nothing was taken in.",
        ),
    ),
    "json.not-utf-8": Wording(
        Text("这个文件不是 UTF-8 编码。", "This file is not encoded in UTF-8."),
        Text("用 UTF-8 另存一份再来。什么都没有收进来。", "Save it as UTF-8 and try again. Nothing was taken in."),
    ),
    "json.not-json": Wording(
        Text("这里不是正确的 JSON。", "This is not valid JSON."),
        Text(
            "看看这一行和上一行的逗号、引号、括号。什么都没有收进来。",
            "Check commas, quotation marks and brackets on this line and the one before. Nothing was taken in.",
        ),
    ),
    "json.not-an-object": Wording(
        Text("最外层要是一个 {{ }}。", "The outermost value must be an object in {{ }}."),
        Text("照说明里的样子写。什么都没有收进来。", "Write it as the manual shows. Nothing was taken in."),
    ),
    "json.field-unknown": Wording(
        Text("没有这个字段。", "There is no such field."),
        Text("也许是：{near}。什么都没有收进来。", "Perhaps: {near}. Nothing was taken in."),
    ),
    "json.field-missing": Wording(
        Text("这个字段没有写。", "This field is missing."),
        Text("补上它。什么都没有收进来。", "Add it. Nothing was taken in."),
    ),
    "json.field-twice": Wording(
        Text("这个字段写了两次。", "This field is given twice."),
        Text("留下一个。什么都没有收进来。", "Keep one of them. Nothing was taken in."),
    ),
    "json.wrong-type": Wording(
        Text("这里要写{wanted}。", "This must be {wanted}."),
        Text(_NOTHING_ZH, _NOTHING_EN),
        choices={"wanted": _TYPES},
    ),
    "json.too-long": Wording(
        Text("这段文字太长，最多 {limit} 个字。", "This text is too long; {limit} characters at most."),
        Text("删短一些。什么都没有收进来。", "Shorten it. Nothing was taken in."),
    ),
    "json.too-many": Wording(
        Text("这里太多了，最多 {limit} 个。", "There are too many here; {limit} at most."),
        Text("分成几份。什么都没有收进来。", "Split them. Nothing was taken in."),
    ),
    "json.figure-out-of-range": Wording(
        Text("这个数要在 0 和 {limit} 之间。", "This figure must be between 0 and {limit}."),
        Text(_NOTHING_ZH, _NOTHING_EN),
    ),
    "record.bad-time": Wording(
        Text("看不懂的时间“{given}”。", "The time “{given}” cannot be read."),
        Text("写成 2026-11-20T09:30。什么都没有收进来。", "Write it like 2026-11-20T09:30. Nothing was taken in."),
    ),
    "record.bad-verdict": Wording(
        Text("没有“{given}”这种结论。", "There is no verdict “{given}”."),
        Text("写 {allowed} 中的一个。什么都没有收进来。", "Write one of {allowed}. Nothing was taken in."),
    ),
    "record.item-twice": Wording(
        Text("检查项 {item} 在 {first} 已经写过。", "Item {item} was already answered at {first}."),
        Text("留下一个。什么都没有收进来。", "Keep one of them. Nothing was taken in."),
    ),
    "record.finished-before-started": Wording(
        Text("完成时间早于开始时间。", "The end is before the beginning."),
        Text(
            "看看两个时间哪个写错了。什么都没有收进来。", "Check which of the two times is wrong. Nothing was taken in."
        ),
    ),
    "record.in-future": Wording(
        Text("检查时间在将来。", "The inspection lies in the future."),
        Text(
            "看看日期和这台电脑的时钟。什么都没有收进来。",
            "Check the date and this computer's clock. Nothing was taken in.",
        ),
    ),
    "record.other-checklist": Wording(
        Text("“{site}”用的是检查表 {own}，不是 {given}。", "“{site}” is inspected with checklist {own}, not {given}."),
        Text(
            "看看点位写对没有，或者在点位册里改它的类型。什么都没有收进来。",
            "Check the site, or change its kind in the register. Nothing was taken in.",
        ),
    ),
    "record.already-there": Wording(
        Text(
            "同一个人同一时间在这个点位的检查已经收过。",
            "This inspection, by the same person at the same time, was taken in before.",
        ),
        Text(
            "不用再收。要改就在窗口里重新打开它。",
            "There is no need to take it in again. To change it, reopen it in the window.",
        ),
    ),
    "record.photo-of-nothing": Wording(
        Text("这一项没有不合格，照片没有地方放。", "This item did not fail, so its photos belong to nothing."),
        Text(
            "去掉照片，或者改结论。什么都没有收进来。",
            "Leave the photos out or change the verdict. Nothing was taken in.",
        ),
    ),
    "record.verdict-and-figures": Wording(
        Text(
            "结论和数只能写一样，结论由数得出。",
            "Either the verdict or the figures: the verdict follows from the figures.",
        ),
        Text("去掉其中一样。什么都没有收进来。", "Leave one of them out. Nothing was taken in."),
    ),
    "record.figure-not-asked": Wording(
        Text("这一项不用 {given}。", "This item does not take {given}."),
        Text("写 {wanted}。什么都没有收进来。", "Write {wanted}. Nothing was taken in."),
    ),
    "record.figure-wanted": Wording(
        Text("这一项要写数，不能只写结论。", "This item needs its figures, not only a verdict."),
        Text("写 {wanted}。什么都没有收进来。", "Write {wanted}. Nothing was taken in."),
    ),
    "record.figures-open": Wording(
        Text("从这些数还得不出结论：{why}。", "No verdict follows from these figures: {why}."),
        Text(_NOTHING_ZH, _NOTHING_EN),
        choices={"why": _FIGURES},
    ),
    "record.incomplete": Wording(
        Text("按检查表的规定还不能完成：{rule}。", "By the rules of the checklist it cannot be finished: {rule}."),
        Text(
            "补上再来；或者去掉 finished，先作为没有完成的检查收进来。什么都没有收进来。",
            "Complete it; or leave finished out to take it in as an open inspection. Nothing was taken in.",
        ),
        choices={"rule": _RULES},
    ),
}
