"""demo: a believable town, the whole loop, and pictures of every page."""

from pathlib import Path

from inspector.cli.desk import Answer, Desk
from inspector.services.demo.town import Town, make_town

TIMES = {"town": 1, "district": 10}
INSPECTOR = "王敏"


def demo(desk: Desk) -> Answer:
    """Make the town, draw the pictures, and open the window where there is a screen."""
    given = desk.options.given
    folder = (given.out or Path("demo")).absolute()
    workspace = (desk.options.workspace or folder / "workspace.db").absolute()
    town = make_town(folder, workspace, TIMES[given.size], desk.tell)
    with desk.doors.opened(workspace, INSPECTOR, writing=True) as services:
        pictures = desk.doors.pictures(services, folder / "截图", desk.lang)
    return Answer(
        {
            "workspace": town.workspace,
            "sites": town.sites,
            "inspections": town.inspections,
            "findings": town.findings,
            "files": town.files,
            "screenshots": pictures,
        },
        (_counted(desk, town), *map(str, town.files), *map(str, pictures), _shown(desk, town)),
    )


def _counted(desk: Desk, town: Town) -> str:
    return desk.say(
        "{sites} 个点位，{inspections} 次检查，{findings} 个问题：{workspace}",
        "{sites} sites, {inspections} inspections, {findings} findings: {workspace}",
        sites=town.sites,
        inspections=town.inspections,
        findings=town.findings,
        workspace=town.workspace,
    )


def _shown(desk: Desk, town: Town) -> str:
    """Opens the window, or says why not; a script that asked for JSON is not surprised by one."""
    if desk.options.json:
        return ""
    if desk.doors.window(town.workspace):
        return desk.say("窗口正在打开", "The window is opening")
    return desk.say("这台机器没有屏幕，窗口没有打开", "This machine has no screen, so no window was opened")
