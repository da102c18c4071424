from __future__ import annotations

import pytest

from planforge.readers.line import Line
from planforge.recognise import marks, months


def heads(*texts: str) -> list[tuple[str, str, str]]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    found = months.heads(lines, [marks.piece(line) for line in lines])
    return [(h.months, h.colon, h.rest) for h in found.values()]


def test_heads_come_alone_with_a_colon_or_with_a_theme() -> None:
    assert heads("一月份：", "二、三月份", "4月 读书月", "五月：召开会员大会，表彰先进。") == [
        ("一月份", "：", ""),
        ("二、三月份", "", ""),
        ("4月", "", "读书月"),
        ("五月", "：", "召开会员大会，表彰先进。"),
    ]


def test_a_school_year_walks_from_september_on() -> None:
    assert len(heads("九月份:", "十月份:", "十二月份:", "一月份:", "三月份:")) == 5


@pytest.mark.parametrize(
    "lines",
    [
        ("一月份：", "二月份："),
        ("3月底前完成换届", "5月下旬举办培训", "7月开展慰问"),
        ("6月10—12日，赴基层调研。", "7月2日，举办夏令营。", "8月1日，慰问军属。"),
        ("三月份：", "一月份：", "二月份：", "一月份："),
    ],
)
def test_dates_in_running_text_are_no_heads(lines: tuple[str, ...]) -> None:
    assert heads(*lines) == []


def test_months_may_be_numbered_points() -> None:
    assert heads("1、一月份：", "2、二月份：", "3、三月份：") == [
        ("一月份", "：", ""),
        ("二月份", "：", ""),
        ("三月份", "：", ""),
    ]
    assert heads("七、八月份：", "九、十月份：", "十一、十二月份：") == [
        ("七、八月份", "：", ""),
        ("九、十月份", "：", ""),
        ("十一、十二月份", "：", ""),
    ]


def test_quarters_half_years_and_weeks_are_heads_too() -> None:
    assert heads("一季度：", "二季度：", "三季度：")[2] == ("三季度", "：", "")
    assert heads("第1周", "第2—3周", "第4周")[1] == ("第2—3周", "", "")


def test_one_month_is_enough_below_the_heading_of_a_schedule() -> None:
    lines = [Line(1, "一、活动安排"), Line(2, "3月"), Line(3, "二、要求"), Line(4, "5月")]
    found = months.below_schedules([marks.piece(line) for line in lines])
    assert [(number, head.months) for number, head in found.items()] == [(2, "3月")]
