"""What is odd about a photo of a repair, with what it was compared; shown, never deciding."""

from inspector.services.wording.wording import Text, Topic, Wording

_LOOK = Text("只是提醒，去现场看过再定。", "Only a hint: look on the spot and decide.")
_WHOSE = {
    "own-before": Text("它自己的整改前照片", "its own photo before"),
    "before": Text("另一条的整改前照片", "a photo before of another finding"),
    "after": Text("另一条的反馈照片", "a reply photo of another finding"),
}

WORDS: Topic = {
    "evidence.same-file": Wording(
        Text("和{whose}[（{other_no}）]是同一个文件", "Same file as {whose}[ ({other_no})]"),
        _LOOK,
        {"whose": _WHOSE},
    ),
    "evidence.same-picture": Wording(
        Text(
            "和{whose}[（{other_no}）]是同一张图（差 {bits}/64）",
            "Same picture as {whose}[ ({other_no})], {bits} of 64 bits differ",
        ),
        _LOOK,
        {"whose": _WHOSE},
    ),
    "evidence.like-picture": Wording(
        Text(
            "和{whose}[（{other_no}）]很像（差 {bits}/64）",
            "Much like {whose}[ ({other_no})], {bits} of 64 bits differ",
        ),
        _LOOK,
        {"whose": _WHOSE},
    ),
    "evidence.no-time": Wording(
        Text("照片里没有拍摄时间", "The photo does not say when it was taken"),
        _LOOK,
    ),
    "evidence.before-dispatch": Wording(
        Text(
            "拍于 {taken}，比交办（{issued}）早 {days} 天",
            "Taken on {taken}, {days} days before the dispatch of {issued}",
        ),
        _LOOK,
    ),
    "evidence.edited": Wording(
        Text("照片用“{software}”存过", "The photo was saved by “{software}”"),
        _LOOK,
    ),
    "evidence.far": Wording(
        Text("拍摄地点离点位约 {metres} 米", "Taken about {metres} m from the site"),
        _LOOK,
    ),
}
