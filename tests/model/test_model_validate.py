from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems
from planforge.model.plan import Plan
from planforge.model.validate import validate
from planforge.model.vocabulary import below_and
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.errors import Problem

    ProblemsOf = Callable[[str], tuple[Problem, ...]]


def shown(problem: Problem) -> tuple[str, str, str]:
    """Place, code, and the words pointed at."""
    end = problem.end_column if problem.end_line == problem.line else None
    words = problem.excerpt[problem.column - 1 : end and end - 1]
    return f"{problem.line}:{problem.column}", problem.code, words


KEYS = [
    ("标题: x\n工作目标s: y\n", "2:1", "工作目标s", "Did you mean “工作目标”?"),
    ("标题: x\n指导思像: y\n", "2:1", "指导思像", "Did you mean “指导思想”?"),
    ("title: x\ntagrets: y\n", "2:1", "tagrets", "Did you mean “targets”?"),
    ("標題: x\n重點任務: [{標題: y, 負責人x: z}]\n", "2:16", "負責人x", "Did you mean “負責人”?"),
    (
        "标题: x\n责任人: y\n",
        "2:1",
        "责任人",
        "“责任人” belongs inside 重点任务、工作目标、月度安排",
    ),
    (
        "標題: x\n負責人x: y\n",
        "2:1",
        "負責人x",
        "“負責人” belongs inside 重點任務、工作目標、月度安排",
    ),
    ("标题: x\n重点任务: [{标题: y, 组长: z}]\n", "2:16", "组长", "“组长” belongs inside 组织领导"),
    (
        "标题: x\n重点任务:\n  子项: [a]\n  月度安排: z\n",
        "4:3",
        "月度安排",
        "“月度安排” belongs at the top of the file, without indentation",
    ),
    ("标题: x\n一、指导思想: y\n", "2:1", "一、指导思想", "Did you mean “指导思想”?"),
    ("标题: x\n（二）工作目标: y\n", "2:1", "（二）工作目标", "Did you mean “工作目标”?"),
    ("标题: x\n七、八月: y\n", "2:1", "七、八月", "“七、八月” belongs inside 月度安排"),
    (
        "标题: x\n重点工作: y\n",
        "2:1",
        "重点工作",
        (
            "A heading of your own goes under 其他章节. Keys that may stand here: 版本、标题、"
            "单位、类型、期间、地区、主送、前言、回顾、指导思想、工作思路、工作目标、重点任务、实施步骤…"
        ),
    ),
    ("标题: x\n单位: {名称: y, 电话: 1}\n", "2:13", "电话", "Keys that may stand here: 名称、上级"),
    (
        "title: x\norganization: {name: y, 电话: 1}\n",
        "2:25",
        "电话",
        "Keys that may stand here: name、superior",
    ),
    (
        "标题: x\n月度安排: {3月: {主题: y, 天气: z}}\n",
        "2:20",
        "天气",
        "Keys that may stand here: 月份、主题、内容、活动、3月",
    ),
]


@pytest.mark.parametrize(("text", "place", "key", "hint"), KEYS)
def test_an_unknown_key_is_named_as_written_with_the_best_advice(
    problems_of: ProblemsOf, text: str, place: str, key: str, hint: str
) -> None:
    (problem,) = problems_of(text)
    assert shown(problem) == (place, "PF003", key)
    assert problem.message == f"“{key}” is not a key that is known here"
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("标题: x\n月度安排: {13月: y}\n", "2:8", "13月 is not a month; months run from 1 to 12"),
        (
            "标题: x\n月度安排:\n  三月份工作: y\n",
            "3:3",
            "三月份工作 is not a month; write 3, 七、八月, 4-7, 一季度 or 上半年",
        ),
        ("单位: x\n标题:\n", "2:1", "nothing stands behind “标题”"),
        ("单位: x\n", "1:1", "“标题” is missing here"),
    ],
)
def test_a_wrong_month_and_a_blank_that_must_be_filled_are_named(
    problems_of: ProblemsOf, text: str, place: str, message: str
) -> None:
    (problem,) = problems_of(text)
    assert f"{problem.line}:{problem.column}" == place
    assert (problem.code, problem.message) == ("PF004", message)


