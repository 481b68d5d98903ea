"""Registers of sites, units and streets, and taking them in."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "register.ambiguous": Wording(
        Text("“{name}”在册里有好几个，认不出是哪一个。", "“{name}” stands for several entries, it is not clear which."),
        Text(
            "写全名，或者加上镇街。别的行都收下了。",
            "Write its full name or add the street. The other rows were taken in.",
        ),
    ),
    "register.column-missing": Wording(
        Text("表里没有“{column}”这一列。", "The column “{column}” is missing."),
        Text("补上这一列再导入。册里的没有动。", "Add the column and import again. The register is untouched."),
    ),
    "register.duplicate-row": Wording(
        Text("这一行和前面的一行是同一个。", "This row repeats an earlier one."),
        Text("去掉一行，或者改名。别的行都收下了。", "Remove one or rename it. The other rows were taken in."),
    ),
    "register.file-missing": Wording(
        Text("没有找到这个文件。", "This file was not found."),
        Text(
            "看看程序的文件夹全不全，或者重新安装。",
            "Check that the program's folder is complete, or install it again.",
        ),
    ),
    "register.kind-missing": Wording(
        Text("“{name}”没有写点位类型。", "“{name}” has no kind."),
        Text("写上类型（如 老旧小区）。别的行都收下了。", "Write its kind. The other rows were taken in."),
    ),
    "register.name-missing": Wording(
        Text("没有写名称。", "The name is missing."),
        Text("写上名称再存。", "Write a name and save again."),
    ),
    "register.name-taken": Wording(
        Text("这个名称已经有了。", "This name is already there."),
        Text("换一个名称，或者打开已有的那一条。", "Choose another name or open the entry that is there."),
    ),
    "register.no-header": Wording(
        Text("没有找到{register}的表头。", "No header row of {register} was found."),
        Text("表头要有：{expected}。册里的没有动。", "The header needs: {expected}. The register is untouched."),
    ),
    "register.unknown-group": Wording(
        Text("不认识的分组“{value}”。", "The group “{value}” is not known."),
        Text("改成已有的分组。", "Use a group that exists."),
    ),
    "register.unknown-unit": Wording(
        Text("不认识的单位“{value}”。", "The unit “{value}” is not known."),
        Text("先在单位册里加上它，或者写它的全名。", "Add it to the units first or write its full name."),
    ),
    "site.kind-missing": Wording(
        Text("这个点位没有类型。", "This site has no kind."),
        Text("选一个类型，检查表才能自动打开。", "Choose a kind so that its checklist can open."),
    ),
}
