"""What words about time mean: the forms of dates, spans, recurrences and festivals."""

from __future__ import annotations

import calendar
from typing import Any, Final

from planforge.patterns import pattern

from .festivals import festival
from .numerals import number
from .spans import NEXT_YEAR, PART, SMALL, THIS_YEAR, YEAR_PARTS, months_of
from .wording import TO, compact, fold
from .years import FOUR_FIGURES, YEAR, year

# No time takes more characters than this; longer text is prose and is not searched for one.
_LONGEST: Final = 60

_LEAD: Final = pattern(r"(?:(?:拟|计划|预计|定)(?:于|在)|于|拟)(?=[0-9一二三四五六七八九十上下年])")
_TIME: Final = r"[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?|[时点](?:半|[0-9]{1,2}分)?)"
_HALF_DAY: Final = r"(?:上午|下午|中午|晚上|晚|早上|全天)"
_CLOCK: Final = pattern(
    rf"(?:(?<=[日号)])|[\sT]+)\s*{_HALF_DAY}?(?:\s*{_TIME}(?:\s*{TO}\s*{_TIME})?)?\s*$"
)
# With what such a time ends, such a lead begins, and one of which stands in the name of a weekday:
# most words have none, and tell so without compiling anything.
_CLOCK_ENDS: Final = (*"午上晚早天时点半分T", *"0123456789")
_LEADS_IN: Final = (*"拟计预定于",)
_OF_WEEKS: Final = frozenset("星周礼")
_WEEKDAYS: Final = "一二三四五六日"
_WEEKDAY: Final = pattern(rf"(?<=[日号0-9])\(?(?:星期|周|礼拜)([{_WEEKDAYS}天])\)?")
_REMARK: Final = pattern(r"\([^()]*\)$")
_RELATION: Final = pattern(
    r"(?:(?P<before>之?前|以前)|(?P<about>前后|左右|前夕)|之?后|以后|起|开始|期间|以?内|之间)?"
    r"(?:完成|办结)?$"
)

_FIGURES: Final = "0123456789"
_SMALL_FIGURES: Final = _FIGURES + "一二三四五六七八九十廿卅"
# The last character that a form can end with, and the form. Most words are no form at all, and
# their last character tells so without compiling any.
_POINTS: Final = tuple(
    (ends, pattern(form))
    for ends, form in (
        (
            _FIGURES,
            rf"(?P<year>{FOUR_FIGURES})[-/.](?P<month>[0-9]{{1,2}})(?:[-/.](?P<day>[0-9]{{1,2}}))?",
        ),
        (_FIGURES, r"(?P<month>[0-9]{1,2})(?P<loose>[-/.])(?P<day>[0-9]{1,2})"),
        # What most dates say. The next form has room for all the others, and takes time to compile.
        (
            _FIGURES + "月日",
            (
                r"(?:(?P<year>(?:19|20|21)[0-9]{2})年)?"
                r"(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日?)?"
            ),
        ),
        (
            _SMALL_FIGURES + "月份日号旬初中底末",
            (
                rf"(?:(?P<year>{YEAR})年|{THIS_YEAR}|(?P<next>{NEXT_YEAR}))?"
                rf"(?P<month>{SMALL}|元)月份?(?:(?P<day>{SMALL})[日号]?|(?P<part>{PART}))?"
            ),
        ),
        ("日号", rf"(?P<day>{SMALL})[日号]"),
        ("旬初中底末", rf"(?P<part>{PART})"),
        (
            "初中底末",
            rf"(?:(?P<year>{YEAR})|今|本|当|(?P<next>次|翌|明|来))?年(?P<yearpart>[初中底末])",
        ),
        (_SMALL_FIGURES, rf"(?:(?P<year>{YEAR})年)?(?P<bare>{SMALL})"),
    )
)
_TO: Final = pattern(TO)
_YEAR: Final = pattern(rf"({YEAR})年度?")
_LEADS: Final = ("每", "逐", "按", "各")
_EVERY: Final = pattern(
    r"(?P<lead>每逢|每|逐|按|各)个?(?P<count>[0-9]{1,2}|[一二两三四五六七八九十])?个?"
    r"(?P<unit>半年|学年|学期|季度|季|星期|周|月份|月|年度|年|旬|天|日)(?P<rest>.*)"
)
_UNITS: Final = {"季": "季度", "星期": "周", "月份": "月", "年度": "年", "天": "日"}

_MONTHS: Final = 12
# Every month has so many days; for others the calendar is asked.
_SHORTEST: Final = 28

Meaning = dict[str, Any]


