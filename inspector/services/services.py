"""All use cases of one open workspace, tied together once."""

from pathlib import Path

from inspector.config.clock import Clock, now
from inspector.config.paths import CHECKLISTS
from inspector.exchange.register_start import read_starting_set
from inspector.services.acts import Acts
from inspector.services.checklist_files import ChecklistFilesService
from inspector.services.checklists import ChecklistService, ChecklistShelf
from inspector.services.deadlines import CalendarService, Deadlines
from inspector.services.dispatching import DispatchService
from inspector.services.evidence import EvidenceService
from inspector.services.inspections import InspectionService
from inspector.services.ledger import LedgerService
from inspector.services.moves import MoveService
from inspector.services.new_findings import FindingMaker
from inspector.services.office import OfficeService
from inspector.services.photos import PhotoService
from inspector.services.recording import RecordingService
from inspector.services.register_files import RegisterFilesService
from inspector.services.registers import RegisterService
from inspector.services.returns import ReturnService
from inspector.services.today import TodayService
from inspector.services.upkeep import UpkeepService
from inspector.services.whole_inspections import WholeInspectionService
from inspector.storage.workspace import open_workspace


class Services:
    """What a face may do. Make one with `open_services`; close it when the face is gone."""

    def __init__(self, acts: Acts, shelf: ChecklistShelf, deadlines: Deadlines) -> None:
        self.acts = acts
        self.inspections = InspectionService(acts, shelf)
        self.today = TodayService(acts, self.inspections)
        maker = FindingMaker(shelf, deadlines)
        self.recording = RecordingService(acts, shelf, maker)
        self.whole_inspections = WholeInspectionService(acts, shelf, maker)
        self.photos = PhotoService(acts)
        self.ledger = LedgerService(acts)
        self.dispatching = DispatchService(acts, deadlines)
        self.returns = ReturnService(acts)
        self.moves = MoveService(acts)
        self.evidence = EvidenceService(acts)
        self.registers = RegisterService(acts)
        self.register_files = RegisterFilesService(acts)
        self.checklists = ChecklistService(acts, shelf)
        self.checklist_files = ChecklistFilesService()
        self.calendar = CalendarService(acts, deadlines)
        self.office = OfficeService(acts)
        self.upkeep = UpkeepService(acts)

    def close(self) -> None:
        """Let go of the workspace file."""
        self.acts.workspace.close()


def open_services(
    workspace: Path, *, person: str = "", read_only: bool = False, checklists: Path = CHECKLISTS, clock: Clock = now
) -> Services:
    """Open a workspace, made new with the shipped registers if there is none, with all its use cases.

    Raises `Refused` as `open_workspace` tells.
    """
    starting = read_starting_set()
    acts = Acts(open_workspace(workspace, clock=clock, person=person, read_only=read_only), clock)
    services = Services(acts, ChecklistShelf(checklists), Deadlines(starting.calendar))
    if not read_only:
        services.registers.seed(starting)
    return services
