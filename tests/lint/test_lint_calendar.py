"""Rules about days and months, for every day there is."""

from __future__ import annotations

import datetime as dt
from typing import Final

from case_files import found
from hypothesis import given, settings
from hypothesis import strategies as st

WEEK: Final = "一二三四五六日"
DAYS: Final = st.dates(dt.date(2001, 1, 1), dt.date(2099, 12, 31))


def plan(*lines: str, period: str = "2027") -> bytes:
    head = (f"标题: 青禾县第二中学工会{period}年工作计划", f"期间: {period}")
    return "\n".join((*head, *lines, "")).encode()


def messages(code: str, data: bytes) -> list[str]:
    return [one.problem.message for one in found(code, "plan.yaml", data)]


@settings(deadline=None)
@given(day=DAYS, written=st.integers(1, 7))
def test_a_weekday_is_wrong_exactly_when_the_calendar_says_so(day: dt.date, written: int) -> None:
    text = f"{day.month}月{day.day}日（星期{WEEK[written - 1]}）健步走"
    month = f"月度安排: {{{day.month}月: [%s]}}"
    told = found("PF306", "plan.yaml", plan(month % text, period=str(day.year)))
    assert bool(told) == (day.isoweekday() != written)
    for one in told:
        assert one.fix is not None
        assert one.fix.safe
        (change,) = one.fix.changes
        mended = change.node.value[: change.start] + change.new + change.node.value[change.end :]
        assert not messages("PF306", plan(month % mended, period=str(day.year)))


@settings(deadline=None)
@given(year=st.integers(2001, 2099), month=st.integers(1, 12), day=st.integers(1, 31))
def test_a_day_is_impossible_exactly_when_the_calendar_does_not_have_it(
    year: int, month: int, day: int
) -> None:
    try:
        exists = bool(dt.date(year, month, day))
    except ValueError:
        exists = False
    written = (f"{year}年{month}月{day}日", f"{month}月{day}日", f"{year}-{month:02}-{day:02}")
    for words in written:
        task = plan(f"重点任务: [{words}前完成]", period=str(year))
        field = plan(f"重点任务: [{{标题: 换届, 期限: {words}}}]", period=str(year))
        assert bool(messages("PF303", task)) is not exists
        assert bool(messages("PF303", field)) is not exists


@settings(deadline=None)
@given(months=st.sets(st.integers(1, 12), min_size=2), swap=st.data())
def test_months_in_their_order_are_fine_and_two_that_changed_places_are_not(
    months: set[int], swap: st.DataObject
) -> None:
    order = sorted(months)
    place = swap.draw(st.integers(0, len(order) - 2))
    entries = [f"  - {{月份: {month}, 活动: [活动{month}]}}" for month in order]
    assert not messages("PF312", plan("月度安排:", *entries))
    entries[place], entries[place + 1] = entries[place + 1], entries[place]
    assert messages("PF312", plan("月度安排:", *entries)) == [
        f"{order[place]}月 stands behind a later month"
    ]


@settings(deadline=None)
@given(day=DAYS)
def test_every_day_of_the_period_is_inside_it_and_every_other_is_not(day: dt.date) -> None:
    activity = f"月度安排: [{{月份: {day.month}, 活动: [{{名称: 座谈, 日期: {day}}}]}}]"
    assert not messages("PF304", plan(activity, period=str(day.year)))
    assert messages("PF304", plan(activity, period=str(day.year + 1)))


def test_a_year_is_only_inferred_where_the_period_leaves_no_doubt() -> None:
    task = "重点任务: [3月8日（星期二）健步走]"
    title = "标题: 青禾县总工会工作计划"
    two_years = f"{title}\n期间: 2026年-2027年\n{task}\n".encode()
    school_year = f"{title}\n期间: 2026-2027学年\n{task}\n".encode()
    assert not messages("PF306", two_years)
    assert not messages("PF306", f"{title}\n{task}\n".encode())
    assert messages("PF306", school_year) == ["2027-03-08 is 星期一, not 星期二"]


def test_a_weekday_is_mended_without_asking_only_where_the_year_is_certain() -> None:
    title = "标题: 青禾县总工会2027年工作计划\n"
    certain = [
        f"{title}期间: 2027\n月度安排: {{3月: [3月8日（星期二）健步走]}}\n",
        f"{title}重点任务: [2027年3月8日（星期二）健步走]\n",
        f"{title}期间: 2027\n回顾: 2026年3月8日（星期二）健步走\n",
    ]
    inferred = [
        f"{title}期间: 2027\n前言: 3月8日（星期二）换届。\n",
        f"{title}期间: 2027\n前言: 2026年元旦（1月1日周二）。\n",
        f"{title}期间: 2027\n回顾: 3月8日（星期二）健步走\n",
        f"{title}期间: 2027\n月度安排: {{3月: [参照去年3月8日（星期二）的办法]}}\n",
        f"{title}月度安排: {{3月: [3月8日（星期二）健步走]}}\n",
    ]
    safe = [
        one.fix.safe
        for text in (*certain, *inferred)
        for one in found("PF306", "plan.yaml", text.encode())
        if one.fix
    ]
    assert safe == [True] * len(certain) + [False] * len(inferred)


def test_a_day_of_another_year_is_judged_by_that_year() -> None:
    past = (
        "前言: |",
        "  去年12月31日（星期四）完成换届；2026年度的最后一次例会在12月25日（周五）。",
        "  2026年春节（2月17日）走访；2025年中秋节（10月6日）；明年春节（1月26日）前完成慰问。",
        "  2024年入会的，3月8日（星期三）座谈。",
        "回顾: 3月8日（星期日）妇女节；中秋节（9月25日）联欢；10月12日（周一）例会。",
    )
    assert [messages(code, plan(*past)) for code in ("PF302", "PF303", "PF306")] == [[], [], []]
    wrong = plan("前言: 去年12月31日（星期五）换届，2026年春节（2月18日）走访。")
    assert messages("PF306", wrong) == ["2026-12-31 is 星期四, not 星期五"]
    assert messages("PF302", wrong) == ["春节 is on 2026-02-17"]


def test_a_leap_day_that_was_exists() -> None:
    assert not messages("PF303", plan("回顾: 2月29日换届。", period="2029"))
    assert messages("PF303", plan("前言: 2月29日换届。", period="2029"))
    assert messages("PF303", plan("回顾: 2月30日换届。", period="2029"))
