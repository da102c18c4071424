"""PF5: congresses and plenums that others had followed when the plan was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.language import _
from planforge.lint.dated import at_most, facts_for, sentence, speaks_of_the_past
from planforge.lint.rule import WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from planforge.facts import Fact, Table
    from planforge.lint.finding import Finding
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject

_ORDINAL: Final = "(?:二十[一二三四五]?|十[四五六七八九])"
# What each of them has. A search for it passes quickly over other texts, as most are.
_NAMED: Final = pattern(f"{_ORDINAL}(?:[大届屆]|次全)")
# 十八大, 十八届三中全会, 第十八次全国代表大会; not 十五大类, 二十大重点工程.
_CONGRESS: Final = pattern(
    rf"(?P<union>工会|工會)?(?:(?<![一二三四五六七八九十])(?P<one>{_ORDINAL})大"
    r"(?=精神|报告|報告|召开|召開|以来|以來|代表|胜利|勝利|会议|會議|部署|关于|關於|之后|之後|和|及|与|與|、|，|,|。|”|」|》|$|\n)"
    rf"|(?<![一二三四五六七八九十])(?P<two>{_ORDINAL})[届屆]"
    r"(?P<sessions>[一二三四五六七](?:中)?(?:[、，,和及][一二三四五六七](?:中)?)*)中?全[会會]"
    rf"|第(?P<three>{_ORDINAL})次全[国國]代表大[会會])"
)


_LOCAL: Final = pattern(r"[省市县縣区區州盟旗乡鄉镇鎮道司校院局委部厂廠]总?$")
_NEAR: Final = 4


@rule("PF502", "stale-congress", "会议届次过时", WARNING, needs_plan=True)
def congress(subject: Subject) -> Iterator[Finding]:
    """A congress, or a plenum of it, that a later congress had followed when the plan was made."""
    text = subject.prose.text
    if not subject.prose.has("十") or not _NAMED.search(text):
        return
    for hit in subject.prose.find(_CONGRESS):
        match = hit.match
        union = (
            match["union"] is not None or "工会第" in text[match.start() - 4 : match.start() + 1]
        )
        known = facts_for(subject, "union_congresses" if union else "party_congresses")
        if known is None or speaks_of_the_past(hit):
            continue
        # 县总工会十五大 is a congress of that county.
        if union and _LOCAL.search(text, max(match.start() - _NEAR, 0), match.start()):
            continue
        table, day = known
        name = (match["one"] or match["two"] or match["three"]) + "大"
        current = _current(table, day)
        held = {fact.name: number for number, fact in enumerate(table.facts)}
        if current is None or name not in held:
            continue
        if name == current.name and match["sessions"]:
            yield from _older_session(subject, hit)
        if held[name] >= held[current.name]:
            continue
        latest = "工会" + current.name if union else current.name
        if latest in sentence(hit):
            continue
        severity = at_most(current)
        yield subject.hit(
            hit,
            _("{words} is out of date: {current} was held in {year}").format(
                words=hit.words, current=current.name, year=current.start and current.start.year
            ),
            hint=_("name the latest congress, or say that this is about the past"),
            # Who names the latest one as well may mean what he writes.
            at_most=Severity.INFO if latest in text else severity,
        )


def _older_session(subject: Subject, hit: Hit) -> Iterator[Finding]:
    """A plenum of the present committee, where the plan nowhere names the latest one."""
    known = facts_for(subject, "plenums")
    latest = _current(*known) if known else None
    text = subject.prose.text
    if latest is None or not latest.name.startswith(hit.match["two"]) or "历次全会" in text:
        return
    session = latest.name.removeprefix(hit.match["two"])[1]
    named = {one for found in _CONGRESS.finditer(text) for one in found["sessions"] or ""}
    if session not in named:
        yield subject.hit(
            hit,
            _("{words} was followed by {latest} in {year}").format(
                words=hit.words, latest=latest.name, year=latest.start and latest.start.year
            ),
            hint=_("name the latest plenum too"),
            at_most=Severity.INFO,
        )


def _current(table: Table, day: dt.date) -> Fact | None:
    held = [fact for fact in table.facts if fact.start and fact.start <= day]
    return held[-1] if held else None
