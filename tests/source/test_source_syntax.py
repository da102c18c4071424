from __future__ import annotations

import pytest

from planforge.errors import FileProblems, Problem, Severity
from planforge.source.engine import Engine, fast, python
from planforge.source.load import load

JARGON = ("mapping", "scalar", "token", "node", "sequence", "expected", "block", "stream")
QUOTE = "a text that begins with {} must stand in quotation marks"
COLON = "the colon behind the key is full-width"
INDENT = "the line is not indented like the lines it belongs to"
SPACE = "a space is missing behind the colon"
WIDE = "the line is indented with a full-width space"
TAB = "the line is indented with a tab"
POINT = "a point of a list begins with - and a space"
NAME = "the name behind {} may hold only a to z, 0 to 9, - and _"
WIDE_COLON = "the line is a text and no key, because its colon is full-width"
UNCLOSED = "the quotation mark {} is not closed"


def refused(text: str, parser: Engine = fast) -> list[Problem]:
    with pytest.raises(FileProblems) as caught:
        load("plan.yaml", text.encode(), engine=parser)
    return list(caught.value.problems)


@pytest.mark.parametrize("parser", [fast, python])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标题：甲\n", [(1, 3, COLON)]),
        ("标题：甲\n单位：乙\n期间：丙\n", [(1, 3, COLON), (2, 3, COLON), (3, 3, COLON)]),
        ("标题: 甲\n单位：乙\n期间: 丙\n地区：丁\n", [(2, 3, COLON), (4, 3, COLON)]),
        ("- 标题：甲\n  内容: 乙\n", [(1, 5, COLON)]),
        ("任务:\n  - 标题: 甲\n    内容：乙\n    期限: 丙\n", [(3, 7, COLON)]),
        ("标题:甲\n单位: 乙\n", [(1, 3, SPACE)]),
        ("标题: 甲\n时间: 12:30\n期间:2027\n", [(3, 3, SPACE)]),
        ("标题:\u3000甲\n单位: 乙\n", [(1, 3, "a full-width space stands behind the colon")]),
        ("a:\n\u3000\u3000b: 1\n  c: 2\n", [(2, 1, WIDE)]),
        ("标题\u3000: 甲\n", [(1, 3, "a full-width space stands behind the key")]),
        ("单位:\n\u3000\u3000名称: 甲\n", [(2, 1, WIDE)]),
        ("a:\n\tb: c\n\td: e\n", [(2, 1, TAB), (3, 1, TAB)]),
        ("a: b\n\tc: d\n", [(2, 1, TAB)]),
        ("a: 'x'\n\t\nb：1\n", [(2, 1, TAB), (3, 2, COLON)]),
        ("- a\n-\tb: c\n  d: e\n", [(2, 2, TAB)]),
        ("a: '甲\nb: 乙\n", [(1, 4, UNCLOSED.format("'"))]),
        ('a: "甲\nb: "乙"\nc: 丙\n', [(1, 4, UNCLOSED.format('"'))]),
        ('a: "甲”\nb: 乙\n', [(1, 4, UNCLOSED.format('"'))]),
        ('a: "三八"节\nb: "五一"节\n', [
            (1, 8, "text stands behind the closing quotation mark"),
            (2, 8, "text stands behind the closing quotation mark"),
        ]),
        ('a: "C:\\工会"\nb：甲\n', [
            (1, 7, "in double quotation marks \\ has a meaning of its own"),
            (2, 2, COLON),
        ]),
        ("a: 甲: 乙\n", [
            (1, 5, "a text that contains a colon and a space must stand in quotation marks"),
        ]),
        ("a: 主要有:\nb: 1\n", [
            (1, 7, "a text that contains a colon and a space must stand in quotation marks"),
        ]),
        ("a: @甲\nb: `乙\n", [(1, 4, QUOTE.format("@")), (2, 4, QUOTE.format("`"))]),
        ("a: %甲\n", [(1, 4, QUOTE.format("%"))]),
        ("a: *重点*\nb: **乙**\n", [(1, 4, QUOTE.format("*")), (2, 4, QUOTE.format("*"))]),
        ("a: &重点 甲\nb: *重点\n", [(1, 4, NAME.format("&")), (2, 4, NAME.format("*"))]),
        ("a:\n  - &任务\n    b: 甲\n  - *任务\n", [
            (2, 5, NAME.format("&")),
            (4, 5, NAME.format("*")),
        ]),
        ("a: & 甲\nb: &甲、乙\n", [(1, 4, QUOTE.format("&")), (2, 4, QUOTE.format("&"))]),
        ("要求: >95%\n", [(1, 5, QUOTE.format(">"))]),
        ("a: |甲\n", [(1, 4, QUOTE.format("|"))]),
        ("文号: [2027]1号\n", [(1, 5, QUOTE.format("["))]),
        ("a: {甲}乙\n", [(1, 4, QUOTE.format("{"))]),
        ("a: ,甲\n", [(1, 4, QUOTE.format(","))]),
        ("a: ]甲\n", [(1, 4, QUOTE.format("]"))]),
        ("a: ? 甲\n", [(1, 4, QUOTE.format("?"))]),
        ("a: - 甲\n", [(1, 4, "a list begins on a line of its own")]),
        ("a:\n  - 甲\n  -乙\n  -\u3000丙\n", [
            (3, 3, "a space is missing behind the -"),
            (4, 3, "a space is missing behind the -"),
        ]),
        ("a:\n* 甲\n* 乙\n", [(2, 1, POINT), (3, 1, POINT)]),
        ("a:\n· 甲\n· 乙\n", [(2, 1, POINT), (3, 1, POINT)]),
        ("a:\n  - b: 甲\n  1. 乙\n  （二）丙\n  三、丁\n  ④戊\n", [
            (3, 3, POINT),
            (4, 3, POINT),
            (5, 3, POINT),
            (6, 3, POINT),
        ]),
        ("a:\n  - 指标：甲\n    要求：乙\n    注：丙\nb：丁\n", [
            (2, 7, WIDE_COLON),
            (3, 7, WIDE_COLON),
            (4, 6, WIDE_COLON),
            (5, 2, COLON),
        ]),
        ("＃ 说明\na: 1\n", [(1, 1, "a comment begins with an ordinary #")]),
        ("a: 甲\n  b: 乙\nc: 丙\n", [(2, 3, INDENT)]),
        ("a:\n  - 甲\n - 乙\nb: 1\n", [(3, 2, INDENT)]),
        ("a:\n    b: 1\n  c: 2\n  d: 3\ne：4\n", [(3, 3, INDENT), (5, 2, COLON)]),
        (" a: 1\nb: 2\n", [(1, 1, "the file begins with blanks")]),
        ("# 说明\n  a: 1\n  b:\n    c: 2\nd: 3\ne：4\n", [
            (2, 1, "the file begins with blanks"),
            (6, 2, COLON),
        ]),
        ("\u200ba: 1\nb: 2\n", [(1, 1, "the line begins with a blank that is no ordinary space")]),
        ("a: 甲\n  - b: 乙\n  - c: 丙\n", [
            (2, 3, "this is no point of a list: the line continues the text above"),
        ]),
        ("a: 甲\n零散文字\nb: 乙\n", [
            (2, 1, "the line is neither a key with a colon nor a point of a list"),
        ]),
        ("a: [甲, 乙\nb: 丙\n", [(1, 4, "the bracket [ is not closed")]),
        ("a: {b: 丙\nc: 丁\n", [(1, 4, "the bracket { is not closed")]),
        ("只有一段话\n没有别的\n", [
            (1, 1, "the file is no plan: it has no key with a colon and a space behind it"),
        ]),
    ],
)  # fmt: skip
def test_each_mistake_is_one_plain_sentence_in_its_place(
    text: str, expected: list[tuple[int, int, str]], parser: Engine
) -> None:
    problems = refused(text, parser)
    assert [(p.line, p.column, p.message) for p in problems] == expected
    assert all(p.code == "PF001" for p in problems)
    assert not any(word in p.message for p in problems for word in JARGON)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("内容: |\n  主题：甲\n  方法:乙\n单位：丙\n期间: 丁\n", 4),
        ("内容: '甲：乙\n\n  方法：丙'\n\n单位：丁\n期间: 戊\n", 5),
        ('内容: "\n  方法：丙"\n\n\n单位：丁\n期间: 戊\n', 5),
        ("# 说明：甲\n内容: 乙\n# 方法：丙\n单位：丁\n期间: 戊\n", 4),
        ("- 会议主题：甲\n- 时间：乙\n-\n单位：丁\n", 4),
    ],
)
def test_a_full_width_colon_inside_a_text_is_fine(text: str, line: int) -> None:
    (problem,) = refused(text)
    assert (problem.line, problem.message) == (line, COLON)


