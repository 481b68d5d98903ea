"""工作日历: the year as the State Council arranged it, with what the office changed."""

from datetime import date

from inspector.domain.calendar_days import CalendarDay
from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.pages.settings.year_view import YearView
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across
from inspector.ui.widgets.buttons import quiet
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.segmented import Segmented
from inspector.ui.words.dates import planning_date

YEARS = (2026, 2027)


class CalendarCard(Card):
    """Choose a year and a day; 上班 and 放假 make it so for every deadline from now on."""

    def __init__(self, context: Context) -> None:
        self._years = Segmented([(str(year), str(year)) for year in YEARS], str(_today(context).year))
        super().__init__(tr("Work calendar"), self._years)
        self._context = context
        self.view = YearView(context.services.calendar.calendar(), _today(context))
        self.provisional = Pill(tr("Provisional: the notice of that year was not out yet"), "warn", "calendar-clock")
        self._day = label("", "base", bold=True)
        self._says = label("", "base", "text2")
        self.work = Segmented([("work", tr("Working day")), ("off", tr("Day off"))])
        self.back = quiet(tr("As the State Council says"), self.drop, icon="rotate-ccw")
        self.add(
            wrapping(tr("Deadlines in working days follow it. Red is off, underlined is a make-up day."), "sm", "text3")
        )
        self.add(across(self.provisional, STRETCH))
        self.add(self.view)
        self.add(flowing(self._day, self._says, self.work, self.back, gap=12))
        self._years.chosen.connect(lambda year: self.show_day(_moved(self.view.day, int(year))))
        self.view.chosen.connect(self.show_day)
        self.work.chosen.connect(lambda value: self.set_day(works=value == "work"))
        self.show_day(self.view.day)

    def show_day(self, day: date) -> None:
        """Stand on that day, in the calendar as it is now."""
        calendar = self._context.services.calendar.calendar()
        self.view.show_calendar(calendar, day)
        own = {each.day for each in self._context.services.calendar.own_days()}
        self._years.show_value(str(day.year))
        self.provisional.setVisible(day.year in calendar.provisional or not calendar.is_known(day.year))
        self._day.setText(planning_date(day, _today(self._context)))
        self._says.setText(_says(day in own, day in calendar.days_off, day in calendar.workdays))
        self.work.show_value("work" if calendar.is_workday(day) else "off")
        self.back.setVisible(day in own)

    def set_day(self, *, works: bool) -> None:
        """The office decides on the chosen day."""
        self._keep(self._context.services.calendar.set_day(CalendarDay(self.view.day, works)))

    def drop(self) -> None:
        """Back to the shipped calendar for the chosen day."""
        self._keep(self._context.services.calendar.drop_day(self.view.day))

    def _keep(self, changed: Changed) -> None:
        self.show_day(self.view.day)
        if changed:
            self._context.changed(changed)
            self._context.say(tr("The calendar was changed for the whole office"), self._context.undo)


def _says(is_own: bool, is_off: bool, is_makeup: bool) -> str:
    if is_own:
        return tr("set by the office")
    if is_off:
        return tr("public holiday")
    return tr("make-up day") if is_makeup else tr("an ordinary day")


def _moved(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _today(context: Context) -> date:
    return context.services.acts.today()
