"""Checklists and their versions."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "checklist.content-missing": Wording(
        Text("这次检查用的检查表不在工作文件里。", "The checklist of this inspection is missing in the workspace."),
        Text("从备份里恢复。", "Restore it from a backup."),
    ),
    "checklist.item-unknown": Wording(
        Text("检查表里没有这一项。", "The checklist has no such item."),
        Text("看看代码写对没有。", "Check the code."),
    ),
    "checklist.judging-unknown": Wording(
        Text("看不懂的判定方式“{given}”。", "The judging type “{given}” is not known."),
        Text(
            "写成 PF、C0/1/2、N≥3、M≤5 米、R%≥90、Q1/3 或 C≤2。", "Write PF, C0/1/2, N≥3, M≤5 米, R%≥90, Q1/3 or C≤2."
        ),
    ),
    "checklist.threshold-broken": Wording(
        Text("判定方式“{given}”里的数不对。", "The threshold in “{given}” is broken."),
        Text("改成能比较的数再来。", "Write a number that can be compared."),
    ),
    "checklist.published-otherwise": Wording(
        Text("这个版本已经发布过，内容不一样。", "This version was published before with other content."),
        Text(
            "改了内容就要用新的版本号。原来的没有动。",
            "Changed content needs a new version number. The old one is untouched.",
        ),
    ),
    "checklist.unknown": Wording(
        Text("没有这份检查表。", "There is no such checklist."),
        Text("看看代码写对没有，或者先导入它。", "Check its code or import it first."),
    ),
    "checklist.version-differs": Wording(
        Text("同一个版本号有两份不同的内容。", "One version number has two different contents."),
        Text("给其中一份新的版本号。", "Give one of them a new version number."),
    ),
    "plain-list.no-head": Wording(
        Text("没有找到表头（序号、检查项、标准）。", "No header row was found (number, item, standard)."),
        Text("在对应关系里指出哪一列是检查项。", "Name the column of the items in the mapping."),
    ),
    "shelf.bad-line": Wording(
        Text("目录里的这一行看不懂。", "This line of the index cannot be read."),
        Text("照上面几行的样子写。", "Write it as the lines above it."),
    ),
    "shelf.no-index": Wording(
        Text("检查表文件夹里没有目录。", "The folder of checklists has no index."),
        Text("重新安装程序，或者把目录放回去。", "Install the program again or put the index back."),
    ),
}
