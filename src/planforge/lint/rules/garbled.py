"""PF0 and PF4: characters that nobody typed: garbled runs, invisible ones, private ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import category

from planforge.damage import lost_characters, shifted_gbk
from planforge.language import _
from planforge.lint.damaged import places
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, rule
from planforge.patterns import pattern
from planforge.source.encoding import code_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.damaged import Place
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_UNSEEN: Final = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\ufeff"
)
# A zero-width joiner and a variation selector hold an emoji together.
_INVISIBLE: Final = pattern(rf"(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[{_UNSEEN}]+")
_LINE_ENDS: Final = "\x85\u2028\u2029"
_LINE_END: Final = pattern(f"[{_LINE_ENDS}]")
_FIRST_PRIVATE: Final = "\ue000"
_PRIVATE: Final = pattern("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
# What `planforge.damage.shifted_gbk` puts for a character that is lost.
_GAP: Final = pattern(rf"(?<=[\u3400-\u9fff]){shifted_gbk.LOST}(?=[\u3400-\u9fff])")


@rule("PF008", "unseen-character", "看不见的字符", ERROR)
def unseen(subject: Subject) -> Iterator[Finding]:
    """Characters of no width, and characters that only one font or program knows."""
    for hit in subject.prose.find(_INVISIBLE, telling=_UNSEEN, roles=PRINTED):
        yield subject.hit(
            hit,
            _("invisible characters stand here: {characters}").format(
                characters=" ".join(map(code_point, hit.words))
            ),
            hint=_("delete them"),
            new="",
        )
    for hit in subject.prose.find(_LINE_END, telling=_LINE_ENDS, roles=PRINTED):
        yield subject.hit(
            hit,
            _("a line end of another kind stands here: {character}").format(
                character=code_point(hit.words)
            ),
            hint=_("delete it, or begin a new paragraph"),
        )
    high = [one for one in subject.prose.characters if one >= _FIRST_PRIVATE]
    if any(category(one) == "Co" for one in high):
        yield from _private(subject)


def _private(subject: Subject) -> Iterator[Finding]:
    runs = [(run.damage.start, run.damage.end) for run in subject.once(_shifted)]
    for place in places(subject, lost_characters.find):
        at = place.damage.start
        if _PRIVATE.match(place.words) and not any(start <= at < end for start, end in runs):
            new = place.damage.replacement
            yield place.found(
                subject,
                _("only one font knows this character: {characters}").format(
                    characters=" ".join(map(code_point, place.words))
                ),
                hint=_("write {character}").format(character=new)
                if new
                else _("write the character that is meant"),
                new=new,
                safe=place.damage.sure,
            )


def _shifted(subject: Subject) -> tuple[Place, ...]:
    return tuple(places(subject, shifted_gbk.find))


@rule("PF408", "garbled", "乱码", ERROR)
def garbled(subject: Subject) -> Iterator[Finding]:
    """Text read in a wrong encoding, or one byte off: 。ㄒ唬┰, 锟斤拷, U+FFFD."""
    for place in subject.once(_shifted):
        said = place.damage.replacement or ""
        yield place.found(
            subject,
            _("these words are garbled: {words}").format(words=place.words),
            hint=_("they may have been: {said}").format(said=said),
            new=said,
            safe=False,
        )
    for place in places(subject, lost_characters.find, telling="\ufffd锟烫屯"):
        if not _PRIVATE.match(place.words):
            yield place.found(
                subject,
                _("a character is lost here: {words}").format(words=place.words),
                hint=_("write it again"),
            )
    for hit in subject.prose.find(_GAP, telling=shifted_gbk.LOST):
        # Several of them are boxes to tick.
        if hit.passage.node.value.count(shifted_gbk.LOST) > 1:
            continue
        yield subject.hit(
            hit,
            _("a character is lost here: {words}").format(words=hit.words),
            hint=_("write it again"),
        )
