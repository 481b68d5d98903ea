"""Which answers answer nothing: they stand apart from the scale."""

from inspector.domain.questionnaires.forms import Form
from inspector.domain.questionnaires.pages import Question
from inspector.domain.questionnaires.roles import Role, roles_of


def apart_of(form: Form, question: Question) -> frozenset[str]:
    """The choices 不了解 and 这题不想答 of a question."""
    roles = roles_of(form, form.nodes[question.spot.node])
    return frozenset(name for name, role in roles.items() if role in {Role.UNKNOWN, Role.REFUSED})
