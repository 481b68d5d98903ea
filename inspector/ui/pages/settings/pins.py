"""口令与来电人: which PINs are set and changing them, and how long callers are kept."""

from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.ui.context import Context
from inspector.ui.dialogs.pin_dialog import PinDialog
from inspector.ui.pages.settings.rows import SettingRow, settings_card
from inspector.ui.pins import Pin, kiosk_pin, office_pin
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.card import Card


class PinCard:
    """One row for each PIN; `buttons` by what they protect: kiosk, office."""

    def __init__(self, context: Context, page: QWidget, mode: LayoutMode, callers: SettingRow) -> None:
        self._context = context
        self._page = page
        self._pins = {"kiosk": kiosk_pin, "office": office_pin}
        self.buttons = {name: outlined("", partial(self.change, name), icon="lock") for name in self._pins}
        rows = [self._row(make(context), name, mode) for name, make in self._pins.items()]
        self.card: Card = settings_card(tr("PINs and callers"), [*rows, callers])
        self.follow()

    def follow(self) -> None:
        """Say what can be done now."""
        for name, make in self._pins.items():
            words = tr("Change the PIN") if make(self._context).is_set else tr("Set a PIN")
            self.buttons[name].setText(f" {words}")
            self.buttons[name].setAccessibleName(words)

    def change(self, name: str) -> None:
        """Ask for another one."""
        PinDialog(self._page, self._context, self._pins[name](self._context), self.follow).open()

    def _row(self, pin: Pin, name: str, mode: LayoutMode) -> SettingRow:
        return SettingRow(pin.title, pin.protects, self.buttons[name], mode)
