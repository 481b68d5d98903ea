"""Every widget of the kit on one sheet, to be measured and looked at."""

from datetime import UTC, datetime

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.findings import FindingStatus
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, scrolling, sheet
from inspector.ui.widgets.buttons import compact, filled, icon_button, outlined, quiet, trailing
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import filter_chip, phrase_chip
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.mark import Mark
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.photo_strip import PhotoStrip, Tile, TileState
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.search_field import SearchField
from inspector.ui.widgets.segmented import Segmented
from inspector.ui.widgets.side_list import Section, SideList
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.widgets.switch import Switch
from inspector.ui.widgets.verdict_button import VerdictButtons
from inspector.ui.words import states

ITEM = "机动车、非机动车停在划定位置，不压绿地、盲道和通道（统一划线内停放不算违规）"


def gallery(mode: LayoutMode = LayoutMode.WIDE) -> QWidget:
    """The sheet; the list at the left has room in two columns."""
    saved = SavedMark()
    saved.saved(datetime(2026, 11, 22, 10, 32, tzinfo=UTC))
    head = PageHead("桂花里小区", "望云街道 · 桂花里社区 · 朝晖路 18 号", saved, SearchField("搜点位、编号", "Ctrl K"))
    sections = SideList()
    sections.show_sections(
        [Section("a", "公益宣传", 3, 3, failed=True), Section("b", "公共秩序", 1, 4), Section("c", "制度台账", 0, 1)],
        "b",
    )
    left = sheet(down(sections, STRETCH), "left")
    made = QWidget()
    made.setObjectName("page")
    body = across(
        left, Grow(scrolling(down(_verdict_card(), _controls_card(), STRETCH, gap=16, margins=(24,) * 4))), gap=0
    )
    left.setVisible(mode is not LayoutMode.ONE)
    foot = FootBar(
        [("1", "合格"), ("2", "不合格"), ("3", "不适用"), ("?", "全部按键")], filled("下一项", icon="arrow-down")
    )
    made.setLayout(down(head, Grow(body), foot, gap=0))
    return made


def _verdict_card() -> Card:
    card = Card("公共秩序", quiet(tr("Undo")), facts="1/4")
    card.add(wrapping(ITEM, "lg", bold=True))
    verdicts = VerdictButtons()
    verdicts.show_verdict("fail")
    card.add(verdicts)
    card.add(
        flowing(
            *(
                phrase_chip(words, print, on=i < 2)
                for i, words in enumerate(("楼道内停放电动车", "门厅私拉电线充电", "充电线横跨通道"))
            )
        )
    )
    card.add(QLineEdit("楼道内停放电动车，门厅私拉电线充电"))
    strip = PhotoStrip()
    picture = QPixmap(400, 300)
    picture.fill(QColor("teal"))
    strip.show_tiles(
        [
            Tile("1", TileState.READY, picture=picture),
            Tile("2", TileState.LOADING, "IMG_2041.HEIC"),
            Tile("3", TileState.REFUSED, "IMG_2042.jpg：不是照片"),
        ],
        "1",
    )
    card.add(strip)
    bar = StackedBar("verdicts")
    bar.show_parts(((14, "pass_fill"), (4, "fail_fill"), (1, "na_fill")), 24)
    card.add(bar)
    return card


def _controls_card() -> Card:
    card = Card("控件")
    disabled = outlined("编号并导出 37 条", icon="file-spreadsheet")
    disabled.setEnabled(False)
    card.add(
        flowing(
            outlined("改期限", icon="calendar-clock"),
            trailing(quiet("看台账", icon="chevron-right")),
            icon_button("ellipsis", "更多"),
            compact(outlined("筛选 2", icon="list-filter")),
            disabled,
            filter_chip("望云街道", print),
            Segmented([("light", "浅色"), ("dark", "深色"), ("system", "跟随系统")], "light"),
            Switch("减少动画", on=True),
            Switch("显示得分"),
        )
    )
    combo = Combo([("a", "望云街道办事处"), ("b", "区城管局")], "a")
    card.add(across(combo, Combo([("x", "责任单位")], "x", compact=True), STRETCH))
    pills = [states.status_state(status) for status in FindingStatus] + [
        states.recurrence_state(2),
        states.veto_state(),
    ]
    card.add(
        flowing(
            *(Pill(state.words, state.tone, state.icon) for state in pills),
            Pill("超期 4 天", "fail_fill", "clock-alert", bold=True),
        )
    )
    card.add(hairline())
    marks = (Mark("pass"), Mark("fail"), Mark("na"), Mark("none"))
    card.add(across(*marks, label("86.4 %", "num", bold=True), Grow(ElidingLabel(ITEM * 2, "sm", "text3"))))
    return card
