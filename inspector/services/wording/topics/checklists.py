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
    "checklist.ambiguous-word": Wording(
        Text("“{given}”会被读成别的东西。", "“{given}” would be read as something else."),
        Text("给它加上引号。", "Put it into quotation marks."),
    ),
    "checklist.bad-choice": Wording(
        Text("{field} 不能写“{given}”。", "{field} cannot be “{given}”."),
        Text("只能写：{allowed}。", "It may be: {allowed}."),
    ),
    "checklist.bad-code": Wording(
        Text("代码“{given}”不合规矩。", "The code “{given}” is not well formed."),
        Text("用字母、数字和短横，如 GY-02-01。", "Use letters, digits and hyphens, such as GY-02-01."),
    ),
    "checklist.bad-time-limit": Wording(
        Text("看不懂的时限“{given}”。", "The time limit “{given}” is not understood."),
        Text("写 立行立改、7天、5工作日 或 长期。", "Write 立行立改, 7天, 5工作日 or 长期."),
    ),
    "checklist.bad-version": Wording(
        Text("版本号“{given}”不合规矩。", "The version “{given}” is not well formed."),
        Text("用数字，如 2 或 2.1。", "Use numbers such as 2 or 2.1."),
    ),
    "checklist.bad-weight": Wording(
        Text("权重“{given}”不对。", "The weight “{given}” is wrong."),
        Text("写 1 到 100 的整数。", "Write a whole number from 1 to 100."),
    ),
    "checklist.column-twice": Wording(
        Text("“{field}”这一列有两个。", "There are two columns “{field}”."),
        Text("去掉一列。", "Remove one of them."),
    ),
    "checklist.control-character": Wording(
        Text("“{field}”里有看不见的控制字符。", "“{field}” holds an invisible control character."),
        Text("删掉重打这一格。", "Clear the cell and type it again."),
    ),
    "checklist.duplicate-item": Wording(
        Text(
            "检查项代码“{given}”用了两次，头一次在第 {first} 行。",
            "The item code “{given}” is used twice, first in row {first}.",
        ),
        Text("给其中一项换个代码。", "Give one of them another code."),
    ),
    "checklist.duplicate-key": Wording(
        Text("“{key}”写了两次。", "“{key}” is written twice."),
        Text("去掉一个。", "Remove one of them."),
    ),
    "checklist.duplicate-section": Wording(
        Text(
            "板块代码“{given}”用了两次，头一次在第 {first} 行。",
            "The section code “{given}” is used twice, first in row {first}.",
        ),
        Text("给其中一个换个代码。", "Give one of them another code."),
    ),
    "checklist.empty-section": Wording(
        Text("板块“{section}”里没有检查项。", "The section “{section}” has no items."),
        Text("补上检查项，或者去掉这个板块。", "Add items or remove the section."),
    ),
    "checklist.missing-field": Wording(
        Text("没有写“{field}”。", "“{field}” is missing."),
        Text("补上再来。", "Add it and try again."),
    ),
    "checklist.no-items": Wording(
        Text("这份检查表没有检查项。", "This checklist has no items."),
        Text("至少写一项。", "Write at least one."),
    ),
    "checklist.no-sheet": Wording(
        Text("没有找到这张工作表。", "This sheet was not found."),
        Text("先导出一份检查表，照它的样子改。", "Export a checklist first and edit that one."),
    ),
    "checklist.no-unit": Wording(
        Text("这一项没有责任单位，检查表也没有默认的。", "This item has no unit and the checklist has no default one."),
        Text("给这一项或整份检查表写上责任单位。", "Give the item or the whole checklist a unit."),
    ),
    "checklist.too-long": Wording(
        Text("“{field}”太长，最多 {limit} 个字。", "“{field}” is longer than {limit} characters."),
        Text("写短一些。", "Shorten it."),
    ),
    "checklist.too-many-items": Wording(
        Text("检查项超过 {limit} 项。", "There are more than {limit} items."),
        Text("分成几份检查表。", "Part it into several checklists."),
    ),
    "checklist.unknown-field": Wording(
        Text("不认识的字段“{field}”。", "The field “{field}” is not known."),
        Text("能写的是：{near}。改名或者去掉。", "It may be: {near}. Correct the name or remove it."),
    ),
    "checklist.wrong-shape": Wording(
        Text("“{field}”的写法不对。", "“{field}” has the wrong shape."),
        Text("照别的检查表的样子写。", "Write it as other checklists do."),
    ),
    "override.empty": Wording(
        Text("“{field}”不能空着。", "“{field}” cannot be empty."),
        Text("写上内容，或者恢复原来的。", "Write something, or go back to the original."),
    ),
    "override.no-such-item": Wording(
        Text("新版本里没有这一项了。", "The newest version has no such item."),
        Text("去掉这处调整。", "Drop this change."),
    ),
    "override.other-judging": Wording(
        Text(
            "“{given}”是另一种判定方式，只能改数值。",
            "“{given}” is another way of judging; only its figures can change.",
        ),
        Text("照原来的写法改数，如 N≥2 改成 N≥3。", "Keep the form and change the figure, such as N≥2 to N≥3."),
    ),
    "override.weight": Wording(
        Text("权重 {given} 不对。", "The weight {given} is wrong."),
        Text("写 1 到 100 的整数。", "Write a whole number from 1 to 100."),
    ),
}
