"""`planforge render --style` with a Word file of the user."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from pathlib import Path

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
