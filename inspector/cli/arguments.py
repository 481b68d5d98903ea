"""The words of the command line (docs/command-line.md)."""

import argparse
from datetime import date
from pathlib import Path

from inspector import __version__
from inspector.cli import options
from inspector.domain.figures import Grouping, PeriodOf
from inspector.domain.findings import FindingStatus
from inspector.domain.moving import BY_HAND
from inspector.domain.rechecks import RecheckResult
from inspector.domain.redirections import Ground
from inspector.domain.sources import Source

STATUSES = tuple(str(status) for status in FindingStatus)
SOURCES = tuple(str(source) for source in Source)
GROUPINGS, PERIODS = tuple(map(str, Grouping)), tuple(map(str, PeriodOf))
SIZES = ("town", "district")


def parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    shared = options.shared(argparse.SUPPRESS)
    made = argparse.ArgumentParser(
        prog="inspector",
        description="市民寻访 · 实地检查. Without a command the window opens.",
        parents=[options.shared(None)],
    )
    made.add_argument("--version", action="version", version=__version__)
    commands = made.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_demo(commands, shared)
    _add_checklists(commands, shared)
    _add_registers(commands, shared)
    _add_daily_work(commands, shared)
    _add_complaints(commands, shared)
    _add_praises(commands, shared)
    _add_questionnaires(commands, shared)
    _add_pressing(commands, shared)
    _add_figures(commands, shared)
    _add_upkeep(commands, shared)
    return made


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name


