"""检查: the page an inspector lives in. Keyboard first; every change is saved the moment it is made."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName
from inspector.domain.sites import SiteKind
from inspector.domain.stored import Changed
from inspector.domain.units import Unit
from inspector.ui.context import Context
from inspector.ui.error_text import said
from inspector.ui.pages.record import keys
from inspector.ui.pages.record.approved_strip import ApprovedStrip
from inspector.ui.pages.record.columns import Columns
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.finishing import Finishing
from inspector.ui.pages.record.foot import Foot
from inspector.ui.pages.record.head import Deeds, RecordHead
from inspector.ui.pages.record.item_editor import ItemEditor
from inspector.ui.pages.record.menu import more_deeds
from inspector.ui.pages.record.panels import Panels
from inspector.ui.pages.record.photos import Photos
from inspector.ui.pages.record.sections import BEFORE, section_of
from inspector.ui.pages.record.strip import Strip
from inspector.ui.pages.record.thumbs import Thumbs
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import Grow, down
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.words.acts import act_state
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
        self.editor = ItemEditor(units, unit_spelling(context, self), context.services.calendar.calendar(), thumbs)
        self.columns = Columns(self.editor, lambda: self._with_desk(self._panels.walk))
        self.photos = Photos(context, self, self.columns, self.editor.form.photos, thumbs)
        self._panels = Panels(context, self.columns, self._units, self._jump)
        self._finishing = Finishing(context, self, self._panels, self._let_go)
        self.head = RecordHead(context.back, self.finish, self._more)
        reopen, summary = self._finishing.reopen, self._finishing.summary
        self.strip = Strip(self.toggle_items, lambda: self._with_desk(reopen), lambda: self._with_desk(summary))
        self.foot = Foot(lambda: self.step(-1), self.go_on, self.finish)
        self._last_shown = ""

        self.approved = ApprovedStrip(context.services.noting)

        self.setLayout(down(self.head, self.strip, self.approved, Grow(self.photos.layers), self.foot, gap=0))

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
        self.approved.show_site(sheet.inspection.site)
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
                self._context.say(tr("Taken back: {act}", act=act_state(word).words))

    def redo(self) -> None:
        """Ctrl+Y."""
        if self.desk and (word := self.desk.redo()):
            self._context.say(tr("Done again: {act}", act=act_state(word).words))

    def escape(self) -> bool:
        """Close the large photo, the panel or the items, whichever is on top."""
        if self.photos.is_large:
            self.photos.close()
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
        self.photos.close()
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

    def add_photos(self, paths: tuple[Path, ...] | None = None) -> None:
        """P, or what was dropped: on an item that did not fail yet a photo says that it does."""
        if self.desk and self.desk.is_open:
            self._flush()
            self.photos.add(self.desk, paths)

    def praise(self) -> None:
        """G: note what was done well."""
        self._with_desk(self._finishing.praise)

    def paste_photo(self) -> None:
        """Ctrl V."""
        if self.desk and self.desk.is_open:
            self._flush()
            self.photos.paste(self.desk)

    def toggle_items(self) -> None:
        """检查项: the items in place of the editor, and back."""
        self.columns.show_items(wanted=not self.columns.are_items_over)

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
        form.photos.opened.connect(lambda key: self._with_desk(lambda desk: self.photos.show_or_close(desk, key)))
        self.photos.changed.connect(self._photos_changed)
        self.photos.closed.connect(self.columns.items.setFocus)
        self.photos.view.removed.connect(self._remove_photo)
        accept_photos(self.columns.right, self.add_photos)

    def step(self, by: int) -> None:
        """The item before or behind."""
        if self.desk:
            self._flush()
            self.desk.step(by)

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
        for line in self.editor.lines:
            line.not_saved()
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
        self.photos.close()
        self._context.say(tr("Photo removed"), self.undo)

    def _photos_changed(self) -> None:
        if self.desk:
            self._context.changed(Changed(frozenset({"photo"})))

    def _choose_section(self, section: str) -> None:
        if section == BEFORE:
            self._with_desk(self._panels.before)
        elif self.desk:
            self.columns.show_editor()
            self.choose_item(self.desk.sheet.entry_of(section))
            self.columns.items.show_section(section)

    def _jump(self, item: str) -> None:
        self.columns.show_editor()
        self.choose_item(item)

    def _more(self) -> Deeds:
        shows, is_open = self._context.preferences.get().show_score, bool(self.desk and self.desk.is_open)
        return more_deeds(self, self._panels, self._finishing, self._with_desk, is_open=is_open, shows_score=shows)

    def _with_desk(self, act: Callable[[Desk], object]) -> None:
        if self.desk:
            self._flush()
            act(self.desk)
            self._show()

    def finish(self) -> None:
        """完成检查."""
        if self.desk and self.desk.is_open:
            self._with_desk(self._finishing.finish)

    def show_photo(self) -> None:
        """Space: the current photo large."""
        self._with_desk(self.photos.show_or_close)

    def zoom(self) -> None:
        """Z."""
        self._with_desk(self.photos.zoom)

    def toggle_score(self) -> None:
        """Hide the score, or show it again; this machine remembers it."""
        self._context.preferences.change(show_score=not self._context.preferences.get().show_score)
        self._show()

    def add_folder(self) -> None:
        """Every photo of a folder."""
        if self.desk and self.desk.is_open:
            self._flush()
            self.photos.add_folder(self.desk)
