"""催办: who is late and who is due soon, as a workbook to telephone by and as letters."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from inspector.domain.errors import Refused
from inspector.services.pressing import TEMPLATE
from tests.town import Town, furnished_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = furnished_town(tmp_path / "w.db")
    yield made
    made.services.close()


def test_the_list_holds_every_finding_that_is_late_or_due_soon_once(town: Town, tmp_path: Path) -> None:
    owed = town.services.pressing.owed()
    assert sum(len(one.overdue) for one in owed) == town.services.ledger.overdue_count()
    written = town.services.pressing.write_list(tmp_path / "催办.xlsx")
    book = openpyxl.load_workbook(tmp_path / "催办.xlsx")
    numbers = [str(row[2].value) for row in book["问题明细"].iter_rows(min_row=4)]
    assert len(numbers) == len(set(numbers)) == written == sum(len(one.overdue) + len(one.soon) for one in owed)
    assert [row[4].value for row in book["按单位"].iter_rows(min_row=4)] == [len(one.overdue) for one in owed]


def test_each_late_unit_gets_its_letter_in_the_layout_of_the_standard(town: Town, tmp_path: Path) -> None:
    late = [one for one in town.services.pressing.owed() if one.overdue]
    files = town.services.pressing.write_letters(tmp_path, "创城督〔2026〕3号")
    assert [file.name for file in files] == [f"督办单 {one.name}.docx" for one in late]
    letter = Document(str(files[0]))
    section = letter.sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges if edge] == [37, 35, 28, 26]
    texts = [paragraph.text for paragraph in letter.paragraphs]
    assert "创城督〔2026〕3号" in texts
    assert f"{late[0].name}：" in texts
    rows = [[cell.text for cell in row.cells] for row in letter.tables[0].rows]
    assert [row[1] for row in rows[1:]] == [line.no for line in late[0].overdue]


def test_an_offices_own_template_is_used_and_a_broken_one_is_named(town: Town, tmp_path: Path) -> None:
    own = tmp_path / "templates" / TEMPLATE.name
    own.parent.mkdir()
    mine = Document(str(TEMPLATE))
    mine.add_paragraph("本区自己的话 {{ unit }}")
    mine.save(str(own))
    files = town.services.pressing.write_letters(tmp_path)
    assert any(p.text.startswith("本区自己的话 ") for p in Document(str(files[0])).paragraphs)
    own.write_bytes(b"no document")
    with pytest.raises(Refused) as refused:
        town.services.pressing.write_letters(tmp_path)
    assert refused.value.complaint.code == "letter.template"
    own.unlink()
    spy = Document(str(TEMPLATE))
    spy.add_paragraph("{{ unit.__class__.__mro__ }}")
    spy.save(str(own))
    with pytest.raises(Refused):
        town.services.pressing.write_letters(tmp_path)
