"""Festivals in the months and on the days of every year that the table knows."""

from __future__ import annotations

import datetime as dt

import pytest
from case_files import found
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.facts import festivals
from planforge.model.festivals import FESTIVALS

NAMES = sorted(set(FESTIVALS) - {"两节"})
MOVING = [
    "春节",
    "元宵节",
    "清明节",
    "端午节",
    "中秋节",
    "重阳节",
    "母亲节",
    "父亲节",
    "除夕",
    "腊八节",
]
YEARS = st.integers(2001, 2049)


def in_month(name: str, year: int, month: int) -> list[str]:
    said = f"“{name}”" if name[0] in "三五六七八" else name
    text = (
        f"标题: 青禾县第二中学工会{year}年工作计划\n期间: {year}\n"
        f"月度安排:\n  - 月份: {month}\n    活动: [{said}慰问]\n"
    )
    return [one.problem.message for one in found("PF301", "plan.yaml", text.encode())]


def on_day(name: str, day: dt.date) -> list[str]:
    text = (
        f"标题: 青禾县第二中学工会{day.year}年工作计划\n期间: {day.year}\n"
        f"前言: {day.month}月{day.day}日（{name}）看望退休教师。\n"
    )
    problems = found("PF302", "plan.yaml", text.encode())
    return [change.new for one in problems if one.fix for change in one.fix.changes]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25)
@given(year=YEARS)
def test_a_festival_may_stand_in_its_month_and_in_the_one_before(name: str, year: int) -> None:
    for one in festivals.occurrences(name, year):
        assert in_month(name, year, one.first.month) == []
        if one.first.month > 1:
            assert in_month(name, year, one.first.month - 1) == []


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25)
@given(year=YEARS, later=st.integers(1, 8))
def test_a_festival_may_not_stand_in_a_month_in_which_it_is_over(
    name: str, year: int, later: int
) -> None:
    days = [day for y in (year, year + 1) for day in festivals.occurrences(name, y)]
    for one in festivals.occurrences(name, year):
        month = one.first.month + later
        near = any(0 <= 12 * (d.first.year - year) + d.first.month - month <= 1 for d in days)
        if month <= 12 and not near:
            assert len(in_month(name, year, month)) == 1


@pytest.mark.parametrize("name", MOVING)
@settings(deadline=None, max_examples=25)
@given(year=YEARS, off=st.integers(-20, 20))
def test_only_the_right_day_is_right_and_the_fix_gives_it(name: str, year: int, off: int) -> None:
    usual = name if name in {"春节", "母亲节", "父亲节"} else name.removesuffix("节")
    days = [one.first for one in festivals.occurrences(usual, year)]
    for day in days[:1]:
        written = day + dt.timedelta(off)
        if written.year != year:
            continue
        expected = [] if written in days else [f"{day.month}月{day.day}日"]
        if len(days) == 1:
            assert on_day(name, written) == expected
