"""愿意回访 and retention: numbers stand apart from answers, leave with nothing, and are gone when they are erased."""

import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.ledger import LedgerQuery
from inspector.domain.questionnaires.forms import Form
from inspector.domain.questionnaires.pages import question
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.settings import DEFAULTS
from inspector.exchange.xlsform_reading import read_xlsform
from inspector.services.noting import Noted, Spot
from inspector.services.questionnaire_reports import Wanted
from tests.exchange.xlsforms import question as row
from tests.exchange.xlsforms import write_xlsform
from tests.services.issuing import issue, silent
from tests.town import Town, make_town

CHOICES = (("list_name", "name", "label"), ("s", "5", "很满意"), ("s", "1", "很不满意"))
ROWS = (row("select_one s", "Q1", "总体满意吗"), row("text", "Q2", "意见"))
CANARIES = ("赵小明同志", "13900001234", "楼下停车的事")


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return read_xlsform(write_xlsform(tmp_path_factory.mktemp("form") / "form.xlsx", ROWS, CHOICES)).form


@pytest.fixture
def town(tmp_path: Path, form: Form) -> Iterator[Town]:
    made = make_town(tmp_path / "town.db")
    made.services.questionnaires.publish(form)
    yield made
    made.services.close()


def respond(town: Town, words: str, *, finish: bool = True) -> str:
    asking = town.services.asking.begin("T1", Mode.INTERVIEWER, "李强")
    for spot in asking.run.spots():
        town.services.asking.answer(asking, spot, "5" if question(asking.run, spot).code == "Q1" else words)
    if finish:
        town.services.asking.finish(asking)
    return asking.id


def leave(town: Town, phone: str = "13900001234") -> str:
    town.services.callbacks.leave("T1", "赵小明同志", phone, "楼下停车的事")
    return town.services.callbacks.all()[-1].id


def in_the_file(town: Town, words: str) -> bool:
    path = town.services.acts.workspace.path
    return any(words.encode() in each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def content(file: Path) -> bytes:
    """The bytes of a file, of a package those inside it."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_a_number_that_cannot_be_called_is_refused_and_nothing_is_kept(town: Town) -> None:
    for phone in ("", "愿意", "1234"):
        with pytest.raises(Refused, match=r"contact\.no-phone"):
            town.services.callbacks.leave("T1", "赵小明同志", phone)
    assert town.services.callbacks.all() == ()


def test_who_wants_a_call_is_in_no_file_that_leaves_and_tied_to_no_response(town: Town, tmp_path: Path) -> None:
    response = respond(town, "路灯坏了")
    town.services.noting.add(Noted(Spot(town.sites["桂花里小区"]), text="路灯坏了"))
    leave(town)
    reports, out = town.services.questionnaire_reports, tmp_path / "out"
    out.mkdir()
    reports.raw_data(Wanted("T1"), out / "raw.csv")
    reports.raw_data(Wanted("T1"), out / "raw.xlsx")
    reports.to_excel(reports.results(Wanted("T1")), out / "report.xlsx")
    town.services.ledger_export.write(LedgerQuery(), out / "ledger.xlsx", silent)
    issued = issue(town, out)
    written = [*out.rglob("*.*"), *(file.path for file in issued.files)]
    assert len(written) >= 5
    for canary in CANARIES:
        assert not any(canary.encode() in content(file) for file in written if file.is_file())
    (known,) = town.services.callbacks.all()
    assert response not in repr(known)
    with town.services.acts.reading() as view:
        assert all(known.id != one.entity for one in view.history(known.id))


def test_one_is_marked_as_called_and_one_or_all_are_erased_from_the_file(town: Town) -> None:
    first, second = leave(town), leave(town, "0476-8230000")
    town.services.callbacks.note_call(first, called=True)
    assert [one.called_on for one in town.services.callbacks.all()] == [town.clock.now.date(), None]
    town.services.callbacks.note_call(first, called=False)
    assert town.services.callbacks.all()[0].called_on is None
    town.services.callbacks.erase([first])
    assert [one.id for one in town.services.callbacks.all()] == [second]
    assert not in_the_file(town, "13900001234")
    assert in_the_file(town, "0476-8230000")
    town.services.callbacks.erase([one.id for one in town.services.callbacks.all()])
    assert not any(in_the_file(town, canary) for canary in (*CANARIES, "0476-8230000"))
    assert town.services.upkeep.check(silent) == ()


def test_a_backup_made_before_still_holds_who_was_erased_because_it_is_the_whole_file(
    town: Town, tmp_path: Path
) -> None:
    known = leave(town)
    town.services.upkeep.back_up(tmp_path / "backup.db")
    town.services.callbacks.erase([known])
    assert CANARIES[1].encode() in (tmp_path / "backup.db").read_bytes()


def test_numbers_go_after_their_days_and_answers_stay_until_the_office_says_how_long(town: Town) -> None:
    respond(town, "这句话要消失")
    leave(town)
    town.clock.now += timedelta(days=91)
    respond(town, "这句话要留下")
    leave(town, "13611112222")
    due = town.services.retention.due()
    assert (due.contacts, due.responses, due.responses_before) == (1, 0, None)
    town.services.retention.purge(due)
    assert [one.phone for one in town.services.callbacks.all()] == ["13611112222"]
    assert in_the_file(town, "这句话要消失")
    town.services.office.decide("survey.answers_kept_days", "30")
    due = town.services.retention.due()
    assert (due.contacts, due.responses) == (0, 1)
    assert due


def test_a_purge_takes_answers_with_their_history_and_leaves_a_whole_file(town: Town) -> None:
    begun = respond(town, "半途的话也要消失", finish=False)
    ended = respond(town, "这句话要消失")
    town.services.asking.refuse("T1", Mode.INTERVIEWER, "李强")
    town.clock.now += timedelta(days=40)
    respond(town, "这句话要留下")
    town.services.office.decide("survey.answers_kept_days", "30")
    due = town.services.retention.due()
    assert due.responses == 2
    town.services.retention.purge(due)
    assert not any(in_the_file(town, words) for words in ("这句话要消失", "半途的话也要消失", ended, begun))
    assert town.services.questionnaire_reports.results(Wanted("T1")).report.returns.returned == 1
    assert town.services.questionnaire_reports.results(Wanted("T1")).report.returns.refusals == 0
    assert town.services.upkeep.check(silent) == ()
    assert not town.services.acts.can_undo
    assert not town.services.retention.due()


@pytest.mark.parametrize(
    ("value", "stands"), [("3650", True), ("3651", False), ("0", False), ("", False), ("九十", False)]
)
def test_days_to_keep_a_number_are_up_to_ten_years(town: Town, value: str, *, stands: bool) -> None:
    name = "survey.contact_kept_days"
    if stands:
        town.services.office.decide(name, value)
    else:
        with pytest.raises(Refused, match=r"setting\.number"):
            town.services.office.decide(name, value)
    assert town.services.office.settings()[name] == (value if stands else DEFAULTS[name])
