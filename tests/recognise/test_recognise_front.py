from __future__ import annotations

import pytest

from planforge.readers.line import Line
from planforge.recognise import identity
from planforge.recognise.ending import ending
from planforge.recognise.front import front
from planforge.recognise.words import Words


def of(*texts: str) -> tuple[str, int, int]:
    lines = [Line(n, text) for n, text in enumerate(texts, 1)]
    found = front("存档/旧计划.txt", lines)
    return found.title, len(found.title_lines), len(ending(lines).signed)


def test_the_first_line_is_the_title_where_it_looks_like_one() -> None:
    assert of("  云岭区总工会2027年工作要点", "一、学习") == ("云岭区总工会2027年工作要点", 1, 0)


def test_a_title_may_stand_on_two_lines() -> None:
    title = "临江市第三医院工会\n2027年工作计划"
    assert of("临江市第三医院工会", "2027年工作计划", "一、学习") == (title, 2, 0)


@pytest.mark.parametrize(
    "first", ["为做好全年工作，制定本计划。", "一、工作计划", "（一）活动安排", "加强学习"]
)
def test_the_name_of_the_file_stands_in_where_no_line_looks_like_a_title(first: str) -> None:
    assert of(first, "二、活动") == ("旧计划", 0, 0)


def test_a_body_and_a_date_at_the_end_are_the_signature() -> None:
    assert of("工作计划", "一、学习", "云岭区总工会", "2027年1月8日")[2] == 2
    assert of("工作计划", "一、学习", "云岭区总工会", "二〇二七年一月八日")[2] == 2
    assert of("工作计划", "一、学习", "以上计划请遵照执行。", "2027年1月8日")[2] == 0


def test_a_text_from_nowhere_still_gets_a_title() -> None:
    assert front("-", [Line(1, "加强学习")]).title == "工作计划"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青禾县第二中学工会2027年工作计划", "青禾县第二中学工会"),
        ("云岭区总工会工作要点", "云岭区总工会"),
        ("关于青禾县教育工会工作计划", "青禾县教育工会"),
        ("县总工会工作计划", ""),
        ("学校工会工作计划", ""),
        ("xx街道总工会工作计划", ""),
        ("2027年工作计划", ""),
    ],
)
def test_a_name_that_fits_every_union_is_nobodys_name(title: str, name: str) -> None:
    assert identity.organization([Words(title)]) == name


def test_the_kind_needs_a_title_that_says_it_and_a_body_that_bears_it_out() -> None:
    title = "云岭区实验幼儿园工会工作计划"
    assert identity.kind(title, "幼儿园教职工和幼儿园家长") == "kindergarten"
    assert identity.kind(title, "公司职工") == ""
    assert identity.kind("工会工作计划", "幼儿园教职工") == ""


@pytest.mark.parametrize(
    ("title", "paragraph", "period"),
    [
        ("青禾县总工会2027年工作计划", "", "2027"),
        ("2026-2027学年第一学期工会工作计划", "", "2026-2027学年第一学期"),
        ("2027年上半年工作计划", "", "2027年上半年"),
        ("工会工作计划", "为做好工作，特制定2027年工会工作计划。", "2027"),
        ("工会工作计划", "2025年我们取得了成绩。", ""),
        ("20xx年工会工作计划", "", ""),
    ],
)
def test_the_period_is_read_where_a_year_is_written(
    title: str, paragraph: str, period: str
) -> None:
    assert identity.period(Words(title), [Words(paragraph)]) == period
