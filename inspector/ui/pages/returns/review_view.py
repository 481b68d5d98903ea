"""Going through what came back: groups, cards, what is left over, and the one step that takes it in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.returns import FilePreview
from inspector.services.return_report import lost_complaint
from inspector.ui.pages.returns.card_layout import Note
from inspector.ui.pages.returns.card_list import CardList
from inspector.ui.pages.returns.leftovers import Later, Leftovers
from inspector.ui.pages.returns.review import Group, Review
from inspector.ui.pages.returns.sums import picture_sum, row_sum
from inspector.ui.pages.returns.words import complaint_words
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import metrics
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import button, filled, outlined
from inspector.ui.widgets.empty_state import nothing_found
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.foot_bar import key_hints
from inspector.ui.widgets.labels import ElidingLabel, icon_label, wrapping
from inspector.ui.widgets.thumbnails import Thumbnails

_MOST_LOST = 8


class ReviewView(QWidget):
    """`apply_wanted` and `aside_wanted` are the two ways out."""

    apply_wanted = Signal()
    aside_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails, later: Later) -> None:
        super().__init__()
        self._mode = LayoutMode.WIDE
        self._review: Review | None = None
        self._file: FilePreview | None = None
        self.group: Group | None = None
        self._beside = False
        self.chips = {group: self._chip(group) for group in (None, *_ORDER)}
        self.left_button = button("", "chip", self.toggle_leftovers)
        self.left_button.setCheckable(True)
        self.rows_words = wrapping("", "sm", "text2")
        self.cards = CardList(thumbnails)
        self.leftovers = Leftovers(thumbnails, later)
        self.said = ElidingLabel("", "sm", "text2")
        self.aside = outlined(tr("Put aside"), self.aside_wanted.emit)
        self.apply = filled(tr("Take in {n}", n=0), self.apply_wanted.emit, icon="check", keys="Ctrl Enter")

        chips = flowing(*self.chips.values(), self.left_button)
        strip = sheet(down(chips, self.rows_words, gap=6, margins=(24, 8, 24, 8)), "head")
        self._nothing = nothing_found(tr("No rows in this group"), tr("Show all"), lambda: self.show_group(None))
        self._list = QWidget()
        self._list.setLayout(down(Grow(self.cards), self._nothing, margins=(24, 12, 12, 0)))
        self.keys = key_hints(
            [("Y X", tr("Take or leave")), ("F6", tr("What is left over")), ("Ctrl Enter", tr("Take it in"))]
        )
        foot = across(
            icon_label("info", "text2", 18), Grow(self.said), self.keys, self.aside, self.apply,
            gap=8, margins=(24, 6, 24, 6),
        )  # fmt: skip
        middle = across(Grow(self._list), self.leftovers, gap=0)
        self.setLayout(down(strip, Grow(middle), sheet(foot, "foot"), gap=0))

    def show_file(self, review: Review, file: FilePreview) -> None:
        """Show a file of the review as things stand."""
        other = file is not self._file
        self._review, self._file = review, file
        if other:
            self.group = None
        count = review.count(file)
        for group, chip in self.chips.items():
            _say(chip, _chip_words(group, len(file.rows) if group is None else count[group]))
            chip.setChecked(group is self.group)
        self.rows_words.setText("   ".join([row_sum(review, file), picture_sum(review, file)]))
        notes = self._notes(file) if self.group is None else []
        self.cards.show_cards(review, [*notes, *review.rows(file, self.group)])
        self.leftovers.show_file(review, file)
        number, photos = review.answers, sum(review.pictures(one).attached for one in review.preview.files)
        self.apply.setText(" " + tr("Take in {n}", n=number))
        self.apply.setEnabled(bool(number))
        words = [tr("Answers taken in: {n}, photos: {m}", n=number, m=photos)] if number else [tr("Nothing to take in")]
        if review.undecided:
            words.append(tr("{n} to decide stay as they are", n=review.undecided))
        if number:
            words.append(tr("all of it can be taken back"))
        self.said.setText(tr("; ").join(words))
        self._lay_out()

    def show_group(self, group: Group | None) -> None:
        """Show one group only, or all."""
        self.group = group
        if self._review and self._file:
            self.show_file(self._review, self._file)

    def take_form(self, mode: LayoutMode) -> None:
        """What is left over stands beside the cards, or comes when asked for."""
        self._mode = mode
        self.keys.setVisible(mode is LayoutMode.WIDE)  # else no room; the ? dialog has them
        self._lay_out()

    def toggle_leftovers(self) -> None:
        """Show or fold away what is left over, where it has no place of its own."""
        self._beside = not self._beside
        self._lay_out()

    @property
    def leftovers_cover(self) -> bool:
        """Whether what is left over lies over the cards now."""
        return self._mode is not LayoutMode.WIDE and self._beside

    def _lay_out(self) -> None:
        any_left = bool(
            self._review and self._file and (self._review.left(self._file) or self._review.unknown(self._file))
        )
        waiting = self._review.to_place(self._file) if self._review and self._file else 0
        wide = self._mode is LayoutMode.WIDE
        if not any_left:
            self._beside = False
        self.left_button.setVisible(any_left and not wide)
        _say(self.left_button, tr("Without an owner {n}", n=waiting))
        self.left_button.setChecked(self._beside)
        one = self._mode is LayoutMode.ONE
        self.leftovers.take_width(whole=one)
        self.leftovers.setVisible(any_left and (wide or self._beside))
        self._list.setVisible(not (one and self._beside))
        empty = not self.cards.model().rowCount()
        self.cards.setVisible(not empty)
        self._nothing.setVisible(empty)

    def _notes(self, file: FilePreview) -> list[Note]:
        lost = [complaint_words(lost_complaint(file.file.path.name, one)) for one in file.file.lost[:_MOST_LOST]]
        if len(file.file.lost) > _MOST_LOST:
            lost.append(
                tr("{n} more pictures cannot be taken out; the report names them", n=len(file.file.lost) - _MOST_LOST)
            )
        return [Note(words) for words in (*map(complaint_words, file.file.complaints), *lost)]

    def _chip(self, group: Group | None) -> QPushButton:
        def act() -> None:
            self.show_group(None if self.group is group else group)

        made = button("", "chip", act)
        made.setCheckable(True)
        return made


_ORDER = (Group.DECIDE, Group.ACCEPTED, Group.UNCHANGED, Group.REFUSED)


def _say(chip: QPushButton, words: str) -> None:
    """A chip that is on speaks in bold, which needs more room."""
    chip.setText(words)
    chip.setMinimumWidth(metrics("base", bold=True).horizontalAdvance(words) + current().gap(12) * 2)


def _chip_words(group: Group | None, number: int) -> str:
    return {
        None: tr("All {n}", n=number),
        Group.DECIDE: tr("You decide {n}", n=number),
        Group.ACCEPTED: tr("Taken {n}", n=number),
        Group.UNCHANGED: tr("Unchanged {n}", n=number),
        Group.REFUSED: tr("Refused {n}", n=number),
    }[group]
