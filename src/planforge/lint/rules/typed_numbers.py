"""PF1: numbers typed where planforge numbers by itself, so that they would be printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import ERROR, rule
from planforge.lint.work import sections, works
from planforge.model.numerals import number
from planforge.model.wording import fold
from planforge.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Loc, Subject

_CHINESE: Final = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
# 一、（一）1. 1、（1）1）① in folded text; 五一、 is no number, 一、二年级 and 1.5万 are none here.
_TYPED: Final = pattern(
    rf"[ ]*(?:\({_CHINESE}\)|{_CHINESE}[、.](?![ ]?[一二三四五六七八九十两0-9])"
    r"|\([0-9]{1,2}\)|[0-9]{1,2}(?:、|\.|\))(?![ ]?[0-9])|[①-⑳])[、.]?[ ]*(?=[^\s、.])"
)
_ATTACHMENT: Final = pattern(
    rf"[ ]*附件[ ]*(?:(?:[0-9]{{1,2}}|{_CHINESE})[ ]*[:、. ]|:)[ ]*(?=\S)"
    rf"|[ ]*(?:[0-9]{{1,2}}(?:、|\.(?![0-9]))|{_CHINESE}、)[ ]*(?=[^\s0-9一二三四五六七八九十])"
)
_FIRST: Final = frozenset(
    "(（一二三四五六七八九十0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
_NUMERAL: Final = pattern(rf"[0-9]{{1,2}}|{_CHINESE}|[①-⑳]")
_CIRCLED_ZERO: Final = 0x245F
# 十一、国庆期间 may well be about the first of October.
_DOUBTFUL: Final = "十一"


@rule("PF117", "typed-number", "序号重复手写", ERROR, needs_plan=True)
def typed(subject: Subject) -> Iterator[Finding]:
    """A heading or a point begins with a number although planforge prints one before it."""
    for held in subject.once(sections):
        if not held.section.heading or not held.section.numbered:
            continue
        form = _ATTACHMENT if held.loc[0] == "attachments" else _TYPED
        if found := form.match(fold(held.section.heading)):
            yield from _found(subject, (*held.loc, "heading"), found, safe=True)
    for one in subject.once(works):
        point = one.point
        field = "title" if point.title else "text"
        words = getattr(point, field, "")
        found = _TYPED.match(fold(words)) if words and words[0] in _FIRST else None
        if found is None or not getattr(point, "numbered", True):
            continue
        numeral = _NUMERAL.search(found[0])
        place = one.loc[-1]
        fits = numeral is not None and isinstance(place, int) and _value(numeral[0]) == place + 1
        if fits or numeral is None or numeral[0] != _DOUBTFUL:
            yield from _found(subject, (*one.loc, field), found, safe=fits)


def _value(numeral: str) -> int:
    if "①" <= numeral <= "⑳":
        return ord(numeral) - _CIRCLED_ZERO
    return int(number(numeral))


def _found(subject: Subject, loc: Loc, found: re.Match[str], *, safe: bool) -> Iterator[Finding]:
    passage = subject.passage(loc)
    if passage is None:
        return
    value = passage.node.value
    # The model strips what surrounds a text.
    shift = len(value) - len(value.lstrip())
    start, end = shift + len(found[0]) - len(found[0].lstrip(" ")), shift + found.end()
    yield subject.within(
        passage.node,
        start,
        end,
        _("the number {words} would be printed twice").format(words=value[start:end].strip()),
        hint=_("take it out: planforge numbers by itself; “编号: 否” keeps yours instead"),
        new="",
        safe=safe,
    )
