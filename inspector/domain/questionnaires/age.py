"""Children under 14 are not asked: which forms find out, and whether a response shows that a child began it."""

from inspector.domain.questionnaires.forms import Form, Kind
from inspector.domain.questionnaires.roles import Role, roles_of
from inspector.domain.questionnaires.run import Run


def asks_age(form: Form) -> bool:
    """Whether a question offers "under 14", so that nobody need be asked again."""
    return any(Role.UNDER_14 in roles_of(form, node).values() for node in form.nodes if node.kind is Kind.ONE)


def too_young(run: Run) -> bool:
    """Whether somebody chose "under 14": then nothing of the response may be kept."""
    nodes, form = run.ready.nodes, run.ready.form
    chosen = ((nodes[spot.node], run.text(spot)) for spot in run.spots() if nodes[spot.node].kind is Kind.ONE)
    return any(roles_of(form, node).get(answer) is Role.UNDER_14 for node, answer in chosen if answer)
