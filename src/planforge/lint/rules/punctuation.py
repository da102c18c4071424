"""PF6: marks as GB/T 15834 wants them; Taiwan, Hong Kong and Macau write them alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.damage.blanks import is_between_brackets, may_be_one
from planforge.language import _
from planforge.lint.clauses import is_question
from planforge.lint.finding import Change, Finding, Fix
from planforge.lint.left_blank import left_blank
from planforge.lint.passages import PRINTED, WORDS, Role
from planforge.lint.rule import ERROR, INFO, WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject

_HAN: Final = r"\u3400-\u9fff"
_WIDE: Final = dict(zip(",;:!?().", "，；：！？（）。", strict=True))
_WRITTEN: Final = WORDS | {Role.NAME}
_HALF: Final = pattern(
    # Beside a Chinese character or mark, but neither 10:30, 3,000, http:// nor &nbsp;. It begins
    # with the mark, so that a search passes quickly over texts without any.
    rf"[,;:!?.](?:(?<=[{_HAN}“”‘’《》「」『』（）％%][,;:!])(?!//)"
    rf"|(?<=[A-Za-z0-9)][,;!])(?=[{_HAN}“‘《「『（])|(?<=[A-Za-z)]:)(?=[{_HAN}“‘《「『（])"
    rf"|(?<=[{_HAN}”’》」』）][?.])(?=[”’」』）]?(?:\n|\Z))|(?<=[{_HAN}”’》」』）]\?)(?=[{_HAN}]))"
)
_FULL: Final = pattern("[，；：！？。]")
_BRACKETS: Final = pattern(rf"\((?=[^()\n]*[{_HAN}])[^()\n]{{1,200}}\)")
_FULL_BRACKETS: Final = pattern("（")
_DOUBLED: Final = pattern(r"[。，；：、,;](?=[。，；：、,;])[。，；：、,;]+")
_DOTS: Final = pattern("。{3,}")
_STRONG: Final = "。；：，、"
_HEADING_END: Final = pattern(r"[。；，、,;.．](?=\n|\Z)")
_SIGNS: Final = {"≦": "≤", "≧": "≥", "﹤": "＜", "﹥": "＞", "﹪": "%"}
_SIGN: Final = pattern(f"[{''.join(_SIGNS)}]")
_BLANK: Final = r"[ \t\u00a0\u3000]"
_SPACES: Final = pattern(
    rf"(?<=[{_HAN}]){_BLANK}+(?=[{_HAN}])"
    rf"|(?<=[，。；：、！？（“《「』」》”）]){_BLANK}+(?=\S)"
    rf"|(?<=\S){_BLANK}+(?=[，。；：、！？）”》」])|(?<=\S){_BLANK}{{2,}}(?=\S)"
)
_TWO_CHARACTERS: Final = pattern(rf"[{_HAN}]{{2}}")
_ONE_CHARACTER: Final = pattern(rf"[{_HAN}](?![{_HAN}])")


@rule("PF601", "half-width-mark", "半角标点", WARNING)
def half_width(subject: Subject) -> Iterator[Finding]:
    """Western marks in Chinese text; a file full of them is reported once."""
    hits = list(subject.prose.find(_HALF, telling=",;:!?.", roles=_WRITTEN))
    hits = [hit for hit in hits if not (_is_entity(hit) or _is_lost(hit))]
    if hits:
        yield from _by_majority(
            subject,
            hits,
            sum(map(subject.prose.text.count, "，；：！？。")),
            _("the file writes Western marks in Chinese text, {count} of them"),
            _("a Western mark stands in Chinese text: {mark}"),
        )


def _is_entity(hit: Hit) -> bool:
    return hit.words == ";" and "&" in hit.passage.node.value[max(0, hit.start - 8) : hit.start]


def _is_lost(hit: Hit) -> bool:
    """Whether another mark became this question mark; PF412 tells of it."""
    text = hit.passage.node.value
    return hit.words == "?" and hit.end < len(text) and not is_question(text, hit.start)


@rule("PF602", "half-width-bracket", "半角括号", INFO)
def brackets(subject: Subject) -> Iterator[Finding]:
    """Western brackets around Chinese words; a file full of them is reported once."""
    hits = list(subject.prose.find(_BRACKETS, telling="(", roles=_WRITTEN))
    if hits:
        yield from _by_majority(
            subject,
            hits,
            subject.prose.text.count("（"),
            _("the file writes Western brackets around Chinese words, {count} pairs of them"),
            _("Western brackets stand around Chinese words: {mark}"),
        )


def _by_majority(
    subject: Subject, hits: Sequence[Hit], others: int, whole: str, single: str
) -> Iterator[Finding]:
    """One finding for each, or one for all where the file has more of them than of the others."""
    hint = _("write {marks}")
    if len(hits) > max(others, 2):
        first = hits[0]
        start, end = subject.span(first.passage.node, first.start, first.end)
        marks = " ".join(dict.fromkeys(_wide(mark) for hit in hits for mark in _ends(hit)))
        changes = tuple(change for hit in hits for change in _changes(hit))
        yield Finding(
            whole.format(count=len(hits)), start, end, hint.format(marks=marks), Fix(changes)
        )
        return
    for hit in hits:
        start, end = subject.span(hit.passage.node, hit.start, hit.end)
        marks = " ".join(_wide(mark) for mark in _ends(hit))
        yield Finding(
            single.format(mark=hit.words), start, end, hint.format(marks=marks), Fix(_changes(hit))
        )


def _ends(hit: Hit) -> str:
    """The mark, or the two brackets."""
    return hit.words if len(hit.words) == 1 else hit.words[0] + hit.words[-1]


def _changes(hit: Hit) -> tuple[Change, ...]:
    node, marks = hit.passage.node, _ends(hit)
    places = (hit.start, hit.end - 1)[: len(marks)]
    return tuple(
        Change(node, at, at + 1, _wide(mark)) for at, mark in zip(places, marks, strict=True)
    )


def _wide(mark: str) -> str:
    return _WIDE[mark]


@rule("PF610", "doubled-mark", "标点重复", ERROR)
def doubled(subject: Subject) -> Iterator[Finding]:
    """Two marks where one belongs: ，， or 。；."""
    for hit in subject.prose.find(_DOUBLED):
        if _DOTS.fullmatch(hit.words):
            yield subject.hit(
                hit,
                _("an ellipsis is written {dots}").format(dots="……"),
                new="……",
                safe=False,
            )
            continue
        alike = len(set(hit.words)) == 1
        wide = [_WIDE.get(mark, mark) for mark in hit.words]
        yield subject.hit(
            hit,
            _("several marks in a row: {words}").format(words=hit.words),
            hint=_("leave one of them"),
            new=hit.words[0] if alike else min(wide, key=_STRONG.index),
            safe=alike,
        )


@rule("PF611", "heading-mark", "标题末尾标点", INFO)
def heading_end(subject: Subject) -> Iterator[Finding]:
    """A heading that ends with a mark."""
    for hit in subject.prose.find(_HEADING_END, roles={Role.HEADING}):
        if hit.end == len(hit.passage.node.value.rstrip("\n")):
            yield subject.hit(
                hit,
                _("the heading ends with {mark}").format(mark=hit.words),
                hint=_("delete it"),
                new="",
            )


@rule("PF615", "math-sign", "数学符号不规范", INFO)
def signs(subject: Subject) -> Iterator[Finding]:
    """Signs of Japanese character sets: ≦ for ≤."""
    if subject.region != "cn":
        return
    for hit in subject.prose.find(_SIGN, telling="".join(_SIGNS), roles=PRINTED):
        yield subject.hit(
            hit,
            _("{sign} is written {right} in China").format(sign=hit.words, right=_SIGNS[hit.words]),
            new=_SIGNS[hit.words],
        )


@rule("PF616", "space-in-chinese", "汉字间空格", INFO)
def spaces(subject: Subject) -> Iterator[Finding]:
    """Blanks between two Chinese characters or beside a mark, or several in a row.

    Those in which something is still to be written are left to the rules about that.
    """
    left = {(id(one.passage.node), one.start) for one in subject.once(left_blank)}
    for hit in subject.prose.find(_SPACES, telling=" \t\u00a0\u3000"):
        text = hit.passage.node.value
        if (
            _sets_a_name(hit)
            or (id(hit.passage.node), hit.start) in left
            or is_between_brackets(text, hit.start, hit.end)
        ):
            continue
        start, end = subject.span(hit.passage.node, hit.start, hit.end)
        if "\n" in subject.source.text.text[start:end]:
            yield Finding(
                _("the line end becomes a blank between Chinese words"),
                start,
                start + 1,
                _("write the text in one line, or begin it with | to keep the lines apart"),
            )
            continue
        chinese = any(_is_chinese(text[place]) for place in (hit.start - 1, hit.end))
        yield subject.hit(
            hit,
            _("blanks stand here that do not belong there"),
            hint=_("delete them") if chinese else _("leave one"),
            new="" if chinese else " ",
            safe=hit.passage.role is not Role.HEADING
            and not may_be_one(text, hit.start, hit.end)
            and not _sets_words_apart(text, hit),
        )


def _sets_words_apart(text: str, hit: Hit) -> bool:
    """Whether a wide gap between two words may be all that keeps them apart: 张三　　李四."""
    wide = hit.end - hit.start > 1 or "\u3000" in text[hit.start : hit.end]
    return wide and _TWO_CHARACTERS.match(text[hit.start - 1] + text[hit.end]) is not None


def _is_chinese(character: str) -> bool:
    """Whether it is as wide as a Chinese character, or a mark that Chinese sets that wide."""
    return character >= "\u2e80" or character in "“”‘’"


def _sets_a_name(hit: Hit) -> bool:
    """Whether the blanks stretch a name of two characters to the width of three: 王　伟."""
    return _ONE_CHARACTER.match(hit.passage.node.value, hit.end) is not None
