"""The form on paper: A4, boxes to tick, numbers to key in by, hints where questions are skipped."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import ASKED, Form, Kind, Node, words
from inspector.ui.pages.questionnaires.paper_pages import write_pages
from inspector.ui.translation import tr

_LINES = {Kind.TEXT: 3}
_LONGEST_WHOLE = 30
_TOGETHER = "\N{WORD JOINER}"


def write_paper_form(form: Form, language: str, notice: Sequence[str], file: Path, *, slip: bool = False) -> None:
    """Write a PDF with the privacy notice above the questions, and with a slip to tear off for who wants to be called
    back. OSError when it cannot be written.
    """
    write_pages(paper_html(form, language or form.languages[0], notice, slip=slip), form.title, file)


def paper_html(form: Form, language: str, lines: Sequence[str], *, slip: bool = False) -> str:
    """The form as marked-up text; everything the author wrote is escaped."""
    ready = Compiled(form)
    head = f"<h2 align='center'>{escape(form.title)}</h2>"
    notice = "".join(f"<p style='margin:0'>{escape(line)}</p>" for line in lines)
    blanks = (tr("Place"), tr("Day"), tr("Interviewer"))
    place = f"<p>{' &nbsp; '.join(f'{escape(blank)} ____________' for blank in blanks)}</p>"
    numbers: dict[str, int] = {}
    body = []
    for node in form.nodes:
        if node.kind in ASKED:
            numbers[node.path] = len(numbers) + 1
            body.append(_question(form, ready, node, numbers, language))
        elif node.kind in {Kind.NOTE, Kind.SHOWN} or (node.kind in {Kind.GROUP, Kind.REPEAT} and node.label):
            body.append(_heading(form, node, numbers, language))
    foot = f"<p style='font-size:8pt'>{escape(form.name)} · {escape(tr('Thank you'))}</p>"
    return f"<html><body>{head}{notice}{place}<hr/>{''.join(body)}{foot}{_slip() if slip else ''}</body></html>"


def _heading(form: Form, node: Node, numbers: dict[str, int], language: str) -> str:
    """What stands above questions, and stays with them."""
    only = _only_if(form, node, numbers, language)
    return f"<h4 style='font-weight:normal'><i>{escape(words(node.label, language))}</i>{only}</h4>"


def _slip() -> str:
    """愿意回访 on paper: torn off and kept apart, so that nothing ties a number to the answers."""
    title, apart = escape(tr("Wants to be called back")), escape(tr("Only if you want; torn off and kept apart"))
    old_enough = escape(tr("I am 14 or older"))
    blanks = (tr("Telephone"), tr("Address as"), tr("About what"))
    lines = " &nbsp; ".join(f"{escape(blank)} ________________" for blank in blanks)
    return f"<hr/><p><b>{title}</b> ({apart})<br/><br/>{lines}<br/><br/>□&nbsp;{old_enough}</p>"


def _question(form: Form, ready: Compiled, node: Node, numbers: dict[str, int], language: str) -> str:
    title = escape(words(node.label, language) or node.name)
    hint = escape(words(node.hint, language))
    said = f" <span style='font-size:8.5pt'>({hint})</span>" if hint and node.kind is not Kind.ONE else ""
    first = (
        f"<p style='margin-top:7px;margin-bottom:0'><b>{numbers[node.path]}. {title}</b>"
        f" <span style='font-size:7pt'>{escape(node.name)}</span>{said}{_only_if(form, node, numbers, language)}"
    )
    return f"{first}<br/>{_boxes(ready, node, language)}</p>"


def _boxes(ready: Compiled, node: Node, language: str) -> str:
    if node.kind in {Kind.ONE, Kind.MULTIPLE, Kind.RANK}:
        known = ready.choices.get(node.choices, ())
        parts = [f"□&nbsp;{n}&nbsp;{_whole(words(c.label, language) or c.name)}" for n, c in enumerate(known, 1)]
        return " &nbsp;&nbsp; ".join(parts)
    if node.kind is Kind.RANGE:
        low, high = float(node.start or 1), float(node.end or 10)
        step = abs(float(node.step or 1)) or 1.0
        count = min(int(abs(high - low) / step + 1e-9) + 1, 101)
        return " &nbsp; ".join(f"□&nbsp;{min(low, high) + step * n:g}" for n in range(count))
    if node.kind is Kind.ACKNOWLEDGE:
        return "□&nbsp;OK"
    return "<br/>".join("_" * 78 for _ in range(_LINES.get(node.kind, 1)))


def _only_if(form: Form, node: Node, numbers: dict[str, int], language: str) -> str:
    """Where a question is skipped: its rule with the numbers and answers people see; groups' rules at each question."""
    rules = [node.relevant.text] if node.relevant else []
    if not rules:
        return ""
    shown = rules[0]
    labels = {c.name: words(c.label, language) for known in form.lists for c in known.choices}
    for path, number in sorted(numbers.items(), key=lambda item: -len(item[0])):
        shown = shown.replace(f"/{form.root}/{path}", f"[{number}]")
    for name, label in labels.items():
        shown = shown.replace(f"'{name}'", f"“{label}”")
    shown = shown.replace("!=", "≠")
    shown = shown.replace(" or ", tr(" or ")).replace(" and ", tr(" and "))
    return f" <span style='font-size:8.5pt'>→ {escape(tr('only if {rule}', rule=' '.join(shown.split())))}</span>"


def _whole(text: str) -> str:
    """An answer that stands on one line while a line has room for it: Chinese may otherwise break at any character."""
    if len(text) > _LONGEST_WHOLE:
        return escape(text)
    return _TOGETHER.join(escape(sign) for sign in text.replace(" ", "\N{NO-BREAK SPACE}"))
