"""PF6: how figures are written, after GB/T 15835."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.passages import WORDS
from planforge.lint.rule import INFO, WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_UNIT: Final = "(?:[%％‰月日年人名个個次天周週岁歲元万萬亿億场場期项項户戶件条條小]|小时|小時)"
_MARKS: Final = "-－―–—"
# From the mark on, which few texts have; what stands before it is looked at then.
_RANGE: Final = pattern(
    rf"[-－―–—]{{1,2}}(?:(?P<to>\d{{1,5}}(?:\.\d+)?)(?P<last>{_UNIT})|(?=[一二三四五六七八九十]{{1,2}}月))"
)
_FROM: Final = pattern(
    rf"(?:(?<![\d\-/.A-Za-z第])(?P<from>\d{{1,5}}(?:\.\d+)?)(?P<unit>{_UNIT}?)|[一二三四五六七八九十]{{1,2}}月份?)\Z"
)
_DASH: Final = "—"
_CONGRESS: Final = pattern(
    r"[12][0-9](?:(?=大(?:胜利|勝利|召开|召開|精神|报告|報告|会议|會議|以来|以來|[，。、的和]|代表))"
    r"|(?=[届屆][一二三四五六七1-7]中))"
)
_HAN_MONTH: Final = pattern("[一二三四五六七八九十]{1,2}月份")
# 农历八月份 is another calendar.
_NOT_BEFORE_MONTH: Final = frozenset("阴陰农農历曆")
_MONTH: Final = pattern("[0-9]{1,2}月份")
_ACRONYM: Final = pattern(
    r"[a-z][a-z]{1,3}(?=小[组組]|[認认][证證]|成果|活动|活動|体系|體系|培训|培訓|课题|課題|[质質]量|[竞競][赛賽]|比[赛賽]|技能|大[赛賽])"
)
_ACRONYMS: Final = frozenset(
    (
        *(
            "qc",
            "qs",
            "iso",
            "vip",
            "led",
            "lng",
            "ppt",
            "cpi",
            "gdp",
            "wto",
            "ktv",
            "hr",
            "it",
            "pk",
        ),
        *("eap", "eba", "nba", "cba", "qq"),
    )
)
_BESIDE: Final = frozenset("@./_-")
_FIGURES: Final = tuple(".0123456789")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_HAN_FIGURES: Final = "〇一二三四五六七八九"


@rule("PF612", "range-mark", "范围号不当", INFO)
def ranges(subject: Subject) -> Iterator[Finding]:
    """A hyphen in a range of figures, or a percent sign left out: 20-30%."""
    for hit in subject.prose.find(_RANGE, telling=_MARKS):
        text = hit.passage.node.value
        before = _FROM.search(text[max(0, hit.start - 12) : hit.start])
        if before is None or bool(before["from"]) != bool(hit.match["to"]):
            continue
        unit = before["unit"] or _repeated(hit.match["last"])
        begin = hit.start - len(before[0])
        said = text[begin : hit.end]
        first = f"{before['from']}{unit}" if before["from"] else before[0]
        right = f"{first}{_DASH}{hit.words.lstrip(_MARKS)}"
        if right != said:
            yield subject.within(
                hit.passage.node,
                begin,
                hit.end,
                _("the range {words} is written {right}").format(words=said, right=right),
                new=right,
            )


def _repeated(unit: str | None) -> str:
    """The sign that each figure of a range has to have."""
    return unit if unit and unit in "%％‰" else ""


@rule("PF613", "figure-style", "数字体例不当", INFO)
def styles(subject: Subject) -> Iterator[Finding]:
    """A congress counted in Arabic figures, or months written in both ways: 18大, 五月 and 6月."""
    for hit in subject.prose.find(_CONGRESS, telling="大届屆"):
        if hit.passage.node.value[: hit.start][-1:] in _FIGURES:
            continue
        right = _han(int(hit.words))
        yield subject.hit(
            hit,
            _("the number of a congress is written {right}").format(right=right),
            new=right,
        )
    if "月份" in subject.prose.text:
        yield from _months(subject)


def _months(subject: Subject) -> Iterator[Finding]:
    words = [
        hit
        for hit in subject.prose.find(_HAN_MONTH, roles=WORDS)
        if hit.passage.node.value[: hit.start][-1:] not in _NOT_BEFORE_MONTH
    ]
    figures = list(subject.prose.find(_MONTH, roles=WORDS))
    if words and figures:
        fewer = min(words, figures, key=len)
        yield subject.hit(
            fewer[0],
            _("months are written in figures and in words: {words}, but {others}").format(
                words=fewer[0].words, others=(figures if fewer is words else words)[0].words
            ),
            hint=_("write all of them in one way"),
        )


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 1 else _HAN_FIGURES[tens]) + "十" + (_HAN_FIGURES[ones] if ones else "")


@rule("PF614", "acronym-case", "缩略语小写", WARNING)
def acronyms(subject: Subject) -> Iterator[Finding]:
    """An acronym in small letters: qc小组."""
    for hit in subject.prose.find(_ACRONYM, telling=_LETTERS):
        before = hit.passage.node.value[: hit.start][-1:]
        if hit.words not in _ACRONYMS or (
            before.isascii() and (before.isalnum() or before in _BESIDE)
        ):
            continue
        right = hit.words.upper()
        yield subject.hit(
            hit,
            _("{words} is written {right}").format(words=hit.words, right=right),
            new=right,
        )
