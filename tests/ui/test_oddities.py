"""What is odd about a photo is said in few lines, the nearest first."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.domain.errors import Complaint, Place
from inspector.domain.evidence import Oddity
from inspector.ui.oddities import OddNote
from inspector.ui.theme.apply import Look


def like(no: str, bits: int) -> Oddity:
    facts = (("bits", str(bits)), ("other", "b.jpg"), ("other_no", no), ("whose", "before"))
    return Oddity("p1", Complaint("evidence.like-picture", Place(file="a.jpg"), facts), "p2")


def said(note: OddNote) -> list[str]:
    return [text for label in note.findChildren(QLabel) if (text := label.text())]


def test_many_alike_photos_are_said_in_three_lines_and_a_count(qtbot: QtBot, look: Look) -> None:
    note = OddNote()
    qtbot.addWidget(note)
    alone = Oddity("p1", Complaint("evidence.no-time", Place(file="a.jpg")))
    note.show_oddities([like("LX-0001", 8), like("LX-0002", 5), like("LX-0003", 7), like("LX-0004", 6), alone])
    first, second, third, rest = said(note)
    assert "LX-" not in first
    assert "LX-0002" in second
    assert "LX-0004" in third
    assert "2" in rest
    assert all(no in note.toolTip() for no in ("LX-0001", "LX-0003"))


def test_nothing_odd_shows_nothing(qtbot: QtBot, look: Look) -> None:
    note = OddNote()
    qtbot.addWidget(note)
    note.show_oddities([like("LX-0001", 8)])
    assert not note.isHidden()
    note.show_oddities([])
    assert note.isHidden()
    assert note.toolTip() == ""
