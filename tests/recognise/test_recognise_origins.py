from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from planforge.readers.line import Line
from planforge.recognise import Imported, plan_from_lines, plan_from_text
from planforge.recognise.words import Run, Words, joined

free = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
marks = st.sampled_from(["一、", "（一）", "1、", "①", "一是", "3月：", "四月份", "- ", "", ""])
words = st.sampled_from(
    [
        "指导思想",
        "云岭区总工会2027年工作计划",
        "慰问" * 70,
        "a: b",
        "'x'",
        "null",
        "1、报名；2、抽签",
    ]
)


def imported(*lines: str) -> Imported:
    return plan_from_text("旧计划.txt", "\n".join(lines).encode())


def said(found: Imported) -> list[tuple[str, int, int]]:
    return [(found.yaml[o.start : o.end], o.line, o.column) for o in found.origins]


def test_every_text_of_the_file_knows_its_place_in_the_source() -> None:
    found = imported(
        "云岭区总工会2027年工作计划",
        "　　一、指导思想",
        "以职工为中心。",
        "二、重点任务",
        "1、报名；2、抽签",
        "各组自行安排。",
    )
    assert said(found) == [
        ("云岭区总工会2027年工作计划", 1, 0),
        ("云岭区总工会", 1, 0),
        ("2027", 1, 6),
        ("以职工为中心。", 3, 0),
        ("报名；", 5, 2),
        ("抽签", 5, 7),
        ("各组自行安排。", 6, 0),
    ]


def test_a_month_and_what_stands_behind_it_keep_their_places() -> None:
    found = imported(
        "工作计划", "一、活动安排", "　一月：送温暖。", "二月：拜年。", "三月：健步走。"
    )
    assert ("一月", 3, 1) in said(found)
    assert ("送温暖。", 3, 4) in said(found)


def test_words_keep_their_places_when_joined_and_cut() -> None:
    whole = joined([Words.at("甲乙", 1, 4), "丙", Words.at("丁", 3, 0)], "、")
    assert whole == "甲乙、丙、丁"
    assert whole.runs == (Run(0, 2, 1, 4), Run(5, 1, 3, 0))
    assert whole.part(1, 6).runs == (Run(0, 1, 1, 5), Run(4, 1, 3, 0))


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(marks, words | free).map("".join), max_size=12))
def test_every_origin_is_the_very_text_of_the_source(texts: list[str]) -> None:
    found = plan_from_lines("旧计划.docx", [Line(n, text) for n, text in enumerate(texts, 1)])
    assert list(found.origins) == sorted(found.origins, key=lambda o: (o.start, o.end))
    for start, end, line, column, place in map(astuple, found.origins):
        assert place == line - 1
        assert start < end
        assert found.yaml[start:end] == texts[line - 1][column : column + end - start]
