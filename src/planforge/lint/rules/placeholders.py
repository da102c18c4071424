"""PF4: blanks that were never filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.damage import placeholders
from planforge.damage.blanks import Missing
from planforge.language import _
from planforge.lint.damaged import places
from planforge.lint.left_blank import left_for
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.damaged import Place
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_BLANKS: Final = "xX×ｘＸ＊*_＿"
_CUT_YEARS: Final = tuple(
    f"20{word}" for word in ("计划", "計劃", "計畫", "工会", "工會", "年度", "学年", "學年", "工作")
)
_NUMBERED: Final = pattern(
    # 全总xx大, 党的__大, 十_届, 第__个: what a year, a congress or a festival is counted with.
    r"(?:十[xX×*＊_＿]{1,2}|(?<![0-9A-Za-zxX×*＊_＿])[xX×*＊_＿]{1,3})(?:大(?=[精会會召的以和部报報代，,。、；”」》)）]|\n|\Z)|[届屆](?=[一二三四五六七八九十]?[届屆中全会會]|職|职))"
    r"|第[xX×*＊_＿]{1,4}(?=[个個届屆次期号號条條])"
)
_BOLD: Final = "**"
_ONE_NAME: Final = pattern(
    r"(?<![0-9A-Za-zxX×])[xX×]{2,4}(?=、)|(?<=[\u4e00-\u9fff])[x×]{2,4}(?=[，,。；])|"
    r"(?<=[\u4e00-\u9fff])[xX×＊*](?=同志|先生|女士|老师|老師|主席|书记|書記|局长|局長|[县縣市区區镇鎮乡鄉]总工会)"
)
_TODO: Final = pattern(
    r"待(?:定(?<![等期对對看接招善款优優虐厚]待定)(?![期点點时時价價量額额岗崗向位])"
    r"|补充|補充|填写|填寫|补填|補填|核实后填)"
)
_TASK: Final = pattern(r"TODO\b|FIXME\b|TBD\b|[？?]{3,}")
_PROMPT: Final = pattern(
    r"[(（【\[](?:请|請|此处|此處|在此)?(?:填写|填寫|输入|輸入|补充|補充)"
    r"[^()（）【】\[\]\n]{0,20}[)）】\]]"
)


@rule("PF401", "placeholder-year", "占位年份", ERROR)
def year(subject: Subject) -> Iterator[Finding]:
    """A year of which figures are missing, or the number of a congress: 20xx年, __年, 第 次."""
    hint = _("write the year in full, such as 2027年")
    blank = subject.prose.has(_BLANKS) or subject.prose.has_word(_CUT_YEARS)
    for place in places(subject, placeholders.years) if blank else ():
        yield place.found(
            subject,
            _("the year in {words} is not filled in").format(words=place.words),
            hint=hint,
        )
    for hit in subject.prose.find(_NUMBERED, telling=_BLANKS, roles=PRINTED):
        yield subject.hit(
            hit,
            _("the number in {words} is not filled in").format(words=hit.words),
            hint=_("write which one is meant"),
        )
    for left in left_for(subject, Missing.YEAR):
        yield left.found(subject, _("the year in {words} is not filled in"), hint)
    for left in left_for(subject, Missing.ORDINAL):
        yield left.found(
            subject, _("the number in {words} is not filled in"), _("write which one is meant")
        )


@rule("PF402", "placeholder-number", "占位数字", ERROR)
def number(subject: Subject) -> Iterator[Finding]:
    """A figure that is an x or a space: x人, x万元, 慰问职工    人."""
    for place in subject.once(_numbers):
        yield place.found(
            subject,
            _("the figure {words} before {unit} is not filled in").format(
                words=place.words, unit=place.after
            ),
            hint=_("write the figure, or leave the sentence out"),
        )
    for left in left_for(subject, Missing.NUMBER):
        yield left.found(
            subject,
            _("the figure in {words} is not filled in"),
            _("write the figure, or leave the sentence out"),
        )


def _numbers(subject: Subject) -> tuple[Place, ...]:
    found = places(subject, placeholders.numbers, telling=_BLANKS)
    # PF207 looks after shares.
    return tuple(place for place in found if place.after not in "%％" and not _is_counted(place))


def _is_counted(place: Place) -> bool:
    """Whether PF401 finds it already."""
    return _NUMBERED.match(place.passage.node.value, place.start) is not None


@rule("PF403", "placeholder-name", "占位名称", ERROR)
def name(subject: Subject) -> Iterator[Finding]:
    """A name that is two or more x, 某某 or ○○: xx县, 某某同志."""
    hint = _("write the name, or leave it out")
    message = _("a name is not filled in: {words}")
    numbers = {place.damage.start for place in subject.once(_numbers)}
    for place in places(subject, placeholders.names, telling=f"{_BLANKS}某○〇"):
        if place.damage.start not in numbers and not _is_counted(place):
            yield place.found(subject, message.format(words=place.words), hint=hint)
    for hit in subject.prose.find(_ONE_NAME, telling=_BLANKS):
        yield subject.hit(hit, message.format(words=hit.words), hint=hint)


@rule("PF404", "placeholder-symbol", "占位符号", ERROR)
def symbol(subject: Subject) -> Iterator[Finding]:
    """A blank of underscores, number signs, asterisks or spaces: __同志, 平安##, 由    同志."""
    for place in places(subject, placeholders.symbols, telling="_＿#*"):
        text = place.passage.node.value
        if place.after in "年届屆" or _NUMBERED.search(
            text, max(0, place.start - 2), place.end + 2
        ):
            continue
        line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
        # The two asterisks that end a word set in bold by Markdown.
        if line.endswith("20") or line.count(_BOLD) % 2:
            continue
        yield place.found(
            subject,
            _("a blank is not filled in: {words}").format(words=place.words),
            hint=_("write what belongs there"),
        )
    for left in left_for(subject, Missing.NAME):
        yield left.found(
            subject, _("a blank is not filled in: {words}"), _("write what belongs there")
        )


@rule("PF415", "left-open", "待定待补", WARNING)
def left_open(subject: Subject) -> Iterator[Finding]:
    """Words that say that something is still to be written: 待定, TODO, （请填写单位）."""
    for telling, wanted in (("待", _TODO), ("OXB？?", _TASK), ("填输輸补補", _PROMPT)):
        for hit in subject.prose.find(wanted, telling=telling, roles=PRINTED):
            yield subject.hit(
                hit,
                _("something is still open here: {words}").format(words=hit.words),
                hint=_("decide it, or say when it will be decided"),
            )
