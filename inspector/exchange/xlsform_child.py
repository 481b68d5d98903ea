"""The process that makes a form of a workbook's cells, bound to little memory and time, because pyxform reads anything:
`python -m inspector.exchange.xlsform_child`. It takes one JSON object on standard input and answers with one line.
"""

import json
import logging
import re
import sys
import warnings
from typing import Any

from inspector.domain.questionnaires.forms import Limitation
from inspector.domain.records import plain
from inspector.exchange.foreign_limits import Limits, bind_this_process

_ROW = re.compile(r"\[row : (\d+)\]\s*")


def main() -> None:
    """Read the request, bind this process, answer."""
    asked = json.loads(sys.stdin.read())
    bind_this_process(Limits(**asked["limits"]))
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    try:
        answer = _form(asked)
    except Exception as error:  # noqa: BLE001 - pyxform throws anything at what is no form
        said = str(error)
        row = _ROW.search(said)
        answer = {"refused": _ROW.sub("", said)[:1_000] or type(error).__name__, "row": int(row[1]) if row else None}
    sys.stdout.write(json.dumps(answer) + "\n")


def _form(asked: dict[str, Any]) -> dict[str, Any]:
    # Imported behind the limits: a library that reads files is trusted with nothing before.
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # it brings no types

    from inspector.exchange.xform_reading import Author, read_xform

    made = convert(asked["workbook"], form_name="data")
    rows = {name: [(row, kind) for row, kind in known] for name, known in asked["rows"].items()}
    form = read_xform(made.xform, Author(rows), asked["files"], made.itemsets or "")
    advice = tuple(_advice(said) for said in made.warnings)
    return {"form": plain(form), "advice": plain(advice)}


def _advice(said: str) -> Limitation:
    row = _ROW.search(said)
    return Limitation(int(row[1]) if row else 0, "", "advice", _ROW.sub("", said)[:500])


if __name__ == "__main__":
    main()
