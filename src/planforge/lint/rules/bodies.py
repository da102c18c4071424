"""PF5: laws, campaigns and bodies that are no longer what the plan calls them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.dated import (
    CLAUSE_ENDS,
    at_most,
    facts_for,
    sentence,
    speaks_of_the_past,
    year_before,
)
from planforge.lint.rule import WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.facts import Fact
    from planforge.lint.finding import Finding
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject

_NEW_FOR: Final = 3
_KEPT_UP: Final = pattern("巩固|成果|成效|常态|长效|深化拓展|拓展|延续|持续|运用好")
_NEW: Final = pattern(r"新(?:修订|修改|修正|颁布|出台|实施|制定)?的?\s*《?(?:中华人民共和国)?$")
_BEFORE: Final = 14
# 原工商局、原质监局, 前县卫生局: of earlier times by their own words; not 原则上, not 6月底前.
_PLACE: Final = "(?:[\u4e00-\u9fff]{0,5}[省市县区州旗])?"
_FORMER: Final = pattern(
    rf"原(?<![草平高中还]原)(?![则因定计])(?:[来先]的?)?(?:{_PLACE}|[^，,。；;：\n]{{2,24}}[、和与及]{_PLACE})$"
    rf"|前(?<![月日年底期之以提目会节旬周天号午间]前){_PLACE}$|旧称{_PLACE}$|退休?[于自]{_PLACE}$"
)
_LONG_BEFORE: Final = 32
# 卫生局退休干部 had left it before it got its present name.
_LEFT: Final = pattern(
    r"(?:[、和与及][\u4e00-\u9fff]{2,10}?[局委部学门])*(?:系统)?的?(?:离退|离|退)休(?!支部|党)"
)
_LABOUR: Final = frozenset("动動")
_LONGER: Final = frozenset("律规定学院官制理治")


@rule("PF505", "stale-law", "法律名称或版本过时", WARNING, needs_plan=True)
def law(subject: Subject) -> Iterator[Finding]:
    """A law that another one has replaced, or one called new long after it was amended."""
    if not subject.prose.has("法规則则") or (known := facts_for(subject, "laws")) is None:
        return
    table, day = known
    years = int(subject.setting("PF505", "years") or _NEW_FOR)
    names = tuple(dict.fromkeys(fact.name for fact in table.facts))
    if not subject.prose.has_word(names):
        return
    for hit in subject.prose.find(_laws(names), telling="法规則则"):
        # 劳动|合同法 in traditional characters, and 婚姻法律知识.
        if _before(hit)[-1:] in _LABOUR or _behind(hit) in _LONGER or speaks_of_the_past(hit):
            continue
        rows = [f for f in table.facts if f.name == hit.words and f.start and f.start <= day]
        if not rows:
            continue
        latest = rows[-1]
        assert latest.start is not None
        if latest.more["event"] == "replaced":
            yield _at_name(
                subject,
                hit,
                _("{name} is no longer in force; since {date} it is {now}").format(
                    name=latest.name, date=latest.start, now=latest.more["now"]
                ),
                latest,
            )
        elif (new := _new(hit)) >= 0 and latest.start.year + years < day.year:
            yield subject.within(
                hit.passage.node,
                new,
                hit.end,
                _("{name} is not new: its latest version is in force since {date}").format(
                    name=latest.name, date=latest.start
                ),
                hint=_("leave out 新, or name the version that is meant"),
                at_most=at_most(latest),
            )


@rule("PF506", "stale-campaign", "活动已经结束", WARNING, needs_plan=True)
def campaign(subject: Subject) -> Iterator[Finding]:
    """A campaign that was over before the plan was made."""
    if not subject.prose.has("教迎奥争党博") or (known := facts_for(subject, "campaigns")) is None:
        return
    table, day = known
    words = {word: fact for fact in table.facts for word in fact.more["words"].split("|")}
    if not subject.prose.has_word(words):
        return
    for hit in subject.prose.find(_any_of(tuple(words))):
        fact = words[hit.words]
        if fact.end is None or fact.end >= day or speaks_of_the_past(hit):
            continue
        if (named := year_before(hit)) and named <= fact.end.year:
            continue
        if _KEPT_UP.search(sentence(hit, CLAUSE_ENDS)):
            continue
        yield subject.hit(
            hit,
            _("{name} ended in {year}").format(name=fact.name, year=fact.end.year),
            hint=_("name what goes on in the plan's own time, or say that this is about the past"),
            at_most=at_most(fact),
        )


@rule("PF507", "renamed-body", "机构旧称", WARNING, needs_plan=True)
def body(subject: Subject) -> Iterator[Finding]:
    """A body under a name that it has no more."""
    if not subject.prose.has("局委部学") or (known := facts_for(subject, "renamed_bodies")) is None:
        return
    table, day = known
    by_name = {fact.name: fact for fact in table.facts}
    if not subject.prose.has_word(by_name):
        return
    for hit in subject.prose.find(_bodies(tuple(map(_guarded, table.facts))), telling="局委部学"):
        fact = by_name[hit.words]
        if fact.start is None or fact.start > day or speaks_of_the_past(hit):
            continue
        if _is_former(hit) or ((named := year_before(hit)) and named <= fact.start.year):
            continue
        yield subject.hit(
            hit,
            _("{name} is now called {now}").format(name=fact.name, now=fact.more["now"]),
            hint=_("use the present name"),
            at_most=at_most(fact),
        )


def _is_former(hit: Hit) -> bool:
    """Whether the words beside a body say that it is meant as it was."""
    text = hit.passage.text
    before = text[max(hit.start - _LONG_BEFORE, 0) : hit.start]
    return bool(_FORMER.search(before) or _LEFT.match(text, hit.end))


def _before(hit: Hit) -> str:
    return hit.passage.text[max(hit.start - _BEFORE, 0) : hit.start]


def _behind(hit: Hit) -> str:
    return hit.passage.text[hit.end : hit.end + 1] or "\n"


def _new(hit: Hit) -> int:
    """Where the text calls the law a new one; -1 where it does not."""
    found = _NEW.search(_before(hit))
    return hit.start - len(found[0]) if found else -1


def _at_name(subject: Subject, hit: Hit, message: str, fact: Fact) -> Finding:
    return subject.hit(
        hit,
        message,
        hint=_("cite the law that is in force"),
        new=fact.more["now"],
        safe=False,
        at_most=at_most(fact),
    )


@lru_cache(maxsize=4)
def _laws(names: tuple[str, ...]) -> re.Pattern[str]:
    """Names of laws, the longest first: 劳动合同法 is no 合同法, 婚姻法律 no 婚姻法."""
    # Names first: what begins with a word is found much faster than what looks back.
    return pattern("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


@lru_cache(maxsize=4)
def _bodies(guarded: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(sorted(guarded, key=len, reverse=True)))


def _guarded(fact: Fact) -> str:
    before, behind = fact.more["not_before"], fact.more["not_behind"]
    return (
        (f"(?<!{before})" if before else "")
        + re.escape(fact.name)
        + (f"(?!{behind})" if behind else "")
    )


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
