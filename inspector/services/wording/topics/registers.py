"""Registers of sites, units and streets, and taking them in."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "kind.code-missing": Wording(
        Text("这个点位类型没有代码。", "This kind of site has no code."),
        Text(
            "写两个字母的代码（如 LX），问题编号要用它。", "Write a code of two letters; finding numbers begin with it."
        ),
    ),
    "kind.code-taken": Wording(
        Text("代码 {taken} 已经有类型在用。", "The code {taken} is used by another kind."),
        Text("换一个代码。", "Choose another code."),
    ),
    "register.ambiguous": Wording(
        Text("“{name}”在册里有好几个，认不出是哪一个。", "“{name}” stands for several entries, it is not clear which."),
        Text(
            "写全名，或者加上镇街。别的行都收下了。",
            "Write its full name or add the street. The other rows were taken in.",
        ),
    ),
    "register.ambiguous-name": Wording(
        Text("“{value}”可能是 {choices}。", "“{value}” may be {choices}."),
        Text("写全名。别的行不受影响。", "Write the full name. The other rows are not affected."),
    ),
    "register.bad-coordinate": Wording(
        Text("经纬度不对：“{value}”。", "This is no coordinate: “{value}”."),
        Text(
            "写成度数，如 118.95 和 42.27，两列都写或都空着。",
            "Write degrees such as 118.95 and 42.27, both or neither.",
        ),
    ),
    "register.bad-number": Wording(
        Text("“{value}”不是数。", "“{value}” is not a number."),
        Text("只写数字，或者空着。", "Write digits only or leave it empty."),
    ),
    "register.column-missing": Wording(
        Text("表里没有“{column}”这一列。", "The column “{column}” is missing."),
        Text("补上这一列再导入。册里的没有动。", "Add the column and import again. The register is untouched."),
    ),
    "register.coordinates-swapped": Wording(
        Text(
            "经度和纬度写反了（{latitude}，{longitude}）。",
            "Latitude and longitude are swapped ({latitude}, {longitude}).",
        ),
        Text("两列对调。别的行不受影响。", "Swap the two columns. The other rows are not affected."),
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
    "register.too-long": Wording(
        Text("写了 {length} 个字，最多 {longest} 个。", "{length} characters, at most {longest} are kept."),
        Text("写短一些，长的放到备注里。", "Shorten it and put the rest into the note."),
    ),
    "register.unknown-community": Wording(
        Text("这个镇街里没有社区“{value}”。", "The street has no community “{value}”."),
        Text(
            "[相近的：{suggestions}。]改名，或者先在社区册里加上它。",
            "[Similar: {suggestions}. ]Correct the name or add the community first.",
        ),
    ),
    "register.unknown-kind": Wording(
        Text("不认识的点位类型“{value}”。", "The kind “{value}” is not known."),
        Text(
            "[相近的：{suggestions}。]写类型的名称或代码。", "[Similar: {suggestions}. ]Write the kind's name or code."
        ),
    ),
    "register.bad-day": Wording(
        Text("“{value}”不是日期。", "“{value}” is not a day."),
        Text("写成 2026-11-22，或者空着。", "Write it as 2026-11-22 or leave it empty."),
    ),
    "register.unknown-site": Wording(
        Text("不认识的点位“{value}”。", "The site “{value}” is not known."),
        Text(
            "[相近的：{suggestions}。]改名，或者只写镇街和地点。",
            "[Similar: {suggestions}. ]Correct the name, or give street and place only.",
        ),
    ),
    "register.unknown-street": Wording(
        Text("不认识的镇街“{value}”。", "The street “{value}” is not known."),
        Text(
            "[相近的：{suggestions}。]改名，或者先在镇街册里加上它。",
            "[Similar: {suggestions}. ]Correct the name or add the street first.",
        ),
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
