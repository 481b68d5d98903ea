"""What is done with the findings of the shown item: written, assigned, dated, added, taken away."""

from inspector.ui.context import Context
from inspector.ui.pages.record.at_desk import AtDesk
from inspector.ui.pages.record.finding_form import FindingForm
from inspector.ui.translation import tr


class FindingDeeds:
    """Saves what the form tells, each deed at once and what was typed before it first: a click takes no focus."""

    def __init__(self, context: Context, page: AtDesk, form: FindingForm) -> None:
        self._context = context
        self._page = page
        form.described.connect(lambda text: page.desk and page.desk.describe(text))
        form.located.connect(lambda text: page.desk and page.desk.locate(text))
        form.required.connect(lambda text: page.desk and page.desk.require(text))
        form.due.connect(lambda day, limit: (desk := page.open_desk()) and desk.set_deadline(day, limit))
        form.another.connect(lambda: (desk := page.open_desk()) and desk.add_finding())
        form.assigned.connect(self._assign)
        form.removed.connect(self._remove)
        form.picked.connect(self._pick)

    def _assign(self, unit: str, co_units: tuple[str, ...]) -> None:
        if (desk := self._page.open_desk()) and desk.assign(unit, co_units):
            self._context.say(tr("Unit changed"), self._page.undo)

    def _remove(self) -> None:
        if (desk := self._page.open_desk()) and desk.remove_finding():
            self._context.say(tr("Finding removed"), self._page.undo)

    def _pick(self, finding: str) -> None:
        self._page.flush()
        if self._page.desk:
            self._page.desk.show_finding(finding)
