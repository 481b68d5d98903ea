"""One stretch of asking: which form, where, by whom, the person being asked now, and how many were asked before."""

from collections.abc import Mapping

from inspector.domain.questionnaires.responses import Mode
from inspector.domain.stored import Changed
from inspector.services.asking import Asking, Where
from inspector.services.services import Services
from inspector.ui.pages.questionnaires.notice import notice
from inspector.ui.pages.questionnaires.walk import Walk


class Interview:
    """`walk` is the response under way, None between two persons; `saved` and `refusals` count since it began."""

    def __init__(self, services: Services, given: Mapping[str, str]) -> None:
        """`given` is what the page was opened with."""
        self._services = services
        self.given = dict(given)
        self.walk: Walk | None = None
        self._forgotten: Asking | None = None
        self.saved = self.refusals = 0

    @property
    def code(self) -> str:
        """The form's."""
        return self.given.get("code", "")

    @property
    def mode(self) -> Mode:
        """代填 or 纸质录入."""
        return Mode(self.given.get("mode", "interviewer"))

    @property
    def draft(self) -> str:
        """The id of the response under way, "" between two persons."""
        return self.walk.asking.id if self.walk else ""

    @property
    def settings(self) -> dict[str, str]:
        """The office's settings as they are now."""
        return self._services.office.settings()

    @property
    def title(self) -> str:
        """The form's, "" while none was chosen."""
        return self._services.questionnaires.ready(self.code).published.title if self.code else ""

    def start(self) -> None:
        """Begin with a person: the clock runs from here. Raises `Refused`, OSError."""
        begun = self._services.asking.begin(
            self.code, self.mode, self.given.get("interviewer", ""), self._place,
            language=self.given.get("language", ""), notice=notice(self.settings).version,
        )  # fmt: skip
        self.walk = Walk(self._services.asking, begun)

    def take_up(self, draft: str) -> None:
        """Go on with a response that was begun before. Raises `Refused("response.no-draft")`."""
        asking = self._services.asking.resume(draft)
        self.walk = Walk(self._services.asking, asking)
        place = asking.where
        self.given |= {
            "code": asking.ready.published.code, "mode": str(asking.mode), "interviewer": asking.interviewer,
            "language": asking.run.language, "site": place.site, "community": place.community, "street": place.street,
        }  # fmt: skip

    def finish(self) -> Changed:
        """End the response under way. Raises `RefusedAll` while something is missing, `Refused`, OSError."""
        changed = self.walk.finish() if self.walk else Changed()
        self.walk = None
        self.saved += 1
        return changed

    def refuse(self) -> Changed:
        """拒访: counted for the interviewer; what was begun is forgotten as by `forget`. Raises `Refused`, OSError."""
        self.forget()
        changed = self._services.asking.refuse(self.code, self.mode, self.given.get("interviewer", ""), self._place)
        self.refusals += 1
        return changed

    def forget(self) -> bool:
        """Stop half way: nothing is left in the file. True when `take_back` may still bring it back from memory."""
        walk, self.walk, self._forgotten = self.walk, None, None
        if walk:
            walk.drop()
            if walk.answered and not walk.too_young and not walk.asking.photos:  # photos left the file with it
                self._forgotten = walk.asking
        return self._forgotten is not None

    def take_back(self) -> None:
        """The response that was forgotten last, unless somebody else has answered since. Raises OSError."""
        asking, asks = self._forgotten, self._services.asking
        if asking is None or (self.walk and self.walk.answered):
            return
        if self.walk:
            self.walk.drop()
        self._forgotten, self.walk = None, Walk(asks, asks.put_back(asking, asking.run.state()))

    @property
    def _place(self) -> Where:
        return Where(*(self.given.get(name, "") for name in ("site", "community", "street")))
