"""Dispatch and its deadlines."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "dispatch.blocked": Wording(
        Text("有 {number} 条问题还不能交办。", "{number} findings cannot be dispatched yet."),
        Text(
            "补上责任单位、期限或整改要求，再编号。编号还没有用掉。",
            "Add unit, deadline or requirement, then number it. No number was used.",
        ),
    ),
    "dispatch.changed-meanwhile": Wording(
        Text("这条问题在你核对时被改过。", "This finding was changed while you were checking."),
        Text("再看一遍，然后重新编号。编号还没有用掉。", "Look again, then number it. No number was used."),
    ),
    "dispatch.files-missing": Wording(
        Text(
            "{number} 已经编号并交办，可是文件夹没有写成。",
            "{number} has its number and stands, but its folder was not written.",
        ),
        Text(
            "排除下面说的障碍，再在交办页上把这一批的文件重新写一次。编号不会再用一个。",
            "Clear what stands in the way, then write its files again on the dispatch page. No number is used.",
        ),
    ),
    "dispatch.missing": Wording(
        Text("这一批交办已经不在了。", "This dispatch is no longer there."),
        Text("回到交办页再选。", "Choose again on the dispatch page."),
    ),
    "dispatch.nothing": Wording(
        Text("没有要交办的问题。", "There is no finding to dispatch."),
        Text(
            "完成一次检查，或者至少选一条待交办的问题。",
            "Finish an inspection, or choose at least one finding that waits.",
        ),
    ),
    "dispatch.number-taken": Wording(
        Text("编号 {number} 已经用过。", "The number {number} has been used."),
        Text("换一个编号；用过的编号不收回。", "Choose another; a used number is never given again."),
    ),
    "deadline.out-of-range": Wording(
        Text("期限“{text}”太长，最多 {most} 天。", "The time limit “{text}” is too long; {most} days at most."),
        Text("改短一些，或者写“长期”。", "Shorten it or write 长期."),
    ),
    "deadline.unreadable": Wording(
        Text("看不懂期限“{text}”。", "The time limit “{text}” cannot be read."),
        Text("写成 立行立改、7天、5工作日 或 长期。", "Write 立行立改, 7天, 5工作日 or 长期."),
    ),
    "calendar.bad-arrangement": Wording(
        Text("看不懂的安排“{value}”。", "The arrangement “{value}” is not known."),
        Text("写成 放假 或 上班。", "Write 放假 or 上班."),
    ),
    "calendar.bad-date": Wording(
        Text("看不懂的日期“{value}”。", "The date “{value}” cannot be read."),
        Text("写成 2026-10-01。", "Write 2026-10-01."),
    ),
    "setting.number": Wording(
        Text("“{given}”不是一个可用的数。", "“{given}” is not a usable number."),
        Text("写一个整数。原来的设置还在。", "Write a whole number. The old setting stays."),
    ),
    "setting.pattern": Wording(
        Text(
            "编号样式里要有 {{n}}，而且只能有 {{year}} 和 {{n}}。",
            "The pattern needs {{n}} and may hold only {{year}} and {{n}}.",
        ),
        Text(
            "写成 创城办〔{{year}}〕{{n}}号 这样。原来的设置还在。",
            "Write it like 创城办〔{{year}}〕{{n}}号. The old setting stays.",
        ),
    ),
    "setting.unknown": Wording(
        Text("没有这项设置。", "There is no such setting."),
        Text("看看名字写对没有。", "Check its name."),
    ),
}