def test_slips_of_the_keyboard_and_wrong_content_are_told_in_one_pass() -> None:
    text = "标题：x\n指导思相: y\n工作目标:\n\t- 要求: z\n类型: @学校\n期间: 明年\n标题: x\n"
    with pytest.raises(FileProblems) as caught:
        validate(load("plan.yaml", text.encode(), go_on=True), load_catalogue())
    assert [(p.code, p.line, p.column) for p in caught.value.problems] == [
        ("PF001", 1, 3),
        ("PF003", 2, 1),
        ("PF001", 4, 1),
        ("PF001", 5, 5),
        ("PF004", 6, 5),
        ("PF002", 7, 1),
    ]


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("标题: x\ntitle: y\n", "title", "标题"),
        ("title: x\n标题: y\n", "标题", "title"),
        ("標題: x\n标题: y\n", "标题", "標題"),
    ],
)
def test_two_names_of_one_key_are_both_named(
    problems_of: ProblemsOf, text: str, second: str, first: str
) -> None:
    (problem,) = problems_of(text)
    assert shown(problem) == ("2:1", "PF002", second)
    assert problem.message == f"“{second}” and “{first}” are the same key"
    assert problem.hint == f"“{first}” stands in line 1; keep one of the two"


@pytest.mark.parametrize(
    ("entry", "place", "second", "first"),
    [
        ("{3月: 慰问, 活动: [走访]}", "3:14", "活动", "3月"),
        ("{3月: {活动: 慰问}, 活动: [走访]}", "3:20", "活动", "活动"),
        ("{主题: 甲, 3月: {主题: 乙}}", "3:18", "主题", "主题"),
        ("{3月: {月份: 4, 活动: 走访}}", "3:11", "月份", "3月"),
        ("{3月: 走访, 月份: 4}", "3:14", "月份", "3月"),
    ],
)
def test_what_stands_below_a_month_and_beside_it_is_told(
    problems_of: ProblemsOf, entry: str, place: str, second: str, first: str
) -> None:
    (problem,) = problems_of(f"标题: x\n月度安排:\n  - {entry}\n")
    assert (problem.code, f"{problem.line}:{problem.column}") == ("PF002", place)
    assert problem.message == f"“{second}” and “{first}” are the same key"


def test_each_further_name_of_a_key_is_a_problem_of_its_own(problems_of: ProblemsOf) -> None:
    problems = problems_of("标题: x\ntitle: y\n標題: z\n")
    assert [p.line for p in problems] == [2, 3]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("类型: 学校\n", "1:1", "“标题” is missing here"),
        ("類型: 學校\n單位: x\n", "1:1", "“標題” is missing here"),
        ("kind: school\n", "1:1", "“title” is missing here"),
        ("标题: x\n单位:\n  上级: y\n", "2:1", "“名称” is missing here"),
        ("标题: x\n实施步骤:\n- 动员\n- 时间: 3月\n", "4:3", "“名称” is missing here"),
    ],
)
def test_a_missing_key_is_named_in_the_language_of_the_file(
    problems_of: ProblemsOf, text: str, place: str, message: str
) -> None:
    (problem,) = problems_of(text)
    assert (f"{problem.line}:{problem.column}", problem.code) == (place, "PF004")
    assert problem.message == message
    assert problem.hint.startswith("For example: ")


