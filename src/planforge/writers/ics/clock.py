"""Times of day that stand behind a date: 3月8日下午2:30—4:00."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct

from planforge.model.wording import fold
from planforge.patterns import pattern

_TIME: Final = r"(?P<{0}h>[0-9]{{1,2}})(?::(?P<{0}m>[0-9]{{2}})|[时点](?P<{0}half>半)?)"
_CLOCK: Final = pattern(
    r"(?P<day>上午|下午|中午|晚上|晚)?\s*"
    + _TIME.format("")
    + r"(?:\s*(?:-|—|~|至|到)\s*(?:上午|下午|中午|晚上|晚)?"
    + _TIME.format("to_")
    + ")?"
)
_LATER: Final = ("下午", "晚上", "晚")
_NOON: Final = 12


class Clock(Struct, frozen=True):
    """From when to when; ``end`` is ``None`` where nobody says."""

    start: dt.time
    end: dt.time | None


def clock(words: str) -> Clock | None:
    """The time of day in words about time; ``None`` where there is none."""
    match = _CLOCK.search(fold(words))
    if match is None:
        return None
    later = match["day"] in _LATER
    start = _time(match["h"], match["m"], match["half"], later=later)
    end = _time(match["to_h"], match["to_m"], match["to_half"], later=later)
    if start is None:
        return None
    return Clock(start, end if end and end > start else None)


def _time(hour: str | None, minute: str | None, half: str | None, *, later: bool) -> dt.time | None:
    if hour is None:
        return None
    hours = int(hour) + (_NOON if later and int(hour) < _NOON else 0)
    minutes = int(minute) if minute else 30 if half else 0
    return dt.time(hours, minutes) if hours < 24 and minutes < 60 else None  # noqa: PLR2004  a day
