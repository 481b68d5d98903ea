"""Whatever people do, projections are what the revisions give, and what was read is what was last put."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from inspector.domain.errors import Refused
from inspector.domain.kinds import KINDS, RECORDS
from inspector.domain.records import from_canonical, to_canonical
from inspector.domain.revisions import is_intact
from inspector.storage.workspace import Workspace, open_workspace
from tests.records import records, ticking
from tests.storage.found import complaints

ENTITIES = ("a", "b", "红莲")
RECORD_CHECKS = {"check.reference-missing", "check.photo-missing", "check.private-missing"}
"""Records are drawn one by one here, so what they refer to is not there; that is not what these tests are about."""


def cleaned(record: Any) -> Any:
    return from_canonical(type(record), to_canonical(record))


class AnyHistory(RuleBasedStateMachine):
    """A dictionary of what should stand, beside a workspace."""

    changes = Bundle("changes")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.workspace: Workspace = open_workspace(Path(self._folder.name) / "w.inspector", clock=ticking())
        self.stands: dict[tuple[str, str], tuple[Any, bool]] = {}
        self.before: dict[str, dict[tuple[str, str], tuple[Any, bool] | None]] = {}
        self.after: dict[str, dict[tuple[str, str], tuple[Any, bool]]] = {}
        self.revisions = 0

    def teardown(self) -> None:
        self.workspace.close()
        self._folder.cleanup()

    def note(self, change: str, key: tuple[str, str], value: tuple[Any, bool]) -> str:
        self.before.setdefault(change, {})[key] = self.stands.get(key)
        self.stands[key] = value
        self.after.setdefault(change, {})[key] = value
        return change

    @rule(
        target=changes,
        entity=st.sampled_from(ENTITIES),
        record=st.sampled_from(sorted(RECORDS)).flatmap(lambda kind: records(RECORDS[kind])),
    )
    def put(self, entity: str, record: Any) -> str:
        key = (KINDS[type(record)], entity)
        with self.workspace.writing("put") as writing:
            wrote = writing.put(entity, record)
        assert wrote == (self.stands.get(key) != (cleaned(record), False))
        return self.note(writing.changed.change, key, (cleaned(record), False)) if wrote else ""

    @rule(target=changes, entity=st.sampled_from(ENTITIES), kind=st.sampled_from(sorted(RECORDS)))
    def remove(self, entity: str, kind: str) -> str:
        standing = self.stands.get((kind, entity))
        with self.workspace.writing("remove") as writing:
            wrote = writing.remove(RECORDS[kind], entity)
        assert wrote == (standing is not None and not standing[1])
        return self.note(writing.changed.change, (kind, entity), (standing[0], True)) if wrote and standing else ""

    @rule(target=changes, entity=st.sampled_from(ENTITIES), kind=st.sampled_from(sorted(RECORDS)))
    def restore(self, entity: str, kind: str) -> str:
        standing = self.stands.get((kind, entity))
        with self.workspace.writing("restore") as writing:
            wrote = writing.restore(RECORDS[kind], entity)
        assert wrote == (standing is not None and standing[1])
        return self.note(writing.changed.change, (kind, entity), (standing[0], False)) if wrote and standing else ""

    @rule(target=changes, change=changes)
    def take_back(self, change: str) -> str:
        touched = self.before.get(change, {})
        allowed = all(self.stands[key] == self.after[change][key] for key in touched)
        try:
            with self.workspace.writing("undo") as writing:
                writing.take_back(change)
        except Refused as refusal:
            return self.refused_rightly(refusal.complaint.code, allowed=allowed)
        assert allowed
        for key, was in touched.items():
            self.note(writing.changed.change, key, was or (self.stands[key][0], True))
        return writing.changed.change

    def refused_rightly(self, code: str, *, allowed: bool) -> str:
        assert (code, allowed) == ("undo.changed-since", False)
        return ""

    @rule()
    def rebuild(self) -> None:
        assert self.workspace.rebuild() == len(self.stands)

    @invariant()
    def everything_reads_as_last_put(self) -> None:
        with self.workspace.reading() as view:
            for (kind, entity), (record, deleted) in self.stands.items():
                found = view.get(RECORDS[kind], entity)
                assert found is not None
                assert (found.record, found.deleted, found.rivals) == (record, deleted, ())

    @invariant()
    def nothing_saved_is_ever_lost_or_altered(self) -> None:
        with self.workspace.reading() as view:
            made = [r for entity in ENTITIES for r in view.history(entity)]
        assert len(made) >= self.revisions
        self.revisions = len(made)
        assert all(is_intact(r) for r in made)

    @invariant()
    def check_finds_projections_equal_to_a_rebuild(self) -> None:
        assert [c for c in complaints(self.workspace) if c.code not in RECORD_CHECKS] == []


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
