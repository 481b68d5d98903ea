"""Reads every XLSForm of a folder and lets a random respondent whose answers fit fill it in to the end: no crash.

Meant for forms other people wrote, such as pyxform's own test forms, fetched by hand into a folder outside the
project. Prints how many load, how many run to the end, and the reason for each of the rest; ends with 1 at a crash.

    python benchmarks/public_forms.py FOLDER
"""

import random
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from inspector.domain.errors import Refused
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import Form, Kind
from inspector.domain.questionnaires.pages import question
from inspector.domain.questionnaires.photo_answers import photo_name
from inspector.domain.questionnaires.run import Run
from inspector.exchange.xlsform_reading import read_xlsform

_TRIES, _ROUNDS = 30, 300
_SIMPLE = {
    Kind.INTEGER: ("5", "1", "20", "99", "0", "2000"),
    Kind.DECIMAL: ("1.5", "20", "0", "99.9"),
    Kind.TEXT: ("好", "a", "12345678", "a@b.example", "13900001234"),
    Kind.DATE: ("2026-11-22", "2000-01-01", "2030-01-01"),
    Kind.TIME: ("09:30:00",),
    Kind.DATETIME: ("2026-11-22T09:30:00",),
    Kind.ACKNOWLEDGE: ("OK",),
    Kind.IMAGE: (photo_name("0" * 64),),
}


def main() -> int:
    """0 when nothing crashed."""
    found: Counter[str] = Counter()
    limits: Counter[str] = Counter()
    crashed = 0
    for file in sorted(Path(sys.argv[1]).iterdir()):
        try:
            said = _outcome(file, limits)
        except Exception as error:  # noqa: BLE001 - a crash is what is looked for
            crashed, said = crashed + 1, f"crashed: {type(error).__name__}: {error}"
        found[said.partition(":")[0]] += 1
        if said != "ran to the end":
            print(f"{file.name}: {said}")
    print(f"{sum(found.values())} files: {dict(found)}; limitations told by row: {dict(limits)}")
    return 1 if crashed else 0


def _outcome(file: Path, limits: Counter[str]) -> str:
    try:
        form = read_xlsform(file).form
    except Refused as refused:
        facts = refused.complaint.facts
        return f"refused: {refused.complaint.code} {dict(facts).get('reason', '')}"[:200]
    limits.update(limit.why for limit in form.limitations)
    left = min((_filled(form, seed) for seed in range(5)), key=len)
    return "ran to the end" if not left else f"stopped: no answer found for {', '.join(left)}"


def _filled(form: Form, seed: int) -> list[str]:
    """The questions that must be answered and for which no answer was found."""
    chance, run = random.Random(seed), Run(Compiled(form), datetime.now().astimezone(), seed=seed + 1)
    given_up: set[Spot] = set()
    for _ in range(_ROUNDS):
        waiting = [spot for spot in (*run.missing(), *(spot for spot, _ in run.wrong())) if spot not in given_up]
        if not waiting:
            break
        if not any(run.answer(waiting[0], _answer(run, waiting[0], chance)) is None for _ in range(_TRIES)):
            given_up.add(waiting[0])
    return [form.nodes[spot.node].name for spot in run.missing()]


def _answer(run: Run, spot: Spot, chance: random.Random) -> str:
    shown = question(run, spot)
    names = [choice.name for choice in shown.offered]
    if shown.kind is Kind.RANGE:
        return chance.choice([shown.start, shown.end])
    if shown.kind is Kind.RANK:
        return " ".join(chance.sample(names, len(names)))
    if shown.kind is Kind.MULTIPLE:
        return " ".join(chance.sample(names, chance.randint(min(1, len(names)), len(names))))
    if names:
        return chance.choice(names)
    return chance.choice(_SIMPLE.get(shown.kind, ("",)))


if __name__ == "__main__":
    sys.exit(main())
