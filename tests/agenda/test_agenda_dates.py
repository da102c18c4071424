"""The days that words of a plan mean."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from planforge.agenda import dates
from planforge.model.months import Months
from planforge.model.period import Period
from planforge.model.when import When

if TYPE_CHECKING:
    from planforge.agenda.dates import Span

YEAR = Period.parse("2027")
SCHOOL = Period.parse("2026-2027学年")


def days(words: str, period: Period = YEAR, months: str = "") -> tuple[str, str] | None:
    """First and last day as ISO dates."""
    entry = Months.parse(months) if months else None
    return shown(dates.of_when(When.parse(words), period, entry))


def shown(span: Span | None) -> tuple[str, str] | None:
    return (span.first.isoformat(), span.last.isoformat()) if span else None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2027-03-08", "2027-03-08", "2027-03-08"),
        ("3月8日", "2027-03-08", "2027-03-08"),
        ("8月中下旬", "2027-08-11", "2027-08-31"),
        ("3月15日—19日", "2027-03-15", "2027-03-19"),
        ("12月28日—1月3日", "2027-12-28", "2028-01-03"),
        ("2月", "2027-02-01", "2027-02-28"),
        ("上半年", "2027-01-01", "2027-06-30"),
    ],
)
def test_words_become_days(words: str, first: str, last: str) -> None:
    assert days(words) == (first, last)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("3月底前", "2027-03-31"),
        ("6月30日之前", "2027-06-30"),
        ("6月前", "2027-05-31"),
        ("年底前", "2027-12-31"),
    ],
)
def test_a_limit_is_its_last_day(words: str, last: str) -> None:
    assert days(words) == (last, last)


def test_in_a_school_year_september_comes_before_may() -> None:
    assert days("9月10日", SCHOOL) == ("2026-09-10", "2026-09-10")
    assert days("5月", SCHOOL) == ("2027-05-01", "2027-05-31")


def test_a_day_or_a_part_takes_the_month_of_its_entry() -> None:
    assert days("8日", months="3月") == ("2027-03-08", "2027-03-08")
    assert days("下旬", SCHOOL, months="10月") == ("2026-10-21", "2026-10-31")


@pytest.mark.parametrize("words", ["每月", "每周五", "适时", "2027-02-30"])
def test_what_recurs_or_names_no_day_has_no_days(words: str) -> None:
    assert days(words) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("七、八月", "2027-07-01", "2027-08-31"),
        ("一季度", "2027-01-01", "2027-03-31"),
        ("11月-次年1月", "2027-11-01", "2028-01-31"),
        ("3月第2周", "2027-03-08", "2027-03-14"),
    ],
)
def test_months_become_days(words: str, first: str, last: str) -> None:
    assert shown(dates.of_months(Months.parse(words), YEAR)) == (first, last)


def test_weeks_of_a_term_count_from_the_monday_of_its_first_week() -> None:
    term = Period.parse("2026-2027学年第二学期")
    assert term.start == dt.date(2027, 2, 1)
    assert shown(dates.of_months(Months.parse("第3周"), term)) == ("2027-02-15", "2027-02-21")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("重阳节", "2027-10-08", "2027-10-08"),
        ("春节前", "2027-01-23", "2027-02-05"),
        ("国庆前后", "2027-09-28", "2027-10-04"),
    ],
)
def test_festivals_have_the_days_of_the_year_of_the_plan(words: str, first: str, last: str) -> None:
    assert days(words) == (first, last)
