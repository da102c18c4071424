"""Calendars, read back with parsers that did not write them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar

from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.source.load import load
from planforge.writers.ics import to_ics

if TYPE_CHECKING:
    from planforge.model.plan import Plan

STAMP = dt.datetime(2027, 1, 5, 8, tzinfo=dt.UTC)
PLAN = """\
标题: 青禾县第二中学工会计划
单位: 青禾县第二中学工会
期间: {period}
重点任务:
  - {{标题: 例会, 内容: 碰头。, 频次: {frequency}}}
  - {{标题: 建家, 期限: 6月底前, 责任人: 办公室}}
月度安排:
  - {{月份: {month}, 活动: [{{名称: {title}, 日期: {date}, 地点: 操场}}]}}
"""


def plan(**values: str) -> Plan:
    usual = {
        "period": "2027",
        "frequency": "每月",
        "month": "3",
        "title": "运动会",
        "date": "3月8日",
    }
    text = PLAN.format(**(usual | values))
    return validate(load("plan.yaml", text.encode()), load_catalogue())


def events(data: bytes) -> dict[str, Any]:
    """Summary → event, as vobject reads them."""
    calendar = vobject.readOne(data.decode())
    return {event.summary.value: event for event in calendar.vevent_list}


def test_a_day_is_an_all_day_event_that_ends_the_day_after() -> None:
    event = events(to_ics([plan()], STAMP))["运动会"]
    assert (event.dtstart.value, event.dtend.value) == (dt.date(2027, 3, 8), dt.date(2027, 3, 9))
    assert event.location.value == "操场"
    assert "日期：3月8日" in event.description.value


def test_fuzzy_words_are_a_span_and_stand_in_the_text() -> None:
    event = events(to_ics([plan(month="8", date="8月中下旬")], STAMP))["运动会"]
    assert (event.dtstart.value, event.dtend.value) == (dt.date(2027, 8, 11), dt.date(2027, 9, 1))
    assert "日期：8月中下旬" in event.description.value


def test_a_limit_is_its_last_day_and_says_so() -> None:
    event = events(to_ics([plan()], STAMP))["截止：建家"]
    assert event.dtstart.value == dt.date(2027, 6, 30)
    assert "责任人：办公室" in event.description.value


def test_a_time_of_day_has_the_zone_of_the_region() -> None:
    event = events(to_ics([plan(date="3月8日下午2:30—4:00")], STAMP))["运动会"]
    start, end = event.dtstart.value, event.dtend.value
    assert start.isoformat() == "2027-03-08T14:30:00+08:00"
    assert end.isoformat() == "2027-03-08T16:00:00+08:00"


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        ("每月", ["2027-01-01", "2027-02-01", "2027-03-01"]),
        ("每季度末", ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]),
        ("每周五", ["2027-01-01", "2027-01-08"]),
        ("每两个月", ["2027-01-01", "2027-03-01"]),
        ("每月15日", ["2027-01-15", "2027-02-15"]),
        ("每半年一次", ["2027-01-01", "2027-07-01"]),
    ],
)
def test_what_recurs_is_a_rule_with_these_days(frequency: str, days: list[str]) -> None:
    calendar = Calendar.from_ical(to_ics([plan(frequency=frequency)], STAMP))
    found = recurring_ical_events.of(calendar).between((2027, 1, 1), (2028, 1, 1))
    starts = sorted(str(e["DTSTART"].dt) for e in found if str(e["SUMMARY"]) == "例会")
    assert starts[: len(days)] == days


def test_a_rule_ends_with_the_period() -> None:
    calendar = Calendar.from_ical(to_ics([plan(frequency="每周五")], STAMP))
    found = recurring_ical_events.of(calendar).between((2027, 1, 1), (2029, 1, 1))
    last = max(e["DTSTART"].dt for e in found if str(e["SUMMARY"]) == "例会")
    assert last == dt.date(2027, 12, 31)


def test_in_a_school_year_september_is_before_may() -> None:
    school = events(to_ics([plan(period="2026-2027学年", month="9", date="9月10日")], STAMP))
    assert school["运动会"].dtstart.value == dt.date(2026, 9, 10)
    spring = events(to_ics([plan(period="2026-2027学年", month="5", date="5月4日")], STAMP))
    assert spring["运动会"].dtstart.value == dt.date(2027, 5, 4)


def test_days_around_the_lunar_new_year_are_those_of_its_year() -> None:
    before = events(to_ics([plan(month="1", date="春节前")], STAMP))["运动会"]
    assert (before.dtstart.value, before.dtend.value) == (
        dt.date(2027, 1, 23),
        dt.date(2027, 2, 6),
    )


def test_in_a_school_year_the_lunar_new_year_is_that_of_its_second_half() -> None:
    data = to_ics([plan(period="2026-2027学年", month="1", date="春节前", frequency="每月")], STAMP)
    before = events(data)["运动会"]
    assert (before.dtstart.value, before.dtend.value) == (
        dt.date(2027, 1, 23),
        dt.date(2027, 2, 6),
    )
    # What comes every month goes on over the turn of the year, and ends with the school year.
    calendar = Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between((2026, 1, 1), (2028, 12, 31))
    meetings = sorted(e["DTSTART"].dt for e in found if str(e["SUMMARY"]) == "例会")
    assert meetings[0] == dt.date(2026, 9, 1)
    assert dt.date(2027, 1, 1) in meetings
    assert meetings[-1] <= dt.date(2027, 8, 31)
    assert len(meetings) == (meetings[-1].year - 2026) * 12 + meetings[-1].month - 9 + 1


def test_the_second_calendar_updates_the_first_and_doubles_nothing() -> None:
    first = events(to_ics([plan()], STAMP))
    later = STAMP + dt.timedelta(days=30)
    second = events(to_ics([plan(date="3月9日")], later))
    assert {e.uid.value for e in first.values()} == {e.uid.value for e in second.values()}
    assert int(second["运动会"].sequence.value) > int(first["运动会"].sequence.value)
    assert second["运动会"].dtstart.value == dt.date(2027, 3, 9)


def test_the_same_words_twice_are_two_events() -> None:
    text = "标题: x\n期间: 2027\n月度安排:\n  3月: [走访, 走访]\n  4月: [走访]\n"
    read = validate(load("p.yaml", text.encode()), load_catalogue())
    calendar = vobject.readOne(to_ics([read], STAMP).decode())
    assert len({event.uid.value for event in calendar.vevent_list}) == 3


def test_an_alarm_rings_at_nine_so_many_days_before() -> None:
    event = events(to_ics([plan()], STAMP, alarm=2))["运动会"]
    assert event.valarm.trigger.value == -dt.timedelta(hours=39)


@pytest.mark.parametrize(
    "words", ["3月8日", "3月8日下午2:30", "3月8日上午8点", "3月8日晚上7点半—9点"]
)
def test_an_alarm_rings_at_nine_at_whatever_time_of_day_it_begins(words: str) -> None:
    event = events(to_ics([plan(date=words)], STAMP, alarm=1))["运动会"]
    start = event.dtstart.value
    begins = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    rings = (begins + event.valarm.trigger.value).replace(tzinfo=None)
    assert rings.isoformat() == "2027-03-07T09:00:00"


def test_the_same_plan_gives_the_same_bytes_and_no_line_is_too_long() -> None:
    data = to_ics([plan()], STAMP)
    assert data == to_ics([plan()], STAMP)
    assert max(map(len, data.split(b"\r\n"))) <= 75
