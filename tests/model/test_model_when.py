from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from planforge.model import times
from planforge.model.when import When

NOTHING = When("")


def meaning(text: str) -> dict[str, Any]:
    """The attributes that differ from those of words that are not understood."""
    value = When.parse(text)
    return {
        field: getattr(value, field)
        for field in When.__struct_fields__
        if field != "text" and getattr(value, field) != getattr(NOTHING, field)
    }


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-08",
        "2027-3-8",
        "2027/3/8",
        "2027.3.8",
        "2027.03.08",
        "２０２７-03-08",
        "2027年3月8日",
        "2027 年 3 月 8 日",
        "2027年3月8号",
        "二〇二七年三月八日",
        "民國116年3月8日",
        "116年3月8日",
        "2027-03-08 14:30",
        "2027-03-08T09:00",
        "2027年3月8日上午9时",
        "2027年3月8日 下午2点半",
        "2027年3月8日（全天）",
    ],
)
def test_a_full_date_names_one_day(text: str) -> None:
    assert When.parse(text).date() == dt.date(2027, 3, 8)
    assert meaning(text) == {"year": 2027, "month": 3, "day": 8}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月8日", {"month": 3, "day": 8}),
        ("三月八日", {"month": 3, "day": 8}),
        ("3-8", {"month": 3, "day": 8}),
        ("3/8", {"month": 3, "day": 8}),
        ("3.8", {"month": 3, "day": 8}),
        ("4-20", {"month": 4, "day": 20}),
        ("今年3月8日", {"month": 3, "day": 8}),
        ("3月", {"month": 3}),
        ("三月份", {"month": 3}),
        ("2027-03", {"year": 2027, "month": 3}),
        ("2027年3月", {"year": 2027, "month": 3}),
        ("3月初", {"month": 3, "part": "初"}),
        ("3月上旬", {"month": 3, "part": "上旬"}),
        ("3月中旬", {"month": 3, "part": "中旬"}),
        ("3月下旬", {"month": 3, "part": "下旬"}),
        ("3月底", {"month": 3, "part": "底"}),
        ("3月月底", {"month": 3, "part": "底"}),
        ("3月末", {"month": 3, "part": "末"}),
        ("7月初", {"month": 7, "part": "初"}),
        ("8月中下旬", {"month": 8, "part": "中下旬"}),
        ("3月底前", {"month": 3, "part": "底", "before": True}),
        ("3月底前完成", {"month": 3, "part": "底", "before": True}),
        ("6月30日前", {"month": 6, "day": 30, "before": True}),
        ("6月30日之前", {"month": 6, "day": 30, "before": True}),
        ("6月30日以前完成", {"month": 6, "day": 30, "before": True}),
        ("3月8日前后", {"month": 3, "day": 8, "about": True}),
        ("9月1日起", {"month": 9, "day": 1}),
        ("年初", {"month": 1, "part": "初"}),
        ("年底", {"month": 12, "part": "底"}),
        ("年底前", {"month": 12, "part": "底", "before": True}),
        ("2027年底前", {"year": 2027, "month": 12, "part": "底", "before": True}),
        ("3月8日（星期一）", {"month": 3, "day": 8, "weekday": 1}),
        ("3月8日周日", {"month": 3, "day": 8, "weekday": 7}),
    ],
)
def test_points_in_time_are_read_as_people_write_them(text: str, expected: dict[str, Any]) -> None:
    assert meaning(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4—7月", {"month": 4, "last_month": 7}),
        ("拟于4—7月", {"month": 4, "last_month": 7}),
        ("3-8月", {"month": 3, "last_month": 8}),
        ("7―9月", {"month": 7, "last_month": 9}),
        ("2027年3-8月", {"year": 2027, "month": 3, "last_month": 8}),
        ("10—12日", {"day": 10, "last_day": 12}),
        ("3月8日—10日", {"month": 3, "day": 8, "last_month": 3, "last_day": 10}),
        ("3月8-10日", {"month": 3, "day": 8, "last_month": 3, "last_day": 10}),
        ("3月28日至4月2日", {"month": 3, "day": 28, "last_month": 4, "last_day": 2}),
        (
            "3月8日(周一)—10日(周三)",
            {"month": 3, "day": 8, "last_month": 3, "last_day": 10, "weekday": 1},
        ),
        ("8月上旬至中旬", {"month": 8, "part": "上旬", "last_month": 8, "last_part": "中旬"}),
        ("11月—次年1月", {"month": 11, "last_month": 1}),
        (
            "2027年11月—次年1月",
            {"year": 2027, "month": 11, "last_year": 2028, "last_month": 1},
        ),
        (
            "2027-03-08..2027-03-10",
            {
                "year": 2027,
                "month": 3,
                "day": 8,
                "last_year": 2027,
                "last_month": 3,
                "last_day": 10,
            },
        ),
        (
            "2027-03-08~10",
            {"year": 2027, "month": 3, "day": 8, "last_month": 3, "last_day": 10},
        ),
        ("第一季度", {"month": 1, "last_month": 3}),
        ("二、三季度", {"month": 4, "last_month": 9}),
        ("上半年", {"month": 1, "last_month": 6}),
        ("2027年下半年", {"year": 2027, "month": 7, "last_month": 12}),
        ("年内", {"month": 1, "last_month": 12}),
        ("全年", {"month": 1, "last_month": 12}),
        ("2027年", {"year": 2027, "month": 1, "last_month": 12}),
        ("暑假期间", {"month": 7, "last_month": 8}),
    ],
)
def test_spans_have_two_ends(text: str, expected: dict[str, Any]) -> None:
    assert meaning(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月", {"recurring": "月"}),
        ("每月一次", {"recurring": "月"}),
        ("每月10日前", {"recurring": "月", "day": 10, "before": True}),
        ("每季", {"recurring": "季度"}),
        ("每季度末", {"recurring": "季度", "part": "末"}),
        ("每半年", {"recurring": "半年"}),
        ("每周五", {"recurring": "周", "weekday": 5}),
        ("每週五下午", {"recurring": "周", "weekday": 5}),
        ("每星期天", {"recurring": "周", "weekday": 7}),
        ("每年3月", {"recurring": "年", "month": 3}),
        ("每两个月一次", {"recurring": "月", "interval": 2}),
        ("每學期", {"recurring": "学期"}),
        ("每天", {"recurring": "日"}),
        ("逐月", {"recurring": "月"}),
        ("按季度", {"recurring": "季度"}),
    ],
)
def test_what_recurs_is_no_date(text: str, expected: dict[str, Any]) -> None:
    assert meaning(text) == expected
    assert When.parse(text).date() is None
    assert When.parse(text).span(2027) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国庆前后", {"anchor": "国庆", "about": True}),
        ("國慶前後", {"anchor": "国庆", "about": True}),
        ("七夕期间", {"anchor": "七夕"}),
        ("重阳", {"anchor": "重阳"}),
        ("重陽節", {"anchor": "重阳"}),
        ("“三八”节前", {"anchor": "三八", "before": True}),
        ("“三八”国际妇女节", {"anchor": "三八"}),
        ("「三八」婦女節", {"anchor": "三八"}),
        ("妇女节", {"anchor": "三八"}),
        ("“五一”国际劳动节期间", {"anchor": "五一"}),
        ("教师节", {"anchor": "教师节"}),
        ("元旦春节期间", {"anchor": "元旦"}),
        ("中秋、国庆前", {"anchor": "中秋", "before": True}),
        ("2027年春节前", {"anchor": "春节", "year": 2027, "before": True}),
        ("每逢重阳", {"anchor": "重阳"}),
    ],
)
def test_festivals_are_anchors(text: str, expected: dict[str, Any]) -> None:
    assert meaning(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-30",
        "2027-13-01",
        "2027年2月29日",
        "2月30日",
        "13月",
        "6月31日前",
        "3月28日至4月31日",
    ],
)
def test_a_date_that_no_calendar_has_is_kept_and_marked(text: str) -> None:
    assert meaning(text) == {"impossible": True}
    assert When.parse(text).in_words() == text


