"""checklists list, check, to-excel, from-excel, to-xlsform, from-phones."""

from inspector.cli.desk import Answer, Desk, message
from inspector.services.checklist_files import ChecklistFilesService


def list_all(desk: Desk) -> Answer:
    """The newest version of every checklist first by code; older ones that are still in use stand beside them."""
    with desk.reading(anew=True) as services:
        titles = services.checklists.titles()
    return Answer(
        {"checklists": [{"code": t.code, "title": t.title, "version": t.version, "items": t.items} for t in titles]},
        tuple(f"{t.code}-v{t.version}\t{t.items}\t{t.title}" for t in titles),
    )


def check(desk: Desk) -> Answer:
    """Everything wrong in the files, or in the shipped checklists when none is named."""
    with desk.reading(anew=True) as services:
        complaints = services.checklists.check(desk.options.given.files)
    number = len(desk.options.given.files)
    fine = desk.say("{n} 个文件没有问题", "{n} files are in order", n=number) if number else ""
    return Answer(
        {"errors": [message(complaint, desk.lang) for complaint in complaints]},
        () if complaints else (fine or desk.say("随附的检查表没有问题", "The shipped checklists are in order"),),
        complaints,
        ok=not complaints,
    )


def to_excel(desk: Desk) -> Answer:
    """One checklist as the author's workbook."""
    given = desk.options.given
    with desk.reading(anew=True) as services:
        services.checklist_files.to_excel(services.checklists.published(given.code), given.file)
    return Answer({"file": str(given.file)}, (str(given.file),))


def from_excel(desk: Desk) -> Answer:
    """An edited workbook as the YAML file of a checklist."""
    given = desk.options.given
    files = ChecklistFilesService()
    files.to_yaml(files.read(given.file), given.out)
    return Answer({"file": str(given.out)}, (str(given.out),))


def to_xlsform(desk: Desk) -> Answer:
    """One checklist as a form for phones."""
    given = desk.options.given
    with desk.reading(anew=True) as services:
        services.checklist_files.to_xlsform(services.checklists.published(given.code), given.file)
    return Answer({"file": str(given.file)}, (str(given.file),))


def from_phones(desk: Desk) -> Answer:
    """What phones sent back, as inspections."""
    given = desk.options.given
    with desk.writing() as services:
        recorded, refused = services.whole_inspections.from_phones(given.path.absolute(), given.code, desk.tell)
    facts = {
        "inspections": [one.inspection for one in recorded],
        "photos": sum(one.photos for one in recorded),
        "refused": [message(complaint, desk.lang) for complaint in refused],
    }
    said = desk.say("收进 {n} 次检查", "{n} inspections taken in", n=len(recorded))
    return Answer(facts, (said,), refused, ok=not refused)
