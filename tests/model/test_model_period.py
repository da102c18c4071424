from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from planforge.model.period import Period


def days(start: str, end: str) -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2027", "year", "2027-01-01", "2027-12-31"),
        ("２０２７", "year", "2027-01-01", "2027-12-31"),
        ("2027年", "year", "2027-01-01", "2027-12-31"),
        ("2027 年", "year", "2027-01-01", "2027-12-31"),
        ("2027年度", "year", "2027-01-01", "2027-12-31"),
        ("二〇二七年", "year", "2027-01-01", "2027-12-31"),
        ("二○二七年", "year", "2027-01-01", "2027-12-31"),
        ("116年度", "year", "2027-01-01", "2027-12-31"),
        ("民國116年", "year", "2027-01-01", "2027-12-31"),
        ("民国116年度", "year", "2027-01-01", "2027-12-31"),
        ("民國一一六年", "year", "2027-01-01", "2027-12-31"),
        ("2026-2027学年", "school_year", "2026-09-01", "2027-08-31"),
        ("2026—2027学年度", "school_year", "2026-09-01", "2027-08-31"),
        ("2026～2027學年", "school_year", "2026-09-01", "2027-08-31"),
        ("2026至2027学年", "school_year", "2026-09-01", "2027-08-31"),
        ("2026/2027学年", "school_year", "2026-09-01", "2027-08-31"),
        ("2026-27学年", "school_year", "2026-09-01", "2027-08-31"),
        ("2026学年", "school_year", "2026-09-01", "2027-08-31"),
        ("2026-2027学年第一学期", "term", "2026-09-01", "2027-01-31"),
        ("2026-2027学年上学期", "term", "2026-09-01", "2027-01-31"),
        ("2026-2027第一学期", "term", "2026-09-01", "2027-01-31"),
        ("2026—2027学年度第1学期", "term", "2026-09-01", "2027-01-31"),
        ("2026-2027学年第二学期", "term", "2027-02-01", "2027-08-31"),
        ("2026-2027學年下學期", "term", "2027-02-01", "2027-08-31"),
        ("2026年秋季学期", "term", "2026-09-01", "2027-01-31"),
        ("2027年春季学期", "term", "2027-02-01", "2027-08-31"),
        ("115學年度", "school_year", "2026-08-01", "2027-07-31"),
        ("115學年度第一學期", "term", "2026-08-01", "2027-01-31"),
        ("115學年度第2學期", "term", "2027-02-01", "2027-07-31"),
        ("115-116學年度", "school_year", "2026-08-01", "2027-07-31"),
        ("2027年上半年", "half", "2027-01-01", "2027-06-30"),
        ("2027下半年", "half", "2027-07-01", "2027-12-31"),
        ("2027年度上半年", "half", "2027-01-01", "2027-06-30"),
        ("民國116年上半年", "half", "2027-01-01", "2027-06-30"),
        ("2027年第一季度", "quarter", "2027-01-01", "2027-03-31"),
        ("2027四季度", "quarter", "2027-10-01", "2027-12-31"),
        ("2027年前三季度", "months", "2027-01-01", "2027-09-30"),
        ("2027年3月", "months", "2027-03-01", "2027-03-31"),
        ("2027-02", "months", "2027-02-01", "2027-02-28"),
        ("2027-03..2027-08", "months", "2027-03-01", "2027-08-31"),
        ("2027年3月—8月", "months", "2027-03-01", "2027-08-31"),
        ("2027年3-8月", "months", "2027-03-01", "2027-08-31"),
        ("2027年3月至2028年2月", "months", "2027-03-01", "2028-02-29"),
        ("2027年9月—次年1月", "months", "2027-09-01", "2028-01-31"),
        ("2027-03-15..2027-08-20", "months", "2027-03-15", "2027-08-20"),
        ("民國116年3月—8月", "months", "2027-03-01", "2027-08-31"),
        ("2026-2027年", "months", "2026-01-01", "2027-12-31"),
        ("2026-2030年", "months", "2026-01-01", "2030-12-31"),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, kind: str, start: str, end: str) -> None:
    period = Period.parse(text)
    assert (period.kind, (period.start, period.end)) == (kind, days(start, end))


@pytest.mark.parametrize(
    "text", ["20xx年", "20XX", "20××年", "xx年", "20__年", "__年", "20**年", "20□□年", "20年"]
)
def test_a_year_that_was_never_filled_in_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not filled in; write all of it: 2027$") as caught:
        Period.parse(text)
    assert text in str(caught.value)


@pytest.mark.parametrize(
    "text", ["2026-2028学年", "2027-2026学年", "2026-2026學年第一學期", "2026-28学年"]
)
def test_a_school_year_has_two_years_in_a_row(text: str) -> None:
    with pytest.raises(ValueError, match=f"^the school year {text} must name two years in a row$"):
        Period.parse(text)


def test_two_bare_years_may_mean_two_things() -> None:
    with pytest.raises(
        ValueError, match=r"^2026-2027 is unclear; write 2026-2027学年 or 2026-2027年$"
    ):
        Period.parse("2026-2027")


