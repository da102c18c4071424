from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import writers
from planforge.office import program
from planforge.writers.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def test_without_libreoffice_one_sentence_and_a_way_out(
    call: Call, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "find", lambda: "")
    code, out, said = call("render", "plan.yaml", "-f", "pdf")
    assert (code, out) == (2, "")
    assert said.splitlines() == [
        "错误：生成 PDF 要用 LibreOffice，这台电脑上没有找到",
        "提示：请从 libreoffice.org 安装，或者用 Word、WPS 把 Word 文档另存为 PDF",
    ]
    assert not plan.with_suffix(".pdf").exists()


@pytest.fixture
def _printer(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Rendered.with_notices(b"%PDF", ("字体：甲 → 乙", "警告：丙"))
    monkeypatch.setattr(writers, "writer", lambda _name: lambda _document, _style: made)


@pytest.mark.usefixtures("_printer")
def test_the_fonts_are_told_below_the_file(call: Call, plan: Path) -> None:
    assert call("render", "plan.yaml", "-o", "a.pdf") == (
        0,
        "",
        "已写入：a.pdf\n  字体：甲 → 乙\n  警告：丙\n",
    )
    assert plan.with_name("a.pdf").read_bytes() == b"%PDF"


@pytest.mark.usefixtures("_printer")
def test_a_quiet_call_tells_nothing(call: Call, plan: Path) -> None:
    assert call("render", str(plan), "-f", "pdf", "-q") == (0, "", "")


def test_a_pdf_does_not_go_to_the_terminal(call: Call, plan: Path) -> None:
    code, _out, said = call("render", str(plan), "-f", "pdf", "-o", "-")
    assert code == 2
    assert "pdf" in said
