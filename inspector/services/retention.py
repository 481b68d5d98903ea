"""How long answers and telephone numbers of questionnaires are kept, and letting go of what is older.

Responses are the one kind of record that leaves its revisions behind: they are counted, never worked on, and people
were told for how long they are kept.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from inspector.domain.stored import Changed
from inspector.services.acts import Acts

CONTACT_DAYS, ANSWER_DAYS = "survey.contact_kept_days", "survey.answers_kept_days"


@dataclass(frozen=True, slots=True)
class Due:
    """What is older than the office wants to keep; a day is None while that kind is kept without end."""

    contacts: int
    responses: int
    contacts_before: date | None
    responses_before: date | None

    def __bool__(self) -> bool:
        return bool(self.contacts or self.responses)


class RetentionService:
    """Counts and erases what is due."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def due(self) -> Due:
        """What the settings say is due today."""
        with self._acts.reading() as view:
            settings = view.registers.settings()
        return self.due_before(self._day(settings[CONTACT_DAYS]), self._day(settings[ANSWER_DAYS]))

    def due_before(self, contacts: date | None, responses: date | None) -> Due:
        """What is older than these days."""
        with self._acts.reading() as view:
            return Due(
                len(view.responses.contacts_before(contacts)) if contacts else 0,
                len(view.responses.ended_before(responses)) if responses else 0,
                contacts,
                responses,
            )

    def purge(self, due: Due) -> Changed:
        """Erase everything before the days of `due` for good: all versions, refusals and what was
        begun and never ended included. Meant for a worker.

        Published forms stay. Raises `Refused("workspace.…")` when the file could not be written anew now; purging
        again finishes the work.
        """
        with self._acts.doing("answers-purged", undoable=False) as writing:
            if due.contacts_before:
                writing.erase_contacts(writing.responses.contacts_before(due.contacts_before))
            if due.responses_before:
                writing.erase_responses(writing.responses.ended_before(due.responses_before))
                for draft in writing.responses.begun_before(due.responses_before):
                    writing.responses.drop_draft(draft)
        self._acts.workspace.wipe()
        return Changed(writing.changed.kinds)

    def _day(self, kept: str) -> date | None:
        return self._acts.today() - timedelta(days=int(kept)) if kept.isdecimal() else None