SHAPES = [
    (
        "标题: [a, b: c]\n",
        "1:1",
        "“标题” takes a text, not a list",
        "For example: 标题: 青禾县第二中学工会2027年工作计划",
    ),
    (
        "标题: x\n重点任务:\n  子项: {甲: 乙}\n",
        "3:3",
        "“子项” takes a list (each entry begins with “- ”), not keys with values",
        "For example: 子项: [加强学习, 服务职工]",
    ),
    (
        "标题: x\n落款: 2027-01-08\n",
        "2:5",
        "“落款” takes keys with values (“key: value”), not a text",
        "For example: 落款: {日期: 2027-01-08}",
    ),
    (
        "title: x\nsignature: [a]\n",
        "2:1",
        "“signature” takes keys with values (“key: value”), not a list",
        "For example: signature: {date: 2027-01-08}",
    ),
    (
        "标题: x\n重点任务:\n- [a]\n",
        "3:4",
        "each entry of “重点任务” is keys with values (“key: value”), not a list",
        "For example: 重点任务: [{标题: 加强思想引领, 内容: 组织专题学习。, 责任人: 宣传部}]",
    ),
    (
        "标题: x\n期间: {年: 2027}\n",
        "2:1",
        "“期间” takes a text, not keys with values",
        "For example: 期间: 2027",
    ),
    (
        "标题: x\n组织领导:\n  组长: {姓名: 甲}\n",
        "3:3",
        "“组长” takes a text or a list of texts, not keys with values",
        "For example: 组长: 校党支部书记",
    ),
]


@pytest.mark.parametrize(("text", "place", "message", "hint"), SHAPES)
def test_a_wrong_shape_is_explained_with_an_example(
    problems_of: ProblemsOf, text: str, place: str, message: str, hint: str
) -> None:
    (problem,) = problems_of(text)
    assert (f"{problem.line}:{problem.column}", problem.code) == (place, "PF004")
    assert problem.message == message
    assert problem.hint == hint


