"""Undo and redo are the window's: whatever page it is on, the last act is taken back, named, and seen."""

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector.domain.units import Unit
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.jobs import Jobs
from inspector.ui.theme.apply import Look
from inspector.ui.words.acts import act_state
from tests.project.tree import ROOT, sources
from tests.ui.pages.desk import clerk_at

_ACT = re.compile(r"""\.(?:doing|_edit)\([^"()]*"([a-z-]+)"(?: if \w+ else "([a-z-]+)")?""")


def test_every_act_of_the_services_has_words(look: Look) -> None:
    texts = [(ROOT / path).read_text("utf-8") for path in sources("inspector/services")]
    acts = {act for text in texts for pair in _ACT.findall(text) for act in pair if act}
    assert {"judge", "register-added", "register-changed", "finding-due", "setting"} <= acts
    assert sorted(act for act in acts if act_state(act).words == act_state("").words) == []


def test_the_act_of_one_page_is_taken_back_and_done_again_on_another(
    qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path
) -> None:
    with clerk_at("settings", qtbot, look, jobs, tmp_path / "town.db") as desk:
        registers = desk.town.services.registers
        _, changed = registers.save(Unit("区水务局"))
        desk.window.context.changed(changed)
        desk.undo()
        assert desk.window.toast.words == "已撤销：新增"
        assert "区水务局" not in {unit.record.name for unit in registers.all(Unit)}
        desk.window.redo()
        desk.settle()
        assert desk.window.toast.words == "已重做：新增"
        assert "区水务局" in {unit.record.name for unit in registers.all(Unit)}
        desk.undo()
        desk.undo()
        assert desk.window.toast.words == "已撤销：新增"


def test_what_changed_since_is_told_and_stays(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> None:
    with clerk_at("settings", qtbot, look, jobs, tmp_path / "town.db") as desk:
        services = desk.town.services
        unit, _ = services.registers.save(Unit("区水务局"))
        with services.acts.workspace.writing("elsewhere") as writing:
            writing.put(unit, Unit("区水利局"))
        desk.undo()
        assert not desk.window.toast.words
        assert "区水利局" in {each.record.name for each in services.registers.all(Unit)}
        assert desk.window.findChildren(ErrorDialog)
