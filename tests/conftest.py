"""For all tests: windows are drawn in memory unless somebody asks for a screen; examples are not timed."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of a rule, and our tests that share a workspace among their examples know it.
settings.register_profile(
    "whole", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.register_profile("quick", settings.get_profile("whole"), max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "whole"))

THOROUGH = (
    "cli/",
    "faults/",
    "ui/pages/",
    "ui/test_dialogs",
    "ui/test_frame",
    "ui/test_gallery",
    "ui/test_no_stray_windows",
    "services/",
    "storage/test_any_history",
    "storage/test_backup",
    "exchange/test_checklist_workbook",
    "exchange/test_foreign_hostile",
    "exchange/test_photo_drawn",
    "exchange/test_photo_hostile",
    "exchange/test_photo_likeness",
    "exchange/test_questionnaire_bank",
    "exchange/test_rectification_hostile",
    "exchange/test_returned_pictures",
    "exchange/test_xlsform_reading",
)
"""What takes half a second a test and more: processes, pages, pictures, hostile files."""
DEAREST = ("ui/pages/test_record_keys", "services/test_inspections", "services/test_ledger.py")
"""Thorough, and still in the everyday check: a day's work by keys, and what it leaves."""


def is_thorough(path: Path) -> bool:
    """Whether `./run quick` leaves this file to `./run test`."""
    place = path.relative_to(Path(__file__).parent).as_posix()
    return place.startswith(THOROUGH) and not place.startswith(DEAREST)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import what the everyday check leaves out: half of its time went there."""
    left_out = "not thorough" in config.option.markexpr and collection_path.suffix == ".py"
    return True if left_out and is_thorough(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `./run quick` leaves to `./run test`."""
    for item in items:
        if is_thorough(item.path):
            item.add_marker(pytest.mark.thorough)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for garbage again and again took a tenth of the run."""
    gc.collect()
    gc.freeze()
