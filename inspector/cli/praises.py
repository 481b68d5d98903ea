"""praises list and export: what was done well."""

from inspector.cli.desk import Answer, Desk


def list_all(desk: Desk) -> Answer:
    """Every good practice, the newest first."""
    with desk.reading() as services:
        praises = services.praises.listed()
    return Answer(
        {
            "praises": [
                {
                    "site": one.site,
                    "street": one.street,
                    "text": one.text,
                    "seen_on": one.seen_on,
                    "seen_by": one.seen_by,
                    "photos": len(one.photos),
                }
                for one in praises
            ]
        },
        tuple(f"{one.seen_on}\t{one.site}\t{one.text}" for one in praises),
    )


def export(desk: Desk) -> Answer:
    """Write them to a workbook with the first photo of each."""
    file = desk.options.given.file.absolute()
    with desk.reading() as services:
        number = services.praises.write_list(file)
    return Answer({"praises": number, "file": str(file)}, (f"{number}\t{file}",))
