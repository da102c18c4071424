"""`planforge render --style` with a Word file of the user."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import docx
import pytest

Call = Callable[..., tuple[int, str, str]]

REPORT = """\
from own.docx:
  page              216×279 mm    as in the file
  header            青禾县总工会  as in the file
  footer                          the file has none
  title             Title         found by its name
  heading 1         heading 1     found by its name
"""


def own_file(work: Path) -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "青禾县总工会"
    file.save(str(work / "own.docx"))


def test_a_document_takes_its_header_from_a_word_file(plan: Path, work: Path, call: Call) -> None:
    own_file(work)
    code, out, err = call("render", "plan.yaml", "--style", "own.docx", "--lang", "en")
    assert (code, out) == (0, "")
    assert err.startswith(REPORT)
    assert err.endswith("written: plan.docx\n")
    made = docx.Document(str(work / "plan.docx"))
    assert made.sections[0].header.paragraphs[0].text == "青禾县总工会"
    assert "办好职工之家" in [p.text for p in made.paragraphs]
    assert plan.is_file()


def test_what_was_used_is_told_once_for_several_plans(plan: Path, work: Path, call: Call) -> None:
    own_file(work)
    (work / "other.yaml").write_bytes(plan.read_bytes())
    call_ = ("render", "plan.yaml", "other.yaml", "--style", "own.docx", "--lang", "en")
    _code, _out, err = call(*call_)
    assert err.count("  title  ") == 1
    assert err.count("from own.docx:") == 1


def test_quiet_does_not_tell_what_was_used(plan: Path, work: Path, call: Call) -> None:
    own_file(work)
    assert call("render", str(plan), "--style", "own.docx", "-q") == (0, "", "")


def test_a_document_made_in_a_word_file_may_be_made_again(
    plan: Path, work: Path, call: Call
) -> None:
    own_file(work)
    call("render", "plan.yaml", "--style", "own.docx", "-q")
    plan.write_text(plan.read_text("utf-8").replace("宣传委员", "组织委员"), encoding="utf-8")
    assert call("render", "plan.yaml", "--style", "own.docx", "-q") == (0, "", "")
    made = docx.Document(str(work / "plan.docx"))
    assert any("组织委员" in p.text for p in made.paragraphs)


def test_a_word_file_makes_word_documents_only(plan: Path, work: Path, call: Call) -> None:
    own_file(work)
    code, _out, err = call("render", str(plan), "--style", "own.docx", "-f", "html", "--lang", "en")
    assert code == 2
    assert err == (
        "error: --style with a Word file makes Word documents, not html\nhint: leave out --format\n"
    )


def test_a_missing_word_file_is_told_once(plan: Path, call: Call) -> None:
    code, _out, err = call("render", str(plan), str(plan), "--style", "own.docx", "--lang", "en")
    assert (code, err) == (2, "error: there is no file own.docx\n")


def test_a_damaged_word_file_is_told_in_one_sentence(plan: Path, work: Path, call: Call) -> None:
    (work / "own.docx").write_bytes(b"PK\x03\x04 nothing more")
    code, _out, err = call("render", str(plan), "--style", "own.docx", "--lang", "en")
    assert code == 2
    assert err == (
        "error: own.docx: this is no Word file, or it is damaged\n"
        "hint: open it in Word or WPS and save it again as .docx\n"
    )


def test_a_word_file_and_a_form_can_become_pdf_too(
    plan: Path, work: Path, call: Call, lacking: Callable[[str], None]
) -> None:
    if shutil.which("soffice") is None or find_spec("pdfminer") is None:
        lacking("LibreOffice or pdfminer is not installed")
    own_file(work)
    form = docx.Document()
    form.add_paragraph("{{ 标题 }}")
    form.save(str(work / "form.docx"))
    for option, file in (("--style", "own.docx"), ("--form", "form.docx")):
        code, _out, err = call("render", str(plan), option, file, "-o", f"{file}.pdf", "-q")
        assert (code, err) == (0, "")
        assert (work / f"{file}.pdf").read_bytes().startswith(b"%PDF-")


def naming(plan: Path, name: str) -> None:
    """Let the plan ask for the page of a file."""
    plan.write_text(f"{plan.read_text('utf-8')}版式: {{样式: {name}}}\n", encoding="utf-8")


def test_a_plan_may_name_a_word_file_beside_it(plan: Path, work: Path, call: Call) -> None:
    folder = work / "计划"
    folder.mkdir()
    plan = plan.rename(folder / "plan.yaml")
    own_file(folder)
    naming(plan, "own.docx")
    code, out, err = call("render", "计划/plan.yaml", "--lang", "en")
    assert (code, out) == (0, "")
    assert err.startswith(REPORT.replace("own.docx", str(Path("计划", "own.docx"))))
    made = docx.Document(str(folder / "plan.docx"))
    assert made.sections[0].header.paragraphs[0].text == "青禾县总工会"


def test_a_word_file_in_the_current_folder_is_found_too(plan: Path, work: Path, call: Call) -> None:
    folder = work / "计划"
    folder.mkdir()
    plan = plan.rename(folder / "plan.yaml")
    own_file(work)
    naming(plan, "own.docx")
    _code, _out, err = call("render", "计划/plan.yaml", "--lang", "en")
    assert err.startswith(REPORT)


def test_text_of_a_plan_that_names_a_word_file_is_as_without_it(
    plan: Path, work: Path, call: Call
) -> None:
    _code, without, _err = call("render", "plan.yaml", "-f", "txt", "-o", "-", "-q")
    own_file(work)
    naming(plan, "own.docx")
    assert call("render", "plan.yaml", "-f", "txt", "-o", "-", "-q") == (0, without, "")


def test_what_is_asked_for_on_the_command_line_wins(plan: Path, work: Path, call: Call) -> None:
    own_file(work)
    naming(plan, "own.docx")
    assert call("render", "plan.yaml", "--style", "plain", "-q") == (0, "", "")
    made = docx.Document(str(work / "plan.docx"))
    assert made.sections[0].header.paragraphs[0].text == ""


def test_a_style_file_beside_the_plan_may_be_named_too(plan: Path, work: Path, call: Call) -> None:
    folder = work / "计划"
    folder.mkdir()
    plan = plan.rename(folder / "plan.yaml")
    (folder / "own.yaml").write_text("extends: gb\npage: {top: 30 mm}\n", encoding="utf-8")
    naming(plan, "own.yaml")
    assert call("render", "计划/plan.yaml", "-q") == (0, "", "")
    top = docx.Document(str(folder / "plan.docx")).sections[0].top_margin
    assert top is not None
    assert round(top.mm) == 30


@pytest.mark.parametrize("command", ["render", "lint"])
def test_a_word_file_that_cannot_be_used_is_told_where_the_plan_names_it(
    plan: Path, work: Path, call: Call, command: str
) -> None:
    naming(plan, "own.docx")
    line = len(plan.read_text("utf-8").splitlines())
    place = rf"^plan\.yaml:{line}:10: PF004 (?:error: )?"
    code, out, err = call(command, "plan.yaml", "--lang", "en")
    assert code == (2 if command == "render" else 1)
    assert re.search(f"{place}there is no file own.docx$", out + err, re.MULTILINE)
    (work / "own.docx").write_bytes(b"PK\x03\x04 nothing more")
    _code, out, err = call(command, "plan.yaml", "--lang", "en")
    said = "own.docx: this is no Word file, or it is damaged"
    assert re.search(f"{place}{said}$", out + err, re.MULTILINE)
    assert "open it in Word or WPS and save it again as .docx" in out + err
