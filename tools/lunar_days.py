"""Write templates/facts/lunar_days.tsv: days of the lunar calendar and solar terms, 2000 to 2050.

    python tools/lunar_days.py

Computed with sxtwl (BSD); the tests compare the table with lunar-python (MIT) as well. Both are
needed for development only: a table of fifty years needs no library at run time.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import sxtwl

TABLE: Final = Path(__file__).parents[1] / "templates" / "facts" / "lunar_days.tsv"
YEARS: Final = range(2000, 2051)
# Name → month and day of the lunar year.
LUNAR: Final = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
}
# Name → the number of the solar term in sxtwl, counted from the winter solstice.
TERMS: Final = {"清明": 7, "冬至": 0}
NAMES: Final = ("除夕", "春节", "元宵", "清明", "端午", "七夕", "中秋", "重阳", "冬至", "腊八")
HEAD: Final = """\
# Days of the lunar calendar and two solar terms by the year of the common calendar they fall in.
# 腊八 falls in a year once, twice or not at all.
# Written by tools/lunar_days.py; do not edit.
# valid_from: 2000-01-01
# valid_until: 2050-12-31
# source: computed with sxtwl 2.0.7, compared with lunar-python 1.4.8
"""


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    print(f"{TABLE}: {len(YEARS)} years")


def table() -> str:
    """The text of the table."""
    rows = ["\t".join(("year", *NAMES))]
    rows += ["\t".join((str(year), *(_cell(name, year) for name in NAMES))) for year in YEARS]
    return HEAD + "\n".join(rows) + "\n"


def days(name: str, year: int) -> list[dt.date]:
    """The days of that name in a year of the common calendar."""
    if name == "除夕":
        return [day - dt.timedelta(1) for day in days("春节", year)]
    if name in TERMS:
        first = dt.date(year, 1, 1)
        every = (first + dt.timedelta(n) for n in range(366))
        return [day for day in every if day.year == year and _term(day) == TERMS[name]]
    return [day for lunar in (year - 1, year) if (day := _solar(lunar, *LUNAR[name])).year == year]


def _term(day: dt.date) -> int:
    one = sxtwl.fromSolar(day.year, day.month, day.day)
    return int(one.getJieQi()) if one.hasJieQi() else -1


def _solar(year: int, month: int, day: int) -> dt.date:
    one = sxtwl.fromLunar(year, month, day)
    return dt.date(one.getSolarYear(), one.getSolarMonth(), one.getSolarDay())


def _cell(name: str, year: int) -> str:
    return " ".join(f"{day:%m-%d}" for day in days(name, year))


if __name__ == "__main__":
    main()
