"""All use cases of one workspace, each loaded and made when first asked for, and so is the workspace itself: a start
pays for its first page.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.config.clock import Clock, now
from inspector.config.paths import CHECKLISTS
from inspector.domain.today import Today
from inspector.services.front_door import FrontDoor

if TYPE_CHECKING:
    from inspector.services.acts import Acts
    from inspector.services.answer_photos import AnswerPhotoService
    from inspector.services.asking import AskingService
    from inspector.services.callbacks import CallbackService
    from inspector.services.checklist_files import ChecklistFilesService
    from inspector.services.checklists import ChecklistService, ChecklistShelf
    from inspector.services.deadlines import CalendarService, Deadlines
    from inspector.services.dispatching import DispatchService
    from inspector.services.evidence import EvidenceService
    from inspector.services.figures import FiguresService
    from inspector.services.inspections import InspectionService
    from inspector.services.ledger import LedgerService
    from inspector.services.ledger_export import LedgerExportService
    from inspector.services.moves import MoveService
    from inspector.services.new_findings import FindingMaker
    from inspector.services.noting import NotingService
    from inspector.services.office import OfficeService
    from inspector.services.photos import PhotoService
    from inspector.services.praises import PraiseService
    from inspector.services.pressing import PressingService
    from inspector.services.public_complaints import ComplaintService
    from inspector.services.questionnaire_reports import QuestionnaireReportService
    from inspector.services.questionnaires import QuestionnaireService
    from inspector.services.rechecking import RecheckService
    from inspector.services.recording import RecordingService
    from inspector.services.register_files import RegisterFilesService
    from inspector.services.registers import RegisterService
    from inspector.services.retention import RetentionService
    from inspector.services.returns import ReturnService
    from inspector.services.today import TodayService
    from inspector.services.unfinished import UnfinishedService
    from inspector.services.upkeep import UpkeepService
    from inspector.services.whole_inspections import WholeInspectionService
    from inspector.services.whole_responses import WholeResponseService


class Services:
    """What a face may do. Make one with `open_services`; close it when the face is gone."""

    def __init__(self, door: FrontDoor, checklists: Path) -> None:
        self._door = door
        self._checklists = checklists

    @property
    def acts(self) -> "Acts":
        """Changes and views; the workspace is opened when they are first asked for. Raises as `open_services` tells."""
        return self._door.acts

    @property
    def is_open(self) -> bool:
        """The workspace is open: nobody has to wait for it."""
        return self._door.is_open

    def home(self) -> Today:
        """今日. The first time what was read ahead, if anything was: then nobody knows yet how far the drafts are."""
        return self._door.seen_ahead() or self.today.today()

    @cached_property
    def inspections(self) -> "InspectionService":
        """检查: begin, finish, reopen."""
        from inspector.services.inspections import InspectionService

        return InspectionService(self.acts, self._shelf)

    @cached_property
    def today(self) -> "TodayService":
        """今日."""
        from inspector.services.today import TodayService

        return TodayService(self.acts, self.inspections)

    @cached_property
    def recording(self) -> "RecordingService":
        """Answers on items."""
        from inspector.services.recording import RecordingService

        return RecordingService(self.acts, self._shelf, self._maker)

    @cached_property
    def whole_inspections(self) -> "WholeInspectionService":
        """Whole inspections from files."""
        from inspector.services.whole_inspections import WholeInspectionService

        return WholeInspectionService(self.acts, self._shelf, self._maker)

    @cached_property
    def photos(self) -> "PhotoService":
        """照片."""
        from inspector.services.photos import PhotoService

        return PhotoService(self.acts)

    @cached_property
    def ledger(self) -> "LedgerService":
        """台账."""
        from inspector.services.ledger import LedgerService

        return LedgerService(self.acts)

    @cached_property
    def figures(self) -> "FiguresService":
        """统计."""
        from inspector.services.figures import FiguresService

        return FiguresService(self.acts, self._shelf)

    @cached_property
    def ledger_export(self) -> "LedgerExportService":
        """导出台账."""
        from inspector.services.ledger_export import LedgerExportService

        return LedgerExportService(self.acts, self.figures)

    @cached_property
    def dispatching(self) -> "DispatchService":
        """交办."""
        from inspector.services.dispatching import DispatchService

        return DispatchService(self.acts, self._deadlines)

    @cached_property
    def returns(self) -> "ReturnService":
        """反馈: lists that came back."""
        from inspector.services.returns import ReturnService

        return ReturnService(self.acts, self.noting)

    @cached_property
    def moves(self) -> "MoveService":
        """Moves along the life of a finding."""
        from inspector.services.moves import MoveService

        return MoveService(self.acts)

    @cached_property
    def rechecking(self) -> "RecheckService":
        """复查: looking whether it was done."""
        from inspector.services.rechecking import RecheckService

        return RecheckService(self.acts, self.moves)

    @cached_property
    def questionnaires(self) -> "QuestionnaireService":
        """问卷: forms."""
        from inspector.services.questionnaires import QuestionnaireService

        return QuestionnaireService(self.acts)

    @cached_property
    def asking(self) -> "AskingService":
        """问卷: taking answers."""
        from inspector.services.asking import AskingService

        return AskingService(self.acts, self.questionnaires)

    @cached_property
    def answer_photos(self) -> "AnswerPhotoService":
        """Photos that were given as answers."""
        from inspector.services.answer_photos import AnswerPhotoService

        return AnswerPhotoService(self.acts, self.questionnaires)

    @cached_property
    def callbacks(self) -> "CallbackService":
        """愿意回访: who may be called back."""
        from inspector.services.callbacks import CallbackService

        return CallbackService(self.acts)

    @cached_property
    def retention(self) -> "RetentionService":
        """How long answers and telephone numbers are kept."""
        from inspector.services.retention import RetentionService

        return RetentionService(self.acts)

    @cached_property
    def whole_responses(self) -> "WholeResponseService":
        """Whole responses from files."""
        from inspector.services.whole_responses import WholeResponseService

        return WholeResponseService(self.acts, self.questionnaires)

    @cached_property
    def questionnaire_reports(self) -> "QuestionnaireReportService":
        """问卷结果."""
        from inspector.services.questionnaire_reports import QuestionnaireReportService

        return QuestionnaireReportService(self.acts, self.questionnaires)

    @cached_property
    def pressing(self) -> "PressingService":
        """催办: who is late, and the letters about it."""
        from inspector.services.pressing import PressingService

        return PressingService(self.acts)

    @cached_property
    def evidence(self) -> "EvidenceService":
        """Photos of repairs and what is odd about them."""
        from inspector.services.evidence import EvidenceService

        return EvidenceService(self.acts)

    @cached_property
    def noting(self) -> "NotingService":
        """随手拍, 督办: findings without a checklist."""
        from inspector.services.noting import NotingService

        return NotingService(self.acts, self._deadlines)

    @cached_property
    def complaints(self) -> "ComplaintService":
        """群众投诉."""
        from inspector.services.public_complaints import ComplaintService

        return ComplaintService(self.acts, self.noting)

    @cached_property
    def praises(self) -> "PraiseService":
        """好的做法."""
        from inspector.services.praises import PraiseService

        return PraiseService(self.acts)

    @cached_property
    def registers(self) -> "RegisterService":
        """点位, 单位, 街道."""
        from inspector.services.registers import RegisterService

        return RegisterService(self.acts)

    @cached_property
    def register_files(self) -> "RegisterFilesService":
        """Registers from and to spreadsheets."""
        from inspector.services.register_files import RegisterFilesService

        return RegisterFilesService(self.acts)

    @cached_property
    def checklists(self) -> "ChecklistService":
        """检查表."""
        from inspector.services.checklists import ChecklistService

        return ChecklistService(self.acts, self._shelf)

    @cached_property
    def checklist_files(self) -> "ChecklistFilesService":
        """Checklists from and to files."""
        from inspector.services.checklist_files import ChecklistFilesService

        return ChecklistFilesService()

    @cached_property
    def calendar(self) -> "CalendarService":
        """The work calendar."""
        from inspector.services.deadlines import CalendarService

        return CalendarService(self.acts, self._deadlines)

    @cached_property
    def office(self) -> "OfficeService":
        """Settings of the office."""
        from inspector.services.office import OfficeService

        return OfficeService(self.acts)

    @cached_property
    def unfinished(self) -> "UnfinishedService":
        """Forms that were begun and not recorded yet."""
        from inspector.services.unfinished import UnfinishedService

        return UnfinishedService(self.acts)

    @cached_property
    def upkeep(self) -> "UpkeepService":
        """Check, backup, restore."""
        from inspector.services.upkeep import UpkeepService

        return UpkeepService(self.acts)

    @cached_property
    def _shelf(self) -> "ChecklistShelf":
        from inspector.services.checklists import ChecklistShelf

        return ChecklistShelf(self._checklists)

    @cached_property
    def _deadlines(self) -> "Deadlines":
        from inspector.services.deadlines import Deadlines
        from inspector.services.starting_set import shipped_calendar

        return Deadlines(shipped_calendar)

    @cached_property
    def _maker(self) -> "FindingMaker":
        from inspector.services.new_findings import FindingMaker

        return FindingMaker(self._shelf, self._deadlines)

    def close(self) -> None:
        """Let go of the workspace file."""
        self._door.close()


def open_services(
    workspace: Path,
    *,
    person: str = "",
    read_only: bool = False,
    checklists: Path = CHECKLISTS,
    clock: Clock = now,
    ahead: bool = False,
) -> Services:
    """Open a workspace, made new with the shipped registers if there is none, with all its use cases.

    With `ahead` only the home page is read now, and the file is opened when it is first asked for; not when it has to
    be made, upgraded or refused.

    Raises `Refused` as `open_workspace` tells.
    """
    door = FrontDoor(workspace, clock, person=person, read_only=read_only)
    if not (ahead and door.look_ahead()):
        _ = door.acts
    return Services(door, checklists)
