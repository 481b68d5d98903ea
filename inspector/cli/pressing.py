"""press: who has to be pressed, as a workbook, and the letters to units that are late."""

from inspector.cli.desk import Answer, Desk
from inspector.domain.units import Unit


def press(desk: Desk) -> Answer:
    """What is owed by unit; with --out the workbook, with --letters one letter a unit that is late."""
    given = desk.options.given
    with desk.reading() as services:
        units = [services.registers.named(Unit, given.unit).id] if given.unit else []
        owed = services.pressing.owed(units)
        files = []
        if given.out:
            services.pressing.write_list(given.out.absolute(), units)
            files.append(given.out.absolute())
        if given.letters:
            if any(one.overdue for one in owed):
                given.letters.mkdir(parents=True, exist_ok=True)
            files += services.pressing.write_letters(given.letters.absolute(), given.number, units)
    facts = [
        {"unit": one.name, "overdue": [row.no for row in one.overdue], "due_soon": [row.no for row in one.soon]}
        for one in owed
    ]
    lines = [f"{one.name}\t{len(one.overdue)}\t{len(one.soon)}" for one in owed]
    return Answer({"units": facts, "files": files}, tuple(lines))
