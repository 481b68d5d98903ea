"""检查: the page an inspector lives in. Keyboard first; every change is saved the moment it is made."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.domain.sites import SiteKind
from inspector.domain.stored import Changed
from inspector.domain.units import Unit
from inspector.ui.context import Context
from inspector.ui.error_text import said
from inspector.ui.pages.record import keys
from inspector.ui.pages.record.approved_strip import ApprovedStrip
from inspector.ui.pages.record.columns import Columns
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.finding_deeds import FindingDeeds
from inspector.ui.pages.record.finishing import Finishing
from inspector.ui.pages.record.foot import Foot
from inspector.ui.pages.record.head import Deeds, RecordHead
from inspector.ui.pages.record.item_editor import ItemEditor
from inspector.ui.pages.record.judging import Judging
from inspector.ui.pages.record.menu import more_deeds
from inspector.ui.pages.record.panels import Panels
from inspector.ui.pages.record.photo_deeds import PhotoDeeds
from inspector.ui.pages.record.photos import Photos
from inspector.ui.pages.record.sections import BEFORE
from inspector.ui.pages.record.strip import Strip
from inspector.ui.pages.record.thumbs import Thumbs
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import Grow, down
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.words.acts import act_state


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
        self.columns = Columns(self.editor, lambda: self.with_desk(self._panels.walk))
        self.photos = Photos(context, self, self.columns, self.editor.form.photos, thumbs)
        self.judging = Judging(context, self, self.columns, self.editor, self.photos)
        self.photo_deeds = PhotoDeeds(context, self, self.editor.form.photos, self.photos)
        self._findings = FindingDeeds(context, self, self.editor.form)
        self._panels = Panels(context, self.columns, self._units, self.choose_item)
        self._finishing = Finishing(context, self, self._panels, self._let_go)
        self.head = RecordHead(context.back, self.finish, self._more)
        reopen, summary = self._finishing.reopen, self._finishing.summary
        self.strip = Strip(self.toggle_items, lambda: self.with_desk(reopen), lambda: self.with_desk(summary))
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
        self.desk.figure_needed.connect(self.judging.ask_figure)
        if at := self._context.services.acts.saved_at:
            self.head.saved.saved(at)
        self.approved.show_site(sheet.inspection.site)
        self.columns.show_editor()
        self._show()

    def where(self) -> dict[str, str]:
        """The inspection and the item; what was typed is saved before the page goes."""
        self.flush()
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
        return keys.page_keys(self, self.judging, self.photo_deeds)

    def regions(self) -> Sequence[QWidget]:
        """Items, the sections, the editor's first line."""
        return (self.columns.items, self.columns.choice, self.editor.form.text, self.editor.remark)

    def undo(self) -> None:
        """U: take back the last act and stand where it was made."""
        if self.desk:
            self.flush()
            self.photos.close()
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
        self.flush()
        super().hideEvent(event)

    def go_on(self) -> None:
        """Enter: the next item without a verdict; when there is none, finishing."""
        if self.desk is None:
            return
        self.flush()
        self.photos.close()
        self.columns.uncover()
        if not self.desk.open_items or not self.desk.is_open:
            self.step(1)
        else:
            self.desk.go_on()

    def choose_item(self, item: str) -> None:
        """Stand at another item."""
        if self.desk:
            self.flush()
            self.desk.go(item)
            self.columns.uncover()

    def write_note(self) -> None:
        """N: the description of a fail, else the note on the item."""
        if self.desk and self.desk.is_open:
            self.columns.uncover()
            line = self.editor.form.text if self.desk.findings else self.editor.remark
            line.setFocus()
            line.setCursorPosition(len(line.text()))  # what is written joins the phrase that stands there

    def phrase(self, number: int) -> None:
        """A to E."""
        if (desk := self.open_desk()) and desk.findings:
            self.editor.form.phrases.press(number)

    def praise(self) -> None:
        """G: note what was done well."""
        self.with_desk(self._finishing.praise)

    def toggle_items(self) -> None:
        """检查项: the items in place of the editor, and back."""
        self.columns.show_items(wanted=not self.columns.are_items_over)

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        if self.desk and self.desk.is_open:
            self.editor.flush()
            self.desk.leave()

    def open_desk(self) -> Desk | None:
        """The desk of an inspection that may be changed, with what was typed saved; None when there is none."""
        if self.desk is None or not self.desk.is_open:
            return None
        self.flush()
        return self.desk

    def with_desk(self, act: Callable[[Desk], object]) -> None:
        """Save what was typed, act, and show what came of it."""
        if self.desk:
            self.flush()
            act(self.desk)
            self._show()

    def _connect(self) -> None:
        self.columns.items.chosen.connect(self.choose_item)
        self.columns.section_chosen.connect(self._choose_section)
        self.columns.editor_shown.connect(self._show)
        self.editor.remark.typed.connect(lambda text: self.desk and self.desk.remark(self.desk.item, text))
        self.photos.closed.connect(self.columns.items.setFocus)
        accept_photos(self.columns.right, self.photo_deeds.add)

    def step(self, by: int) -> None:
        """The item before or behind."""
        if self.desk:
            self.flush()
            self.columns.uncover()
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

    def _choose_section(self, section: str) -> None:
        if section == BEFORE:
            self.with_desk(self._panels.before)
        elif self.desk:
            self.choose_item(self.desk.sheet.entry_of(section))
            self.columns.items.show_section(section)

    def _more(self) -> Deeds:
        shows, is_open = self._context.preferences.get().show_score, bool(self.desk and self.desk.is_open)
        finishing, photos = self._finishing, self.photo_deeds
        return more_deeds(self, self._panels, finishing, photos, is_open=is_open, shows_score=shows)

    def finish(self) -> None:
        """完成检查."""
        if self.desk and self.desk.is_open:
            self.with_desk(self._finishing.finish)

    def toggle_score(self) -> None:
        """Hide the score, or show it again; this machine remembers it."""
        self._context.preferences.change(show_score=not self._context.preferences.get().show_score)
        self._show()
