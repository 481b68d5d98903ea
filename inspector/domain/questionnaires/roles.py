"""What a choice counts as in the figures: said by the form's own column `role`, or known by its words."""

from enum import StrEnum

from inspector.domain.questionnaires.forms import Choice, Form, Node


class Role(StrEnum):
    """满意 in five steps, 基本满意, 知晓, 参与, 支持, 评价, too young to be asked, and the two that answer nothing."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    BASICALLY = "basically_satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"
    KNOWS = "knows"
    HEARD = "heard"
    DOES_NOT_KNOW = "does_not_know"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    NEVER = "never"
    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    OPPOSES = "opposes"
    GOOD = "good"
    MIDDLING = "middling"
    BAD = "bad"
    UNDER_14 = "under_14"
    UNKNOWN = "unknown"
    REFUSED = "refused"


_WORDS: dict[Role, str] = {
    Role.VERY_SATISFIED: "很满意 非常满意 十分满意",
    Role.SATISFIED: "满意 比较满意",
    Role.BASICALLY: "基本满意",
    Role.FAIR: "一般",
    Role.DISSATISFIED: "不满意 不太满意",
    Role.VERY_DISSATISFIED: "很不满意 非常不满意",
    Role.KNOWS: "知道 全知道 了解",
    Role.HEARD: "听说过 知道一点",
    Role.DOES_NOT_KNOW: "不知道",
    Role.OFTEN: "经常 经常参加",
    Role.SOMETIMES: "偶尔 有时",
    Role.NEVER: "没有 从不 没有参与过",
    Role.SUPPORTS: "支持 非常支持",
    Role.NEUTRAL: "无所谓",
    Role.OPPOSES: "不支持 反对",
    Role.GOOD: "好 方便 放心",
    Role.MIDDLING: "",
    Role.BAD: "差 不好 不方便 不放心",
    Role.UNDER_14: "14岁以下 未满14岁 不满14岁 14周岁以下 未满14周岁 不满14周岁",
    Role.UNKNOWN: "不了解 说不清 不清楚 不关注 不清楚或不关注",
    Role.REFUSED: "拒答 不想说 不愿回答 这题不想答",
}
_BY_WORD = {word: role for role, words in _WORDS.items() for word in words.split()}


class Index(StrEnum):
    """指标: what share a question is reckoned into."""

    SATISFACTION = "满意率"
    OVERALL = "总体满意率"
    AWARENESS = "知晓率"
    PARTICIPATION = "参与率"
    SUPPORT = "支持率"
    RATING = "评价"


_INDEX_OF: tuple[tuple[Index, frozenset[Role]], ...] = (
    (Index.SATISFACTION, frozenset({Role.VERY_SATISFIED, Role.SATISFIED, Role.BASICALLY})),
    (Index.AWARENESS, frozenset({Role.KNOWS, Role.HEARD})),
    (Index.PARTICIPATION, frozenset({Role.OFTEN, Role.SOMETIMES})),
    (Index.SUPPORT, frozenset({Role.SUPPORTS})),
    (Index.RATING, frozenset({Role.GOOD, Role.BAD})),
)


def role_of(choice: Choice) -> Role | None:
    """What a choice counts as; None for one that is only itself."""
    said = dict(choice.extra).get("role", "")
    if said in set(Role):
        return Role(said)
    return next((_BY_WORD[text] for _, text in choice.label if text in _BY_WORD), None)


def roles_of(form: Form, node: Node) -> dict[str, Role]:
    """Choice name → what it counts as, for the choices of a question that count."""
    known = next((one.choices for one in form.lists if one.name == node.choices), ())
    found = ((choice.name, role_of(choice)) for choice in known)
    return {name: role for name, role in found if role is not None}


def index_of(node: Node, roles: dict[str, Role]) -> Index | None:
    """The share a question is reckoned into: as its form says, else by what its choices count as."""
    if node.index in set(Index):
        return Index(node.index)
    held = set(roles.values())
    return next((index for index, wanted in _INDEX_OF if held & wanted), None) if not node.index else None
