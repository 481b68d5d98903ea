"""Files of others that are read: workbooks and CSV."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "foreign.damaged": Wording(
        Text("这个文件坏了，读不出来[（{reason}）]。", "This file is damaged and cannot be read[ ({reason})]."),
        Text(
            "用 Excel 或 WPS 打开它，另存一份再来。什么都没有收进来。",
            "Open it in Excel or WPS and save a copy. Nothing was taken in.",
        ),
        choices={
            "reason": {
                "rows": Text("行的顺序乱了", "its rows are out of order"),
                "stopped": Text("读到一半停了", "reading stopped half way"),
                "not-a-zip": Text("不是完整的 Excel 文件", "it is not a whole Excel file"),
                "encoding": Text("文字编码认不出", "its text encoding is not known"),
            },
        },
    ),
    "foreign.empty": Wording(
        Text("这个文件里没有内容。", "There is nothing in this file."),
        Text("看看是不是选错了文件。", "Check that it is the right file."),
    ),
    "foreign.encrypted": Wording(
        Text("这个文件有密码。", "This file has a password."),
        Text(
            "用 Excel 或 WPS 打开，去掉密码另存一份再来。",
            "Open it in Excel or WPS, remove the password and save a copy.",
        ),
    ),
    "foreign.missing": Wording(
        Text("这个文件不在了。", "This file is no longer there."),
        Text("看看 U 盘是不是断开了，或者重新选。", "Check the USB stick or choose it again."),
    ),
    "foreign.not-a-table": Wording(
        Text("这不是表格文件（{kind}）。", "This is not a table ({kind})."),
        Text("另存为 .xlsx 或 .csv 再来。", "Save it as .xlsx or .csv."),
    ),
    "foreign.too-large": Wording(
        Text("这个文件太大：{what}超过了 {limit}。", "This file is too large: {what} above {limit}."),
        Text("分成几份再导入。什么都没有收进来。", "Split it and import the parts. Nothing was taken in."),
        choices={
            "what": {
                "cells": Text("单元格", "cells"),
                "rows": Text("行数", "rows"),
                "file": Text("文件", "the file"),
                "memory": Text("内存", "memory"),
                "columns": Text("列数", "columns"),
                "sheets": Text("工作表", "sheets"),
                "parts": Text("部件", "parts"),
                "expanded": Text("解压后的大小", "the unpacked size"),
                "ratio": Text("解压后与压缩包的倍数", "unpacked to packed size"),
                "shared-strings": Text("文字部分", "the part with its texts"),
                "text": Text("字数", "the number of characters"),
                "pictures": Text("照片", "the photos"),
            },
        },
    ),
    "foreign.too-slow": Wording(
        Text("读了 {seconds} 秒还没有读完，已经停下。", "Reading took more than {seconds} s and was stopped."),
        Text("分成几份再导入，或者另存一份再来。什么都没有收进来。", "Split it or save a copy. Nothing was taken in."),
    ),
    "foreign.unprotected": Wording(
        Text("这台电脑缺少安全读取表格的部件。", "This computer lacks the part that reads workbooks safely."),
        Text("请技术人员重新安装程序。", "Ask support to install the program again."),
    ),
    "foreign.unreadable": Wording(
        Text("这个文件读不出来：{reason}。", "This file cannot be read: {reason}."),
        Text("看看它是不是正被别的程序打开，再试一次。", "Check whether another program has it open and try again."),
    ),
    "foreign.unsafe": Wording(
        Text("这个文件里有不该有的东西，没有打开。", "This file holds something it should not, so it was not opened."),
        Text("请对方用 Excel 或 WPS 重新另存一份发来。", "Ask the sender to save it again in Excel or WPS."),
    ),
    "foreign.wps": Wording(
        Text("WPS 自己的格式（{kind}）读不了。", "The format of WPS itself ({kind}) cannot be read."),
        Text("在 WPS 里另存为 .xlsx 再来。", "Save it as .xlsx in WPS."),
    ),
}
