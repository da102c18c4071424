"""PF2: slogan sets (三个意识) whose number is not that of their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import INFO, WARNING, rule
from planforge.lint.work import works
from planforge.model.numerals import number
from planforge.model.wording import fold
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_FIGURE: Final = "[二两三四五六七八九十]"
_COUNTS: Final = frozenset("二两兩三四五六七八九十23456789２３４５６７８９")
_FEWEST: Final = 2
# 三个月, 两个工作日, 五个以上 count something else than members.
_SET: Final = pattern(
    rf"(?<![一二三四五六七八九十百千0-9第每前后、])(?P<n>{_FIGURE}|[2-9])(?:个|個|项|大|种|条|支|道|件|类)"
    r"(?!月|季|学期|星期|小时|工作日|百分点|以上|以下|多|年|半|方面|层面)"
)
# 三个到位：认识到位、措施到位、责任到位; the members end as the set does.
_INLINE: Final = pattern(
    rf"(?P<n>{_FIGURE})(?<![一二三四五六七八九十百千0-9第].)(?:个|個)(?P<what>[^\W0-9a-zA-Z]{{2,4}})"
    r"[”’」』\"]?(?:[,，:：(（]|[-—]+)[ ]?(?:即|分别是|分別是|也就是)?[:：]?"
    r"(?P<members>[^。;；!！?？)）\n]+)"
)
_PARTS: Final = pattern("[、,]")
_QUOTES: Final = "“”‘’「」『』\"' "


@rule("PF209", "slogan-number", "口号数目与各项不符", WARNING, needs_plan=True)
def sets(subject: Subject) -> Iterator[Finding]:
    """A set of three with two members, below it or behind it in the same sentence."""
    for one in subject.once(works):
        if len(one.point.items) < _FEWEST or _COUNTS.isdisjoint(one.point.title):
            continue
        title = fold(one.point.title)
        members = sum(1 for item in one.point.items if getattr(item, "numbered", True))
        found = [*_SET.finditer(title)] if members >= _FEWEST else []
        if len(found) != 1 or (counted := int(number(found[0]["n"]))) == members:
            continue
        passage = subject.passage((*one.loc, "title"))
        if passage is None:
            continue
        shift = len(passage.node.value) - len(passage.node.value.lstrip())
        yield subject.within(
            passage.node,
            shift + found[0].start(),
            shift + found[0].end(),
            _("{title} has {members} members").format(title=one.brief, members=members),
            hint=_("the number says {counted}: correct it, or add what is missing").format(
                counted=counted
            ),
            # Below a target stand its members; below a task there may stand anything.
            at_most=None if one.section == "targets" else INFO,
        )
    yield from _inline(subject)


def _inline(subject: Subject) -> Iterator[Finding]:
    for hit in subject.prose.find(_INLINE, telling="个個"):
        what = hit.match["what"]
        parts = _PARTS.split(fold(hit.match["members"]))
        folded = fold(what)
        members = 0
        for part in parts:
            if not part.strip(_QUOTES).endswith(folded):
                break
            members += 1
        more = members < len(parts) and parts[members].startswith(("等", "以及"))
        counted = int(number(hit.match["n"]))
        if members >= _FEWEST and not more and members != counted:
            words = hit.words[: hit.match.end("what") - hit.match.start()]
            yield subject.within(
                hit.passage.node,
                hit.start,
                hit.start + len(words),
                _("{words}, but {members} follow").format(words=words, members=members),
                hint=_("correct the number, or add what is missing"),
            )
