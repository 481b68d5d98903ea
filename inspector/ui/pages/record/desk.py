"""What the inspector works on: the sheet, the item, the finding. Each change is one use case and is saved at once."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.checklists import Item
from inspector.domain.errors import Refused
from inspector.domain.findings import Finding
from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName, figures_for
from inspector.domain.stored import Changed, Stored
from inspector.services.acts import Undone
from inspector.services.sheets import Sheet
from inspector.ui.context import Context

_PLACE_AFTER_MS = 400


class Desk(QObject):
    """`shown` tells that something to be seen changed, `saved` when it was saved, `not_saved` why not,
    `figure_needed` that a number has to be given before this verdict."""

    shown = Signal()
    saved = Signal(datetime)
    not_saved = Signal(Exception)
    figure_needed = Signal()

    def __init__(self, context: Context, owner: QObject, sheet: Sheet, item: str) -> None:
        super().__init__(owner)
        self._context = context
        self._recording = context.services.recording
        self.is_busy = False
        self.sheet = sheet
        self.item = item if sheet.checklist.item(item) else self._first()
        self.finding = self._first_finding()
        self._place = QTimer(self, singleShot=True, interval=_PLACE_AFTER_MS)
        self._place.timeout.connect(self.keep_place)

    @property
    def known(self) -> Item:
        """The current item of the checklist."""
        found = self.sheet.checklist.item(self.item)
        if found is None:
            raise LookupError(self.item)
        return found

    @property
    def findings(self) -> tuple[Stored[Finding], ...]:
        """The findings of the current item."""
        return self.sheet.findings.get(self.item, ())

    @property
    def is_open(self) -> bool:
        """It can still be recorded in."""
        return self.sheet.inspection.finished_at is None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the current item."""
        conclusion = self.sheet.conclusions.get(self.item)
        return conclusion.verdict if conclusion else None

    @property
    def is_answered(self) -> bool:
        """Something was given on the current item, be it not enough for a verdict; a note alone is nothing."""
        answer = self.sheet.answers.get(self.item)
        return answer is not None and answer.is_given

    @property
    def open_items(self) -> int:
        """How many items have no verdict."""
        return self.sheet.score.whole.not_checked

    def reload(self) -> None:
        """Read the sheet anew. Raises `Refused("inspection.missing")`."""
        self.sheet = self._recording.sheet(self.sheet.id)
        if self.finding not in {found.id for found in self.findings}:
            self.finding = self._first_finding()

    def go(self, item: str) -> None:
        """Stand at another item."""
        if item and item != self.item and self.sheet.checklist.item(item):
            self.item = item
            self.finding = self._first_finding()
            self._place.start()
            self.shown.emit()

    def step(self, by: int) -> None:
        """The item before or behind."""
        codes = [item.code for item in self.sheet.items]
        self.go(codes[max(0, min(len(codes) - 1, codes.index(self.item) + by))])

    def go_on(self) -> bool:
        """The next item without a verdict; False when all have one."""
        following = self.sheet.next_unrated(self.item)
        self.go(following)
        return bool(following)

    def judge(self, verdict: Verdict) -> bool:
        """Judge the current item; after 合格 and 不适用 the next unrated one comes. False when a figure is needed."""
        if self.verdict is verdict:
            return True
        if verdict is not Verdict.NOT_APPLICABLE and figures_for(self.known.judging, verdict) is None:
            self.figure_needed.emit()
            return False
        item = self.item
        done = self.save(lambda: self._recording.judge(self.sheet.id, item, verdict), show=False)
        if not done or verdict is Verdict.FAIL or not self.go_on():
            self.shown.emit()
        return done

    def clear(self) -> bool:
        """Back to 未查."""
        return self.save(lambda: self._recording.clear(self.sheet.id, self.item))

    def pass_rest(self, section: str) -> int:
        """其余都合格 in a section; how many items passed."""
        passed = 0

        def act() -> Changed:
            nonlocal passed
            passed, changed = self._recording.pass_rest(self.sheet.id, section)
            return changed

        self.save(act, show=False)
        if self.verdict is None or not self.go_on():
            self.shown.emit()
        return passed

    def figure(self, name: FigureName, value: float | None) -> bool:
        """One raw figure of the current item."""
        return self.save(lambda: self._recording.figure(self.sheet.id, self.item, name, value))

    def remark(self, item: str, text: str) -> bool:
        """A note on an item."""
        return self.save(lambda: self._recording.remark(self.sheet.id, item, text))

    def describe(self, text: str) -> bool:
        """存在问题 of the shown finding."""
        return self._edit(lambda finding: self._recording.describe(finding, text))

    def locate(self, text: str) -> bool:
        """具体位置 of the shown finding."""
        return self._edit(lambda finding: self._recording.locate(finding, text))

    def require(self, text: str) -> bool:
        """整改要求 of the shown finding."""
        return self._edit(lambda finding: self._recording.require(finding, text))

    def assign(self, unit: str, co_units: Sequence[str]) -> bool:
        """责任单位 and 配合单位 of the shown finding."""
        return self._edit(lambda finding: self._recording.assign(finding, unit, co_units))

    def set_deadline(self, day: date | None, limit: str) -> bool:
        """整改期限 of the shown finding."""
        return self._edit(lambda finding: self._recording.set_deadline(finding, day, limit))

    def add_finding(self) -> bool:
        """Another finding of the item; it is shown."""
        added = ""

        def act() -> Changed:
            nonlocal added
            added, changed = self._recording.add_finding(self.sheet.id, self.item)
            return changed

        done = self.save(act, show=False)
        self.finding = added or self.finding
        self.shown.emit()
        return done

    def remove_finding(self) -> bool:
        """Take the shown finding away; the last one of an item stays."""
        return self._edit(self._recording.remove_finding)

    def show_finding(self, finding: str) -> None:
        """Show another of the item's findings."""
        self.finding = finding
        self.shown.emit()

    def undo(self) -> str:
        """Take back the last act of the session and stand where it was made; returns its word, "" for none."""
        return self._turn_back(self._context.services.acts.undo)

    def redo(self) -> str:
        """Do again what was taken back."""
        return self._turn_back(self._context.services.acts.redo)

    def save(self, act: Callable[[], Changed], *, show: bool = True) -> bool:
        """Do and save one act, read what follows from it and tell everybody. False when it could not be saved."""
        self.is_busy = True
        try:
            changed = act()
            self.reload()
        except (Refused, OSError) as error:
            self.not_saved.emit(error)
            return False
        else:
            self._tell_saved()
            self._context.changed(changed)
        finally:
            self.is_busy = False
        if show:
            self.shown.emit()
        return True

    def keep_place(self) -> None:
        """Remember on this laptop where the inspector stands."""
        self._place.stop()
        if self.is_open:
            try:
                self._recording.stand_at(self.sheet.id, self.item)
            except Refused as error:
                self.not_saved.emit(error)

    def leave(self) -> None:
        """Remember the place now, if it is not remembered yet."""
        if self._place.isActive():
            self.keep_place()

    def _edit(self, act: Callable[[str], Changed]) -> bool:
        finding = self.finding
        return bool(finding) and self.save(lambda: act(finding))

    def _turn_back(self, turn: Callable[[], Undone | None]) -> str:
        before = self.sheet
        word = ""

        def act() -> Changed:
            nonlocal word
            undone = turn()
            if undone is None:
                return Changed()
            word = undone.act
            return undone.changed

        self.save(act, show=False)
        touched = _touched(before, self.sheet)
        if touched and touched != self.item:
            self.go(touched)
        else:
            self.shown.emit()
        return word

    def _tell_saved(self) -> None:
        at = self._context.services.acts.saved_at
        if at is not None:
            self.saved.emit(at)

    def _first(self) -> str:
        if self.sheet.checklist.item(self.sheet.here):
            return self.sheet.here
        return self.sheet.next_unrated("") or next((item.code for item in self.sheet.items), "")

    def _first_finding(self) -> str:
        return next((found.id for found in self.findings), "")


def _touched(before: Sheet, after: Sheet) -> str:
    """The first item on which two sheets differ."""
    for item in after.items:
        code = item.code
        if before.answers.get(code) != after.answers.get(code) or before.findings.get(code) != after.findings.get(code):
            return code
        ids = [found.id for found in after.findings.get(code, ())]
        if any(before.photos.get(each) != after.photos.get(each) for each in ids):
            return code
    return ""
