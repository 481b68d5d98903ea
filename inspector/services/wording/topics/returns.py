"""Lists that came back: what was read, what waits for a person, what could not be taken."""

from inspector.services.wording.wording import Text, Topic, Wording

_DECIDE = Text("请看过以后决定收不收，或者改归到别的问题。", "Decide whether to take it or choose another finding.")
_LOOK = Text("照样收下，请看一眼。", "It is taken all the same; please have a look.")
_PLACE_PICTURE = Text("照片还在，请把它拖到它所属的问题上。", "The photo is kept: drag it to its finding.")

_STATES = {
    "draft": Text("检查还没结束", "its inspection is not finished"),
    "to_dispatch": Text("还没有交办", "it was not handed over"),
    "closed": Text("已经销号", "it is closed"),
    "parked": Text("已经挂账", "it is parked"),
    "redirected": Text("已经转办", "it was passed to another unit"),
    "void": Text("已经作废", "it is void"),
}
_FIELDS = {
    "text": Text("存在问题", "the description"),
    "location": Text("具体位置", "the location"),
    "requirement": Text("整改要求", "the requirement"),
    "unit": Text("责任单位", "the unit"),
}
_COLUMNS = {
    "done": Text("整改情况", "整改情况"),
    "after": Text("整改后照片", "整改后照片"),
    "result": Text("办理结果", "办理结果"),
    "completed": Text("完成时间", "完成时间"),
    "person": Text("责任人", "责任人"),
    "phone": Text("联系电话", "联系电话"),
    "remark": Text("备注", "备注"),
    "no": Text("问题编号", "问题编号"),
    "mark": Text("识别码", "识别码"),
}

_ROWS: Topic = {
    "return.unknown-row": Wording(
        Text(
            "认不出这一行是哪个问题：识别码和问题编号都没有对上。",
            "No finding has this row's hidden id or number.",
        ),
        Text(
            "请选它是哪个问题，或者不收。其他行不受影响。",
            "Choose its finding or leave it; others are not affected.",
        ),
    ),
    "return.nothing-filled": Wording(
        Text("单位没有填写这一行。", "The unit filled in nothing here."),
        Text("不用处理；问题的状态没有变。", "Nothing to do; the finding stays as it is."),
    ),
    "return.already-taken": Wording(
        Text("这一行以前已经收过，没有新内容。", "This row was taken before and says nothing new."),
        Text("不用处理；没有重复收。", "Nothing to do; it was not taken twice."),
    ),
    "return.photos-there": Wording(
        Text("这些照片以前已经收过。", "These photos were taken before."),
        Text("不用处理；没有重复收。", "Nothing to do; they were not taken twice."),
    ),
    "return.later-work": Wording(
        Text("收下以后，{no} 又有新的办理，不能整份撤回。", "Something was done with {no} since; the import stands."),
        Text(
            "先撤销 {no} 后来的那一步，再撤回。什么都没有改动。",
            "Take back the later step of {no} first. Nothing was changed.",
        ),
    ),
    "return.repeats-row": Wording(
        Text("和第 {rows} 行重复，内容相同。", "The same as row {rows}."),
        Text("只收一次，照片都归到那一行。", "It is taken once, with the photos of both rows."),
    ),
    "return.twice": Wording(
        Text("同一个问题有几行（第 {rows} 行），写的不一样。", "Rows {rows} answer the same finding differently."),
        Text("请选收哪一行。", "Choose the row to take."),
    ),
    "return.mark-and-number": Wording(
        Text(
            "识别码是 {marked}，问题编号却是 {numbered}，排序时可能错了行。",
            "The hidden id says {marked} but the number says {numbered}; the columns may have been sorted apart.",
        ),
        _DECIDE,
    ),
    "return.other-text": Wording(
        Text("点位和存在问题都和 {no} 不一样，可能错了行。", "Neither the site nor the text are those of {no}."),
        _DECIDE,
    ),
    "return.other-unit": Wording(
        Text("{no} 不是这个单位的问题。", "{no} is not this unit's finding."),
        _DECIDE,
    ),
    "return.not-awaited": Wording(
        Text("{no} 不在等单位答复：{status}。", "No answer is awaited for {no}: {status}."),
        _DECIDE,
        choices={"status": _STATES},
    ),
    "return.changed-since-sent": Wording(
        Text("{no} 发出以后，这边改过{field}。", "Here {field} of {no} changed after the list was sent."),
        _DECIDE,
        choices={"field": _FIELDS},
    ),
    "return.goes-back": Wording(
        Text("{no} 已经反馈完成，这一行又说没有完成。", "{no} was answered as done; this row says it is not."),
        Text("请决定收不收，可能是一份旧文件。", "Decide whether to take it; it may be an older file."),
    ),
    "return.changed-meanwhile": Wording(
        Text("{no} 在预览以后又改过。", "{no} was changed after the preview."),
        Text("重新打开这些文件再看一遍。什么都没有收进来。", "Open the files again. Nothing was taken in."),
    ),
    "return.skipped-row": Wording(
        Text("这一行不是问题（{why}）：{words}", "This row is no finding ({why}): {words}"),
        Text("不用处理，已经跳过。", "Nothing to do, it was passed over."),
        choices={
            "why": {
                "total": Text("合计", "a total"),
                "signing": Text("签章", "the signing block"),
                "title": Text("标题", "a title"),
            }
        },
    ),
}

