"""PF2: percentages that cannot be, or were never filled in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planforge.damage.blanks import Missing
from planforge.language import _
from planforge.lint.left_blank import left_for
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.lint.work import works
from planforge.model.targets import Target
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

# Rates that are shares of a whole; growth, profit and what is done of a quota may exceed it.
_SHARES: Final = (
    "入会|入會|建会|建會|组建|組建|覆盖|覆蓋|签订|簽訂|签约|簽約|满意|滿意|参与|參與|参加|參加|参保|參保|"
    "合格|达标|達標|答复|答覆|办结|辦結|回访|回訪|知晓|知曉|普及|参检|參檢|到会|到會|出勤|持证|持證|"
    "公开|公開|建档|建檔|调解成功|調解成功|成功|履行|及格|优秀|優秀|入学|入學|录取|錄取|受训|受訓|参训|參訓|"
    "参赛|參賽|上线|上線|整改|建制|建家"
)
_SHARE: Final = pattern(rf"(?:{_SHARES})(?:比)?[率面]$")
_PROSE: Final = pattern(
    rf"(?:{_SHARES})[率面](?P<link>[^。；;，,、\n0-9％%]{{0,8}})(?<![0-9.])"
    r"(?P<figure>[0-9]{3,4}(?:\.[0-9]+)?)[ ]?[%％]"
)
_PLACEHOLDER: Final = pattern(
    r"(?<![0-9A-Za-z])[xX×＊*_＿]{1,4}(?:\.[xX×]{1,2})?[ ]?[%％]|百分之[xX×＊*_＿]{1,4}"
)
# 签订率达96 with its sign lost; what follows is no unit, and less would be a ratio (0.96).
_BARE: Final = pattern(
    r"率(?:[达達]到?|[为為]|[保维維]持在|提高到|不低[于於]|不少[于於]|[≥≧>])[ ]?"
    r"(?P<figure>[1-9][0-9](?:\.[0-9]+)?|100)(?![0-9]|[.][0-9]|[ ]?[％%‰]|[^\W_])"
)
_WHOLE: Final = Decimal(100)
_GROWTH: Final = ("提高", "增长", "增長", "上升", "同比", "增加", "比上年", "较", "較", "完成")


@rule("PF206", "percent-out-of-range", "百分比超出范围", ERROR, needs_plan=True)
def share(subject: Subject) -> Iterator[Finding]:
    """More than a hundred per cent of a whole: an 入会率 of 105%."""
    for one in subject.once(works):
        target = one.point
        if not isinstance(target, Target) or not _SHARE.search(target.indicator):
            continue
        for field in ("goal", "base", "reached"):
            value = getattr(target, field)
            if value is None or value.unit != "%" or value.low is None:
                continue
            if max(value.low, value.high or value.low) > _WHOLE:
                yield subject.at(
                    (*one.loc, field),
                    _("{indicator} cannot be more than 100%, but is {words}").format(
                        indicator=target.indicator, words=value.text
                    ),
                    hint=_("correct the figure"),
                )
    for hit in subject.prose.find(_PROSE, telling="%％"):
        if Decimal(hit.match["figure"]) > _WHOLE and not any(
            word in hit.match["link"] for word in _GROWTH
        ):
            yield subject.hit(
                hit,
                _("{words}: a share cannot be more than 100%").format(words=hit.words),
                hint=_("correct the figure"),
            )


@rule("PF210", "percent-sign-lost", "率的数值没有百分号", WARNING, needs_plan=True)
def sign(subject: Subject) -> Iterator[Finding]:
    """A rate that is told without its per cent sign: 签订率达96."""
    hint = _("write 96%, not 96")
    for one in subject.once(works):
        target = one.point
        if not isinstance(target, Target) or not target.indicator.endswith("率"):
            continue
        goal = target.goal
        if goal and goal.operator and not goal.unit and goal.low is not None and goal.low > 1:
            message = _("{words} is a rate, but has no per cent sign").format(words=goal.text)
            yield subject.at((*one.loc, "goal"), message, hint=hint)
    for hit in subject.prose.find(_BARE, telling="率"):
        figure = hit.match["figure"]
        yield subject.within(
            hit.passage.node,
            hit.end - len(figure),
            hit.end,
            _("{words} is a rate, but has no per cent sign").format(words=hit.words),
            hint=hint,
            new=f"{figure}%",
            safe=False,
        )


@rule("PF207", "percent-placeholder", "百分比没有填", ERROR)
def placeholder(subject: Subject) -> Iterator[Finding]:
    """A percentage of which the figure is missing: x%, ××％, 百分之xx, 达到   %."""
    for hit in subject.prose.find(_PLACEHOLDER, telling="xX×＊*_＿", roles=PRINTED):
        yield subject.hit(
            hit,
            _("the figure in {words} is not filled in").format(words=hit.words),
            hint=_("write the percentage, such as 98%"),
        )
    for left in left_for(subject, Missing.SHARE):
        yield left.found(
            subject,
            _("the figure in {words} is not filled in"),
            _("write the percentage, such as 98%"),
        )
