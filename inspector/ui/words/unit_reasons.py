"""Why this unit answers, as it stands under the unit: what is prefilled says where it comes from."""

from inspector.domain.responsibility import Reason, read_reason
from inspector.ui.translation import tr


def reason_words(written: str) -> str:
    """The words for `Finding.unit_reason`; "" when nothing is known."""
    reason = read_reason(written)
    if reason is None:
        return tr("Chosen by the inspector") if written == "chosen" else written
    facts = dict(reason.facts)
    parts = [_main(reason, facts)]
    if "missing" in facts:
        parts.append(tr("not in the register: {names}", names=facts["missing"]))
    if facts.get("manager"):
        parts.append(tr("run by {manager}", manager=facts["manager"]))
    if not reason.sure:
        parts.append(tr("look twice"))
    return " · ".join(part for part in parts if part)


def _main(reason: Reason, facts: dict[str, str]) -> str:
    rule = facts.get("rule", "")
    street = facts.get("street", "")
    return {
        "item": tr("By the item's rule “{rule}”", rule=rule),
        "item-by-site": tr("By the item's rule “{rule}”: the site's own unit", rule=rule),
        "item-guess": tr("By the item's rule “{rule}”, the site does not say which", rule=rule),
        "stars": tr("By the item's rule “{rule}”: a hotel with stars", rule=rule),
        "no-stars": tr("By the item's rule “{rule}”: a hotel without stars", rule=rule),
        "window": tr("By the item's rule “{rule}” and the site's name", rule=rule),
        "site": tr("The site's own unit"),
        "checklist": tr("The checklist's unit “{rule}”", rule=rule),
        "kind": tr("The unit of all {kind}", kind=facts.get("kind", "")),
        "local": tr("The street's own, {street}", street=street) if street else tr("The street's own"),
        "nobody": tr("Nobody in the register answers for this; choose a unit"),
    }.get(reason.code, "")
