"""催办: who is late and who is due soon, as a workbook to telephone by and as letters."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.services.pressing import TEMPLATES, Letter
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
    own = tmp_path / "templates" / TEMPLATES[Letter.PRESS].name
    own.parent.mkdir()
    mine = Document(str(TEMPLATES[Letter.PRESS]))
    mine.add_paragraph("本区自己的话 {{ unit }}")
    mine.save(str(own))
    files = town.services.pressing.write_letters(tmp_path)
    assert any(p.text.startswith("本区自己的话 ") for p in Document(str(files[0])).paragraphs)
    own.write_bytes(b"no document")
    with pytest.raises(Refused) as refused:
        town.services.pressing.write_letters(tmp_path)
    assert refused.value.complaint.code == "letter.template"
    own.unlink()
    spy = Document(str(TEMPLATES[Letter.PRESS]))
    spy.add_paragraph("{{ unit.__class__.__mro__ }}")
    spy.save(str(own))
    with pytest.raises(Refused):
        town.services.pressing.write_letters(tmp_path)


def test_letters_are_numbered_on_in_the_offices_own_pattern(town: Town, tmp_path: Path) -> None:
    pressing = town.services.pressing
    town.services.office.decide("letter.press.pattern", "桂督〔{year}〕{n}号")
    files = pressing.issue_letters(Letter.PRESS, tmp_path, pressing.next_serial(Letter.PRESS))
    numbers = [Document(str(file)).paragraphs[0].text for file in files]
    assert numbers == [f"桂督〔2026〕{n}号" for n in range(1, len(files) + 1)]
    assert pressing.next_serial(Letter.PRESS) == len(files) + 1
    assert pressing.next_serial(Letter.NOTICE) == 1
    again = pressing.issue_letters(Letter.PRESS, tmp_path, 1)
    assert Document(str(again[0])).paragraphs[0].text == "桂督〔2026〕1号"
    assert pressing.next_serial(Letter.PRESS) == len(files) + 1


def test_a_notice_tells_a_unit_all_its_open_findings_with_what_is_asked(town: Town, tmp_path: Path) -> None:
    ids = town.services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,)))
    rows = town.services.ledger.rows(ids)
    files = town.services.pressing.issue_letters(Letter.NOTICE, tmp_path, 7, ids)
    told: dict[str, str] = {}
    for file in files:
        table = Document(str(file)).tables[0]
        told |= {row.cells[1].text: row.cells[4].text for row in table.rows[1:]}
    stories = {row.no: town.services.ledger.story(row.id).finding.requirement for row in rows.values()}
    assert told == stories
    units = dict.fromkeys(row.unit_name for row in sorted(rows.values(), key=lambda row: row.no))
    assert {file.stem for file in files} == {
        f"整改通知书 {name} 创城整〔2026〕{n}号" for n, name in enumerate(units, 7)
    }


@pytest.mark.parametrize("kind", Letter)
def test_the_shipped_templates_keep_the_measures_of_the_standard(kind: Letter) -> None:
    template = Document(str(TEMPLATES[kind]))
    section = template.sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges if edge] == [37, 35, 28, 26]
    fonts = {(run.font.name, run.font.size.pt) for p in template.paragraphs for run in p.runs if run.font.size}
    assert {("方正小标宋简体", 22), ("仿宋_GB2312", 16), ("黑体", 16)} <= fonts
    lines = [
        p.paragraph_format.line_spacing for p in template.paragraphs if "仿宋_GB2312" in {r.font.name for r in p.runs}
    ]
    assert {28.0} == {Length(line).pt for line in lines if line}
    everything = " ".join(
        [p.text for p in template.paragraphs] + [c.text for r in template.tables[0].rows for c in r.cells]
    )
    own = {"press": "f.overdue", "notice": "f.asked"}[kind]
    for name in ("number", "unit", "issuer", "day", "count", "f.seq", "f.no", "f.where", "f.text", "f.due", own):
        assert f"{{{{ {name} }}}}" in everything


@pytest.mark.parametrize("kind", Letter)
def test_pages_of_a_letter_are_numbered_outside_and_rows_of_its_list_stay_whole(kind: Letter) -> None:
    template = Document(str(TEMPLATES[kind]))
    section = template.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert template.settings.odd_and_even_pages_header_footer
    assert (odd.alignment, even.alignment) == (WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT)
    assert odd.text == even.text == "—  —"
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in template.tables[0].rows)
    annex = next(p.text for p in template.paragraphs if p.text.startswith("附件："))
    assert annex.removeprefix("附件：") == template.paragraphs[-1].text


@pytest.mark.office
@pytest.mark.slow
def test_a_word_processor_lays_each_letter_out_on_two_pages(town: Town, tmp_path: Path) -> None:
    if not (soffice := shutil.which("soffice")) or not shutil.which("pdfinfo"):
        pytest.skip("needs LibreOffice and poppler")
    pressing = town.services.pressing
    letters = [pressing.issue_letters(kind, tmp_path, 1)[0] for kind in Letter]
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, letters)]
    subprocess.run(command, check=False, capture_output=True, timeout=180)
    if not (pdf := letters[0].with_suffix(".pdf")).exists():
        pytest.skip("needs LibreOffice Writer")
    for letter in letters:
        facts = subprocess.run(["pdfinfo", str(letter.with_suffix(".pdf"))], check=True, capture_output=True, text=True)
        assert "Pages:           2" in facts.stdout
    assert pdf.stat().st_size > 0
