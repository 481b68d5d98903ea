"""Every command by the words that call it."""

from collections.abc import Mapping

from inspector.cli import (
    checklists,
    demo,
    dispatch,
    figures,
    findings,
    moves,
    noting,
    pressing,
    questionnaires,
    record,
    registers,
    returns,
    upkeep,
)
from inspector.cli.desk import Command

COMMANDS: Mapping[str, Command] = {
    "demo": demo.demo,
    "checklists list": checklists.list_all,
    "checklists check": checklists.check,
    "checklists to-excel": checklists.to_excel,
    "checklists from-excel": checklists.from_excel,
    "checklists to-xlsform": checklists.to_xlsform,
    "checklists from-phones": checklists.from_phones,
    "sites import": registers.import_sites,
    "units import": registers.import_units,
    "approvals import": registers.import_approvals,
    "approvals export": registers.export_approvals,
    "record": record.record,
    "findings": findings.findings,
    "findings types": noting.types,
    "findings add": noting.add,
    "complaints purge": noting.purge,
    "findings move": moves.move,
    "ledger export": figures.export_ledger,
    "figures": figures.figures,
    "recheck": moves.recheck,
    "dispatch": dispatch.dispatch,
    "press": pressing.press,
    "return": returns.take_back,
    "questionnaires import": questionnaires.take_in,
    "questionnaires list": questionnaires.list_all,
    "questionnaires record": questionnaires.record,
    "questionnaires report": questionnaires.report,
    "questionnaires purge": questionnaires.purge,
    "check": upkeep.check,
    "backup": upkeep.back_up,
    "restore": upkeep.restore,
}
