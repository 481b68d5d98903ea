"""What the office decides once for all its laptops: it travels with the data."""

from inspector.domain.dispatches import document_number
from inspector.domain.errors import Refused
from inspector.services.public_complaints import KEPT_DAYS
from inspector.services.retention import ANSWER_DAYS, CONTACT_DAYS
from inspector.ui.context import Context
from inspector.ui.error_text import in_one, said
from inspector.ui.pages.settings.rows import SettingRow, settings_card, switch, text_field
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.form import LineField, NoteField
from inspector.ui.widgets.switch import Switch

_SHORT = 96
_NOTE_WIDTH = 360
_EXAMPLE = 12


class OfficeCards:
    """The cards of office settings. A value that is refused is told beside its field and the old one stays."""

    def __init__(self, context: Context, mode: LayoutMode) -> None:
        self._context = context
        self._mode = mode
        self._values = context.services.office.settings()
        self._controls: dict[str, LineField | NoteField | Switch] = {}

    def follow(self) -> None:
        """Show what is kept now, after an undo or a change elsewhere."""
        for name, value in self._context.services.office.settings().items():
            control = self._controls.get(name)
            if isinstance(control, LineField | NoteField):
                control.show_text(value)
            elif control:
                control.setChecked(value == "yes")

    def papers(self) -> Card:
        """编号与文书."""
        pattern = self._pattern("dispatch.pattern", tr("Number of a dispatch"))
        rows = [
            self._text("district.name", tr("District"), tr("As it stands in the heading of the lists")),
            self._text("round", tr("Round"), tr("Sites count as inspected within this round"), tr("Round 11")),
            pattern,
            self._text("dispatch.issuer", tr("Issued by"), ""),
            self._pattern("letter.press.pattern", tr("Number of a pressing letter")),
            self._pattern("letter.notice.pattern", tr("Number of a rectification notice")),
            self._text("dispatch.reply_days", tr("Days to reply"), tr("Counted from the day it was sent"), short=True),
        ]
        return settings_card(tr("Numbers and papers"), rows)

    def callers(self) -> SettingRow:
        """群众投诉: how long who told them is kept."""
        hint = tr("Counted from the day of the complaint; empty: without end. A button under What comes in erases them")
        return self._text(KEPT_DAYS, tr("Days callers are kept"), hint, short=True)

    def scoring(self) -> Card:
        """评分办法."""
        rows = [
            self._switch(
                "score.cap_on_veto",
                tr("A red line caps the score"),
                tr("A visit with a failed red-line item gets at most 59 %"),
            ),
            self._text(
                "finding.recurrence_days",
                tr("Days until a fault is new again"),
                tr("The same item at the same site within these days counts as recurred"),
                short=True,
            ),
        ]
        return settings_card(tr("Scoring"), rows)

    def photos(self) -> Card:
        """照片."""
        hint = tr("Otherwise a copy of 2,560 px is kept, with time and place; originals take about ten times the room")
        return settings_card(tr("Photos"), [self._switch("photos.keep_originals", tr("Keep the original files"), hint)])

    def survey(self) -> Card:
        """问卷: 愿意回访, how long anything is kept, and what people are told first."""
        ours = tr("Empty: the words of the program, with the district, the days and whom to ask put in")
        rows = [
            self._switch(
                "survey.callback",
                tr("Ask who wants to be called back"),
                tr("Asked after the answers are saved; a number is kept apart from them and stands in no export"),
            ),
            self._text(CONTACT_DAYS, tr("Days a number is kept"), tr("Counted from the day it was left"), short=True),
            self._text(
                ANSWER_DAYS, tr("Days answers are kept"), tr("Empty: without end; erased when you say so"), short=True
            ),
            self._text("survey.reach", tr("Whom to ask about it"), tr("A telephone number or a room of the office")),
            self._note("survey.notice.zh", tr("Privacy notice in Chinese"), ours),
            self._note("survey.notice.en", tr("Privacy notice in English"), ours),
        ]
        return settings_card(tr("Questionnaires"), rows)

    def _note(self, name: str, title: str, hint: str) -> SettingRow:
        row: SettingRow
        field = self._controls[name] = NoteField(title, self._values[name])
        field.setFixedWidth(current().px(_NOTE_WIDTH))
        field.committed.connect(lambda value: self._decide(name, value, row, hint))
        row = SettingRow(title, hint, field, self._mode)
        return row

    def _pattern(self, name: str, title: str) -> SettingRow:
        return self._text(name, title, self._example(self._values[name]))

    def _text(self, name: str, title: str, hint: str, example: str = "", *, short: bool = False) -> SettingRow:
        row: SettingRow

        def change(value: str) -> None:
            if self._decide(name, value, row, hint) and name.endswith(".pattern"):
                row.show_hint(self._example(value))

        field = self._controls[name] = text_field(title, self._values[name], change, *((_SHORT,) if short else ()))
        field.setPlaceholderText(example)
        if name.endswith(".pattern"):
            field.textEdited.connect(lambda text: row.show_hint(self._example(text)))
        row = SettingRow(title, hint, field, self._mode)
        return row

    def _switch(self, name: str, title: str, hint: str) -> SettingRow:
        row: SettingRow

        def change(on: bool) -> None:
            self._decide(name, "yes" if on else "no", row, hint)

        control = self._controls[name] = switch(title, self._values[name] == "yes", change)
        row = SettingRow(title, hint, control, self._mode)
        return row

    def _decide(self, name: str, value: str, row: SettingRow, hint: str) -> bool:
        try:
            changed = self._context.services.office.decide(name, value)
        except Refused as refused:
            words = said(refused)
            row.show_hint(in_one(words))
            return False
        row.show_hint(hint)
        self._context.changed(changed)
        if changed:
            self._context.say(tr("Changed for the whole office"), self._context.undo)
        return True

    def _example(self, pattern: str) -> str:
        year = self._context.services.acts.today().year
        return tr("The next would look like {number}", number=document_number(pattern, year, _EXAMPLE))