def _add_demo(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    demo = commands.add_parser("demo", parents=[shared], help="make a believable town and show the whole loop")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where it goes (default: a new folder 'demo')")
    demo.add_argument("--size", choices=SIZES, default="town")


def _add_checklists(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    checklists = commands.add_parser("checklists", help="the standard checklists")
    deeds = checklists.add_subparsers(dest="deed", required=True, metavar="DEED")
    deeds.add_parser("list", parents=[shared], help="all checklists")
    check = deeds.add_parser("check", parents=[shared], help="check files, or all shipped ones")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    to_excel = deeds.add_parser("to-excel", parents=[shared], help="write a checklist as a workbook to edit")
    to_excel.add_argument("code", metavar="CODE")
    to_excel.add_argument("file", type=Path, metavar="FILE")
    from_excel = deeds.add_parser("from-excel", parents=[shared], help="read an edited workbook back")
    from_excel.add_argument("file", type=Path, metavar="FILE")
    from_excel.add_argument("out", type=Path, metavar="OUT.yaml")
    to_xlsform = deeds.add_parser("to-xlsform", parents=[shared], help="write a checklist as a form for phones")
    to_xlsform.add_argument("code", metavar="CODE")
    to_xlsform.add_argument("file", type=Path, metavar="FILE")
    phones = deeds.add_parser("from-phones", parents=[shared], help="take in what phones sent back of a checklist")
    phones.add_argument("code", metavar="CODE")
    phones.add_argument("path", type=Path, metavar="PATH", help="an XML submission, a folder of them, or an export")


def _add_registers(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    for name, words in (("sites", "sites"), ("units", "units"), ("approvals", "approvals: what is allowed where")):
        register = commands.add_parser(name, help=f"the register of {words}")
        deeds = register.add_subparsers(dest="deed", required=True, metavar="DEED")
        take_in = deeds.add_parser("import", parents=[shared], help="from xlsx, xls, ods or csv")
        take_in.add_argument("file", type=Path, metavar="FILE")
        if name == "approvals":
            export = deeds.add_parser("export", parents=[shared], help="to a workbook that can be taken in again")
            export.add_argument("file", type=Path, metavar="FILE.xlsx")
            listed = deeds.add_parser("list", parents=[shared], help="all of them, or of a site or a day")
            listed.add_argument("--site", default="", metavar="S", help="a site's name, code or id")
            listed.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="what holds on this day")


def _add_praises(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    deeds = commands.add_parser("praises", help="good practices").add_subparsers(
        dest="deed", required=True, metavar="DEED"
    )
    deeds.add_parser("list", parents=[shared], help="all of them, the newest first")
    export = deeds.add_parser("export", parents=[shared], help="to a workbook with photos")
    export.add_argument("file", type=Path, metavar="FILE.xlsx")


def _add_daily_work(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    record = commands.add_parser("record", parents=[shared], help="one whole inspection from a JSON file")
    record.add_argument("file", type=Path, metavar="FILE.json")
    findings = commands.add_parser("findings", parents=[shared], help="the ledger")
    _add_filters(findings)
    _add_moves(findings, shared)
    recheck = commands.add_parser("recheck", parents=[shared], help="re-inspection: closes a finding or sends it back")
    recheck.add_argument("no", metavar="NO", help="the number of the finding, for example LX-0035")
    result = recheck.add_mutually_exclusive_group(required=True)
    for word in RecheckResult:
        result.add_argument(f"--{word}", dest="result", action="store_const", const=word)
    recheck.add_argument("--photo", dest="photos", type=Path, action="append", default=[], metavar="FILE")
    recheck.add_argument("--remark", default="", metavar="T")
    recheck.add_argument("--by", required=True, metavar="NAME", help="who looked; not who reported it done")
    dispatch = commands.add_parser("dispatch", parents=[shared], help="number a dispatch and write its workbooks")
    dispatch.add_argument("--out", type=Path, required=True, metavar="DIR")
    dispatch.add_argument("--unit", metavar="U", help="only what this unit leads")
    dispatch.add_argument("--by", metavar="NAME", default="", help="who issues it")
    returned = commands.add_parser("return", parents=[shared], help="read lists that came back from the units")
    returned.add_argument("files", nargs="+", type=Path, metavar="FILE", help="workbooks, or folders of them")
    returned.add_argument("--apply", action="store_true", help="take them in; without it nothing changes")
    returned.add_argument("--report", type=Path, metavar="REPORT.xlsx", help="write every row with its outcome here")
    returned.add_argument("--by", metavar="NAME", default="", help="who takes them in")


def _add_moves(findings: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    deeds = findings.add_subparsers(dest="deed", metavar="DEED")
    _add_noting(deeds, shared)
    move = deeds.add_parser("move", parents=[shared], help="move findings on: sign, reply, extend, redirect, park …")
    move.add_argument("move", choices=tuple(map(str, BY_HAND)), metavar="MOVE", help=", ".join(map(str, BY_HAND)))
    move.add_argument("numbers", nargs="+", metavar="NO")
    move.add_argument("--reason", default="", metavar="T", help="why, or what the unit says it did")
    move.add_argument("--to", dest="to_unit", default="", metavar="U", help="redirect: the unit that takes it over")
    move.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="ask-extension: the new deadline")
    move.add_argument("--ground", choices=tuple(map(str, Ground)), help="redirect: why it is not the unit's own")
    move.add_argument("--photo", dest="photos", type=Path, action="append", default=[], metavar="FILE")
    move.add_argument("--by", default="", metavar="NAME", help="who makes the move")


def _add_complaints(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    deeds = commands.add_parser("complaints", help="complaints of residents").add_subparsers(
        dest="deed", required=True, metavar="DEED"
    )
    purge = deeds.add_parser("purge", parents=[shared], help="erase who told them, for good")
    purge.add_argument("--before", type=date.fromisoformat, metavar="DAY", help="instead of the office's days")
    purge.add_argument("--yes", action="store_true", help="erase them; otherwise they are only counted")


def _add_questionnaires(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    questionnaires = commands.add_parser("questionnaires", help="what residents and visitors are asked")
    deeds = questionnaires.add_subparsers(dest="deed", required=True, metavar="DEED")
    take_in = deeds.add_parser("import", parents=[shared], help="publish an XLSForm (xlsx, xls, csv)")
    take_in.add_argument("file", type=Path, metavar="FILE")
    deeds.add_parser("list", parents=[shared], help="all forms")
    one = deeds.add_parser("record", parents=[shared], help="one whole response from a JSON file")
    one.add_argument("code", metavar="CODE")
    one.add_argument("file", type=Path, metavar="FILE.json")
    report = deeds.add_parser("report", parents=[shared], help="the figures of a form")
    report.add_argument("code", metavar="CODE")
    report.add_argument("--out", type=Path, metavar="FILE", help="write the workbook here")
    report.add_argument("--raw", type=Path, metavar="FILE", help="write the raw data here (.xlsx or .csv)")
    report.add_argument("--since", metavar="DAY", default="", help="from this day on, such as 2026-11-01")
    report.add_argument("--until", metavar="DAY", default="", help="up to this day")
    purge = deeds.add_parser("purge", parents=[shared], help="erase old responses and telephone numbers for good")
    purge.add_argument("--contacts-before", type=date.fromisoformat, metavar="DAY", help="instead of the office's days")
    purge.add_argument("--answers-before", type=date.fromisoformat, metavar="DAY", help="instead of the office's days")
    purge.add_argument("--yes", action="store_true", help="erase them; otherwise they are only counted")


def _add_noting(deeds: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    deeds.add_parser("types", parents=[shared], help="the violation types with time limit and end")
    add = deeds.add_parser("add", parents=[shared], help="one finding without a checklist, at once ready for dispatch")
    add.add_argument("--type", dest="violation", default="", metavar="CODE", help="see findings types")
    add.add_argument("--site", default="", metavar="S", help="a site's name, code or id")
    add.add_argument("--street", default="", metavar="S", help="a street's name, for a place that is no site")
    add.add_argument("--place", default="", metavar="T", help="where exactly")
    add.add_argument("--text", default="", metavar="T", help="what is wrong (default: the type's name)")
    add.add_argument("--unit", default="", metavar="U", help="instead of the unit the rules give")
    add.add_argument("--due", type=date.fromisoformat, metavar="YYYY-MM-DD", help="instead of the type's time limit")
    add.add_argument("--meeting", default="", metavar="T", help="the meeting that set it")
    add.add_argument("--photo", dest="photos", type=Path, action="append", default=[], metavar="FILE")
    add.add_argument("--by", default="", metavar="NAME", help="who saw it")


def _add_pressing(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    press = commands.add_parser("press", parents=[shared], help="who is late and who is due within a week")
    press.add_argument("--unit", metavar="U", help="only this unit")
    press.add_argument("--out", type=Path, metavar="LIST.xlsx", help="write the workbook here")
    press.add_argument("--letters", type=Path, metavar="DIR", help="write a letter for each unit that is late")
    press.add_argument("--number", default="", metavar="N", help="the number of the letters")


def _add_filters(findings: argparse.ArgumentParser) -> None:
    findings.add_argument("--unit", metavar="U", help="a unit's name or alias")
    findings.add_argument("--status", metavar="S", choices=STATUSES, help=", ".join(STATUSES))
    findings.add_argument("--overdue", action="store_true", help="past the deadline and waiting for the unit")
    findings.add_argument("--site", metavar="S", help="a site's name, code or id")
    findings.add_argument(
        "--source", choices=SOURCES, metavar="W", help=f"by which way it came in: {', '.join(SOURCES)}"
    )


def _add_figures(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    ledger = commands.add_parser("ledger", help="the full ledger of findings")
    deeds = ledger.add_subparsers(dest="deed", required=True, metavar="DEED")
    export = deeds.add_parser("export", parents=[shared], help="a workbook: findings, steps, what came back, figures")
    export.add_argument("file", type=Path, metavar="FILE.xlsx")
    _add_filters(export)
    export.add_argument("--photos", action="store_true", help="the first photo before and after (up to 2,000 findings)")
    figures = commands.add_parser("figures", parents=[shared], help="rates by group, each with its two counts")
    figures.add_argument("--by", choices=GROUPINGS, default=GROUPINGS[0])
    figures.add_argument("--of", choices=PERIODS, default=PERIODS[0], help="which day lies between --from and --to")
    figures.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY")
    figures.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DAY")
    figures.add_argument("--out", type=Path, metavar="FILE.xlsx", help="write the workbook here")


def _add_upkeep(commands: "Commands[argparse.ArgumentParser]", shared: argparse.ArgumentParser) -> None:
    commands.add_parser("check", parents=[shared], help="is the workspace whole")
    for name, words in (("backup", "a consistent copy of the workspace"), ("restore", "put a backup in its place")):
        commands.add_parser(name, parents=[shared], help=words).add_argument("file", type=Path, metavar="FILE")
