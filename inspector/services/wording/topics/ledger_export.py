"""The ledger as a workbook."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "ledger.nothing": Wording(
        Text("没有符合的问题，没有什么可导出。", "No finding fits, so there is nothing to export."),
        Text("换一个筛选再导出。没有写任何文件。", "Choose another filter and export again. No file was written."),
    ),
    "ledger.too-many-photos": Wording(
        Text(
            "有 {n} 条问题，带照片最多导出 {most} 条。",
            "There are {n} findings; with photos at most {most} can be exported.",
        ),
        Text(
            "按街道、单位或时间分几次导出，或者不带照片。没有写任何文件。",
            "Export by street, unit or time in several files, or without photos. No file was written.",
        ),
    ),
    "ledger.photos-left-out": Wording(
        Text("{n} 张照片读不出来，台账里没有放。", "{n} photos could not be read and are not in the ledger."),
        Text(
            "其余内容都在。到设置里检查一次数据，或者重新拍了再加。",
            "Everything else is there. Check the data in the settings, or take the photos again.",
        ),
    ),
}
