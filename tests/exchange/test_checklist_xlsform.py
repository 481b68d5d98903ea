"""Checklists go out as forms every phone of the field reads, and what phones send back becomes inspections."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from inspector.config.paths import CHECKLISTS
from inspector.domain.checklists import Checklist
from inspector.domain.judging import inputs
from inspector.exchange.checklist_shelf import read_checklist_file
from inspector.exchange.checklist_submissions import read_submissions
from inspector.exchange.checklist_xlsform import questions_of, write_checklist_xlsform
from inspector.exchange.drawn_photos import draw_photo
from inspector.exchange.xlsform_reading import read_xlsform
from tests.town import make_town


def checklist(code: str = "JM") -> Checklist:
    found = read_checklist_file(CHECKLISTS / f"{code}-v1.yaml").checklist
    assert found is not None
    return found


@pytest.mark.parametrize("code", ["JM", pytest.param("LK", marks=pytest.mark.slow)])
def test_pyxform_takes_the_form_and_every_item_is_in_it(tmp_path: Path, code: str) -> None:
    known = checklist(code)
    write_checklist_xlsform(known, tmp_path / "form.xlsx")
    form = read_xlsform(tmp_path / "form.xlsx").form
    assert (form.code, form.version, form.limitations) == (known.name, known.version, ())
    names = {node.name for node in form.nodes}
    assert {item.code for item in known.items} <= names


def test_submissions_of_phones_become_inspections_with_photos(tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    known = checklist()
    plain = [item for item in known.items if not inputs(item.judging) and not item.veto][:2]
    failed, passed = plain
    folder = tmp_path / "instances" / "one"
    folder.mkdir(parents=True)
    (folder / "1.jpg").write_bytes(draw_photo("ebike", 1, size=(640, 480)))
    answers = (
        f"<{failed.code}>fail</{failed.code}><{failed.code}_text>水果摊占道</{failed.code}_text>"
        f"<{failed.code}_photo>1.jpg</{failed.code}_photo><{passed.code}>pass</{passed.code}>"
    )
    vetoes = "".join(f"<{i.code}>not_applicable</{i.code}>" for i in known.items if i.veto)
    (folder / "one.xml").write_text(
        f'<data id="{known.name}" version="1"><start>2026-03-02T09:00:00+08:00</start>'
        f"<end>2026-03-02T10:00:00+08:00</end><visit_site>红莲市场</visit_site><visit_inspector>王敏</visit_inspector>"
        f"<section_1>{answers}{vetoes}</section_1></data>",
        "utf-8",
    )
    (folder / "bad.xml").write_text("<data", "utf-8")
    (folder / "other.xml").write_text('<data id="XX-v1"/>', "utf-8")
    recorded, refused = town.services.whole_inspections.from_phones(folder.parent, "JM", lambda *_: None)
    assert [one.photos for one in recorded] == [1]
    assert sorted(c.code for c in refused) == ["foreign.damaged", "record.other-form"]
    summary = town.services.inspections.summary(recorded[0].inspection)
    assert [(row.item, row.text) for row in summary.findings] == [(failed.code, "水果摊占道")]
    town.services.close()


def test_an_export_of_kobotoolbox_is_read_by_its_names(tmp_path: Path) -> None:
    known = checklist()
    item = next(item for item in known.items if inputs(item.judging) and len(inputs(item.judging)) == 1)
    figure = inputs(item.judging)[0].figure
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(
        ["start", "end", "visit_site", "visit_inspector", f"section_1/{item.code}", f"section_1/{item.code}_{figure}"]
    )
    sheet.append(["2026-03-02T09:00:00+08:00", "2026-03-02T10:00:00+08:00", "红莲市场", "王敏", "yes", "3"])
    book.save(tmp_path / "export.xlsx")
    (visit,), complaints = read_submissions(tmp_path / "export.xlsx", known)
    assert complaints == ()
    assert [(a.item, a.figures[str(figure)]) for a in visit.answers] == [(item.code, 3)]


@pytest.mark.parametrize("join", ["/", "-"])
@pytest.mark.parametrize("labels", [True, False])
def test_an_export_comes_back_by_names_and_by_labels(tmp_path: Path, labels: bool, join: str) -> None:
    known = checklist()
    questions = questions_of(known)
    said = {"start": "2026-03-02T09:00:00+08:00", "end": "2026-03-02T10:00:00+08:00", "visit_site": "红莲市场",
            "visit_inspector": "王敏", "visit_remark": "雨天"}  # fmt: skip
    for number, item in enumerate(known.items):
        figures = inputs(item.judging)
        said[item.code] = ("查了" if labels else "yes") if figures else ("不合格" if labels else "fail")
        said |= {f"{item.code}_{figure.figure}": "1" for figure in figures}
        said |= {f"{item.code}_text": f"第{number}处", f"{item.code}_location": f"{number}号摊"}
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([f"组{join}{label if labels else name}" for name, label in questions])
    sheet.append([said.get(name, "") for name, _ in questions])
    book.save(tmp_path / "export.xlsx")
    (visit,), complaints = read_submissions(tmp_path / "export.xlsx", known)
    assert complaints == ()
    assert (visit.site, visit.inspector, visit.remark) == ("红莲市场", "王敏", "雨天")
    assert [(a.item, a.text, a.location) for a in visit.answers] == [
        (item.code, f"第{number}处", f"{number}号摊") for number, item in enumerate(known.items)
    ]
    for item, answer in zip(known.items, visit.answers, strict=True):
        figures = inputs(item.judging)
        assert {str(figure.figure) for figure in figures} <= set(answer.figures)
        assert (answer.verdict == "fail") == (not figures)
