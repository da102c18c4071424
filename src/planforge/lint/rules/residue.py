"""PF4: what copying, filters and web pages left in a text, or took out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planforge.damage import (
    cut_phrases,
    deleted_marks,
    lost_numbers,
    pinyin,
    residue,
    stray_marks,
)
from planforge.language import _
from planforge.lint.clauses import is_question
from planforge.lint.damaged import places
from planforge.lint.finding import Fix
from planforge.lint.lines import line_of
from planforge.lint.rule import ERROR, WARNING, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.damaged import Place
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_QUOTES: Final = '“‘《「『"'
_AND: Final = "and"
_MARKS: Final = ".'`·?-"
# The damaged characters of ``deleted_marks.tsv``.
_GARBLED: Final = "储矗幢疮捶纯喘癣眩驯逊注祝娶龋玻剑常尝"
# 打印 and 分享 stand below web pages, but may also be all that an item of a plan says.
_LEAST: Final = 3
_AROUND: Final = 3
_MANY: Final = 3
_ONE_LETTER: Final = len("(a)")
_RATE: Final = "率"


@rule("PF407", "pinyin-residue", "拼音残留", ERROR)
def readings(subject: Subject) -> Iterator[Finding]:
    """The reading of a character that a converter left behind it: 創(chuàng)."""
    found = tuple(places(subject, pinyin.find, telling="(（"))
    # Without tones a reading may be an English word: 队伍(men), 附件(a).
    many = sum(not place.words.isascii() for place in found) >= _MANY
    for place in found:
        toned = not place.words.isascii()
        if not toned and len(place.words) <= _ONE_LETTER:
            continue
        yield place.found(
            subject,
            _("{words} is the reading of the character before it").format(words=place.words),
            hint=_("delete it"),
            new="",
            safe=place.damage.sure and (toned or many),
        )


def _cuts(subject: Subject) -> tuple[Place, ...]:
    return tuple(places(subject, cut_phrases.find))


@rule("PF409", "empty-quotes", "空引号", ERROR)
def empty_quotes(subject: Subject) -> Iterator[Finding]:
    """Quotation marks or title marks with nothing between them."""
    for place in places(subject, cut_phrases.find, telling='”’》」』"'):
        if place.words[0] in _QUOTES:
            yield place.found(
                subject,
                _("nothing stands between {words}").format(words=place.words),
                hint=_("a filter cut it out; write it again"),
            )


@rule("PF410", "cut-phrase", "词语被删", ERROR)
def gaps(subject: Subject) -> Iterator[Finding]:
    """A gap that a filter left in a fixed phrase: 党的、十八届, 参^v^权."""
    for place in subject.once(_cuts):
        if place.words[0] not in _QUOTES and not set(place.words) & set("xX×_"):
            yield place.found(
                subject,
                _("words are missing at {words}").format(words=_with_context(place)),
                hint=_("a filter cut them out; write them again"),
            )


def _with_context(place: Place) -> str:
    return place.passage.node.value[place.start : place.end + _AROUND]


@rule("PF411", "site-residue", "网页残留", ERROR)
def page_residue(subject: Subject) -> Iterator[Finding]:
    """What belongs to the web page a text was copied from: 小编, 相关文章, 下一篇."""
    for place in places(subject, residue.find):
        if len(place.words) < _LEAST:
            continue
        finding = place.found(
            subject,
            _("this belongs to a web page, not to the plan: {words}").format(words=place.words),
            hint=_("delete it"),
            new="",
            safe=False,
        )
        yield _as_line(subject, place, finding) if place.damage.sure else finding


def _as_line(subject: Subject, place: Place, finding: Finding) -> Finding:
    """The finding with a fix that takes out the whole item; none where that leaves a hole."""
    edit = None
    if place.words == place.passage.node.value.strip("\n"):
        edit = line_of(subject.source.text.text, place.passage.node)
    fix = Fix(edits=(edit,), safe=False) if edit else None
    return replace(finding, fix=fix)


@rule("PF412", "stray-mark", "多余符号", ERROR)
def marks(subject: Subject) -> Iterator[Finding]:
    """A mark that has no business between two characters: 的.实际, 民-主, 三?八."""
    for place in places(subject, stray_marks.find, telling=_MARKS):
        words = place.words
        if _AND in words or len(words) > 1:
            continue
        if words == "?":
            if not is_question(place.passage.node.value, place.start):
                yield place.found(
                    subject,
                    _("a mark was lost here and became a question mark"),
                    hint=_("write the mark that belongs here"),
                )
            continue
        yield place.found(
            subject,
            _("{mark} has no business here").format(mark=words),
            hint=_("delete it"),
            new="" if place.damage.sure else None,
        )


@rule("PF413", "stray-latin", "夹杂英文 and", ERROR)
def stray_and(subject: Subject) -> Iterator[Finding]:
    """The English word and between two Chinese words."""
    if _AND not in subject.prose.text:
        return
    for place in places(subject, stray_marks.find):
        if _AND in place.words:
            yield place.found(
                subject,
                _("the English word {word} stands between Chinese words").format(word=_AND),
                hint=_("write 和"),
                new=place.damage.replacement,
                safe=place.damage.sure,
            )


@rule("PF414", "lost-number", "数字丢失", ERROR)
def lost(subject: Subject) -> Iterator[Finding]:
    """A figure, or a percent sign, that is gone: 达到万元, 占企业的43."""
    for place in places(subject, lost_numbers.find):
        new = place.damage.replacement
        if new and new.startswith(_RATE):
            continue  # PF210 looks after rates.
        message = (
            _("a figure is missing at {words}")
            if new is None
            else _("a percent sign seems to be missing in {words}")
        )
        yield place.found(
            subject,
            message.format(words=place.words),
            hint=_("look it up and write it again"),
            new=new,
            safe=False,
        )


@rule("PF418", "swallowed-mark", "标点被吞", WARNING)
def swallowed(subject: Subject) -> Iterator[Finding]:
    """A character that is what a page in GBK made of another one and the mark behind it: 基矗."""
    for place in places(subject, deleted_marks.find, telling=_GARBLED):
        yield place.found(
            subject,
            _("{words} looks like {right}").format(
                words=place.words, right=place.damage.replacement
            ),
            hint=_("a damaged page swallowed the mark"),
            new=place.damage.replacement,
            safe=False,
        )
