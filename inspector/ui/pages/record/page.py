"""检查: the page an inspector lives in. Keyboard first; every change is saved the moment it is made."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.errors import Refused
from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName
from inspector.domain.sites import SiteKind
from inspector.domain.stored import Changed
from inspector.domain.units import Unit
from inspector.ui.context import Context
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.error_text import said
from inspector.ui.pages.record import keys
from inspector.ui.pages.record.columns import Columns
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.foot import Foot
from inspector.ui.pages.record.head import Deeds, RecordHead
from inspector.ui.pages.record.item_editor import ItemEditor
from inspector.ui.pages.record.panel_rows import act_words, before_rows, history_rows, missing_rows
from inspector.ui.pages.record.photos import Photos
from inspector.ui.pages.record.sections import BEFORE, section_of
from inspector.ui.pages.record.side_panel import told_row
from inspector.ui.pages.record.strip import Strip
from inspector.ui.pages.record.thumbs import Thumbs
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, down
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.words.states import mark_verdict


class RecordPage(Page):
    """Opened with `inspection` (its id) and, optionally, `item`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.desk: Desk | None = None
        units = [(unit.id, unit.record.name) for unit in context.services.registers.all(Unit)]
        self._units = dict(units)
        self._kinds = {kind.record.code: kind.record.name for kind in context.services.registers.all(SiteKind)}
        thumbs = Thumbs(context.services.photos.bytes_of)
        self.editor = ItemEditor(units, context.services.calendar.calendar(), thumbs)
        self.columns = Columns(self.editor, self.show_walk)
        self.photos = Photos(context, self, self.editor.form.photos, thumbs)
        self.head = RecordHead(context.back, self.finish, self._more)
        self.strip = Strip(self.toggle_items, self.reopen, self.show_summary)
        self.foot = Foot(lambda: self.step(-1), self.go_on, self.finish)
        self._last_shown = ""

        self._layers = QStackedWidget()
        self._layers.addWidget(self.columns)
        self._layers.addWidget(self.photos.view)
        self.setLayout(down(self.head, self.strip, Grow(self._layers), self.foot, gap=0))

        self._connect()
        self.layout_changed(self.mode)

    def open(self, **where: str) -> None:
        """Show an inspection; standing again where the inspector stood."""
        inspection, item = where.get("inspection", ""), where.get("item", "")
        if self.desk is not None and self.desk.sheet.id == inspection and not item:
            item = self.desk.item
        self._let_go()
        try:
            sheet = self._context.services.recording.sheet(inspection)
        except Refused as refusal:
            self.desk = None
            self._context.complain(refusal)
            return
        self._last_shown = ""
        self.desk = Desk(self._context, self, sheet, item)
        self.desk.shown.connect(self._show)
        self.desk.saved.connect(self.head.saved.saved)
        self.desk.not_saved.connect(self._not_saved)
        self.desk.figure_needed.connect(self._ask_figure)
        if at := self._context.services.acts.saved_at:
            self.head.saved.saved(at)
        self.columns.show_editor()
        self._show()

    def where(self) -> dict[str, str]:
        """The inspection and the item; what was typed is saved before the page goes."""
        self._flush()
        return {"inspection": self.desk.sheet.id, "item": self.desk.item} if self.desk else {}

    def refresh(self, changed: Changed) -> None:
        """Read the sheet anew when others changed something of it."""
        if self.desk is None or self.desk.is_busy or not changed.kinds:
            return
        try:
            self.desk.reload()
        except Refused:  # discarded elsewhere
            self._let_go()
            self._context.back()
            return
        self._show()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Three columns, two, or one."""
        super().layout_changed(mode)
        self.head.arrange(mode)
        self.strip.arrange(mode)
        self.columns.arrange(mode)
        self.foot.arrange(mode)
        if self.desk:
            self._show()

    def shortcuts(self) -> Sequence[PageKey]:
        """The keys of ui.md 6."""
        return keys.page_keys(self)

    def regions(self) -> Sequence[QWidget]:
        """Items, the sections, the editor's first line."""
        return (self.columns.items, self.columns.choice, self.editor.form.text, self.editor.remark)

    def undo(self) -> None:
        """U: take back the last act and stand where it was made."""
        if self.desk:
            self._flush()
            if word := self.desk.undo():
                self._context.say(tr("Taken back: {act}", act=act_words(word)))

    def redo(self) -> None:
        """Ctrl+Y."""
        if self.desk and (word := self.desk.redo()):
            self._context.say(tr("Done again: {act}", act=act_words(word)))

    def escape(self) -> bool:
        """Close the large photo, the panel or the items, whichever is on top."""
        if self._layers.currentWidget() is self.photos.view:
            self.close_photo()
        elif self.columns.is_panel_shown:
            self.columns.show_editor()
        elif self.columns.are_items_over:
            self.columns.show_items(wanted=False)
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving or closing saves what was typed and where the inspector stands."""
        self._flush()
        super().hideEvent(event)

    def judge(self, verdict: Verdict) -> None:
        """1, 2, 3."""
        if self.desk is None or not self.desk.is_open:
            return
        self._flush()
        if self.desk.judge(verdict):
            self.columns.items.setFocus()
            self.photos.take_waiting(self.desk)

    def clear(self) -> None:
        """0: back to 未查."""
        if self.desk and self.desk.is_open and self.desk.item in self.desk.sheet.answers:
            self._flush()
            if self.desk.clear():
                self._context.say(tr("Verdict cleared"), self.undo)

    def pass_rest(self, section: str = "") -> None:
        """Shift 1 and the deed of a band: the rest of the section passes."""
        if self.desk is None or not self.desk.is_open:
            return
        self._flush()
        section = section or section_of(self.desk.sheet, self.desk.item)
        title = next((s.title for s in self.desk.sheet.checklist.sections if s.code == section), "")
        if passed := self.desk.pass_rest(section):
            self._context.say(tr("“{section}”: the other {n} passed", section=title, n=passed), self.undo)

    def go_on(self) -> None:
        """Enter: the next item without a verdict; when there is none, finishing."""
        if self.desk is None:
            return
        self._flush()
        if self._layers.currentWidget() is self.photos.view:
            self.close_photo()
        if not self.desk.open_items or not self.desk.is_open:
            self.step(1)
        else:
            self.desk.go_on()

    def choose_item(self, item: str) -> None:
        """Stand at another item."""
        if self.desk:
            self._flush()
            self.desk.go(item)
            self.columns.show_items(wanted=False)

    def write_note(self) -> None:
        """N: the description of a fail, else the note on the item."""
        if self.desk and self.desk.is_open:
            (self.editor.form.text if self.desk.findings else self.editor.remark).setFocus()

    def phrase(self, number: int) -> None:
        """A to E."""
        if self.desk and self.desk.is_open and self.desk.findings:
            self._flush()
            self.editor.form.phrases.press(number)

    def show_photo(self, key: str = "") -> None:
        """Space: the current photo large."""
        if self._layers.currentWidget() is self.photos.view:
            self.close_photo()
        elif self.desk and self.photos.show_large(self.desk, key, self._today()):
            self._layers.setCurrentWidget(self.photos.view)

    def close_photo(self) -> None:
        """Back to the item."""
        self._layers.setCurrentWidget(self.columns)
        self.photos.view.let_go()
        self.columns.items.setFocus()

    def zoom(self) -> None:
        """Z: the large photo larger; first it becomes large."""
        if self._layers.currentWidget() is self.photos.view:
            self.photos.view.canvas.toggle()
        else:
            self.show_photo()

    def step_photo(self, by: int) -> None:
        """Left and right in the large view."""
        if self._layers.currentWidget() is self.photos.view:
            self.photos.view.step(by)

    def add_photos(self, paths: tuple[Path, ...] | None = None) -> None:
        """P, or what was dropped: on an item that did not fail yet a photo says that it does."""
        if self.desk and self.desk.is_open:
            self._flush()
            self.photos.add(self.desk, paths)

    def paste_photo(self) -> None:
        """Ctrl V."""
        if self.desk and self.desk.is_open:
            self._flush()
            self.photos.paste(self.desk)

    def show_walk(self) -> None:
        """走法 where it has no card of its own."""
        if self.desk:
            self.columns.panel.show_rows(
                tr("Walk rule"), [told_row(self.desk.sheet.checklist.walk, "", icon="footprints")]
            )
            self.columns.show_panel()

    def toggle_items(self) -> None:
        """检查项: the items in place of the editor, and back."""
        self.columns.show_items(wanted=not self.columns.are_items_over)

    def show_before(self) -> None:
        """上次未整改."""
        if self.desk:
            rows = before_rows(self.desk.sheet, self._units, self._today(), self._jump)
            self.columns.panel.show_rows(tr("Open last time"), rows)
            self.columns.show_panel()
            self._show()

    def show_history(self) -> None:
        """Who changed the inspection, when and why."""
        if self.desk:
            events = self._context.services.ledger.history(self.desk.sheet.id)
            self.columns.panel.show_rows(tr("History"), history_rows(events, self._today()))
            self.columns.show_panel()

    def finish(self) -> None:
        """完成检查: at once when nothing is missing, else first what is."""
        if self.desk is None or not self.desk.is_open:
            return
        self._flush()
        missing = self._context.services.inspections.missing(self.desk.sheet.id)
        if not missing:
            self._finish_now()
            return
        rows = missing_rows(self.desk.sheet, missing, self._jump)
        hard = any(one.hard for one in missing)
        deed = [] if hard else [filled(tr("Finish all the same"), self._finish_now, icon="check")]
        self.columns.panel.show_rows(tr("Before finishing"), rows, deed)
        self.columns.show_panel()
        self._show()

    def reopen(self) -> None:
        """Open a finished inspection again, with a reason."""
        ReasonDialog(
            self,
            tr("Reopen this inspection"),
            tr("Both versions are kept. Findings already dispatched stay dispatched."),
            tr("Reopen"),
            lambda reason: self._inspection_act(lambda i: self._context.services.inspections.reopen(i, reason)),
        ).open()

    def discard(self) -> None:
        """Lay the unfinished inspection with its findings into the trash, with a reason."""
        ReasonDialog(
            self,
            tr("Discard this inspection"),
            tr("The inspection and its findings go to the trash."),
            tr("Discard"),
            self._discard_now,
        ).open()

    def _connect(self) -> None:
        editor, form = self.editor, self.editor.form
        self.columns.items.chosen.connect(self.choose_item)
        self.columns.items.rest_passes.connect(self.pass_rest)
        self.columns.section_chosen.connect(self._choose_section)
        self.columns.editor_shown.connect(self._show)
        editor.question.judged.connect(self._judge_by_mark)
        editor.figures.given.connect(self._figure)
        editor.figures.left.connect(self._figure_done)
        editor.remark.typed.connect(lambda text: self.desk and self.desk.remark(self.desk.item, text))
        form.described.connect(lambda text: self.desk and self.desk.describe(text))
        form.located.connect(lambda text: self.desk and self.desk.locate(text))
        form.required.connect(lambda text: self.desk and self.desk.require(text))
        form.assigned.connect(self._assign)
        form.due.connect(lambda day, limit: self.desk and self.desk.set_deadline(day, limit))
        form.another.connect(lambda: self.desk and self.desk.add_finding())
        form.removed.connect(self._remove_finding)
        form.picked.connect(self._pick_finding)
        form.photos.add_wanted.connect(self.add_photos)
        form.photos.opened.connect(self.show_photo)
        self.photos.changed.connect(self._photos_changed)
        self.photos.view.closed.connect(self.close_photo)
        self.photos.view.removed.connect(self._remove_photo)
        accept_photos(self.columns.right, self.add_photos)

    def step(self, by: int) -> None:
        """The item before or behind."""
        if self.desk:
            self._flush()
            self.desk.step(by)

    def show_summary(self) -> None:
        """The figures of this inspection."""
        if self.desk:
            self._context.go("summary", inspection=self.desk.sheet.id)

    def _show(self) -> None:
        desk = self.desk
        if desk is None:
            return
        kind = self._kinds.get(desk.sheet.site.kind, desk.sheet.site.kind)
        self.head.show_desk(desk, kind, show_score=self._context.preferences.get().show_score)
        self.strip.show_desk(desk)
        self.columns.show_sheet(desk.sheet, desk.item)
        self.editor.show_desk(desk, self._today())
        self.photos.show_desk(desk)
        self._show_last(desk)
        codes = [item.code for item in desk.sheet.items]
        where = f"{desk.item} · {codes.index(desk.item) + 1}/{len(codes)}"
        leads = self.columns.panel_leads
        self.head.lead(is_next_step=desk.is_open and not desk.open_items and not leads)
        self.foot.show_state(where, is_done=not desk.open_items, is_open=desk.is_open and not leads)

    def _show_last(self, desk: Desk) -> None:
        key = f"{desk.sheet.id}/{desk.item}"
        if desk.verdict is None and key != self._last_shown:
            self._last_shown = key
            result = self._context.services.recording.last_result(desk.sheet.id, desk.item)
            self.editor.show_last(result, self._today())

    def _flush(self) -> None:
        """Save what was typed and not saved yet."""
        if self.desk and self.desk.is_open:
            self.editor.flush()
            self.desk.leave()

    def _let_go(self) -> None:
        if self.desk is not None:
            self.desk.deleteLater()
            self.desk = None

    def _today(self) -> date:
        return self._context.services.acts.today()

    def _not_saved(self, error: Exception) -> None:
        """A refusal is told; what the disk refused stays in the head until it could be saved."""
        self._context.complain(error)
        if not isinstance(error, Refused) or error.complaint.code.startswith("workspace."):
            self.head.saved.failed(
                tr("Not saved: {why}", why=said(error).happened), lambda: self._context.complain(error)
            )

    def _ask_figure(self) -> None:
        self.editor.figures.ask(tr("Give the figure, the verdict follows from it"))

    def _judge_by_mark(self, mark: MarkKind) -> None:
        if verdict := mark_verdict(mark):
            self.judge(verdict)

    def _figure(self, name: str, value: float | None) -> None:
        if self.desk and self.desk.figure(FigureName(name), value):
            self.photos.take_waiting(self.desk)

    def _figure_done(self) -> None:
        """Enter in a figure field: on when the item passed, else to what follows from a fail."""
        self.columns.items.setFocus()
        if self.desk and self.desk.verdict is Verdict.PASS:
            self.desk.go_on()

    def _assign(self, unit: str, co_units: tuple[str, ...]) -> None:
        if self.desk and self.desk.assign(unit, co_units):
            self._context.say(tr("Unit changed"), self.undo)

    def _remove_finding(self) -> None:
        if self.desk and self.desk.remove_finding():
            self._context.say(tr("Finding removed"), self.undo)

    def _pick_finding(self, finding: str) -> None:
        self._flush()
        if self.desk:
            self.desk.show_finding(finding)

    def _remove_photo(self, photo: str) -> None:
        desk = self.desk
        if desk is None or not desk.save(lambda: self._context.services.photos.remove(photo)):
            return
        self.close_photo()
        self._context.say(tr("Photo removed"), self.undo)

    def _photos_changed(self) -> None:
        if self.desk:
            self._context.changed(Changed(frozenset({"photo"})))

    def _choose_section(self, section: str) -> None:
        if section == BEFORE:
            self.show_before()
        elif self.desk:
            self.columns.show_editor()
            shown = next(s for s in self.desk.sheet.checklist.sections if s.code == section)
            first_open = next((i for i in shown.items if not self.desk.sheet.is_done(i.code)), shown.items[0])
            self.choose_item(first_open.code)
            self.columns.items.show_section(section)

    def _jump(self, item: str) -> None:
        self.columns.show_editor()
        self.choose_item(item)

    def _more(self) -> Deeds:
        shows = self._context.preferences.get().show_score
        score = (tr("Hide the score") if shows else tr("Show the score"), self.toggle_score)
        history = (tr("History"), self.show_history)
        summary = (tr("See the summary"), self.show_summary)
        if self.desk and self.desk.is_open:
            folder = (tr("Add a folder of photos"), self.add_folder)
            finish = (tr("Finish the inspection"), self.finish)
            return (finish, folder, score, summary, history, (tr("Discard this inspection"), self.discard))
        return ((tr("Reopen"), self.reopen), score, summary, history)

    def toggle_score(self) -> None:
        """Hide the score, or show it again; this machine remembers it."""
        self._context.preferences.change(show_score=not self._context.preferences.get().show_score)
        self._show()

    def add_folder(self) -> None:
        """Every photo of a folder."""
        if self.desk and self.desk.is_open:
            self._flush()
            self.photos.add_folder(self.desk)

    def _finish_now(self) -> None:
        if self._inspection_act(self._context.services.inspections.finish):
            self.show_summary()

    def _discard_now(self, reason: str) -> None:
        if self.desk is None:
            return
        inspection = self.desk.sheet.id
        try:
            changed = self._context.services.inspections.discard(inspection, reason)
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._let_go()
        self._context.changed(changed)
        self._context.back()

    def _inspection_act(self, act: Callable[[str], Changed]) -> bool:
        desk = self.desk
        return desk is not None and desk.save(lambda: act(desk.sheet.id))
