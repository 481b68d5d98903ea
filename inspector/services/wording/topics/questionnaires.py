"""Questionnaires: forms that cannot be taken in, answers that cannot stand."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "contact.no-phone": Wording(
        Text("没有写能打通的电话。", "There is no number that can be called."),
        Text("写上电话号码；不愿意留就不留。", "Write a telephone number, or leave none at all."),
    ),
    "form.content-missing": Wording(
        Text("这一版问卷的内容不在工作文件里。", "The content of this version of the form is not in the workspace."),
        Text(
            "从备份恢复工作文件，或重新导入这份问卷。答卷都在。",
            "Restore a backup, or import the form again. The responses are safe.",
        ),
    ),
    "form.limitation": Wording(
        Text(
            "“{name}”有一处在这里运行不了：{why}（{detail}）。",
            "Something of {name} does not run here: {why} ({detail}).",
        ),
        Text(
            "这道题照样显示文字；需要它起作用时，改一下问卷再导入。",
            "Its words are still shown; change the form and import it again if you need it to work.",
        ),
        choices={
            "why": {
                "type": Text("题型不支持作答", "this type cannot be answered"),
                "expression": Text("公式看不懂", "the expression cannot be read"),
                "function": Text("公式里的函数不支持", "a function is not supported"),
                "cycle": Text("公式绕成了圈", "its rules go round in a circle"),
                "file": Text("缺少数据文件，请放在问卷旁边", "a data file is missing beside the form"),
                "pattern": Text("正则表达式的写法不支持", "a regular expression of this kind is not supported"),
            },
        },
    ),
    "form.no-survey": Wording(
        Text(
            "这个文件里没有 survey 工作表，不是 XLSForm 问卷。",
            "There is no survey sheet in this file: it is no XLSForm.",
        ),
        Text(
            "换成 XLSForm 格式的问卷再导入。什么都没有收进来。",
            "Choose a form in XLSForm format. Nothing was taken in.",
        ),
    ),
    "form.refused": Wording(
        Text("这份问卷写得不对：{reason}", "The form is not written correctly: {reason}"),
        Text("按提示改好这一行再导入。什么都没有收进来。", "Mend that row and import it again. Nothing was taken in."),
    ),
    "form.unknown": Wording(
        Text("没有这个代号的问卷。", "There is no form of that code."),
        Text("用 questionnaires list 看看有哪些。", "See what there is with questionnaires list."),
    ),
    "form.version-differs": Wording(
        Text("这一版已经发布过，内容不一样。", "This version is published already with other content."),
        Text(
            "在 settings 工作表里换一个新的 version 再导入。已发布的没有改动。",
            "Give it a new version in the settings sheet. What is published was not changed.",
        ),
    ),
    "record.other-form": Wording(
        Text("这份提交是“{given}”的，不是“{own}”的。", "This submission belongs to {given}, not to {own}."),
        Text(
            "用它自己的检查表代号再收一次。什么都没有收进来。",
            "Take it in with its own checklist's code. Nothing was taken in.",
        ),
    ),
    "response.bad-mode": Wording(
        Text("“{given}”不是填答方式。", "{given} is no way of answering."),
        Text("用这几个之一：{allowed}。什么都没有记录。", "Use one of {allowed}. Nothing was recorded."),
    ),
    "response.missing": Wording(
        Text("这道必答题还没有答。", "This question must be answered."),
        Text("答完再结束。已答的都保存了。", "Answer it, then finish. What was answered is saved."),
    ),
    "response.no-draft": Wording(
        Text("这份答卷已经交了或者放弃了。", "This response was finished or dropped already."),
        Text("重新开始一份。", "Begin a new one."),
    ),
    "response.not-asked": Wording(
        Text("问卷里没有这道题，或者按逻辑不该问它。", "The form has no such question, or logic leaves it out here."),
        Text(
            "看看题号和前面的答案。什么都没有记录。", "Check the code and the answers before it. Nothing was recorded."
        ),
    ),
    "response.under-14": Wording(
        Text("这份答卷是 14 岁以下孩子填的。", "A child under 14 filled this response in."),
        Text("不收孩子的答卷，什么都没有记下。", "Children are not asked; nothing of it was kept."),
    ),
    "response.wrong": Wording(
        Text("这个答案不合要求：{why}。", "This answer cannot stand: {why}."),
        Text("改好再来。", "Change it and try again."),
        choices={
            "why": {
                "required": Text("必须回答", "an answer is needed"),
                "constraint": Text("不符合这道题的限制", "it is outside what the question allows"),
                "whole": Text("要填整数", "a whole number is wanted"),
                "number": Text("要填数字", "a number is wanted"),
                "date": Text("要填日期，例如 2026-11-22", "a date is wanted, such as 2026-11-22"),
                "time": Text("要填时间，例如 09:30", "a time is wanted, such as 09:30"),
                "offered": Text("选项里没有它，或选得不全", "it is not among the choices, or some are left out"),
                "range": Text("超出了范围", "it is outside the range"),
                "text": Text("太长了", "it is too long"),
            },
        },
    ),
}
