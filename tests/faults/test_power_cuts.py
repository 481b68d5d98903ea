"""The power goes at any moment: with the product's settings nothing acknowledged is lost on 1,000 possible disks.

The planted faults show that the test can see: with weaker settings it must find what they lose and break.
"""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.faults import session
from tests.faults.nursery import Nursery, Task
from tests.faults.power_cuts import cuts, disk_after, read_trace
from tests.faults.whole import violations

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


HOURS = ["day", "morning"]
"""The scripted day of the storage, and a morning through the use cases with photos as cameras make them."""


def after_power_cuts(nursery: Nursery, tmp_path: Path, hours: str, disks: int, synchronous: str = "") -> Counter[str]:
    """What is wrong on how many of the disks that a power cut in the middle of these hours may leave."""
    folder, trace, image = tmp_path / "day", tmp_path / "trace", tmp_path / "image"
    folder.mkdir()
    outcome = nursery.run(Task(str(folder), hours, trace=str(trace), synchronous=synchronous))
    assert not outcome.bug
    assert outcome.refused == ()
    operations = read_trace(trace)
    assert any(o.kind == "W" and o.path.name == "ACK" for o in operations)
    chance = random.Random(1)
    found: Counter[str] = Counter()
    for some in cuts(operations, disks, chance):
        shutil.rmtree(image, ignore_errors=True)
        image.mkdir()
        acked = disk_after(some, folder, image, chance)
        found.update({v.partition(":")[0] for v in violations(image / session.FILE, acked)})
    return found


@pytest.mark.parametrize("hours", HOURS)
def test_a_thousand_possible_disks_after_a_power_cut_have_lost_nothing(
    hours: str, nursery: Nursery, tmp_path: Path
) -> None:
    assert after_power_cuts(nursery, tmp_path, hours, 1000) == {}


@pytest.mark.parametrize("hours", HOURS)
def test_the_test_sees_the_saves_that_synchronous_normal_loses(hours: str, nursery: Nursery, tmp_path: Path) -> None:
    assert after_power_cuts(nursery, tmp_path, hours, 100, "normal")["lost"] > 10


@pytest.mark.parametrize("hours", HOURS)
def test_the_test_sees_the_files_that_synchronous_off_destroys(hours: str, nursery: Nursery, tmp_path: Path) -> None:
    assert after_power_cuts(nursery, tmp_path, hours, 200, "off")["corrupt"] > 10
