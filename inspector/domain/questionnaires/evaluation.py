"""Counting many responses at once: one string of signs a question, one list a facet; 100,000 responses in a second."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TypeVar

from inspector.domain.questionnaires.figures import Counts
from inspector.domain.questionnaires.forms import Form, Kind
from inspector.domain.questionnaires.roles import Role
from inspector.domain.questionnaires.signs import SKIPPED, WRITTEN, Answer, Counted, counted_questions

FACETS = ("site", "community", "street", "unit", "mode", "interviewer", "version")
"""By what figures can be told apart, besides the answers themselves; a line's frame holds them in this order."""

_FEW = 20
"""So many different signs are counted one by one, which is quicker."""
_OWN = 0xF0000
"""Signs from here on are given by a column to answers its own form does not offer."""

T = TypeVar("T", bound=Hashable)


@dataclass(slots=True)
class Column:
    """The answers to one question: a sign for each response, what the signs mean, and what was written, by place."""

    signs: str = ""
    meaning: dict[str, Answer] = field(default_factory=dict)
    written: dict[int, str] = field(default_factory=dict)

    def answers(self) -> list[Answer]:
        """Every answer in full."""
        return [self.written[at] if sign == WRITTEN else self.meaning[sign] for at, sign in enumerate(self.signs)]

    def tally(self) -> Counter[Answer]:
        """How often each answer was given."""
        present = set(self.signs)
        number = {sign: self.signs.count(sign) for sign in present} if len(present) < _FEW else Counter(self.signs)
        found: Counter[Answer] = Counter(self.written.values())
        for sign in present - {WRITTEN}:
            found[self.meaning[sign]] += number[sign]
        return found

    def tally_by(self, facet: Sequence[T]) -> dict[T, Counter[Answer]]:
        """The same in each group of a facet or of another question's answers (a cross table)."""
        found: dict[T, Counter[Answer]] = {}
        for (value, sign), number in Counter(zip(facet, self.signs, strict=True)).items():
            tally = found.setdefault(value, Counter())
            if sign != WRITTEN:
                tally[self.meaning[sign]] += number
        for at, text in self.written.items():
            found[facet[at]][text] += 1
        return found

    def only(self, kept: Sequence[bool]) -> "Column":
        """The answers of the responses that are kept."""
        places = {old: new for new, old in enumerate(compress(range(len(kept)), kept))} if self.written else {}
        written = {places[at]: text for at, text in self.written.items() if kept[at]}
        return Column("".join(compress(self.signs, kept)), self.meaning, written)

    def extend(self, signs: str, asked: Counted, written: Mapping[int, str]) -> None:
        """Put the answers to the same question in another version of the form behind these."""
        begin = len(self.signs)
        known = {answer: sign for sign, answer in self.meaning.items()}
        swapped: dict[int, str] = {}
        for sign in sorted(set(signs) - {WRITTEN}):
            answer = asked.answer(sign)
            ours = known.setdefault(answer, sign if sign not in self.meaning else chr(_OWN + len(self.meaning)))
            self.meaning[ours] = answer
            if ours != sign:
                swapped[ord(sign)] = ours
        self.signs += signs.translate(swapped) if swapped else signs
        self.written.update((begin + at, text) for at, text in written.items())

    def skip(self, size: int) -> None:
        """Fill up to that size: a version without the question."""
        if len(self.signs) < size:
            self.meaning[SKIPPED] = None
            self.signs = self.signs.ljust(size, SKIPPED)


class Facets(Mapping[str, list[str]]):
    """Where and how each response was given, by `FACETS`; a column is made when it is first asked for."""

    def __init__(self, frames: Sequence[str] = ()) -> None:
        self.frames = [*frames]
        self._columns: dict[str, list[str]] = {}

    def __getitem__(self, name: str) -> list[str]:
        if name not in self._columns:
            place = FACETS.index(name)
            values = {frame: json.loads(frame)[place] for frame in set(self.frames)}
            self._columns[name] = [values[frame] for frame in self.frames]
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(FACETS)

    def __len__(self) -> int:
        return len(FACETS)


@dataclass(slots=True)
class Sheet:
    """Responses by column, all equally long. `columns` are by question code, `facets` by `FACETS`; `ended` counts the
    seconds since 1970, `took` seconds; `closed` are the signs of closed questions and what stands beside those.
    """

    size: int = 0
    columns: dict[str, Column] = field(default_factory=dict)
    facets: Facets = field(default_factory=Facets)
    ids: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)
    took: list[int] = field(default_factory=list)
    closed: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def only(self, kept: Sequence[bool]) -> "Sheet":
        """The responses that are kept."""
        return Sheet(
            size=sum(kept),
            columns={code: column.only(kept) for code, column in self.columns.items()},
            facets=Facets([*compress(self.facets.frames, kept)]),
            ids=[*compress(self.ids, kept)],
            days=[*compress(self.days, kept)],
            ended=[*compress(self.ended, kept)],
            took=[*compress(self.took, kept)],
            closed=[*compress(self.closed, kept)],
        )

    def column(self, code: str) -> Column:
        """The answers to a question; all skipped when no version asked it."""
        known = self.columns.get(code)
        return known or Column(SKIPPED * self.size, {SKIPPED: None})

    def texts(self, code: str) -> list[str]:
        """What was written at a question."""
        return [*self.column(code).written.values()]


