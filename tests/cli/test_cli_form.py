"""`planforge render --form`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

Call = Callable[..., tuple[int, str, str]]


def form(work: Path, *paragraphs: str) -> None:
    file = docx.Document()
    for text in paragraphs:
        file.add_paragraph(text)
    file.save(str(work / "form.docx"))


def test_a_form_is_filled_in(plan: Path, work: Path, call: Call) -> None:
    form(work, "名称：{{ 标题 }}")
    code, out, err = call("render", "plan.yaml", "--form", "form.docx", "--lang", "en")
    assert (code, out, err) == (0, "", "written: plan.docx\n")
    made = docx.Document(str(work / "plan.docx"))
    assert made.paragraphs[0].text == "名称：青禾县第二中学工会2027年工作计划"
    assert plan.is_file()


def test_a_form_that_was_filled_in_may_be_filled_in_again(
    plan: Path, work: Path, call: Call
) -> None:
    form(work, "{{ 标题 }}")
    call("render", str(plan), "--form", "form.docx", "-q")
    plan.write_text(plan.read_text("utf-8").replace("2027年工作", "全年工作"), encoding="utf-8")
    assert call("render", str(plan), "--form", "form.docx", "-q") == (0, "", "")
    made = docx.Document(str(work / "plan.docx"))
    assert made.paragraphs[0].text == "青禾县第二中学工会全年工作计划"


def test_a_wrong_form_is_told_once_and_nothing_is_written(
    plan: Path, work: Path, call: Call
) -> None:
    form(work, "名称：{{ 标提 }}")
    code, out, err = call(
        "render", str(plan), str(plan), "--form", "form.docx", "-o", "out", "--lang", "en"
    )
    assert (code, out) == (2, "")
    assert err == (
        "form.docx: PF020 paragraph 1 “名称：{{ 标提 }}”: {{ 标提 }}: there is no name 标提\n"
        "  hint: did you mean 标题?\n"
    )
    assert not (work / "out").exists()


def test_what_a_form_needs_is_listed_without_a_plan(work: Path, call: Call) -> None:
    form(work, "{{ 标题 }}", "{{ 单位.上级 }}")
    code, out, err = call("render", "--form", "form.docx", "--list", "--lang", "en")
    assert (code, err) == (0, "")
    assert out == (
        "name       known  where        about\n"
        "标题       yes    paragraph 1  Title of the document\n"
        "单位.上级  yes    paragraph 2  The body above it\n"
    )


def test_what_a_form_needs_is_listed_beside_what_a_plan_says(
    plan: Path, work: Path, call: Call
) -> None:
    form(work, "{{ 单位 }}{{ 单位.上级 }}", "{% for 任务 in 重点任务.子项 %}{% endfor %}{{ 标提 }}")
    code, out, err = call("render", str(plan), "--form", "form.docx", "--list", "--lang", "en")
    assert code == 1
    rows = [line.split() for line in out.splitlines()]
    assert rows[1][:3] == ["单位", "yes", "青禾县第二中学工会"]
    assert rows[2][:3] == ["单位.上级", "yes", "(empty)"]
    assert rows[3][:4] == ["重点任务.子项", "yes", "2", "entries"]
    assert rows[4] == ["标提", "no", "paragraph", "2", "did", "you", "mean", "标题?"]
    assert "there is no name 标提" in err


def test_a_missing_library_is_told_with_the_way_to_install_it(
    plan: Path, work: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    form(work, "{{ 标题 }}")
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    monkeypatch.delitem(sys.modules, "planforge.forms.engine", raising=False)
    code, _out, err = call("render", str(plan), "--form", "form.docx", "--lang", "en")
    assert code == 2
    assert err == (
        "error: --form needs docxtpl, which is not installed\n"
        'hint: install it with: pip install "planforge[forms]"\n'
    )


def test_a_form_makes_word_documents_only(plan: Path, work: Path, call: Call) -> None:
    form(work, "{{ 标题 }}")
    code, _out, err = call("render", str(plan), "--form", "form.docx", "-f", "html", "--lang", "en")
    assert code == 2
    assert err.startswith("error: --form with a Word file makes Word documents, not html\n")


def test_a_form_takes_no_style(plan: Path, work: Path, call: Call) -> None:
    form(work, "{{ 标题 }}")
    code, _out, err = call(
        "render", str(plan), "--form", "form.docx", "--style", "gb", "--lang", "en"
    )
    assert code == 2
    assert err == (
        "error: --form and --style do not go together\nhint: a form has styles of its own\n"
    )


def test_a_list_without_a_form_is_refused(plan: Path, call: Call) -> None:
    code, _out, err = call("render", str(plan), "--list", "--lang", "en")
    assert (code, err.splitlines()[0]) == (2, "error: --form is missing")
