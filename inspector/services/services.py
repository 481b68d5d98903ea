"""All use cases of one open workspace, tied together once."""

from dataclasses import dataclass
from pathlib import Path

from inspector.config.clock import Clock, now
from inspector.config.paths import CHECKLISTS
from inspector.exchange.register_start import read_starting_set
from inspector.services.acts import Acts
from inspector.services.checklists import ChecklistService, ChecklistShelf
from inspector.services.deadlines import CalendarService, Deadlines
from inspector.services.dispatching import DispatchService
from inspector.services.inspections import InspectionService
from inspector.services.ledger import LedgerService
from inspector.services.new_findings import FindingMaker
from inspector.services.office import OfficeService
from inspector.services.photos import PhotoService
from inspector.services.recording import RecordingService
from inspector.services.registers import RegisterService
from inspector.services.today import TodayService
from inspector.services.upkeep import UpkeepService
from inspector.storage.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class Services:
    """What a face may do. Make one with `open_services`; close it when the face is gone."""

    acts: Acts
    today: TodayService
    inspections: InspectionService
    recording: RecordingService
    photos: PhotoService
    ledger: LedgerService
    dispatching: DispatchService
    registers: RegisterService
    checklists: ChecklistService
    calendar: CalendarService
    office: OfficeService
    upkeep: UpkeepService

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
    shelf = ChecklistShelf(checklists)
    deadlines = Deadlines(starting.calendar)
    inspections = InspectionService(acts, shelf)
    services = Services(
        acts=acts,
        today=TodayService(acts, inspections),
        inspections=inspections,
        recording=RecordingService(acts, shelf, FindingMaker(shelf, deadlines)),
        photos=PhotoService(acts),
        ledger=LedgerService(acts),
        dispatching=DispatchService(acts, deadlines),
        registers=RegisterService(acts),
        checklists=ChecklistService(acts, shelf),
        calendar=CalendarService(acts, deadlines),
        office=OfficeService(acts),
        upkeep=UpkeepService(acts),
    )
    if not read_only:
        services.registers.seed(starting)
    return services
