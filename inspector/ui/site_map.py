"""Every page of the program with its place in the rail. A page's module is loaded when it is first shown."""

from collections.abc import Callable
from importlib import import_module

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.ui.context import Context, PageSpec, RailPlace
from inspector.ui.pages.returns.kept import files_waiting
from inspector.ui.translation import tr
from inspector.ui.widgets.page import Page


def page_specs() -> tuple[PageSpec, ...]:
    """The pages in the order of the rail; the first one opens."""
    return (
        PageSpec("today", "house", lambda: tr("Today"), _loaded("today", "TodayPage")),
        PageSpec("pick_site", "clipboard-check", lambda: tr("Inspect"), _loaded("pick_site", "PickSitePage")),
        PageSpec("ledger", "list-checks", lambda: tr("Ledger"), _loaded("ledger", "LedgerPage")),
        PageSpec("dispatch", "send", lambda: tr("Dispatch"), _loaded("dispatch", "DispatchPage"), count=_to_dispatch),
        PageSpec("returns", "inbox", lambda: tr("Replies"), _loaded("returns", "ReturnsPage"), count=_to_take_in),
        PageSpec("recheck", "camera", lambda: tr("Recheck"), _loaded("recheck", "RecheckPage"), count=_to_look_at),
        PageSpec("figures", "chart-bar-decreasing", lambda: tr("Figures"), _loaded("figures", "FiguresPage")),
        PageSpec(
            "questionnaires",
            "message-square-text",
            lambda: tr("Survey"),
            _loaded("questionnaires", "QuestionnairesPage"),
        ),
        PageSpec("registers", "map-pin", lambda: tr("Sites"), _loaded("registers", "RegistersPage")),
        PageSpec("checklists", "clipboard-list", lambda: tr("Lists"), _loaded("checklists", "ChecklistsPage")),
        PageSpec("settings", "settings", lambda: tr("Settings"), _loaded("settings", "SettingsPage"), RailPlace.FOOT),
        PageSpec("intake", "", lambda: "", _loaded("intake", "IntakePage"), RailPlace.NONE, belongs_to="pick_site"),
        PageSpec("record", "", lambda: "", _loaded("record", "RecordPage"), RailPlace.NONE, belongs_to="pick_site"),
        PageSpec("summary", "", lambda: "", _loaded("summary", "SummaryPage"), RailPlace.NONE, belongs_to="pick_site"),
        PageSpec(
            "asking",
            "",
            lambda: "",
            _loaded("questionnaires.asking", "AskingPage"),
            RailPlace.NONE,
            belongs_to="questionnaires",
        ),
        PageSpec(
            "callbacks",
            "",
            lambda: "",
            _loaded("questionnaires.callbacks", "CallbacksPage"),
            RailPlace.NONE,
            belongs_to="questionnaires",
        ),
        PageSpec(
            "questionnaire_report",
            "",
            lambda: "",
            _loaded("questionnaires.report", "QuestionnaireReportPage"),
            RailPlace.NONE,
            belongs_to="questionnaires",
        ),
    )


def _loaded(package: str, name: str) -> Callable[[Context], Page]:
    """Makes a page from its module, which is imported only then: the start pays for the first page alone."""

    def make(context: Context) -> Page:
        module = import_module(f"inspector.ui.pages.{package}.page")
        made: Page = getattr(module, name)(context)
        return made

    return make


def _to_dispatch(context: Context) -> int:
    return context.services.ledger.count(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))


def _to_take_in(_context: Context) -> int:
    return files_waiting()


def _to_look_at(context: Context) -> int:
    return context.services.rechecking.waiting()
