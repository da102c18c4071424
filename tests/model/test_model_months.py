from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from planforge.model.months import Months

YEAR = tuple(range(1, 13))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3", (3,)),
        ("03", (3,)),
        ("３", (3,)),
        ("3月", (3,)),
        ("3 月", (3,)),
        ("三月", (3,)),
        ("三月份", (3,)),
        ("元月", (1,)),
        ("十二月份", (12,)),
        ("七、八月", (7, 8)),
        ("七、八月份", (7, 8)),
        ("七月、八月", (7, 8)),
        ("7,8", (7, 8)),
        ("7、8", (7, 8)),
        ("3月和5月", (3, 5)),
        ("4-7", (4, 5, 6, 7)),
        ("4—7月", (4, 5, 6, 7)),
        ("4～7月", (4, 5, 6, 7)),
        ("4~7月", (4, 5, 6, 7)),
        ("4至7月", (4, 5, 6, 7)),
        ("4到7月", (4, 5, 6, 7)),
        ("4月——7月", (4, 5, 6, 7)),
        ("7-12月", (7, 8, 9, 10, 11, 12)),
        ("7―9月", (7, 8, 9)),
        ("10―11月", (10, 11)),
        ("一至二月份", (1, 2)),
        ("四至五月份", (4, 5)),
        ("七月份至八月份", (7, 8)),
        ("十一月份-十二月份", (11, 12)),
        ("4-6、9月", (4, 5, 6, 9)),
        ("一季度", (1, 2, 3)),
        ("第一季度", (1, 2, 3)),
        ("第4季度", (10, 11, 12)),
        ("二、三季度", (4, 5, 6, 7, 8, 9)),
        ("一、三季度", (1, 2, 3, 7, 8, 9)),
        ("一至三季度", YEAR[:9]),
        ("前三季度", YEAR[:9]),
        ("上半年", YEAR[:6]),
        ("下半年", YEAR[6:]),
        ("全年", YEAR),
        ("年内", YEAR),
        ("寒假", (1, 2)),
        ("暑假", (7, 8)),
        ("三月份（学雷锋活动月）", (3,)),
        ("3月上旬", (3,)),
        ("8月中下旬", (8,)),
        ("3月底前", (3,)),
        ("年底前", (12,)),
        ("3月8日", (3,)),
        ("3月28日至4月2日", (3, 4)),
    ],
)
def test_months_are_read_as_people_write_them(text: str, months: tuple[int, ...]) -> None:
    assert Months.parse(text).months == months


@pytest.mark.parametrize(
    ("text", "year", "months"),
    [
        ("2027年3月", 2027, (3,)),
        ("二〇二七年三月", 2027, (3,)),
        ("2027-03", 2027, (3,)),
        ("2027/3", 2027, (3,)),
        ("2027-03..2027-05", 2027, (3, 4, 5)),
        ("2027-03-2027-05", 2027, (3, 4, 5)),
        ("2027-03-08", 2027, (3,)),
        ("2027年第一季度", 2027, (1, 2, 3)),
        ("2027年上半年", 2027, YEAR[:6]),
        ("2027年9月—2028年1月", 2027, (9, 10, 11, 12, 1)),
        ("2027年9月至次年1月", 2027, (9, 10, 11, 12, 1)),
        ("2027年3月—2029年5月", 2027, (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2)),
        ("民國116年3月", 2027, (3,)),
        ("116年3月", 2027, (3,)),
        ("民國116年第一季", 2027, (1, 2, 3)),
    ],
)
def test_a_year_is_kept_where_one_is_written(text: str, year: int, months: tuple[int, ...]) -> None:
    value = Months.parse(text)
    assert (value.year, value.months) == (year, months)


@pytest.mark.parametrize(
    ("text", "months", "weeks"),
    [
        ("第3周", (), (3, 3)),
        ("第三週", (), (3, 3)),
        ("第1—2周", (), (1, 2)),
        ("第1、2、3周", (), (1, 3)),
        ("第三周至第五周", (), (3, 5)),
        ("1—2周", (), (1, 2)),
        ("第十一周", (), (11, 11)),
        ("第1周（9月1日—5日）", (), (1, 1)),
        ("3月第1周", (3,), (1, 1)),
    ],
)
def test_weeks_of_a_term_or_of_a_month_are_no_months(
    text: str, months: tuple[int, ...], weeks: tuple[int, int]
) -> None:
    value = Months.parse(text)
    assert (value.months, value.weeks) == (months, weeks)


@pytest.mark.parametrize(
    ("text", "every"),
    [("每月", "月"), ("各月", "月"), ("逐月", "月"), ("每季度", "季度"), ("每季", "季度")],
)
def test_what_recurs_covers_the_whole_year(text: str, every: str) -> None:
    value = Months.parse(text)
    assert (value.months, value.every) == (YEAR, every)


@pytest.mark.parametrize(
    ("text", "backwards"),
    [("11月-次年1月", False), ("11-1月", True), ("9月—1月", True), ("2027年9月—2028年1月", False)],
)
def test_a_range_past_december_is_read_across_the_turn_of_the_year(
    text: str, *, backwards: bool
) -> None:
    value = Months.parse(text)
    assert value.months[-1] == 1
    assert value.backwards is backwards


@pytest.mark.parametrize(
    "text",
    [
        *(
            "标题",
            "標題",
            "内容",
            "安排",
            "活动",
            "备注",
            "主题",
            "编号",
            "标题1",
            "月",
            "月份",
            "季度",
        ),
        *(
            "年度",
            "一",
            "三",
            "七、八",
            "上级",
            "一线职工",
            "五必访",
            "三八",
            "重阳",
            "待定",
            "",
            " ",
        ),
        *("3周", "三周", "周", "第3次", "7.8月", "2027", "3月5月", "entries", "May", "每周五"),
    ],
)
def test_ordinary_words_and_keys_are_no_months(text: str) -> None:
    assert not Months.looks_like(text)


