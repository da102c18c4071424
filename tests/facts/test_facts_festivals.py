"""The days that plans lean on, compared with two independent libraries."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest
from lunar_python import Lunar, Solar

from planforge.facts import festivals
from planforge.model.festivals import FESTIVALS

sxtwl = pytest.importorskip("sxtwl", reason="sxtwl has no wheel for this machine")
YEARS = range(2000, 2051)
LUNAR = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
}


def days(name: str, year: int) -> list[dt.date]:
    return [one.first for one in festivals.occurrences(name, year)]


@pytest.mark.parametrize("name", LUNAR)
def test_lunar_days_are_those_of_sxtwl(name: str) -> None:
    found = [sxtwl.fromLunar(lunar, *LUNAR[name]) for lunar in range(1999, 2051)]
    dates = {dt.date(one.getSolarYear(), one.getSolarMonth(), one.getSolarDay()) for one in found}
    expected = sorted(day for day in dates if day.year in YEARS)
    assert len(expected) >= 50
    assert [day for year in YEARS for day in days(name, year)] == expected


@pytest.mark.parametrize("name", LUNAR)
def test_lunar_days_are_those_of_lunar_python(name: str) -> None:
    found = [Lunar.fromYmd(lunar, *LUNAR[name]).getSolar() for lunar in range(1999, 2051)]
    dates = [dt.date(one.getYear(), one.getMonth(), one.getDay()) for one in found]
    expected = [day for day in dates if day.year in YEARS]
    assert [day for year in YEARS for day in days(name, year)] == expected


@pytest.mark.parametrize("name", ["清明", "冬至"])
def test_solar_terms_are_those_of_both_libraries(name: str) -> None:
    for year in YEARS:
        (day,) = days(name, year)
        assert Solar.fromYmd(year, day.month, day.day).getLunar().getJieQi() == name
        one = sxtwl.fromSolar(year, day.month, day.day)
        assert one.hasJieQi()
        assert one.getJieQi() == {"清明": 7, "冬至": 0}[name]


def test_new_years_eve_is_the_day_before_the_spring_festival() -> None:
    for year in YEARS:
        spring = festivals.date("春节", year)
        assert spring is not None
        assert festivals.date("除夕", year) == spring - dt.timedelta(1)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("端午", 2025, dt.date(2025, 5, 31)),
        ("端午", 2028, dt.date(2028, 5, 28)),
        ("中秋", 2025, dt.date(2025, 10, 6)),
        ("中秋", 2028, dt.date(2028, 10, 3)),
        ("重阳", 2027, dt.date(2027, 10, 8)),
        ("母亲节", 2027, dt.date(2027, 5, 9)),
        ("父亲节", 2027, dt.date(2027, 6, 20)),
        ("三八", 2027, dt.date(2027, 3, 8)),
        ("安全生产月", 2027, dt.date(2027, 6, 1)),
        ("两节", 2027, None),
        ("春节", 2051, None),
    ],
)
def test_known_days(name: str, year: int, day: dt.date | None) -> None:
    assert festivals.date(name, year) == day


def test_the_laba_festival_falls_in_a_year_twice_or_not_at_all() -> None:
    assert days("腊八", 2022) == [dt.date(2022, 1, 10), dt.date(2022, 12, 30)]
    assert days("腊八", 2023) == []


def test_some_names_mean_other_days_in_other_regions() -> None:
    assert festivals.date("国庆", 2027, "tw") == dt.date(2027, 10, 10)
    assert festivals.date("教师节", 2027, "tw") == dt.date(2027, 9, 28)
    assert festivals.date("父亲节", 2027, "tw") == dt.date(2027, 8, 8)
    assert festivals.date("五四", 2027, "hk") is None


def test_every_name_that_plans_know_has_a_day_but_the_one_that_means_two() -> None:
    without = {name for name in FESTIVALS if festivals.date(name, 2027) is None}
    assert without == {"两节"}


def test_a_day_that_was_not_yet_kept_is_none() -> None:
    assert festivals.date("医师节", 2017) is None
    assert festivals.date("医师节", 2018) == dt.date(2018, 8, 19)


def test_the_table_is_what_the_tool_writes() -> None:
    root = Path(__file__).parents[2]
    tool = runpy.run_path(str(root / "tools" / "lunar_days.py"))
    written = (root / "templates" / "facts" / "lunar_days.tsv").read_text(encoding="utf-8")
    assert tool["table"]() == written
