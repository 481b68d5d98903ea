"""催办: lists and letters."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "pressing.nothing": Wording(
        Text(
            "没有要催的：没有超期的，七天内也没有到期的。",
            "There is nobody to press: nothing is overdue or falls due soon.",
        ),
        Text(
            "换一个单位，或者过几天再看。没有写任何文件。",
            "Choose another unit, or look again later. No file was written.",
        ),
    ),
    "letter.template": Wording(
        Text("督办单的模板用不了：{reason}", "The template of the letter cannot be used: {reason}"),
        Text(
            "改好模板，或者把它从 templates 文件夹里拿走，就用自带的。没有写任何文件。",
            "Put the template right, or take it out of the folder to use the shipped one. No file was written.",
        ),
    ),
}
