"""Documents that are no plan files: findings stand where their readers find them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from planforge.errors import Problem
from planforge.lint.choice import Choice
from planforge.lint.engine import Look
from planforge.lint.foreign import differences, look_at
from planforge.lint.foreign_places import Document
from planforge.lint.request import Request
from planforge.lint.rule import RULES
from planforge.readers import Line

if TYPE_CHECKING:
    from planforge.lint.report import Item

ASKED = Request(choice=Choice(select=("PF0", "PF401", "PF616")))
TEXT = """\
青禾县第二中学工会20xx年工作计划

一、指导思想
　　围绕学校中心工作，到xx年服务教职工。

二、重点任务
1. 慰问xx年困难职工。
（1）开展xx年职工运动会。
三、月度安排
3月：xx年女职工座谈会
青禾县第二中学工会
20xx年1月8日
"""


def items(path: str, data: str | bytes) -> list[Item]:
    raw = data.encode() if isinstance(data, str) else data
    return list(ASKED.report(path, raw)[0].items)


def words(item: Item) -> str:
    problem = item.problem
    return problem.excerpt[problem.column - 1 : problem.end_column - 1]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_finding_in_a_text_file_has_line_and_column_of_that_file(end: str, encoding: str) -> None:
    found = items("来文.txt", TEXT.replace("\n", end).encode(encoding))
    lines = TEXT.splitlines()
    assert len(found) == TEXT.count("xx年")
    for item in found:
        assert item.start is not None
        assert item.problem.excerpt == lines[item.start.line - 1]
        assert words(item) in {"20xx年", "xx年"}
    assert [item.problem.line for item in found] == [1, 4, 7, 8, 10, 12]


def test_a_finding_in_markdown_stands_in_the_line_with_its_marks() -> None:
    text = "# 青禾县第二中学工会20xx年工作计划\n\n## 重点任务\n\n- 慰问**xx年**困难职工\n"
    found = items("来文.md", text)
    assert [(i.problem.line, i.problem.column, words(i)) for i in found] == [
        (1, 12, "20xx年"),
        (5, 7, "xx年"),
    ]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("<!-- planforge: disable=PF401 -- 原文如此 -->", ["PF401"]),
        ("<!-- planforge: disable=PF401 -->", ["PF401"]),
        ("<!-- planforge: disable=PF616 -->", ["PF401", "PF401", "PF006"]),
        ("<!-- planforge: disable=PF998 -->", ["PF401", "PF401", "PF006"]),
    ],
)
def test_comments_of_markdown_turn_rules_off(comment: str, codes: list[str]) -> None:
    text = f"# 青禾县第二中学工会20xx年工作计划\n\n## 重点任务\n\n- 慰问xx年困难职工 {comment}\n"
    assert [item.problem.code for item in items("来文.md", text)] == codes


def test_a_comment_of_markdown_covers_the_next_line_or_the_file() -> None:
    text = "# 青禾县工会20xx年工作计划\n\n## 重点任务\n\n{}\n\n- 慰问xx年困难职工\n"
    below = text.format("<!-- planforge: disable-next-line=PF401 -->")
    assert [item.problem.line for item in items("来文.md", below)] == [1]
    assert items("来文.md", "<!-- planforge: disable-file=PF401 -->\n" + text.format("")) == []


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("青禾县第二中学工会20xx年工作计划", 0)
    document.add_paragraph("一、指导思想")
    document.add_paragraph("围绕学校中心工作，到xx年服务教职工。")
    document.add_paragraph("")
    document.add_paragraph("二、重点任务")
    document.add_paragraph("1. 慰问xx年困难职工。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "责任人"
    table.cell(0, 1).text = "xx年值班人员"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_finding_in_a_word_file_names_paragraph_and_heading_and_shows_the_words() -> None:
    found = items("来文.docx", word_file())
    assert [item.place for item in found] == [
        "来文.docx: paragraph 1",
        "来文.docx: paragraph 3 (一、指导思想)",
        "来文.docx: paragraph 6 (二、重点任务)",
        "来文.docx: paragraph 8 (二、重点任务)",
    ]
    assert [words(item) for item in found] == ["20xx年", "xx年", "xx年", "xx年"]
    assert all(item.start is None for item in found)


def test_a_damaged_word_file_is_a_finding() -> None:
    (item,) = items("来文.docx", word_file()[:-40])
    assert item.problem.path == "来文.docx"


def test_blanks_that_join_the_cells_of_a_table_are_not_reported() -> None:
    found = items("来文.docx", word_file())
    assert not [item for item in found if item.problem.code == "PF616"]


def test_rules_about_the_writing_of_plan_files_say_nothing_about_documents() -> None:
    assert set(differences().left_out) <= set(RULES)
    everything = Request(choice=Choice(select=("ALL",)))
    found = everything.report("来文.txt", TEXT.encode())[0].items
    assert found
    assert not {item.problem.code for item in found} & set(differences().left_out)
    assert not [item for item in found if item.problem.code < "PF3" and item.problem.hint]


def test_a_plan_file_is_none_of_them() -> None:
    request = Request()
    for name in ("a.yaml", "a.YML", "-", "计划"):
        assert not request.is_foreign(name)
    for name in ("a.docx", "a.MD", "a.txt", "a.pdf"):
        assert request.is_foreign(name)


def test_real_plans_keep_every_place_inside_their_lines() -> None:
    corpus = Path(__file__).parents[3] / "shared" / "corpus" / "plans"
    if not corpus.is_dir():
        pytest.skip("the corpus of real plans is not part of the project")
    paths = sorted(corpus.glob("*.txt"))[:8]
    assert paths
    for path in paths:
        data = path.read_bytes()
        lines = data.decode().splitlines()
        for item in Request().report(path.name, data)[0].items:
            if item.start and item.end:
                assert item.problem.excerpt == lines[item.start.line - 1]
                assert 1 <= item.start.column <= item.end.column <= len(item.problem.excerpt) + 1


def test_typed_numbers_that_skip_or_repeat_are_told_at_the_number() -> None:
    text = (
        "青禾县第二中学工会2027年工作计划\n一、重点任务\n1.办好食堂。\n3.办好车棚。\n"
        "三、组织领导\n校工会主席负责，各分会落实。\n"
    )
    asked = Request(choice=Choice(select=("PF606",)))
    report, _seen = asked.report("来文.txt", text.encode())
    found = [(item.problem.line, words(item)) for item in report.items]
    assert found == [(4, "3."), (5, "三、")]


def test_a_finding_about_the_whole_document_has_no_place() -> None:
    document = Document("来文.docx", (Line(3, "一、重点任务"),), (), has_lines=False, raw=None)
    placed = document.placed(Problem("PF106", "x", "来文.docx"), Look(()))
    assert placed is not None
    assert placed[-1].place == "来文.docx"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (Line(0, "青禾县总工会文件", part="header"), "来文.docx: header"),
        (Line(0, "第1页", part="footer"), "来文.docx: footer"),
        (Line(7, "办好职工之家。"), "来文.docx: paragraph 7 (二、重点任务)"),
        (Line(7, "三、组织领导"), "来文.docx: paragraph 7"),
    ],
)
def test_a_place_in_a_word_file_is_named_in_words(line: Line, place: str) -> None:
    lines = (Line(1, "重点任务", label="二、", level=1), line)
    document = Document("来文.docx", lines, (), has_lines=False, raw=None)
    problem = Problem("PF401", "x", "来文.docx")
    assert document.item(problem, 2, 0, 2).place == place


@pytest.mark.parametrize("name", ["空.docx", "空.txt", "空.md"])
def test_an_empty_document_is_no_document(name: str) -> None:
    (item,) = look_at(name, b"", Request())[0]
    assert (item.problem.code, item.problem.message) == ("PF001", "the file is empty")