_CELLS: Topic = {
    "return.outcome-unknown": Wording(
        Text("看不懂办理结果“{value}”。", "The outcome “{value}” is not known."),
        Text("原话留在记录里，按整改中收下。", "Its words are kept; it is taken as in progress."),
    ),
    "return.date-unreadable": Wording(
        Text("看不懂完成时间“{value}”。", "The date “{value}” cannot be read."),
        Text("原话留在记录里，这一行的其他内容照样收下。", "Its words are kept; the rest of the row is taken."),
    ),
    "return.text-cut": Wording(
        Text("这一格太长，只留下开头。", "This cell is too long; its beginning is kept."),
        Text("全文在单位发来的文件里，文件没有改动。", "The whole text is in the unit's file, which was not changed."),
    ),
    "return.no-photo": Wording(Text("写了已完成，但没有整改后照片。", "Said to be done, but without a photo."), _LOOK),
    "return.date-in-future": Wording(Text("完成时间 {value} 还没有到。", "The date {value} is still to come."), _LOOK),
    "return.date-before-finding": Wording(
        Text("完成时间 {value} 比发现问题还早。", "The date {value} is before the finding was made."), _LOOK
    ),
    "return.same-photo": Wording(
        Text("整改后照片就是我们发出去的整改前照片。", "The photo after is the photo before that was sent."), _LOOK
    ),
    "return.locked-changed": Wording(
        Text("“{old}”被改成了“{new}”。", "“{old}” was changed to “{new}”."),
        Text("我们的列不收改动，仍用原来的。", "Changes to our columns are not taken; ours stays."),
    ),
}

_PICTURES: Topic = {
    "return.picture-without-row": Wording(
        Text("照片 {name} 不在任何一行问题上。", "The photo {name} lies on no row of a finding."), _PLACE_PICTURE
    ),
    "return.picture-of-unknown-row": Wording(
        Text("照片 {name} 在一行认不出的问题上。", "The photo {name} lies on a row of no finding."),
        _PLACE_PICTURE,
    ),
    "return.picture-in-our-column": Wording(
        Text("照片 {name} 放在了我们的列里。", "The photo {name} lies in one of our columns."), _PLACE_PICTURE
    ),
    "return.sent-photo": Wording(
        Text(
            "照片 {name} 看上去就是发出去的整改前照片，被重新保存过。",
            "The photo {name} looks like the photo before that was sent, saved again.",
        ),
        Text(
            "没有当作整改后照片；如果是，请拖到它的问题上。",
            "It is not taken as one after; drag it to its finding if it is.",
        ),
    ),
    "return.photo-unnumbered": Wording(
        Text(
            "照片 {name} 的文件名里没有唯一的问题编号。", "The name of photo {name} holds no single finding's number."
        ),
        _PLACE_PICTURE,
    ),
    "return.pictures-stopped": Wording(
        Text(
            "照片只取出一部分，文件里存照片的地方坏了。",
            "Only some photos could be taken out: the file is damaged there.",
        ),
        Text(
            "文字照样读了。请单位用 Excel 或 WPS 另存一份再发来，或者单独发照片。",
            "The texts were read. Ask the unit to save a copy, or to send the photos themselves.",
        ),
    ),
    "return.picture-lost": Wording(
        Text("有一张图片取不出来：{kind} {name}", "A picture cannot be taken out: {kind} {name}"),
        Text("请单位把它作为普通图片插入，或者单独发来照片。", "Ask the unit to insert it plainly or to send it."),
        choices={
            "kind": {
                "header-footer": Text("在页眉页脚里", "in the header or footer"),
                "comment": Text("在批注里", "in a comment"),
                "object": Text("嵌入的对象", "an embedded object"),
                "background": Text("工作表背景", "the background of the sheet"),
                "linked": Text("只是一个链接，文件里没有图", "only a link, the file does not hold it"),
                "metafile": Text("矢量图格式（EMF/WMF）", "a drawing in EMF or WMF"),
                "missing": Text("文件里已经没有这张图", "the file no longer holds it"),
                "not-placed": Text("没有放在任何工作表上", "it is placed on no sheet"),
            }
        },
    ),
    "return.pictures-not-read": Wording(
        Text("{kind} 文件里的照片读不出来，只读了文字。", "Photos in a {kind} file cannot be read, only its texts."),
        Text("要照片的话，请单位另存为 .xlsx 再发来。", "For the photos ask the unit to save it as .xlsx."),
    ),
}

_FILES: Topic = {
    "return.no-header": Wording(
        Text("没有找到整改清单的表头。", "No header of a rectification list was found."),
        Text("看看是不是选错了文件；表头一行不能删。", "Check that it is the right file; its header row must stay."),
    ),
    "return.ignored-part": Wording(
        Text("这个文件里有{what}，没有打开。", "This file holds {what}; they were not opened."),
        Text("不用处理；表格内容照样读了。", "Nothing to do; the table was read."),
        choices={
            "what": {
                "macros": Text("宏", "macros"),
                "external-links": Text("外部链接", "links to other files"),
                "objects": Text("嵌入的对象", "embedded objects"),
                "connections": Text("数据连接", "data connections"),
                "controls": Text("控件", "controls"),
            }
        },
    ),
    "return.zip-left-out": Wording(
        Text("压缩包里还有 {n} 个别的文件，没有打开。", "The zip holds {n} other files; they were not opened."),
        Text("只读表格和照片；要用的话请解压后再看。", "Only tables and photos are read; unpack it to see them."),
    ),
    "return.renamed-column": Wording(
        Text("这一列的名字改过，按位置当作“{column}”。", "This column was renamed; it is taken as {column}."),
        Text("如果不对，请改回原来的列名再来。", "If that is wrong, put the name back and try again."),
        choices={"column": _COLUMNS},
    ),
}

WORDS: Topic = {**_FILES, **_ROWS, **_CELLS, **_PICTURES}
