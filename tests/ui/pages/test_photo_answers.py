"""Photos as answers and turns of a repeat, asked in the window: taken, taken away, brought back, shown, gone."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.domain.questionnaires.photo_answers import photo_sha, photos_in
from inspector.domain.questionnaires.responses import Mode
from inspector.exchange.drawn_photos import draw_photo
from inspector.exchange.xlsform_reading import read_xlsform
from inspector.services.asking import Asking
from inspector.services.questionnaire_reports import Wanted
from inspector.services.retention import Due
from inspector.ui.jobs import Jobs
from inspector.ui.pages.questionnaires.photo_answer import PhotoAnswer
from inspector.ui.pages.questionnaires.report.photo_card import PhotoCard
from inspector.ui.theme.apply import Look
from tests.exchange.xlsforms import question as row
from tests.exchange.xlsforms import write_xlsform
from tests.services.issuing import silent
from tests.ui.pages.surveying import Surveyor, surveyor_at_work

Key = Qt.Key
CHOICES = (("list_name", "name", "label"), ("s", "5", "很满意"))
ROWS = (
    row("image", "Q1", "请拍一张"),
    row("begin_repeat", "kin", "家人"),
    row("integer", "age", "年龄"),
    row("end_repeat"),
    row("text", "Q2", "意见"),
)


@pytest.fixture
def surveyor(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Surveyor]:
    with surveyor_at_work(qtbot, look, jobs, tmp_path) as made:
        made.town.services.questionnaires.publish(
            read_xlsform(write_xlsform(tmp_path / "form.xlsx", ROWS, CHOICES)).form
        )
        yield made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "puddle.jpg"
    file.write_bytes(draw_photo("puddle", 3, size=(1200, 900)))
    return file


def pictures(surveyor: Surveyor) -> int:
    with surveyor.town.services.acts.reading() as view:
        return sum(1 for _ in view.contents.photo_hashes())


def asked_for_photo(surveyor: Surveyor) -> PhotoAnswer:
    surveyor.go("asking", code="T1", mode="interviewer", interviewer="王敏")
    surveyor.press(Key.Key_Return)
    shown = surveyor.asking.side.pad.photo
    assert shown is not None
    return shown


def begun(surveyor: Surveyor) -> Asking:
    walk = surveyor.asking.interview.walk
    assert walk is not None
    return walk.asking


def with_photo(surveyor: Surveyor, photo: Path) -> str:
    """A response with one photo, ended; its id."""
    shown = asked_for_photo(surveyor)
    shown.take(photo)
    surveyor.settle()
    response = begun(surveyor).id
    for _ in range(3):
        surveyor.press(Key.Key_Return)
    assert surveyor.asking.interview.saved == 1
    return response


def test_a_photo_is_chosen_by_key_shown_changed_and_taken_away(surveyor: Surveyor, photo: Path, tmp_path: Path) -> None:
    shown = asked_for_photo(surveyor)
    shown.choose_one = lambda _parent: photo
    surveyor.press(Key.Key_1)
    surveyor.settle()
    walk = surveyor.asking.interview.walk
    assert walk is not None
    assert walk.question is not None
    assert photo_sha(walk.question.answer)
    shown.answered.emit("")
    assert walk.question.answer == ""
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    shown.take(broken)
    surveyor.settle()
    assert "broken.jpg" in shown.problem.text()
    assert walk.question.answer == ""


def test_a_photo_keeps_neither_time_nor_place_and_goes_with_the_response_that_is_forgotten(
    surveyor: Surveyor, photo: Path
) -> None:
    before = pictures(surveyor)
    asked_for_photo(surveyor).take(photo)
    surveyor.settle()
    assert pictures(surveyor) == before + 1
    services = surveyor.town.services
    (sha,) = photos_in(repr(begun(surveyor).run.state()))
    assert b"Exif" not in services.answer_photos.read(sha)
    again = services.asking.resume(begun(surveyor).id)
    assert again.photos == {sha}
    surveyor.asking.drop.click()
    assert pictures(surveyor) == before


def test_photos_are_counted_in_the_results_and_lie_beside_raw_data_as_kobotoolbox_lays_them(
    surveyor: Surveyor, photo: Path, tmp_path: Path
) -> None:
    response = with_photo(surveyor, photo)
    surveyor.go("questionnaire_report", code="T1")
    card = surveyor.report.findChild(PhotoCard)
    assert card is not None
    surveyor.settle()
    assert len(card.buttons) == 1
    services = surveyor.town.services
    raw = tmp_path / "raw.csv"
    services.questionnaire_reports.raw_data(Wanted("T1"), raw)
    beside = services.answer_photos.write(Wanted("T1"), raw)
    assert beside == tmp_path / "raw-attachments.zip"
    with zipfile.ZipFile(beside) as package:
        (name,) = package.namelist()
        assert package.read(name)[:2] == b"\xff\xd8"
    assert name.startswith(f"attachments/T1/{response}/")
    assert name.rpartition("/")[2] in raw.read_text("utf-8-sig")


def test_a_purge_takes_the_photos_of_responses_and_leaves_those_somebody_else_names(
    surveyor: Surveyor, photo: Path
) -> None:
    before = pictures(surveyor)
    with_photo(surveyor, photo)
    services, tomorrow = surveyor.town.services, surveyor.town.clock.now.date().replace(month=12)
    again = services.asking.begin("T1", Mode.INTERVIEWER)
    other = services.asking.keep_photo(again, (photo.name, photo))
    services.retention.purge(Due(0, 1, None, services.acts.today()))  # nothing is older than today
    assert pictures(surveyor) == before + 1
    with services.acts.doing("answer-given") as writing:
        writing.erase_responses(writing.responses.ended_before(tomorrow))
    assert services.asking.photo(other)
    services.asking.drop(again)
    assert pictures(surveyor) == before
    assert services.upkeep.check(silent) == ()


def test_a_turn_is_taken_away_and_brought_back_with_its_answers(surveyor: Surveyor) -> None:
    asked_for_photo(surveyor)
    page = surveyor.asking
    surveyor.press(Key.Key_Return)
    assert page.side.turns.drop.isHidden()  # the only one stays
    write(surveyor, "44")
    page.side.turns.more.click()
    write(surveyor, "8")
    walk = page.interview.walk
    assert walk is not None
    ages = [spot for spot in walk.spots if spot.turns]
    page.list.chosen.emit(ages[0])
    page.side.turns.drop.click()
    assert [walk.run.text(spot) for spot in walk.spots if spot.turns] == ["8"]
    assert walk.question is not None
    assert walk.question.answer == "8"
    surveyor.window.undo()
    assert [walk.run.text(spot) for spot in walk.spots if spot.turns] == ["44", "8"]
    page.side.turns.drop.click()
    resumed = surveyor.town.services.asking.resume(walk.asking.id)
    assert [resumed.run.text(spot) for spot in resumed.run.spots() if spot.turns] == ["8"]
    write(surveyor, "9")
    assert page.side.turns.back.isHidden()  # an answer since: what was taken away stays away


def write(surveyor: Surveyor, words: str) -> None:
    field = surveyor.asking.side.pad.field
    assert field is not None
    field.setText(words)  # type: ignore[union-attr]
    surveyor.asking._kept_what_is_written()
