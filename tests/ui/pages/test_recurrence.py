"""反弹 is seen wherever the site is: before the visit, during it, after it, in the ledger and in the registers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.rechecks import RecheckResult
from inspector.domain.replies import Outcome, Said
from inspector.ui.jobs import Jobs
from inspector.ui.pages.ledger.page import LedgerPage
from inspector.ui.pages.pick_site.page import PickSitePage
from inspector.ui.pages.record.page import RecordPage
from inspector.ui.pages.registers.page import RegistersPage
from inspector.ui.pages.summary.page import SummaryPage
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from tests.town import inspect
from tests.ui.pages.desk import Desk, furnished_clerk_at

SITE = "槐荫巷"


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    with furnished_clerk_at("settings", qtbot, look, jobs, tmp_path / "town.db") as made:
        yield made


def came_back(desk: Desk, after: timedelta = timedelta(days=1)) -> tuple[str, str]:
    """A finding is closed and its item fails there again a while `after`: the earlier and the later one."""
    services = desk.town.services
    earlier = services.ledger.ids(LedgerQuery(site=desk.town.sites[SITE]))[0]
    services.moves.make(Move.REPLY, [earlier], Given(said=Said(Outcome.DONE, "已修补", person="张三")))
    services.acts.sign_as("刘建国")
    services.moves.recheck(earlier, RecheckResult.PASSED)
    item = services.ledger.story(earlier).finding.item
    desk.town.clock.now += after
    (later,) = inspect(desk.town, SITE, {item: "路面又坑洼积水"}, finish=False)
    return earlier, later


def pills(widget: QWidget) -> set[str]:
    """The words of the pills that are seen."""
    return {each.accessibleName() for each in widget.findChildren(Pill) if each.isVisible()}


def go(desk: Desk, page: str, **where: str) -> QWidget:
    desk.window.go(page, **where)
    desk.settle()
    return desk.page


def test_what_came_back_is_said_on_every_page_that_shows_the_site(desk: Desk) -> None:
    _, later = came_back(desk)
    inspection = desk.town.inspections[SITE]

    picking = go(desk, "pick_site")
    assert isinstance(picking, PickSitePage)
    picking.search.setText(SITE)
    desk.qtbot.waitUntil(lambda: {"此处反弹 1 次", "反弹 1"} <= pills(picking))

    item = desk.town.services.ledger.story(later).finding.item
    recording = go(desk, "record", inspection=inspection, item=item)
    assert isinstance(recording, RecordPage)
    assert pills(recording.head) >= {"此处反弹 1 次"}
    assert "反弹 1" in pills(recording.columns)

    summary = go(desk, "summary", inspection=inspection)
    assert isinstance(summary, SummaryPage)
    assert "反弹 1" in pills(summary)

    registers = go(desk, "registers", register="sites", entity=desk.town.sites[SITE])
    assert isinstance(registers, RegistersPage)
    assert "此处反弹 1 次" in pills(registers.panel)


def test_the_ledger_leads_from_what_came_back_to_what_was_closed(desk: Desk) -> None:
    earlier, later = came_back(desk)
    ledger = go(desk, "ledger", finding=later)
    assert isinstance(ledger, LedgerPage)
    assert "反弹 1" in pills(ledger.detail)
    number = desk.town.services.ledger.rows([earlier])[earlier].no
    (before,) = (each for each in ledger.detail.findChildren(RowButton) if number in each.accessibleName())
    desk.click(before)
    assert isinstance(desk.page, LedgerPage)
    assert desk.page.detail.story
    assert desk.page.detail.story.id == earlier


@pytest.mark.parametrize(("days", "links"), [("1", False), ("30", True)])
def test_the_days_of_the_settings_decide_whether_it_came_back(desk: Desk, days: str, links: bool) -> None:
    (field,) = (each for each in desk.page.findChildren(LineField) if each.accessibleName() == "多少天内算反弹")
    field.setText(days)
    desk.press(field, Qt.Key.Key_Return)
    _, later = came_back(desk, after=timedelta(days=20))
    assert bool(desk.town.services.ledger.story(later).earlier) is links
