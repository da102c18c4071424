"""PF6: marks that come in pairs: quotation marks, title marks, brackets."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.language import _
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.passages import Passage
    from planforge.lint.prose import Prose
    from planforge.lint.subject import Subject

_PAIRS: Final = ("“”", "‘’", "（）", "《》", "〈〉", "「」", "『』", "【】", "〔〕", "［］")
_OTHER: Final = pattern("[^“”‘’（）《》〈〉「」『』【】〔〕［］()\\n]+")
_MARK: Final = pattern("[“”‘’（）《》〈〉「」『』【】〔〕［］()]")
_WIDE: Final = str.maketrans("()", "（）")
_CLOSES: Final = {pair[1]: pair[0] for pair in _PAIRS}
# An apostrophe, and the bracket behind an ordinal, stand alone.
_ALONE: Final = pattern(
    r"(?<=[A-Za-z])’(?=[A-Za-z])|(?:\A|(?<=[；;。，,：:、\s]))(?:[0-9a-zA-Z]{1,3}|[一二三四五六七八九十]{1,3})[）)]"
)
_DOUBLE: Final = "“”"
_SINGLE: Final = "‘’"
_APOSTROPHE: Final = pattern(r"(?<=[A-Za-z])’")
_STRAIGHT: Final = pattern(r"[\"＂](?P<double>[^\"＂\n]{1,80})[\"＂]|'(?P<single>[^'\n]{1,40})'")
_CHINESE: Final = pattern(r"[\u3400-\u9fff]")
_CORNERS: Final = frozenset({"tw", "hk", "mo"})


class _Paragraph(Struct, frozen=True):
    """A paragraph whose marks do not fit.

    Attributes:
        passage: The text that it belongs to.
        places: Offset of every mark in that text.
        signs: The marks, brackets in their Chinese form.
    """

    passage: Passage
    places: tuple[int, ...]
    signs: str


@rule("PF608", "unbalanced-pair", "引号括号不成对", ERROR)
def unbalanced(subject: Subject) -> Iterator[Finding]:
    """A quotation mark, title mark or bracket without its other half."""
    for one in subject.once(_faulty):
        if _turned(one.signs):
            continue
        for number in _alone(one.signs):
            place, sign = one.places[number], one.signs[number]
            never = _("{mark} was never opened") if sign in _CLOSES else _("{mark} is never closed")
            yield subject.within(
                one.passage.node,
                place,
                place + 1,
                never.format(mark=one.passage.node.value[place]),
                hint=_("add the other half, or delete it"),
            )


@rule("PF609", "wrong-quote", "引号用错", ERROR)
def wrong_quotes(subject: Subject) -> Iterator[Finding]:
    """A quotation mark that faces the wrong way, or a straight one in Chinese text."""
    for one in subject.once(_faulty):
        if turned := _turned(one.signs):
            number, right = turned
            yield subject.within(
                one.passage.node,
                one.places[number],
                one.places[number] + 1,
                _("this quotation mark is the wrong one"),
                hint=_("write {character}").format(character=right),
                new=right,
            )
    opening, closing = "「」" if subject.region in _CORNERS else _DOUBLE
    for hit in subject.prose.find(_STRAIGHT, telling="\"＂'", roles=PRINTED):
        if _CHINESE.search(hit.words):
            said = hit.match["double"] or hit.match["single"]
            yield subject.hit(
                hit,
                _("straight quotation marks stand in Chinese text"),
                hint=_("write {character}").format(character=opening + closing),
                new=f"{opening}{said}{closing}",
                at_most=WARNING,
            )


def _faulty(subject: Subject) -> tuple[_Paragraph, ...]:
    """The paragraphs whose marks do not fit; those of a text where they fit together are fine."""
    return tuple(_paragraphs(subject.prose))


def _paragraphs(prose: Prose) -> Iterator[_Paragraph]:
    lines = _OTHER.sub("", prose.text).translate(_WIDE).split("\n")
    if all(map(_is_paired, lines)):
        return
    start = 0
    for line in prose.text.split("\n"):
        passage, offset = prose.at(start)
        start += len(line) + 1
        signs, places = _marks(line)
        if _is_paired(signs) or _is_paired(_marks(passage.node.value)[0]):
            continue
        first = start - len(line) - 1 - offset
        yield _Paragraph(passage, tuple(first + place for place in places), signs)


def _marks(text: str) -> tuple[str, list[int]]:
    """The marks of a text that should have another half, and where they stand."""
    alone = {match.end() - 1 for match in _ALONE.finditer(text)}
    if "‘" not in text:
        alone |= {match.start() for match in _APOSTROPHE.finditer(text)}
    found = [match for match in _MARK.finditer(text) if match.start() not in alone]
    signs = "".join(match[0] for match in found).translate(_WIDE)
    return signs, [match.start() for match in found]


@lru_cache(maxsize=1024)
def _is_paired(signs: str) -> bool:
    while signs:
        rest = signs
        for pair in _PAIRS:
            rest = rest.replace(pair, "")
        if rest == signs:
            return False
        signs = rest
    return True


def _is_proper(signs: str) -> bool:
    """Whether all are paired, and none of the quotation marks stands directly within its like."""
    level: list[str] = []
    for sign in signs:
        if sign in _CLOSES:
            if not level or level.pop() != _CLOSES[sign]:
                return False
        elif level and level[-1] == sign:
            return False
        else:
            level.append(sign)
    return not level


def _turned(signs: str) -> tuple[int, str] | None:
    """Which mark must be another one, and which, so that all fit; a double one if possible."""
    for wanted in (_DOUBLE, _SINGLE):
        for number, sign in enumerate(signs):
            for other in wanted:
                if (
                    sign in _DOUBLE + _SINGLE
                    and other != sign
                    and _is_proper(signs[:number] + other + signs[number + 1 :])
                ):
                    return number, other
    return None


def _alone(signs: str) -> list[int]:
    """Which marks are left when every pair has been taken out."""
    stack: list[int] = []
    left = []
    for number, sign in enumerate(signs):
        opening = _CLOSES.get(sign)
        if opening is None:
            stack.append(number)
        elif opening not in [signs[one] for one in stack]:
            left.append(number)
        else:
            while signs[stack[-1]] != opening:
                left.append(stack.pop())
            stack.pop()
    return sorted([*left, *stack])