@pytest.mark.parametrize(
    "text",
    [
        "任务:\n  - 会议主题：学习\n  - 12:30 开会\n",
        "网址: http://localhost/甲\n",
        "内容: 第一行\n  时间：第二行\n",
        "列:\n  - [2027, 2028]\n  - {甲: 乙}\n  - '*'\n",
    ],
)
def test_what_only_looks_like_a_mistake_is_read(text: str) -> None:
    assert load("plan.yaml", text.encode()).notices == []


def test_mistakes_of_different_kinds_are_found_in_one_pass() -> None:
    problems = refused(
        "标题：甲\n单位: '乙\n任务:\n\t- 丙\n  - 丁: 戊: 己\n期间: 2027\n期间: 2028\n版式: >大\n"
    )
    assert [(p.code, p.line) for p in problems] == [
        ("PF001", 1),
        ("PF001", 2),
        ("PF001", 4),
        ("PF001", 5),
        ("PF002", 7),
        ("PF001", 8),
    ]


def test_where_no_trap_fits_the_place_is_still_told() -> None:
    (problem,) = refused("a: |9x\n".replace("|9x", '"\\') + "\n")
    assert problem.message == UNCLOSED.format('"')
    (problem,) = refused("[a]: b: c\n")
    assert (problem.line, problem.message) == (1, "the file cannot be understood from here on")


