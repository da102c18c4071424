"""Markdown: the marks go, the words and the numbers stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.errors import UserError
from planforge.readers import Cell, Dropped, Line, Loss, reading
from planforge.readers.markdown import LARGEST

if TYPE_CHECKING:
    from planforge.readers import Reading


def whole(text: str) -> Reading:
    return reading("旧计划.md", text.encode())


def lines(text: str) -> list[Line]:
    return list(whole(text).lines)


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def test_the_only_heading_above_all_others_is_the_title() -> None:
    source = "# 工作计划\n\n## 一、任务\n\n文\n\n### （一）学习\n\n## 二、措施\n"
    assert [(ln.number, ln.text, ln.level, ln.style) for ln in lines(source)] == [
        (1, "工作计划", 0, "title"),
        (3, "一、任务", 1, ""),
        (5, "文", 0, ""),
        (7, "（一）学习", 2, ""),
        (9, "二、措施", 1, ""),
    ]
    assert [line.level for line in lines("# 一、任务\n\n# 二、措施\n")] == [1, 1]


def test_numbers_of_lists_are_labels() -> None:
    source = "1. 甲\n2. 乙\n   - 丙\n   - 丁\n\n3) 戊\n4) 己\n"
    assert [(line.label, line.text, line.depth) for line in lines(source)] == [
        ("1.", "甲", 1),
        ("2.", "乙", 1),
        ("•", "丙", 2),
        ("•", "丁", 2),
        ("3)", "戊", 1),
        ("4)", "己", 1),
    ]


@pytest.mark.parametrize(
    ("source", "labels"),
    [("1. 甲\n1. 乙\n1. 丙\n", ["1.", "2.", "3."]), ("3. 甲\n5. 乙\n6. 丙\n", ["3.", "5.", "6."])],
)
def test_a_list_counts_as_it_is_written_or_by_itself(source: str, labels: list[str]) -> None:
    assert [line.label for line in lines(source)] == labels


def test_every_line_of_the_source_is_a_line() -> None:
    source = "第一行\n第二行\\\n第三行  \n第四行<br>第五行\n"
    assert [(line.number, line.text, line.continues) for line in lines(source)] == [
        (1, "第一行", False),
        (2, "第二行", True),
        (3, "第三行", True),
        (4, "第四行", True),
        (4, "第五行", True),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**加强**学习", "加强学习"),
        ("**加强学习。**认真组织", "加强学习。认真组织"),
        ("抓好**“三个意识”**教育", "抓好“三个意识”教育"),
        ("*一*、`二`、~~三~~", "一、二、~~三~~"),
        ("[链接](http://example.org)", "链接"),
        ("\\*\\*市总工会\\*\\*", "**市总工会**"),
        ("某\\*\\*。乙\\*\\*", "某**。乙**"),
        ("加速***崛起", "加速***崛起"),
        ("2\\. 甲", "2. 甲"),
        ("&nbsp;A &amp; B &#12288;", "\xa0A & B \u3000"),
        ("[注]: 说明", "[注]: 说明"),
        ("    四个空格起头", "四个空格起头"),
        ("一、任务\n---", "一、任务"),
        ("文<span style='x'>字</span>", "文字"),
    ],
)
def test_words_come_out_without_their_marks(source: str, text: str) -> None:
    assert texts(source + "\n") == [text]


def test_a_line_under_a_whole_paragraph_makes_no_heading_of_it() -> None:
    assert [line.level for line in lines("一、任务\n---\n\n第一行\n第二行\n---\n")] == [1, 0, 0]


def test_what_is_strong_as_a_whole_is_bold() -> None:
    source = "**（一）学习**\n\n**学习。**认真\n\n**抓好学习。**\n"
    assert [line.bold for line in lines(source)] == [True, False, True]


def test_tables_know_their_cells() -> None:
    source = "|月份|活动|\n|---|:-:|\n|1月|慰问<br>座谈|\n|2\\|3月||\n\n后\n"
    assert [(line.text, line.cell) for line in lines(source)] == [
        ("月份", Cell(0, 0, 0)),
        ("活动", Cell(0, 0, 1)),
        ("1月", Cell(0, 1, 0)),
        ("慰问", Cell(0, 1, 1)),
        ("座谈", Cell(0, 1, 1)),
        ("2|3月", Cell(0, 2, 0)),
        ("", Cell(0, 2, 1)),
        ("后", None),
    ]


def test_front_matter_is_told_apart_and_a_rule_is_none() -> None:
    source = "---\ntitle: 计划\ntags:\n  - 工会\n---\n正文\n"
    assert [(line.number, line.part, line.text) for line in lines(source)] == [
        (2, "front matter", "title: 计划"),
        (3, "front matter", "tags:"),
        (4, "front matter", "  - 工会"),
        (6, "", "正文"),
    ]
    assert texts("---\n正文没有键\n---\n") == ["正文没有键"]
    assert texts("---\ntitle: 计划\n") == ["title: 计划"]


def test_links_to_the_headings_of_the_file_are_its_contents() -> None:
    source = "# 计划\n\n## 目　录\n\n- [一、甲](#a)\n  - [（一）乙](#b)\n\n## 一、甲\n"
    assert texts(source) == ["计划", "一、甲"]
    assert whole(source).dropped == (Dropped(Loss.CONTENTS, 3),)


def test_comments_and_pictures_are_counted() -> None:
    source = "甲<!-- 内 -->乙![图](x.png)\n\n<!-- 外\n\n两段 -->\n\n<!-- planforge sha256:12 -->\n"
    assert texts(source) == ["甲乙"]
    assert whole(source).dropped == (Dropped(Loss.COMMENT, 2), Dropped(Loss.PICTURE, 1))


def test_html_inside_is_read_as_html() -> None:
    source = "<table><tr><td>月份</td><td>活动</td></tr></table>\n\n<script>x()</script>\n\n文\n"
    assert texts(source) == ["月份", "活动", "文"]


def test_code_is_text_as_it_stands() -> None:
    assert [(ln.number, ln.text) for ln in lines("甲\n```\n 乙 \n**丙**\n```\n")] == [
        (1, "甲"),
        (3, " 乙 "),
        (4, "**丙**"),
    ]


def test_items_without_blank_lines_between_stay_apart() -> None:
    source = "一、任务\n（一）学习\n1、读书\n2、讨论\n"
    assert texts(source) == ["一、任务", "（一）学习", "1、读书", "2、讨论"]


def test_a_file_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(UserError, match="larger than planforge reads"):
        whole("甲" * (LARGEST + 1))


@pytest.mark.parametrize(
    "source", ["[" * 5000, "*a " * 5000, "> " * 5000 + "甲", "`" * 20000, "- " * 2000]
)
def test_marks_upon_marks_take_no_time(source: str) -> None:
    assert lines(source + "\n") is not None
