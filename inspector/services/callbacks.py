"""愿意回访: who wants to be called back. Kept apart from the answers, in no export, erased for good.

Erasing goes the way of complaints' callers (docs/decisions/0005-callers-apart.md): taken out, then the file written
anew. Nothing here can be undone.
"""

from collections.abc import Sequence

from inspector.domain.errors import Refused
from inspector.domain.questionnaires.responses import Contact
from inspector.domain.stored import Changed
from inspector.services.acts import Acts

_FEWEST_DIGITS = 5
_KIND = frozenset({"contact"})


class CallbackService:
    """Takes numbers down, shows them to the office, and lets go of them."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def leave(self, form: str, name: str, phone: str, wish: str = "") -> Changed:
        """Keep a number by the form's code and the day alone: no response is named, so answers stay anonymous.

        Raises `Refused("contact.no-phone")` without a number that can be called.
        """
        if sum(sign.isdigit() for sign in phone) < _FEWEST_DIGITS:
            raise Refused("contact.no-phone")
        with self._acts.workspace.writing("contact-left") as writing:
            known = Contact(writing.new_id(), form, self._acts.today(), name.strip(), phone.strip(), wish.strip())
            writing.responses.keep_contact(known)
        return Changed(_KIND)

    def all(self) -> tuple[Contact, ...]:
        """Everybody who may be called back, the oldest wish first."""
        with self._acts.reading() as view:
            return view.responses.contacts()

    def note_call(self, contact: str, *, called: bool) -> Changed:
        """已回访 today, or not yet after all."""
        with self._acts.workspace.writing("contact-called") as writing:
            writing.responses.note_call(contact, self._acts.today() if called else None)
        return Changed(_KIND)

    def erase(self, contacts: Sequence[str]) -> Changed:
        """These leave the file for good. Meant for a worker: the file is written anew.

        Raises `Refused("workspace.…")` when that could not be done now; erasing anything again finishes the work.
        """
        with self._acts.doing("contacts-erased", undoable=False) as writing:
            writing.erase_contacts(contacts)
        self._acts.workspace.wipe()
        return Changed(_KIND)