def test_a_huge_heap_of_mistakes_is_cut_short() -> None:
    assert 1000 <= len(refused("".join(f"键{i}：值\n" for i in range(3000)))) < 3000


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        (
            "单位:\n  名称：甲\n",
            2,
            5,
            "the line is a text and no key, because its colon is full-width",
        ),
        ("列:\n  -甲\n", 2, 3, "a space is missing behind the -"),
        (
            "列:\n- 甲\n  - 乙\n",
            3,
            3,
            "this is no point of a list: the line continues the text above",
        ),
        ("标题: 推进 #1 工程\n", 1, 8, "what follows # is a remark and is not printed"),
    ],
)
def test_what_can_be_read_but_was_meant_otherwise_is_a_warning(
    text: str, line: int, column: int, message: str
) -> None:
    (notice,) = load("plan.yaml", text.encode()).notices
    assert (notice.line, notice.column, notice.message) == (line, column, message)
    assert notice.severity is Severity.WARNING


def test_a_list_whose_keys_have_no_proper_colon_is_not_taken_for_one_text() -> None:
    text = "列:\n  - 指标：甲\n    要求:乙\n  - 丙\n  - 时间：9:00\n"
    notices = load("plan.yaml", text.encode()).notices
    assert [(n.line, n.column, n.message) for n in notices] == [
        (2, 7, WIDE_COLON),
        (3, 7, SPACE),
    ]


@pytest.mark.parametrize("remark", ["  # 说明", " # 说明", "\t#  说明", ""])
def test_a_remark_with_a_space_is_a_remark(remark: str) -> None:
    assert load("plan.yaml", f"标题: 甲{remark}\n".encode()).notices == []


@pytest.mark.parametrize(
    "text", ["标题: 3#楼\n", "标题: '甲' #乙\n", "标题: 甲\n#乙\n", "a: 甲##\n"]
)
def test_a_sharp_that_cuts_nothing_off_is_fine(text: str) -> None:
    assert load("plan.yaml", text.encode()).notices == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任务:\n  - 标题 甲\n    子项: [乙]\n", [(2, 5)]),
        ("月份:\n  5月\n    - 甲\n    - 乙：丙\n  6月: 丁\n", [(2, 3)]),
        ("列:\n  - 甲\n   - 标题: 乙\n", [(3, 4)]),
        ("甲: 1\n 乙: 2\n  丙: 3\n丁：4\n", [(2, 2), (3, 3), (4, 2)]),
        ("列:\n  - 会议：甲\n 乙: 丙\n", [(3, 2)]),
        ("列:\n  - 甲: 1\n\u3000 乙: 2\n  - 丙: 3\n", [(3, 1)]),
    ],
)
def test_one_mistake_makes_one_problem(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(p.line, p.column) for p in refused(text)] == expected
