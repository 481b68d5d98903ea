"""The figures page: journeys by keyboard and mouse, and how it looks."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.domain.figures import Grouping, PeriodOf, Rate
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.rechecks import RecheckResult
from inspector.domain.replies import Outcome, Said
from inspector.ui import translation
from inspector.ui.context import PageSpec
from inspector.ui.dialogs.days_dialog import DaysDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.figures.asked import ALL, OWN
from inspector.ui.pages.figures.page import FiguresPage
from inspector.ui.pages.ledger.page import LedgerPage
from inspector.ui.theme.apply import Look
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import Language, tr
from tests.town import Town, furnished_town, make_town
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.seat import Keyboard, OtherPage, seated

Key = Qt.Key
SPECS = (
    PageSpec("figures", "chart-bar-decreasing", lambda: tr("Figures"), FiguresPage),
    PageSpec("ledger", "list-checks", lambda: tr("Ledger"), LedgerPage),
    PageSpec("dispatch", "send", lambda: tr("Dispatch"), OtherPage),
)


class Counter(Keyboard):
    """Somebody who counts."""

    @property
    def page(self) -> FiguresPage:
        """The figures, shown."""
        assert isinstance(self.window.pages.page, FiguresPage)
        return self.window.pages.page

    def names(self) -> list[str]:
        """The groups in the order they are listed."""
        return [row.group.name for row in map(self.page.model.row_at, range(self.page.model.rowCount())) if row]


def answered(town: Town) -> None:
    """Two findings answered, one of them closed by a recheck."""
    services = town.services
    sent = list(services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,))))
    services.moves.make(Move.REPLY, sent[:2], Given(said=Said(Outcome.DONE, "已清理", person="张三")))
    services.acts.sign_as("刘建国")
    services.moves.recheck(sent[0], RecheckResult.PASSED, "已清理")


@pytest.fixture
def counter(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Counter]:
    """The window on a furnished town, the figures open."""
    town = furnished_town(tmp_path / "town.db")
    answered(town)
    with seated(Counter, town, SPECS, qtbot, look, jobs) as made:
        yield made


def test_a_count_leads_to_the_findings_it_counts(counter: Counter) -> None:
    figures = counter.page
    QTest.mouseClick(
        figures.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, figures.table.rowHeight(0) // 2)
    )
    counter.settle()
    assert figures.panel.isVisible()
    row = figures.panel.row
    assert row is not None
    for name in ("dispatched", "replied", "overdue"):
        counter.go("figures", group=row.group.key)
        link = counter.page.panel.links[name]
        number: int = getattr(row.group.counts, name)
        assert link.isEnabled() == bool(number)
        if number:
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)
            counter.settle()
            ledger = counter.window.pages.page
            assert isinstance(ledger, LedgerPage)
            assert ledger.area.model.rowCount() == number
            assert ledger.where()["counted"] == name


def test_keys_order_open_and_close(counter: Counter) -> None:
    page = counter.page
    page.table.setFocus()
    for number, rate in enumerate(Rate, 1):
        counter.press(Key(Key.Key_0 + number))
        assert page.where()["rate"] == rate
    counter.press(Key.Key_Return)
    assert page.panel.isVisible()
    counter.press(Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.hasFocus()


def test_groups_add_up_whatever_they_are_counted_by(counter: Counter) -> None:
    whole = 5
    for by in Grouping:
        counter.go("figures", by=str(by))
        rows = [row for row in map(counter.page.model.row_at, range(counter.page.model.rowCount())) if row]
        assert sum(row.group.counts.dispatched for row in rows) == whole
        assert all(row.place is None for row in rows)  # a small town ranks nobody


def test_a_period_narrows_and_leads_back(counter: Counter) -> None:
    day = counter.town.services.acts.today()
    counter.go("figures", of=str(PeriodOf.FOUND), first=day.isoformat(), last=day.isoformat())
    assert counter.page.model.rowCount() == 0
    assert not counter.page.export_button.isVisible()
    counter.page.controls.days.chosen.emit("all")
    counter.settle()
    assert counter.page.model.rowCount() > 0
    yesterday = (day - timedelta(days=1)).isoformat()
    counter.go("figures", first=yesterday, last=yesterday)
    assert sum(row.group.counts.dispatched for row in map(counter.page.model.row_at, range(1)) if row) <= 3


def test_days_of_one_s_own_are_counted_and_leaving_the_question_changes_nothing(counter: Counter) -> None:
    day, days = counter.town.services.acts.today(), counter.page.controls.days
    days.chosen.emit(OWN)
    (asked,) = counter.window.findChildren(DaysDialog)
    asked.reject()
    counter.settle()
    assert days.value == ALL
    days.chosen.emit(OWN)
    (asked,) = counter.window.findChildren(DaysDialog)
    asked.since.show_day(day)
    asked.until.show_day(day - timedelta(days=2))
    asked.take.click()
    counter.settle()
    assert days.value == OWN
    where = counter.page.where()
    assert (where["first"], where["last"]) == ((day - timedelta(days=2)).isoformat(), day.isoformat())


def test_the_formula_of_the_order_stands_above_and_in_the_file(counter: Counter, tmp_path: Path) -> None:
    counter.go("figures", rate=str(Rate.ON_TIME))
    assert counter.page.controls.formula.text() == "按期率 = 期内反馈 ÷ 到期"
    path = tmp_path / "统计.xlsx"
    counter.page.export_to(path)
    counter.settle()
    sheet = load_workbook(path)["统计"]
    assert "按期率 = 期内反馈 ÷ 到期" in str(sheet["A2"].value)
    heads = [cell.value for cell in sheet[3]]
    assert sheet.cell(4, heads.index("交办") + 1).value == 5


def test_the_ledger_is_exported_from_its_page(counter: Counter, tmp_path: Path) -> None:
    counter.go("ledger", street=counter.town.streets["清溪街道"])
    ledger = counter.window.pages.page
    assert isinstance(ledger, LedgerPage)
    assert [action.text() for action in ledger.export.menu().actions()[:2]] == ["导出 4 条…", "带照片导出 4 条…"]
    path = tmp_path / "台账.xlsx"
    ledger.export.write(path, photos=True)
    counter.settle()
    assert load_workbook(path)["台账"].max_row == 7


def test_nothing_handed_over_yet_says_what_comes_first(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> None:
    with seated(Counter, make_town(tmp_path / "bare.db"), SPECS, qtbot, look, jobs) as counter:
        assert filled_buttons(counter.window) == ["去交办"] or len(filled_buttons(counter.window)) == 1
        assert not counter.page.controls.strip.isVisible()
        save_picture(counter.window, tmp_path, "figures-empty")


@pytest.mark.slow
def test_every_text_has_room_in_every_look(counter: Counter, look: Look, tmp_path: Path) -> None:
    key = next(key for key in counter.page._rows)
    complaints = []
    for language, theme, window in looks():
        translation.use(language)
        counter.window.resize(*window)
        look.use(theme)
        for where in ({"group": key}, {"by": str(Grouping.ITEM), "rate": str(Rate.PASSED)}):
            counter.go("figures", **where)
            found = misfits(counter.page)
            complaints += [f"{language} {theme.scale} {window} {where}: {one}" for one in found]
            assert len(filled_buttons(counter.page)) == 1
    assert complaints == []


PICTURES = (
    (Language.CHINESE, Theme(motion=False), (1366, 768), "zh"),
    (Language.ENGLISH, Theme(motion=False), (1366, 768), "en"),
    (Language.CHINESE, Theme(Mode.DARK, 1.0, motion=False), (1366, 768), "dark"),
    (Language.CHINESE, Theme(Mode.LIGHT, 1.5, motion=False), (1366, 768), "150"),
    (Language.CHINESE, Theme(Mode.LIGHT, 2.0, motion=False), (1366, 768), "200"),
)


@pytest.mark.slow
def test_it_is_drawn_in_three_forms(counter: Counter, look: Look, tmp_path: Path) -> None:
    forms = set()
    for language, theme, window, name in PICTURES:
        translation.use(language)
        counter.window.resize(*window)
        look.use(theme)
        counter.go("figures", by="unit")
        key = next(key for key in counter.page._rows)
        save_picture(counter.window, tmp_path, f"figures-{name}")
        counter.go("figures", group=key)
        assert save_picture(counter.window, tmp_path, f"figures-{name}-panel").exists()
        forms.add(counter.page.mode)
    assert forms == set(LayoutMode)
