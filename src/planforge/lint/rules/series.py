"""PF6: ordinals that people type inside a text; those in front of items are planforge's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planforge.language import _
from planforge.lint.rule import INFO, WARNING, rule
from planforge.model.numerals import number
from planforge.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.passages import Passage
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject

# Not {1,3}: what begins with one character is searched for twice as fast.
_FIGURES: Final = "[一二三四五六七八九十][一二三四五六七八九十]{0,2}"
_SERIES: Final = pattern(
    rf"(?<=[。；;，,：:！？?\s])(?:(?P<is>{_FIGURES})是|(?P<must>{_FIGURES})要|第(?P<th>{_FIGURES})[，,、]"
    rf"|[（(](?P<han>{_FIGURES})[）)]|[（(](?P<arabic>\d{{1,2}})[）)]"
    r"|(?P<dot>\d{1,2})[、．.](?=[\u3400-\u9fff“《])|(?P<ring>[①-⑳]))"
)
# What every series has somewhere.
_TELLING: Final = (
    *(
        "一是",
        "二是",
        "三是",
        "一要",
        "二要",
        "三要",
        "第一",
        "第二",
        "第三",
        "（一）",
        "（二）",
        "(一)",
    ),
    *("(二)", "（1）", "（2）", "(1)", "(2)", "1、", "2、", "1.", "2.", "1．", "2．", "①", "②"),
)
# First ordinals that are no figures: 首先…第二…
_FIRST: Final = pattern("首先|其一|一方面|第一")
_WORDS: Final = frozenset({"is", "must"})
_RINGS: Final = ord("①") - 1
# Character that tells → the wrong form; the mark is its last character.
_WRONG: Final = (
    ("(（", pattern(rf"[（(](?:{_FIGURES}|\d{{1,2}})[）)][、，,.．]")),
    ("①②③④⑤", pattern("[①-⑳][、，,.．]")),
    ("第", pattern(rf"第{_FIGURES}、(?!{_FIGURES}|第)")),
    ("其首最", pattern("(?:首先|其次|再次|最后|最後)、(?!其次|最)")),
    ("是", pattern(rf"{_FIGURES}是[、，,]")),
)
_BEFORE: Final = frozenset("。；;：:，,、！？ ")
_TAKES_COMMA: Final = "第首其再最"
_COMMA_BELOW_LEVEL_3: Final = pattern(r"、(?<=[。；;：:！]\d、)(?=[\u3400-\u9fff“《])")


@rule("PF603", "ordinal-comma", "序号后用顿号", INFO)
def comma(subject: Subject) -> Iterator[Finding]:
    """An Arabic ordinal inside a text with 、 behind it, where a point belongs: 1、 for 1."""
    for hit in subject.prose.find(_COMMA_BELOW_LEVEL_3, telling="0123456789"):
        yield subject.hit(
            hit,
            _("a point, not {mark}, stands behind an Arabic ordinal").format(mark="、"),
            hint=_("write {words}").format(words=f"{hit.passage.text[hit.start - 1]}."),
            new=".",
        )


@rule("PF604", "ordinal-form", "序号标点不当", WARNING)
def form(subject: Subject) -> Iterator[Finding]:
    """A mark behind an ordinal that takes none, or another one: （一）、, 第一、, 首先、."""
    for telling, wrong in _WRONG:
        for hit in subject.prose.find(wrong, telling=telling):
            before = hit.passage.node.value[: hit.start][-1:]
            if before not in _BEFORE:
                continue
            new = "，" if hit.words[0] in _TAKES_COMMA else ""
            yield subject.within(
                hit.passage.node,
                hit.end - 1,
                hit.end,
                _("{mark} does not belong behind the ordinal {words}").format(
                    mark=hit.words[-1], words=hit.words[:-1]
                ),
                hint=_("write {words}").format(words=hit.words[:-1] + new),
                new=new,
            )


@rule("PF606", "ordinal-gap", "序号跳号重号", WARNING)
def gap(subject: Subject) -> Iterator[Finding]:
    """Ordinals inside a text that leave one out or repeat one: 一是…二是…四是."""
    if not subject.prose.has_word(_TELLING):
        return
    last: dict[str, tuple[int, Passage]] = {}
    for hit in subject.prose.find(_SERIES):
        kind, ordinal = _ordinal(hit.match)
        before, passage = last.get(kind, (0, hit.passage))
        same = passage is hit.passage or _are_neighbours(subject, passage, hit.passage)
        last[kind] = ordinal, hit.passage
        if ordinal == 1 or (before and same and ordinal == before + 1):
            continue
        if before and same:
            message = (
                _("{words} stands here a second time")
                if ordinal == before
                else _("{words} does not follow number {number}")
            )
        elif _stands_alone(hit, kind):
            continue
        else:
            message = _("{words} has no first one before it")
        words = hit.words.strip("，,、．.")
        yield subject.hit(
            hit,
            message.format(words=words, number=before),
            hint=_("count again, or write what is missing"),
        )


def _stands_alone(hit: Hit, kind: str) -> bool:
    """Whether an ordinal may be the first: 首先…第二…, or it is the mark of an item."""
    opens = hit.start == 0 and kind not in _WORDS
    return opens or kind == "dot" or bool(_FIRST.search(hit.passage.node.value, 0, hit.start))


def _ordinal(match: re.Match[str]) -> tuple[str, int]:
    kind = match.lastgroup
    assert kind is not None
    said = match[kind]
    return kind, ord(said) - _RINGS if kind == "ring" else int(number(said))


def _are_neighbours(subject: Subject, one: Passage, other: Passage) -> bool:
    """Whether the second text is the next item of the list that the first belongs to."""
    passages = subject.prose.passages
    place = passages.index(other)
    return place > 0 and passages[place - 1] is one and one == replace(other, node=one.node)
