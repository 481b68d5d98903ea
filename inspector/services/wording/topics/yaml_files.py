"""Files in the strict YAML that checklists are written in."""

from inspector.services.wording.wording import Text, Topic, Wording

_AGAIN = Text("改好这一行再来。什么都没有动。", "Correct this line and try again. Nothing was changed.")

WORDS: Topic = {
    "yaml.alias": Wording(Text("这里用了引用 {name}。", "The reference {name} is used here."), _AGAIN),
    "yaml.cannot-open": Wording(
        Text("这个文件读不出来：{reason}。", "This file cannot be read: {reason}."),
        Text("看看路径写对没有，有没有读的权限。", "Check its path, and that it may be read."),
    ),
    "yaml.characters": Wording(
        Text("文件里有看不见的控制字符。", "The file holds invisible control characters."),
        Text("存成 UTF-8 文本再来。", "Save it as UTF-8 text and try again."),
    ),
    "yaml.duplicate-key": Wording(
        Text("“{key}”写了两次，头一次在第 {first} 行。", "“{key}” is written twice, first in line {first}."),
        Text("去掉一个。什么都没有动。", "Remove one of them. Nothing was changed."),
    ),
    "yaml.empty": Wording(Text("文件是空的。", "The file is empty."), Text("换一个文件再来。", "Choose another file.")),
    "yaml.key-not-text": Wording(Text("字段名要是一个词。", "A field's name must be one word."), _AGAIN),
    "yaml.not-utf8": Wording(
        Text("这个文件不是 UTF-8 编码。", "This file is not encoded in UTF-8."),
        Text("用 UTF-8 另存一份再来。", "Save it as UTF-8 and try again."),
    ),
    "yaml.several-documents": Wording(
        Text("一个文件里有好几份内容。", "One file holds several documents."),
        Text("一份检查表一个文件。", "Write one checklist to a file."),
    ),
    "yaml.syntax": Wording(Text("这一行的格式不对：{what}。", "This line is not well formed: {what}."), _AGAIN),
    "yaml.tag": Wording(Text("这里用了不认识的标记 {tag}。", "The tag {tag} is not known."), _AGAIN),
    "yaml.too-deep": Wording(Text("缩进超过 {limit} 层。", "It is nested deeper than {limit} levels."), _AGAIN),
    "yaml.too-large": Wording(
        Text("这个文件太大，最多 {limit} 字节。", "This file is too large; {limit} bytes at most."),
        Text("看看是不是选错了文件。", "Check that it is the right file."),
    ),
    "yaml.too-many": Wording(
        Text("文件里的内容超过 {limit} 条。", "The file holds more than {limit} values."),
        Text("分成几份检查表。", "Part it into several checklists."),
    ),
}