@pytest.mark.parametrize("text", ["0", "13", "13月", "00", "3-13", "0月", "十三月"])
def test_a_month_beyond_twelve_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text} is not a month; months run from 1 to 12$"):
        Months.parse(text)


def test_what_is_no_month_is_refused_with_examples() -> None:
    with pytest.raises(ValueError, match=r"^春天 is not a month; write 3, 七、八月, 4-7, 一季度"):
        Months.parse("春天")


@pytest.mark.parametrize("text", ["腊月", "臘月", "正月", "农历八月", "農曆八月"])
def test_a_lunar_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text} is a lunar month; write the solar one"):
        Months.parse(text)


def test_a_range_that_ends_in_an_earlier_year_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Months.parse("2027年9月—2026年1月")


@pytest.mark.parametrize("text", ["第0周", "第5—3周", "第60周"])
def test_impossible_weeks_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"the weeks in .* cannot be right"):
        Months.parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3", "3月"),
        ("03", "3月"),
        ("03月", "03月"),
        ("10", "10月"),
        ("7,8", "7、8月"),
        ("4-7", "4—7月"),
        ("4~7", "4—7月"),
        ("4-7月", "4-7月"),
        ("4 - 7月", "4 - 7月"),
        ("3月..5月", "3月—5月"),
        ("2027-03", "2027年3月"),
        ("2027-03..2027-05", "2027年3月—5月"),
        ("2027-03、2027-04", "2027年3月、2027年4月"),
        ("2027-03-08", "2027年3月8日"),
        ("11月-次年1月", "11月-次年1月"),
        ("十一月份-十二月份", "十一月份-十二月份"),
        ("七、八月份", "七、八月份"),
        ("一至二月份", "一至二月份"),
        ("第1-2周", "第1-2周"),
        ("2027-03 - 2027-05 ", "2027年3月—5月"),
        ("2027年3月 - 5月", "2027年3月 - 5月"),
        ("第三周至第五周", "第三周至第五周"),
        ("上半年", "上半年"),
        ("三月份", "三月份"),
    ],
)
def test_months_are_printed_in_good_chinese(text: str, words: str) -> None:
    assert Months.parse(text).in_words() == words


@pytest.mark.parametrize(
    ("value", "words", "months"),
    [
        ([3, 4], "3、4月", (3, 4)),
        ([3], "3月", (3,)),
        (["七", "八"], "七、八月", (7, 8)),
        (["4-7", 9], "4—7、9月", (4, 5, 6, 7, 9)),
        (["3月", "5月"], "3月、5月", (3, 5)),
        (["3-4月", "9-10月"], "3-4月、9-10月", (3, 4, 9, 10)),
        (["2027-03", "2027-04"], "2027年3月、2027年4月", (3, 4)),
        (3, "3月", (3,)),
    ],
)
def test_months_may_be_a_list_or_a_number(
    value: object, words: str, months: tuple[int, ...]
) -> None:
    read = TypeAdapter(Months).validate_python(value)
    assert (read.in_words(), read.months) == (words, months)


@pytest.mark.parametrize("value", [True, None, {"a": 1}, [], 3.5])
def test_what_cannot_be_months_is_a_validation_problem(value: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        TypeAdapter(Months).validate_python(value)


def test_editors_are_told_of_texts_numbers_and_lists() -> None:
    schema = TypeAdapter(Months).json_schema()
    types = [option.get("type") for option in schema["anyOf"]]
    assert "array" in types
    assert TypeAdapter(Months).dump_python(Months.parse("3-5")) == "3-5"


MONTH = st.integers(1, 12)
WRITTEN = st.one_of(
    MONTH.map(str),
    MONTH.map("{:02d}月".format),
    st.tuples(MONTH, MONTH, st.sampled_from("-—～~至到")).map(lambda t: f"{t[0]}{t[2]}{t[1]}月"),
    st.lists(MONTH, min_size=1, max_size=4).map(lambda months: "、".join(map(str, months))),
    st.tuples(st.integers(2000, 2099), MONTH).map(lambda t: f"{t[0]}-{t[1]:02d}"),
    st.sampled_from(
        ["七、八月份", "二、三季度", "第3—5周", "全年", "每月", "11月-次年1月", "3月8日"]
    ),
)


@settings(deadline=None)
@given(
    MONTH,
    MONTH,
    st.sampled_from(["-", "—", "～", "~", " - ", "至", "、"]),
    st.sampled_from(["月", "月份"]),
)
def test_months_in_words_are_printed_as_they_were_typed(
    first: int, last: int, between: str, unit: str
) -> None:
    for text in (f"{first}{between}{last}{unit}", f"{first}{unit}{between}{last}{unit}"):
        assert Months.parse(text).in_words() == text


@settings(deadline=None)
@given(WRITTEN)
def test_what_is_printed_means_the_same_months(text: str) -> None:
    value = Months.parse(text)
    again = Months.parse(value.in_words())
    assert again == Months(
        again.text, value.months, value.year, value.weeks, value.every, value.backwards
    )


@settings(deadline=None)
@given(
    st.one_of(
        st.text(), st.text(alphabet="0123456789年月日第周季度半上下、-至一二三十次 .", max_size=14)
    )
)
@example("²月")
@example("十十月")
def test_any_other_text_is_refused_with_a_value_error_only(text: str) -> None:
    try:
        value = Months.parse(text)
    except ValueError:
        return
    assert value.months or value.weeks
    assert value.in_words()
