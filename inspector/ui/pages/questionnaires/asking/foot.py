"""The foot while a person is asked, and between two persons: its keys and the way on."""

from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.questionnaires.responses import Mode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.foot_bar import FootBar


class AskingFoot(QWidget):
    """One of two bars: `drop` and `go_on` stand in the one while somebody is asked, `begin` in the other."""

    def __init__(self, begin: QPushButton, go_on: QPushButton, drop: QPushButton) -> None:
        super().__init__()
        refused, call_back = ("R", tr("Refusal")), ("C", tr("Call back"))
        keys = [("1-9", tr("Answer")), ("Enter", tr("Next question")), ("⌫", tr("Previous question"))]
        self.asked = FootBar([*keys, refused, call_back], drop, go_on)
        self.between = FootBar([("Enter", tr("Begin with this person")), refused, call_back], begin)
        self.setLayout(down(self.asked, self.between, gap=0))

    def show_state(self, mode: Mode, *, busy: bool, narrow: bool) -> None:
        """`busy` while somebody is asked; a `narrow` foot has no room for keys, the ? dialog has them."""
        for bar, shown in ((self.asked, busy), (self.between, not busy)):
            bar.setVisible(shown)
            bar.hints.setVisible(not narrow)
            bar.show_hint("R", on=mode is not Mode.PAPER)
