"""Checklists through the services: versions for ever, adjustments of a district, what a new version changes."""

from dataclasses import replace

import pytest

from inspector.domain.checklist_differences import Fate, FieldDifference, differences
from inspector.domain.checklists import Checklist
from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.judging_types import notation
from inspector.domain.overrides import Override
from tests.town import Town


def changed_list(town: Town, version: str = "2") -> Checklist:
    """The list of old housing estates with one item changed, one gone and one new."""
    old = town.services.checklists.version("LX", "1")
    first, second, *others = old.sections[0].items
    items = (replace(first, weight=5), replace(second, code="LX-01-99"), *others)
    return replace(old, version=version, sections=(replace(old.sections[0], items=items), *old.sections[1:]))


def test_all_shipped_lists_are_there_and_in_order(town: Town) -> None:
    titles = town.services.checklists.titles()
    assert (len(titles), sum(title.items for title in titles)) == (26, 506)
    assert all(title.shipped for title in titles)
    assert town.services.checklists.check() == ()


def test_a_draft_tells_what_is_new_changed_and_gone(town: Town) -> None:
    draft = town.services.checklists.draft(changed_list(town))
    fates = {item.code: item.fate for item in draft.differences.items}
    assert fates == {"LX-01-01": Fate.CHANGED, "LX-01-99": Fate.ADDED, "LX-01-02": Fate.REMOVED}
    assert draft.differences.items[0].fields == (FieldDifference("weight", 2, 5),)
    assert (draft.before, draft.same, draft.taken, draft.differences.unchanged) == ("1", False, False, 22)


def test_a_draft_of_what_is_published_already_is_the_same(town: Town) -> None:
    draft = town.services.checklists.draft(town.services.checklists.version("LX", "1"))
    assert draft.same
    assert not draft.taken
    assert not draft.differences


def test_the_first_list_of_a_code_follows_nothing(town: Town) -> None:
    draft = town.services.checklists.draft(replace(changed_list(town), code="ZZ"))
    assert draft.before == ""
    assert draft.differences.count(Fate.ADDED) == 24


def test_a_published_version_never_changes(town: Town) -> None:
    service = town.services.checklists
    changed = changed_list(town, "1")
    assert service.draft(changed).taken
    with pytest.raises(Refused, match=r"checklist\.version-differs"):
        service.publish(changed)
    assert service.version("LX", "1") != changed


def test_a_new_version_is_used_from_now_on_and_the_old_one_stays(town: Town) -> None:
    service = town.services.checklists
    old = service.version("LX", "1")
    service.publish(changed_list(town))
    assert service.effective("LX").version == "2"
    assert service.version("LX", "1") == old
    assert [(t.version, t.shipped) for t in service.titles() if t.code == "LX"] == [("1", True), ("2", False)]
    town.services.acts.undo()
    assert service.effective("LX").version == "1"


def test_an_adjustment_changes_what_is_used_and_never_what_is_published(town: Town) -> None:
    service = town.services.checklists
    service.override(Override("LX", "LX-01-01", judging="N≥4", weight=7, reason="本区要求更高"))
    used, published = service.effective("LX").item("LX-01-01"), service.version("LX", "1").item("LX-01-01")
    assert used
    assert published
    assert (notation(used.judging), used.weight) == ("N≥4", 7)
    assert (notation(published.judging), published.weight) == ("N≥2", 2)
    service.drop_override("LX", "LX-01-01")
    assert service.effective("LX") == service.version("LX", "1")


@pytest.mark.parametrize(
    ("override", "code"),
    [
        (Override("LX", "LX-01-01", judging="R%≥80"), "override.other-judging"),
        (Override("LX", "LX-01-01", judging="N≥x"), "checklist.judging-unknown"),
        (Override("LX", "LX-01-01", weight=0), "override.weight"),
        (Override("LX", "LX-01-01", time_limit=" "), "override.empty"),
        (Override("LX", "LX-77-01", weight=3), "override.no-such-item"),
    ],
)
def test_an_adjustment_that_does_not_fit_is_refused_by_name(town: Town, override: Override, code: str) -> None:
    with pytest.raises(RefusedAll) as refused:
        town.services.checklists.override(override)
    assert [complaint.code for complaint in refused.value.complaints] == [code]
    assert town.services.checklists.overrides("LX") == ()


def test_an_item_that_moved_to_another_section_is_changed(town: Town) -> None:
    old = town.services.checklists.version("LX", "1")
    first, second, *others = old.sections
    moved = first.items[0]
    sections = (replace(first, items=first.items[1:]), replace(second, items=(moved, *second.items)), *others)
    found = differences(old, replace(old, sections=sections))
    assert [(item.code, item.fate) for item in found.items] == [(moved.code, Fate.CHANGED)]
    assert found.items[0].fields == (FieldDifference("section", first.title, second.title),)