def understand(text: str) -> Meaning:
    """The attributes of `When` that ``text`` fills; empty when it is not understood."""
    if len(text) > _LONGEST:
        return {}
    folded = fold(text).rstrip()
    words = compact(_CLOCK.sub("", folded) if folded.endswith(_CLOCK_ENDS) else folded)
    if words.startswith(_LEADS_IN) and _LEAD.match(words):
        words = _LEAD.sub("", words, count=1)
    extra: Meaning = {}
    if not _OF_WEEKS.isdisjoint(words) and (weekday := _WEEKDAY.search(words)):
        extra["weekday"] = _weekday(weekday[1])
        words = _WEEKDAY.sub("", words)
    words = _REMARK.sub("", words) if words.endswith(")") else words
    if meaning := _meaning(words):
        return _checked(meaning | extra)
    relation = _RELATION.search(words)
    if relation and relation.group() and (meaning := _meaning(words[: relation.start()])):
        kept = {name: True for name in ("before", "about") if relation[name]}
        return _checked(meaning | extra | kept)
    return {}


def _meaning(words: str) -> Meaning | None:
    point = _point(words)
    if point and "month" in point:
        return {name: value for name, value in point.items() if name != "loose"}
    if words.endswith(("年", "年度")) and (whole := _YEAR.fullmatch(words)):
        return {"year": year(whole[1]), "month": 1, "last_month": 12}
    if span := months_of(words):
        written, months = span
        return {"year": written, "month": months[0], "last_month": months[-1]}
    if named := festival(words):
        anchor, written = named
        return {"anchor": anchor, "year": written}
    if point and ("day" in point or "part" in point):
        return point
    return _span(words) or _recurrence(words)


def _point(words: str) -> Meaning | None:
    """One end of a span, or a point in time; ``bare`` is a number without its 月 or 日."""
    last = words[-1:]
    for ends, form in _POINTS:
        if last and last in ends and (match := form.fullmatch(words)):
            found = {name: value for name, value in match.groupdict().items() if value}
            return _numbers(found)
    return None


def _numbers(found: Meaning) -> Meaning | None:
    try:
        for name in ("month", "day", "bare"):
            if name in found:
                found[name] = 1 if found[name] == "元" else int(number(found[name]))
        if "year" in found:
            found["year"] = year(found["year"])
    except ValueError:
        return None
    if "part" in found:
        found["part"] = found["part"].removeprefix("月")
    if "yearpart" in found:
        month, last_month, part = YEAR_PARTS[found.pop("yearpart")]
        found |= {"month": month, "part": part}
        found |= {"last_month": last_month} if last_month != month else {}
    if "loose" in found and not _possible(2000, found["month"], found["day"]):
        return None
    found.pop("next", None) if "bare" in found else None
    return found


def _span(words: str) -> Meaning | None:
    # The last separator first: in 2027-03-08-10 the span is one of days.
    for separator in reversed([*_TO.finditer(words)]):
        first, last = _point(words[: separator.start()]), _point(words[separator.end() :])
        if first and last and (joined := _joined(first, last)):
            return joined
    return None


def _joined(first: Meaning, last: Meaning) -> Meaning | None:
    """The span between two ends, each of which lends the other what it does not say."""
    if "bare" in first:
        lent = "day" if "day" in last and "month" not in last else "month"
        if "bare" in last or (lent == "month" and "day" in last) or lent not in last:
            return None
        written = first.get("year", last.get("year"))
        first = {lent: first["bare"]} | ({"year": written} if written else {})
    if "bare" in last:
        last = {"day" if "day" in first else "month": last["bare"]}
    if ("month" in last or "part" in last) and "month" not in first:
        return None
    if "year" in first and last.pop("next", None):
        last["year"] = first["year"] + 1
    ends = {f"last_{name}": last[name] for name in ("year", "month", "day", "part") if name in last}
    if "month" in first:
        ends.setdefault("last_month", first["month"])
    names = ("year", "month", "day", "part")
    return {name: first[name] for name in names if name in first} | ends


def _recurrence(words: str) -> Meaning | None:
    match = _EVERY.fullmatch(words) if words.startswith(_LEADS) else None
    if match is None or (match["lead"] in {"逐", "按", "各"} and match["rest"]):
        return None
    unit, rest = match["unit"], match["rest"]
    meaning: Meaning = {"recurring": _UNITS.get(unit, unit)}
    if match["count"]:
        meaning["interval"] = int(number(match["count"]))
    if meaning["recurring"] == "周" and rest[:1] in {*_WEEKDAYS, "天"}:
        return meaning | {"weekday": _weekday(rest[:1])}
    return {**understand(rest), **meaning}


def _weekday(character: str) -> int:
    return _WEEKDAYS.index(character.replace("天", "日")) + 1


def _checked(meaning: Meaning) -> Meaning:
    """The meaning without the numbers of a date that no calendar has."""
    ends = [[meaning.get(p + n) for n in ("year", "month", "day")] for p in ("", "last_")]
    if all(_possible(y or 2000, 1 if m is None else m, 1 if d is None else d) for y, m, d in ends):
        meaning.pop("next", None)
        return meaning
    return {"impossible": True}


def _possible(in_year: int, month: int, day: int) -> bool:
    if not 1 <= month <= _MONTHS or day < 1:
        return False
    return day <= _SHORTEST or day <= calendar.monthrange(in_year, month)[1]
