"""PF5: guiding thoughts and five-year plans that are not those of the plan's time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.language import _
from planforge.lint.dated import at_most, facts_for, sentence, speaks_of_the_past
from planforge.lint.passages import WORDS
from planforge.lint.rule import WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from planforge.facts import Fact
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_FIVE_YEARS: Final = pattern(
    r"(?<![一二三四五六七八九十第])[“‘「\"]?(?P<name>十[一二三四五六]五|(?<=[“‘「\"])(?:九五|十五))[”’」\"]?"
    r"(?P<word>计划(?!生育)|規劃|规划|計劃|时期|時期|期间|期間|末|发展|發展|建设|目标|开局|收官|(?<=[”’」\"])(?!计划生育))"
)
_FINISHED: Final = pattern("总结|回顾|收官|成果|成就|评估|圆满|完成|结束|验收|迈向|衔接|接续|承前")
_GUIDED: Final = pattern(r"指导|指導|统领|统揽|引领|旗帜|贯彻|践行|学习|遵循|坚持|坚定")


@rule("PF503", "guiding-thought", "指导思想表述不完整", WARNING, needs_plan=True)
def guiding_thought(subject: Subject) -> Iterator[Finding]:
    """Guiding thoughts of which the latest, or one between two that are named, is missing."""
    if not subject.prose.has("论论論观觀") and "代表”" not in subject.prose.text:
        return
    known = facts_for(subject, "guiding_thoughts")
    if known is None:
        return
    table, day = known
    due = [fact for fact in table.facts if fact.start and fact.start <= day]
    if not due:
        return
    words = {word: fact for fact in due for word in fact.more["words"].split("|")}
    latest = due[-1]
    has_latest = subject.prose.has_word(latest.more["words"].split("|"))
    listed = pattern("|".join(sorted(map(_escaped, words), key=len, reverse=True)))
    seen: set[tuple[int, str]] = set()
    seen_without_latest = False
    for hit in subject.prose.find(listed, roles=WORDS):
        around = sentence(hit)
        key = (id(hit.passage.node), around)
        if key in seen or speaks_of_the_past(hit) or not _GUIDED.search(around):
            continue
        seen.add(key)
        named = [fact for fact in due if any(w in around for w in fact.more["words"].split("|"))]
        first, last = due.index(named[0]), due.index(named[-1])
        missing = [fact for fact in due[first:last] if fact not in named]
        if not (has_latest or seen_without_latest):
            missing.append(latest)
            seen_without_latest = True
        if missing:
            yield subject.hit(
                hit,
                _("the guiding thoughts leave out {names}").format(
                    names="、".join(fact.name for fact in missing)
                ),
                hint=_("name all of them in their order, or the latest alone"),
                at_most=at_most(*(missing[-1:] if missing[-1] is latest else missing)),
            )


@rule("PF504", "five-year-plan", "五年规划与年份不符", WARNING, needs_plan=True)
def five_year_plan(subject: Subject) -> Iterator[Finding]:
    """A five-year plan that was over when the plan began, or one that is called 计划."""
    if not subject.prose.has("五") or (known := facts_for(subject, "five_year_plans")) is None:
        return
    table, _day = known
    by_name = {fact.name: fact for fact in table.facts}
    begins = subject.plan.period.start if subject.plan.period else None
    current = next((f for f in table.facts if _covers(f, begins)), None)
    for hit in subject.prose.find(_FIVE_YEARS, telling="五"):
        fact = by_name.get(hit.match["name"])
        if (
            fact is None
            or begins is None
            or current is None
            or _within_title(hit.passage.text, hit.start)
        ):
            continue
        over = fact.end is not None and fact.end < begins
        if over and not speaks_of_the_past(hit) and not _FINISHED.search(sentence(hit)):
            yield subject.hit(
                hit,
                _("{words} was over in {year}; now it is {current}").format(
                    words=fact.name, year=fact.end and fact.end.year, current=current.name
                ),
                hint=_("name the five-year plan of the plan's own years"),
                at_most=at_most(fact, current),
            )
        elif hit.match["word"] == "计划" and fact.more["word"] == "规划":
            start = hit.start + hit.match.start("word") - hit.match.start()
            yield subject.within(
                hit.passage.node,
                start,
                start + len("计划"),
                _("the five-year plans since the eleventh are called 规划"),
                new="规划",
                safe=False,
                at_most=Severity.INFO,
            )


def _covers(fact: Fact, day: dt.date | None) -> bool:
    return bool(day and fact.start and fact.end and fact.start <= day <= fact.end)


def _within_title(value: str, at: int) -> bool:
    """Whether the character stands between the marks of a title, 《 and 》."""
    return value.rfind("《", 0, at) > value.rfind("》", 0, at)


def _escaped(word: str) -> str:
    return word.replace("?", r"\?")
