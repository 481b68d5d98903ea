"""findings add and types: a finding without a checklist."""

from pathlib import Path

from tests.cli.conftest import Cli


def test_a_finding_without_a_checklist_is_added_with_its_photo_and_found_by_its_source(
    with_sites: Cli, photo: Path
) -> None:
    types = with_sites("findings", "types", "--json").json["types"]
    assert {"Z4", "Y2"} <= {one["code"] for one in types}
    site = ("--site", "桂花里小区", "--photo", photo, "--by", "王敏", "--json")
    done = with_sites("findings", "add", "--type", "Z4", *site).json
    assert (done["photos"], done["twins"], done["unit"]) == (1, [], "望云街道办事处")
    again = with_sites("findings", "add", "--type", "Z4", *site).json
    assert again["twins"] == [done["no"]]
    meeting = ("--text", "巷口照明", "--due", "2027-01-05", "--meeting", "第3次会议", "--site", "桂花里小区", "--json")
    asked = with_sites("findings", "add", *meeting).json
    (row,) = with_sites("findings", "--source", "meeting", "--json").json["findings"]
    assert (row["no"], row["source_note"], row["due_on"]) == (asked["no"], "第3次会议", "2027-01-05")


def test_a_finding_that_says_nothing_and_one_in_an_unknown_street_are_refused(with_sites: Cli) -> None:
    empty = with_sites("findings", "add", "--site", "桂花里小区", "--json")
    assert (empty.status, empty.json["errors"][0]["code"]) == (1, "finding.no-text")
    lost = with_sites("findings", "add", "--type", "Z4", "--street", "无名街道", "--place", "路口", "--json")
    assert (lost.status, lost.json["errors"][0]["code"]) == (1, "name.unknown")