def test_a_kind_that_does_not_exist_is_refused_with_the_nearest(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of("标题: x\n类型: 中雪\n")
    assert shown(problem) == ("2:5", "PF004", "中雪")
    assert problem.hint.startswith("Did you mean “中学”?")


def test_a_section_placed_after_nothing_is_refused_with_the_nearest(
    problems_of: ProblemsOf,
) -> None:
    (problem,) = problems_of("标题: x\n重点任务: y\n其他章节:\n- {位于: 重点任物, 内容: z}\n")
    assert shown(problem) == ("4:8", "PF004", "重点任物")
    assert problem.message == "the plan has no section “重点任物”"
    assert problem.hint == "Did you mean “重点任务”?"


def test_a_row_that_is_too_long_is_pointed_at(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of(
        "标题: x\n其他章节:\n- 表格:\n    列: [甲]\n    行:\n    - [1]\n    -\n    - [2, 3]\n"
    )
    assert problem.message == "this row has more cells (2) than the table has columns (1)"
    assert (problem.line, problem.column) == (8, 8)


def test_a_mistake_in_the_second_table_of_a_section_is_pointed_at(problems_of: ProblemsOf) -> None:
    problems = problems_of(
        "标题: x\n其他章节:\n- 表格:\n  - {列: [甲], 行: [[1]]}\n"
        "  - {列: [甲], 行: [[1]], 表格名: 乙}\n"
    )
    assert [shown(problem) for problem in problems] == [("5:24", "PF003", "表格名")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("重点任务:\n- 甲\n-\n- 标题: 乙\n  子项:\n  - 标题: 丙\n    状态: 坏\n", "坏"),
        ("重点任务:\n  内容: 甲\n  事项:\n  - 标题: 丙\n    状态: '坏'\n", "'坏'"),
        ("月度安排: {3月: [甲, ~, {名称: 乙, 状态: 坏}]}\n", "坏"),
        ("月度安排:\n  安排: [甲]\n  七、八月:\n  - 名称: 乙\n    状态: 坏\n", "坏"),
        ("月度安排:\n- 3月:\n  - 名称: 乙\n    状态: 坏\n", "坏"),
        ("月度安排:\n  3月:\n    主题: 甲\n    活动:\n    - {名称: 乙, 状态: 坏}\n", "坏"),
        ("月度安排:\n- 月份: 3月\n  活动:\n  - {名称: 乙, 狀態: 坏}\n", "坏"),
        ("月度安排:\n- 月份: 腌月\n", "腌月"),
        ("工作目标:\n- 甲\n- {标题: 乙, 子项: [丙, {指标: 丁, 编号: 坏}]}\n", "坏"),
        ("实施步骤:\n- {名称: 甲, 子项: [{标题: 乙, 状态: 坏}]}\n", "坏"),
        ("其他章节:\n- 甲\n- {标题: 乙, 编号: 坏}\n", "坏"),
        ("附件:\n- 甲\n- {标题: 乙, 编号: 坏}\n", "坏"),
        ("组织领导:\n  职责:\n  - 内容: |\n      甲\n    状态: 坏\n", "坏"),
        ("版式: {月度安排: 坏}\n", "坏"),
        ("版本: 7\n", "7"),
    ],
)
def test_a_bad_value_is_pointed_at_exactly(problems_of: ProblemsOf, text: str, words: str) -> None:
    (problem,) = problems_of(f"标题: x\n{text}")
    before = f"标题: x\n{text}".rpartition(words)[0].split("\n")
    assert shown(problem) == (f"{len(before)}:{len(before[-1]) + 1}", "PF004", words)


def test_the_places_are_right_behind_an_anchor(problems_of: ProblemsOf) -> None:
    problems = problems_of("标题: x\n回顾: [&a {标题: 乙, 状态: 坏}]\n重点任务: [*a]\n")
    assert {shown(p) for p in problems} == {("2:21", "PF004", "坏")}


def test_all_problems_of_a_file_come_in_its_order(problems_of: ProblemsOf) -> None:
    problems = problems_of(
        textwrap.dedent("""\
            # 2027
            类型: 火星
            重点任务:
              - 标题: 甲
                责任x: 乙
                子项:
                  - {状态: 完工了}
            月度安排:
              3月: [{地点: 广场}]
            落款: 今天
            标体: 计划
            """)
    )
    assert [(p.line, p.code) for p in problems] == [
        (2, "PF004"),
        (2, "PF004"),
        (5, "PF003"),
        (7, "PF004"),
        (9, "PF004"),
        (10, "PF004"),
        (11, "PF003"),
    ]


def test_no_message_speaks_the_language_of_the_validation_library(problems_of: ProblemsOf) -> None:
    texts = [case[0] for case in (*KEYS, *SHAPES)]
    words = " ".join(p.message + p.hint for text in texts for p in problems_of(text)).casefold()
    assert len(words) > 500
    for jargon in ("pydantic", "input", "valid", "dictionary", "tuple", "field", "instance"):
        assert jargon not in words


NAMES = sorted({n for e in below_and(Plan) for n in e.fields_by_key()})
ANYTHING = st.recursive(
    st.sampled_from(["", "甲", "3月", "2027", "是", "≥95%", "~"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "3月", "七、八月"]), inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(st.sampled_from([*Plan.fields_by_key()]), ANYTHING, min_size=1, max_size=5))
def test_whatever_stands_in_a_file_gives_a_plan_or_problems_with_places(
    data: dict[str, Any],
) -> None:
    text = json.dumps(data, ensure_ascii=False)
    places = [(p.line, p.column) for p in found(text)]
    assert places == sorted(places)
    assert all(line == 1 and 1 <= column <= len(text) for line, column in places)


def found(text: str) -> tuple[Problem, ...]:
    """The problems of a YAML text; none when it is a plan."""
    try:
        validate(load("plan.yaml", text.encode()), load_catalogue())
    except FileProblems as error:
        return error.problems
    return ()


def test_a_repeated_key_and_a_wrong_key_are_told_in_one_pass() -> None:
    text = "标题: 甲\n单位: 乙\n单位: 丙\n指导思像: 丁\n期间: 某年\n"
    with pytest.raises(FileProblems) as caught:
        validate(load("a.yaml", text.encode(), go_on=True), load_catalogue())
    assert [(p.line, p.code) for p in caught.value.problems] == [
        (3, "PF002"),
        (4, "PF003"),
        (5, "PF004"),
    ]


def test_a_repeated_key_alone_is_refused_too() -> None:
    with pytest.raises(FileProblems):
        validate(load("a.yaml", "标题: 甲\n标题: 乙\n".encode(), go_on=True), load_catalogue())