@pytest.mark.parametrize("text", ["116年", "116年上半年", "116年3月—8月", "116"])
def test_a_short_year_needs_its_calendar(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text} has an unclear year; write 民國116年"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2027-08..2027-03", "2027年9月—1月", "2027-2026年"])
def test_a_period_does_not_run_backwards(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text} ends before it begins$"):
        Period.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2027届",
            "27年",
            "上半年",
            "全年",
            "学年",
            "第一学期",
            "2027年上学期",
            "今年",
            "",
            "明年",
        ),
        *(
            "2027年3月8日",
            "2027年3月初",
            "2027年3月底前",
            "2027年春节前",
            "每年3月",
            "99999",
            "1027",
        ),
        *("2027年一、三季度", "2027-13", "2027-02-30..2027-03-01"),
    ],
)
def test_other_words_are_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text} is not a period; write 2027, 2026-2027学年"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027", "2027年"),
        ("2027年", "2027年"),
        ("2027年度", "2027年度"),
        ("二〇二七", "二〇二七年"),
        ("2026-2027学年", "2026—2027学年"),
        ("2026～2027學年度", "2026—2027學年度"),
        ("2026/2027学年", "2026—2027学年"),
        ("2026-27学年", "2026—2027学年"),
        ("2026-2027学年第一学期", "2026—2027学年第一学期"),
        ("2026-2027第一学期", "2026—2027学年第一学期"),
        ("2026-2027年下學期", "2026—2027學年下學期"),
        ("115學年度第一學期", "115學年度第一學期"),
        ("2027年春季学期", "2027年春季学期"),
        ("2027上半年", "2027年上半年"),
        ("2027年度上半年", "2027年度上半年"),
        ("2027一季度", "2027年一季度"),
        ("2027第一季度", "2027年第一季度"),
        ("2027-03", "2027年3月"),
        ("2027-03..2027-08", "2027年3月—8月"),
        ("2027-09..2028-01", "2027年9月—2028年1月"),
        ("2027年3-8月", "2027年3—8月"),
        ("2027年3月至8月", "2027年3月至8月"),
        ("2026-2027年", "2026—2027年"),
        ("民國116年", "民國116年"),
        ("116年度", "116年度"),
    ],
)
def test_periods_stand_in_titles_without_a_doubled_year(text: str, words: str) -> None:
    assert Period.parse(text).in_words() == words


def test_a_number_is_a_year() -> None:
    assert TypeAdapter(Period).validate_python(2027).in_words() == "2027年"


YEARS = st.integers(1901, 2190)
TAILS = st.sampled_from(
    [
        *(
            "",
            "年",
            "年度",
            "年上半年",
            "下半年",
            "年第一季度",
            "三季度",
            "年3月",
            "-03",
            "年9月—次年1月",
        ),
        *("学年", "学年度第一学期", "學年下學期", "年春季学期", "年秋季学期", "年前三季度"),
    ]
)


@settings(deadline=None)
@given(
    st.one_of(
        st.tuples(YEARS, TAILS).map(lambda t: f"{t[0]}{t[1]}"),
        YEARS.map(lambda year: f"{year}-{year + 1}学年第二学期"),
        st.tuples(YEARS, st.integers(1, 12)).map(lambda t: f"{t[0]}-{t[1]:02d}..{t[0] + 1}-01"),
        st.integers(100, 199).map(lambda year: f"{year}學年度第一學期"),
        st.integers(1, 199).map(lambda year: f"民國{year}年"),
    )
)
def test_what_is_printed_means_the_same_period(text: str) -> None:
    period = Period.parse(text)
    again = Period.parse(period.in_words())
    assert (again.kind, again.start, again.end) == (period.kind, period.start, period.end)
    assert period.start <= period.end
    assert "年年" not in period.in_words()


@settings(deadline=None)
@given(
    st.one_of(
        st.text(), st.text(alphabet="0123456789年月度学期季第一二上下半民国國至-/.x", max_size=18)
    )
)
@example("民国九九九年")
@example("0000年")
def test_any_other_text_is_refused_with_a_value_error_only(text: str) -> None:
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert period.start <= period.end
    assert period.in_words()


@settings(deadline=None)
@given(
    start=st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)),
    length=st.integers(0, 800),
    month=st.integers(1, 12),
)
def test_months_and_years_are_those_of_its_days(start: dt.date, length: int, month: int) -> None:
    all_days = [start + dt.timedelta(n) for n in range(length + 1)]
    period = Period("", "months", start, all_days[-1])
    months = sorted({(day.year, day.month) for day in all_days})
    assert period.months == months
    assert list(period.years) == sorted({day.year for day in all_days})
    assert period.years_with(month) == [year for year, number in months if number == month]


@settings(deadline=None)
@given(st.integers(1900, 2199))
def test_four_figures_mean_what_they_mean_with_their_unit(year: int) -> None:
    bare, named = Period.parse(f"{year}"), Period.parse(f"{year}年")
    assert (bare.kind, bare.start, bare.end) == (named.kind, named.start, named.end)
    assert bare.in_words() == named.in_words() == f"{year}年"


@pytest.mark.parametrize("text", ["1899", "2200", "0027"])
def test_four_figures_that_are_no_year_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Period.parse(text)
