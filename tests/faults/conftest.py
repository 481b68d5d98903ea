"""The fault library, compiled where the tests run, and the process that uses it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.nursery import Nursery


@pytest.fixture(scope="session")
def fault_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled library; skipped where it cannot be had, unless this is the build server."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or sys.platform != "linux":
        if os.environ.get("CI"):
            pytest.fail("fault tests need Linux and a C compiler; the build server must have both")
        pytest.skip("fault tests need Linux and a C compiler")
    made = tmp_path_factory.mktemp("faults") / "faultio.so"
    source = Path(__file__).with_name("faultio.c")
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl", "-lpthread"], check=True, capture_output=True
    )
    return made


@pytest.fixture(scope="session")
def nursery(fault_library: Path) -> Iterator[Nursery]:
    """The warm process that runs sessions on a faulty disk."""
    warm = Nursery(fault_library)
    yield warm
    warm.close()
