"""What a table of facts may say, and where a table of the user says something else."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import FileProblems, UserError
from planforge.language import _, listed, mark
from planforge.model.nearest import nearest
from planforge.source.text import UNKNOWN_KEY, WRONG_VALUE

from .tables import RANGE, Confidence, first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from planforge.errors import Problem
    from planforge.source.text import SourceText

_EVENTS: Final = ("adopted", "amended", "replaced")
_REGIONS: Final = ("cn", "tw", "hk", "mo")
_YEARLY: Final = re.compile(r"(?P<month>\d\d)(?:-(?P<day>\d\d)|/[1-5])?")
_LEAP: Final = 2000


class Kind(Struct, frozen=True):
    """What a column may say.

    Attributes:
        fits: Whether a value does; gets the value and the year of the line, where it has one.
        advice: What to write, untranslated.
    """

    fits: Callable[[str, str], bool]
    advice: str


def _is_day(value: str, _year: str) -> bool:
    try:
        first_day(value)
    except ValueError:
        return False
    return True


def _is_yearly(value: str, _year: str) -> bool:
    found = _YEARLY.fullmatch(value)
    return found is not None and _is_date(_LEAP, found["month"], found["day"] or "01")


def _are_days(value: str, year: str) -> bool:
    days = [day.partition("-") for day in value.split()]
    return all(_is_date(int(year), month, day) for month, _dash, day in days)


def _is_date(year: int, month: str, day: str) -> bool:
    try:
        dt.date.fromisoformat(f"{year:04}-{month}-{day}")
    except ValueError:
        return False
    return True


def _is_expression(value: str, _year: str) -> bool:
    try:
        re.compile(value)
    except re.error:
        return False
    return True


_TEXT: Final = Kind(lambda _value, _year: True, "")
_WORDS: Final = Kind(lambda value, _year: bool(value.strip()), mark("it may not be empty"))
_DAY: Final = Kind(_is_day, mark("write a day or a month: 2027-03-08, 2027-03"))
_EXPRESSION: Final = Kind(_is_expression, mark("write a regular expression"))
_YEAR: Final = Kind(
    lambda value, _year: value.isdecimal() and dt.MINYEAR <= int(value) <= dt.MAXYEAR,
    mark("write a year: 2027"),
)
_DAYS: Final = Kind(_are_days, mark("write days of that year: 09-15, or several with blanks"))
_FACT: Final[Mapping[str, Kind]] = {
    "name": _WORDS,
    "confidence": Kind(
        lambda value, _year: value in frozenset(Confidence), ", ".join(map(str, Confidence))
    ),
    "source": _WORDS,
}
_SINCE: Final = {"from": _DAY}
_PERIOD: Final = {"from": _DAY, "to": _DAY}
_EVENT: Final = Kind(lambda value, _year: value in _EVENTS, ", ".join(_EVENTS))
COLUMNS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "campaigns": {**_FACT, **_PERIOD, "words": _WORDS},
    "five_year_plans": {**_FACT, **_PERIOD, "word": _WORDS},
    "fixed_days": {
        **_FACT,
        "day": Kind(_is_yearly, mark("write 03-08, 06 for a month, 05/2 for its second Sunday")),
        "regions": Kind(
            lambda value, _year: bool(value) and set(value.split()) <= set(_REGIONS),
            " ".join(_REGIONS),
        ),
    },
    "guiding_thoughts": {**_FACT, **_SINCE, "words": _WORDS},
    "laws": {**_FACT, **_SINCE, "event": _EVENT, "now": _TEXT},
    "lunar_days": {"year": _YEAR},
    "party_congresses": {**_FACT, **_PERIOD},
    "plenums": {**_FACT, **_PERIOD},
    "renamed_bodies": {
        **_FACT,
        **_SINCE,
        "now": _WORDS,
        "not_before": _EXPRESSION,
        "not_behind": _EXPRESSION,
    },
    "union_congresses": {**_FACT, **_PERIOD},
}
"""Table → columns it must have → what they may say."""


def check_name(name: str, path: str) -> None:
    """Nothing, when there is a table of that name.

    Raises:
        UserError: No rule would ever look at it.
    """
    if name not in COLUMNS:
        close = nearest(name, COLUMNS)
        raise UserError(
            _("{path}: there is no table of facts of that name").format(path=path),
            _("did you mean {name}?").format(name=close) if close else listed(COLUMNS),
        )


def check(name: str, source: SourceText) -> None:
    """Nothing, when every line of the table ``name`` can be used.

    Raises:
        FileProblems: What cannot, each with its line and column.
    """
    if problems := [*_bounds(name, source), *_lines(name, source)]:
        raise FileProblems(problems)


def _bounds(name: str, source: SourceText) -> Iterator[Problem]:
    found = {match[1]: match for match in RANGE.finditer(source.text)}
    for match in found.values():
        if not _is_day(match[2], ""):
            message = _("“{value}” cannot stand here").format(value=match[2])
            yield source.problem(WRONG_VALUE, message, *match.span(2), hint=_(_DAY.advice))
            return
    if "until" not in found and name != "lunar_days":
        yield source.problem(WRONG_VALUE, _("the line # valid_until: is missing"))
    if {"from", "until"} <= set(found) and not _in_order(found["from"][2], found["until"][2]):
        message = _("the end lies before the beginning")
        yield source.problem(WRONG_VALUE, message, *found["until"].span(2))


def _lines(name: str, source: SourceText) -> Iterator[Problem]:
    heads: list[str] | None = None
    for number, start in enumerate(source.starts, 1):
        line = source.line(number)
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if heads is None:
            heads = cells
            missing = [column for column in COLUMNS[name] if column not in heads]
            for column in missing:
                message = _("the column {name} is missing").format(name=column)
                yield source.problem(UNKNOWN_KEY, message, start, start + len(line))
            if missing:
                return
        else:
            yield from _line(name, source, start, dict(_cells(heads, cells, start)))


def _cells(
    heads: Sequence[str], cells: Sequence[str], start: int
) -> Iterator[tuple[str, tuple[str, int]]]:
    """Column → what stands there, and its offset."""
    for place, head in enumerate(heads):
        yield head, (cells[place] if place < len(cells) else "", start)
        start += len(cells[place]) + 1 if place < len(cells) else 0


def _line(
    name: str, source: SourceText, start: int, cells: Mapping[str, tuple[str, int]]
) -> Iterator[Problem]:
    year = cells["year"][0] if name == "lunar_days" else ""
    kinds = {**{column: _DAY for column in _PERIOD if column in cells}, **COLUMNS[name]}
    if year and _YEAR.fits(year, ""):
        kinds = {**dict.fromkeys(cells, _DAYS), **kinds}
    wrong = False
    for column, kind in kinds.items():
        value, at = cells[column]
        if not kind.fits(value, year):
            wrong = True
            message = _("“{value}” cannot stand in the column {name}").format(
                value=value, name=column
            )
            end = at + len(value) if value else start + 1
            yield source.problem(
                WRONG_VALUE, message, at if value else start, end, hint=_(kind.advice)
            )
    period = [cells[column] for column in ("from", "to") if column in cells]
    if not wrong and len(period) == 2 and not _in_order(period[0][0], period[1][0]):  # noqa: PLR2004
        value, at = period[1]
        message = _("the end lies before the beginning")
        yield source.problem(WRONG_VALUE, message, at, at + len(value))


def _in_order(first: str, last: str) -> bool:
    start, end = first_day(first), last_day(last)
    return start is None or end is None or start <= end