Row = tuple[str, str, str, int, int, str, str]
"""id, day, frame (the facets as JSON), ended, took, signs, what was written as JSON or ""."""


def sheet_of(
    batches: Iterable[tuple[Form, Sequence[Row]]], newest: Form, only: Iterable[tuple[str, str]] = ()
) -> Sheet:
    """The responses whose facets have the values of `only`, each batch with the form it was made with.

    Codes are those of the newest version.
    """
    renamed = {node.was: node.name for node in newest.nodes if node.was}
    wanted = [(FACETS.index(name), value) for name, value in only]
    whole = Sheet()
    for form, rows in batches:
        kept = _framed(rows, wanted) if wanted else rows
        if kept:
            _add(whole, counted_questions(form), renamed, kept)
    for column in whole.columns.values():
        column.skip(whole.size)
    return whole


def _framed(rows: Sequence[Row], wanted: Sequence[tuple[int, str]]) -> list[Row]:
    frames = {row[2] for row in rows}
    fit = {frame for frame in frames if all(json.loads(frame)[place] == value for place, value in wanted)}
    return [row for row in rows if row[2] in fit]


def _add(whole: Sheet, questions: Sequence[Counted], renamed: Mapping[str, str], rows: Sequence[Row]) -> None:
    ids, days, frames, ended, took, signs, written = zip(*rows, strict=True)
    together, wide = "".join(signs), len(questions)
    beside, closed_beside = _written(questions, signs, written)
    for place, asked in enumerate(questions):
        column = whole.columns.setdefault(renamed.get(asked.node.name, asked.node.name), Column())
        column.skip(whole.size)
        column.extend(together[place::wide], asked, beside.get(place, {}))
    closed = sum(asked.closed for asked in questions)
    whole.closed += [(line[:closed], closed_beside.get(at, ())) for at, line in enumerate(signs)]
    whole.facets.frames += frames
    whole.ids += ids
    whole.days += days
    whole.ended += ended
    whole.took += took
    whole.size += len(rows)


def _written(
    questions: Sequence[Counted], signs: Sequence[str], written: Sequence[str]
) -> tuple[dict[int, dict[int, str]], dict[int, tuple[str, ...]]]:
    """Question → response → what stands beside its sign; and by response what stands beside those of closed ones."""
    told = [at for at, texts in enumerate(written) if texts]
    read: list[list[str]] = json.loads(f"[{','.join(written[at] for at in told)}]")
    by_question: dict[int, dict[int, str]] = {}
    by_response: dict[int, tuple[str, ...]] = {}
    for at, texts in zip(told, read, strict=True):
        place = -1
        for text in texts:
            place = signs[at].index(WRITTEN, place + 1)
            by_question.setdefault(place, {})[at] = text
            if questions[place].closed:
                by_response[at] = (*by_response.get(at, ()), text)
    return by_question, by_response


def spread(raw: Mapping[Answer, int]) -> Counter[Answer]:
    """Answers of several choices ("a b") as each of their choices."""
    found: Counter[Answer] = Counter()
    for answer, number in raw.items():
        for name in answer.split() if answer and " " in answer else (answer,):
            found[name] += number
    return found


def counts_of(tally: Mapping[Answer, int], roles: Mapping[str, Role]) -> Counts:
    """The tally of a closed question by what its choices count as."""
    by_role: dict[Role, int] = {}
    plain = 0
    for answer, number in tally.items():
        if not answer:
            continue
        role = roles.get(answer)
        if role is None:
            plain += number
        else:
            by_role[role] = by_role.get(role, 0) + number
    return Counts(by_role, plain, tally.get("", 0), tally.get(None, 0))


def mean_of(tally: Mapping[Answer, int]) -> float | None:
    """The mean of answers that are numbers; None when there is none."""
    numbers = [(float(answer), number) for answer, number in tally.items() if answer and _is_number(answer)]
    total = sum(number for _, number in numbers)
    return sum(value * number for value, number in numbers) / total if total else None


def is_number(kind: Kind) -> bool:
    """Whether answers of that kind have a mean."""
    return kind in {Kind.INTEGER, Kind.DECIMAL, Kind.RANGE}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