def test_29_february_is_possible_where_no_year_is_written() -> None:
    assert meaning("2月29日") == {"month": 2, "day": 29}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "适时",
            "適時",
            "待定",
            "长期",
            "学期末",
            "",
            "2027",
            "8",
            "13-45",
            "教师",
            "劳动",
            "近期",
        ),
        *("根据上级安排", "视天气情况", "0", "--", "至", "每", "3月底前完成调研并上报"),
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert meaning(text) == {}
    assert not When.parse(text).understood
    assert When.parse(text).in_words() == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-03-08", "2027年3月8日"),
        ("2027/3/8", "2027年3月8日"),
        ("2027.03.08", "2027年3月8日"),
        ("2027-03", "2027年3月"),
        ("3-8", "3月8日"),
        ("2027-03-08..2027-03-10", "2027年3月8日—10日"),
        ("2027-03-28..2027-04-02", "2027年3月28日—4月2日"),
        ("2027-12-28..2028-01-03", "2027年12月28日—2028年1月3日"),
        ("2027-03-08 14:30", "2027年3月8日 14:30"),
        ("4-7月", "4-7月"),
        ("4～7月", "4～7月"),
        ("十一月-十二月", "十一月-十二月"),
        ("3月..5月", "3月—5月"),
        ("10-12日", "10-12日"),
        ("3月8日至10日", "3月8日至10日"),
        ("3月底前", "3月底前"),
        ("8月中下旬", "8月中下旬"),
        ("国庆前后", "国庆前后"),
        ("每周五", "每周五"),
        ("上半年", "上半年"),
        ("民國116年3月8日", "民國116年3月8日"),
    ],
)
def test_dates_are_printed_in_words_and_words_stay(text: str, words: str) -> None:
    assert When.parse(text).in_words() == words


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3月8日", (2027, 3, 8), (2027, 3, 8)),
        ("3月", (2027, 3, 1), (2027, 3, 31)),
        ("2028年2月", (2028, 2, 1), (2028, 2, 29)),
        ("3月初", (2027, 3, 1), (2027, 3, 10)),
        ("8月中下旬", (2027, 8, 11), (2027, 8, 31)),
        ("6月底前", (2027, 6, 21), (2027, 6, 30)),
        ("3月8日—10日", (2027, 3, 8), (2027, 3, 10)),
        ("8月上旬至9月中旬", (2027, 8, 1), (2027, 9, 20)),
        ("11月—次年1月", (2027, 11, 1), (2028, 1, 31)),
        ("2028年11月—次年1月", (2028, 11, 1), (2029, 1, 31)),
        ("第一季度", (2027, 1, 1), (2027, 3, 31)),
        ("年底前", (2027, 12, 21), (2027, 12, 31)),
    ],
)
def test_a_span_takes_the_year_it_does_not_name(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert When.parse(text).span(2027) == (dt.date(*first), dt.date(*last))


@pytest.mark.parametrize("text", ["国庆前后", "10—12日", "待定"])
def test_words_without_a_month_have_no_span(text: str) -> None:
    assert When.parse(text).span(2027) is None


def test_a_time_is_written_back_as_the_user_wrote_it() -> None:
    adapter = TypeAdapter(When)
    assert adapter.dump_python(adapter.validate_python(" 3月底前 ")) == "3月底前"
    assert adapter.validate_json('"2027-03-08"').date() == dt.date(2027, 3, 8)


@settings(deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from("-/."))
def test_every_iso_date_means_its_day_before_and_after_printing(day: dt.date, mark: str) -> None:
    value = When.parse(day.isoformat().replace("-", mark))
    assert value.date() == day
    assert value.in_words() == f"{day.year}年{day.month}月{day.day}日"
    assert When.parse(value.in_words()).date() == day


@settings(deadline=None)
@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789年月日号第周季度底前初旬至每-/.（）一二十 :星期", max_size=16),
    )
)
@example("每十十月")
@example("1" * 10_000)
@example("1-" * 5_000)
def test_reading_a_time_never_fails(text: str) -> None:
    value = When.parse(text)
    assert value.text == text.strip()
    assert value.in_words() or not value.text
    value.span(2027)
    value.date()


@given(
    st.from_regex(r"((19|20|21)[0-9]{2}年)?([0-9]|1[0-9])月([0-9]|[123][0-9])?日?", fullmatch=True)
)
def test_the_usual_form_of_a_date_is_only_a_short_cut(text: str) -> None:
    usual = times.understand(text)
    others = tuple(one for one in times._POINTS if one[0] != times._FIGURES + "月日")
    assert len(others) == len(times._POINTS) - 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(times, "_POINTS", others)
        assert times.understand(text) == usual
