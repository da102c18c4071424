from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rendered(call: Call, plan: Path) -> Path:
    assert plan.exists()
    assert call("render", "plan.yaml", "-q")[0] == 0
    return plan.with_suffix(".docx")


@pytest.fixture
def foreign(work: Path) -> Path:
    document = Document()
    document.add_paragraph("青禾县总工会2027年工作计划")
    document.add_paragraph("团结动员职工建功立业。")
    path = work / "foreign.docx"
    document.save(str(path))
    return path


def test_our_own_document_is_exit_code_0(call: Call, rendered: Path) -> None:
    assert call("check", rendered.name) == (
        0,
        "",
        "plan.docx：按“党政机关公文格式 (gb)”检查（据文字和页面判断）\n1 个文件，0 个错误\n",
    )
    assert call("check", rendered.name, "-q") == (0, "", "")


def test_a_document_with_errors_is_exit_code_1(call: Call, foreign: Path) -> None:
    code, out, said = call("check", foreign.name)
    assert code == 1
    assert out.startswith(
        "foreign.docx: PG001 纸张是 215.9 × 279.4 mm，应为 210 × 297 mm\n"
        "  错误，GB/T 9704-2012 5.1 规定\n"
        "  提示：布局，纸张大小：选 A4\n"
    )
    assert said.endswith("个错误\n")


def test_less_bad_findings_can_be_left_out(call: Call, foreign: Path) -> None:
    _code, everything, _said = call("check", foreign.name)
    code, out, _said = call("check", foreign.name, "--min-severity", "error")
    assert code == 1
    assert "PG052" in everything
    assert "PG052" not in out
    assert "警告" not in out


def test_the_style_can_be_chosen_and_is_told(call: Call, rendered: Path) -> None:
    code, out, said = call("check", rendered.name, "--style", "tw")
    assert code == 1
    assert "PG003" in out
    assert said.startswith("plan.docx：按“臺灣計畫書格式 (tw)”检查\n")


def test_a_style_that_is_not_there_is_told_once(call: Call, rendered: Path) -> None:
    code, out, said = call("check", rendered.name, rendered.name, "--style", "gbb")
    assert (code, out) == (2, "")
    assert said.count("gbb") == 1


def test_an_unknown_severity_is_refused(call: Call, rendered: Path) -> None:
    assert call("check", rendered.name, "--min-severity", "fatal")[0] == 2


def test_a_folder_means_the_word_files_in_it(call: Call, rendered: Path) -> None:
    (rendered.parent / "kaputt.docx").write_bytes(b"PK\x03\x04")
    code, out, said = call("check", ".")
    assert code == 1
    assert out == ""
    assert "kaputt.docx: PG000 这不是 Word 文件，或者已损坏\n" in said
    assert said.endswith("2 个文件，1 个错误\n")


def test_a_path_to_nothing_is_exit_code_2_and_the_others_are_checked(
    call: Call, rendered: Path
) -> None:
    code, _out, said = call("check", "nothing.docx", rendered.name)
    assert code == 2
    assert "plan.docx：按" in said
