"""An import inside a function is one that a start must not pay for; all others stand at the top of their file."""

from collections.abc import Set as AbstractSet

from tests.project.source_facts import of_the_package
from tests.project.test_imports import LOADED_LATE

DEAR = LOADED_LATE | {"PySide6", "argparse", "docxtpl", "elementpath", "pyxform", "subprocess", "uuid6", "yaml"}
# Where imports wait inside functions though they load no such library.
LATE_BY_DESIGN = {
    "inspector/app.py": "a command, the window and a reader of the home page each load their own half of the program",
    "inspector/config/far_places.py": "only Windows has what it asks",
    "inspector/exchange/foreign_child.py": "of all readers only the one for this file is loaded",
    "inspector/services/services.py": "a use case is loaded when it is first asked for",
}


def dear_ones(wanted: AbstractSet[str]) -> set[str]:
    """The dear libraries that importing these modules loads, through whatever lies between."""
    loads = {
        one.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): one.loads for one in of_the_package()
    }
    found, waiting, seen = set[str](), list(wanted), set[str]()
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            found |= {module.split(".")[0]} & DEAR
            waiting += loads.get(module, ())
    return found


def test_an_import_inside_a_function_keeps_a_dear_library_from_being_loaded_early() -> None:
    cheap = {
        f"{one.path}:{line}"
        for one in of_the_package()
        if one.path not in LATE_BY_DESIGN
        for line, wanted in one.late
        if not dear_ones(wanted)
    }
    assert cheap == set()


def test_the_rule_sees_a_dear_library_behind_other_files_and_none_behind_the_domain() -> None:
    assert "openpyxl" in dear_ones({"inspector.services.figure_tables"})
    assert dear_ones({"inspector.domain.findings"}) == set()
