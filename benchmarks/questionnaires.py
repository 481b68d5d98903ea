"""Questionnaires at size: 100,000 responses evaluated against one pass of raw SQL; a form of 1,000 questions opened and
turned page by page. Processor seconds, because the machine may be busy with others.

Run with `./run bench questionnaires`.
"""

import gc
import json
import random
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from inspector.config.clock import new_id, now
from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import Expression, Form, Kind, Node, form_from_text, form_to_text
from inspector.domain.questionnaires.pages import pages, question
from inspector.domain.questionnaires.responses import Mode, Response
from inspector.domain.questionnaires.run import Run
from inspector.domain.questionnaires.slots import plain_nodes
from inspector.domain.revisions import Revision
from inspector.services.questionnaire_reports import Wanted
from inspector.services.services import open_services
from inspector.storage.engine import make_engine
from inspector.storage.projection import row_of
from inspector.storage.response_lines import line_row
from inspector.storage.schema import HEAD
from inspector.storage.tables import PROJECTIONS, response_line

RESPONSES, QUESTIONS = 100_000, 1_000
PLACES = ("桂花里小区", "红莲市场东门", "望云街道", "清溪路口", "育英小学门前")
TROUBLES = ("停车太难", "楼道堆满杂物", "路灯坏了几个月", "占道经营严重", "飞线充电没人管", "公厕又脏又臭")
WISHES = ("希望尽快解决", "反映多次没有人来", "晚上走路不放心", "请社区多看看", "老人出行不方便")


def main() -> None:
    """Print what each thing costs."""
    path = _workspace()
    services = open_services(path, person="王敏")
    services.questionnaire_reports.results(Wanted("WJ-A", until="2000-01-01"))
    ours = _best(lambda: services.questionnaire_reports.results(Wanted("WJ-A")))
    floor = _best(lambda: _raw_pass(path))
    print(f"100,000 responses: {ours:.2f} s, one pass of raw SQL {floor:.2f} s, {ours / floor:.1f}x (goal 2 s)")
    services.close()
    gc.collect()
    gc.freeze()  # as the program does when it has started (ui/start.py)
    text = form_to_text(_long_form())
    opened = _best(lambda: _opened(text))
    run = _opened(text)
    spots = run.spots()
    turned = max(_once(partial(_turn, run, at)) for at in range(0, len(spots), 20))
    print(
        f"1,000 questions: opened in {opened * 1000:.0f} ms (goal 500), slowest page {turned * 1000:.1f} ms (goal 50)"
    )


def _workspace() -> Path:
    path = Path(tempfile.gettempdir()) / "inspector-benchmark" / f"responses-{HEAD}-{RESPONSES}.db"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        building = path.with_name(f"building-{path.name}")
        building.unlink(missing_ok=True)
        services = open_services(building, person="王敏")
        ready = services.questionnaires.ready("WJ-A")
        services.close()
        _fill(building, ready.compiled.form, ready.published.sha)
        building.rename(path)
    return path


def _fill(path: Path, form: Form, sha: str) -> None:
    chance, began = random.Random(1), now().replace(microsecond=0)
    names = {known.name: [choice.name for choice in known.choices] for known in form.lists}
    nodes = plain_nodes(form)
    table = PROJECTIONS["response"]
    engine = make_engine(path)
    for _ in range(RESPONSES // 10_000):
        rows = []
        for _ in range(10_000):
            started = began - timedelta(minutes=chance.randrange(40_000))
            answers = tuple(_answer(node, names, chance) for node in nodes)
            record = Response(
                *("WJ-A", "1", sha, Mode.INTERVIEWER, started, started + timedelta(minutes=5)),
                interviewer=f"访员{chance.randrange(60)}",
                community=f"社区{chance.randrange(90)}",
                answers=answers,
            )
            rows.append(row_of(_revision(), record))
        with engine.begin() as connection:
            connection.execute(table.insert(), rows)
            connection.execute(response_line.insert(), [line for row in rows if (line := line_row(connection, row))])
    engine.dispose()


def _revision() -> Revision:
    entity = new_id()
    return Revision(entity, "response", entity, (), "", "made", "", "", "", "", "", 1, False, "", "")


def _answer(node: Node, names: dict[str, list[str]], chance: random.Random) -> str | None:
    if node.kind is Kind.ONE:
        return chance.choice(names[node.choices][:6])
    if node.kind is Kind.MULTIPLE:
        return " ".join(chance.sample(names[node.choices], 3))
    if node.kind is Kind.RANGE:
        return str(chance.randint(1, 10))
    if node.kind is Kind.TEXT and chance.random() < 0.1:
        return f"{chance.choice(PLACES)}{chance.randint(1, 40)}号楼{chance.choice(TROUBLES)}，{chance.choice(WISHES)}"
    return None


def _raw_pass(path: Path) -> None:
    engine = make_engine(path)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("select * from response where form = 'WJ-A'").fetchall()
        assert len(rows) == RESPONSES
    engine.dispose()


def _long_form() -> Form:
    nodes = []
    for at in range(QUESTIONS):
        before = json.dumps(["op", ">", ["child", ["child", ["root"], "data"], f"q{at - 1}"], ["n", 3]])
        relevant = Expression("", before) if at % 3 == 2 else None
        nodes.append(Node(f"q{at}", f"q{at}", Kind.INTEGER, label=(("", f"第{at}题"),), relevant=relevant))
    return Form("L", "1", "长卷", "data", tuple(nodes))


def _opened(text: str) -> Run:
    run = Run(Compiled(form_from_text(text)), datetime.now().astimezone())
    question(run, pages(run)[0][0])
    return run


def _turn(run: Run, at: int) -> None:
    page = pages(run)[at]
    question(run, page[0])
    run.answer(page[0], "5")
    run.state()
    pages(run)


def _once(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _best(work: Callable[[], object]) -> float:
    return min(_once(work) for _ in range(3))


if __name__ == "__main__":
    main()
