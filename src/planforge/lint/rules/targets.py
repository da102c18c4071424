"""PF2: targets that cannot be measured, have no deadline, or figures that do not go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import INFO, WARNING, rule
from planforge.lint.work import Work, works
from planforge.model.goal import Goal
from planforge.model.targets import Target
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_TIMED: Final = pattern(
    "[0-9一二三四五六七八九十]月|年[内內底末]|全年|每[年月季周週学學半]|[上下]半年|季度|[学學]期|月底|[当當]年|年度"
)
# Words for more or better that nobody can hold against a result, and words for a result.
_VAGUE: Final = pattern(
    "有所|进一步|進一步|明[显顯]|[显顯]著|[稳穩]步|逐[步年]|不[断斷]|[较較][大好高]|良好|[尽盡](?:量|可能|力)"
    "|努力|[加增][大强強]|提[高升]|改善|[优優]化|深化|[扩擴]大|更|推[进進]|[规規][范範]|[满滿]意$"
)
_DONE: Final = pattern(
    "完成|建成|通[过過]|[达達][标標到]|合格|[优優]秀|[级級名奖獎星]|全|[无無零]|上年|去年"
    "|以上|以下|[应應].[尽盡]|[验驗]收|[挂掛]牌"
)
_SHARES: Final = frozenset({"%", "‰"})
_MONEY: Final = "元"
# So many must there be, and a third of them may lack what the others have.
_FEWEST: Final = 3
_SHARE: Final = 3


def _targets(subject: Subject) -> tuple[tuple[Work, Target], ...]:
    """Every target of the plan."""
    return tuple((one, one.point) for one in subject.once(works) if isinstance(one.point, Target))


@rule("PF201", "unmeasurable-target", "目标不可度量", WARNING, needs_plan=True)
def measurable(subject: Subject) -> Iterator[Finding]:
    """An indicator without a figure; or no figure in any target."""
    found = subject.once(_targets)
    vague = False
    for one, target in found:
        if not target.indicator or target.items or (target.goal and _can_be_judged(target.goal)):
            continue
        vague = True
        loc = (*one.loc, "goal") if target.goal else (*one.loc, "indicator")
        yield subject.at(
            loc,
            _("{goal} cannot be measured").format(goal=target.goal.text)
            if target.goal
            else _("{indicator} has no goal").format(indicator=target.indicator),
            hint=_("write how much, such as ≥95%, 不少于10次 or 为零"),
        )
    if found and not vague and not any(_measured(target) for _one, target in found):
        yield subject.at(
            ("targets",),
            _("none of the targets can be measured"),
            hint=_("give at least one a figure, such as 职工入会率达到98%以上"),
            at_most=INFO,
        )


@rule("PF204", "target-no-deadline", "目标没有期限", WARNING, needs_plan=True)
def deadline(subject: Subject) -> Iterator[Finding]:
    """A measured target without a deadline, where others have one."""
    open_ = [(one, t) for one, t in subject.once(_targets) if t.indicator and not t.items]
    without = [one for one, t in open_ if not _due(one) and not _TIMED.search(_words(t))]
    yield from _unlike_others(
        subject, without, len(open_), _("{name} has no deadline"), _("add 期限, such as 12月底前")
    )


@rule("PF205", "target-no-owner", "目标没有责任人", WARNING, needs_plan=True)
def owner(subject: Subject) -> Iterator[Finding]:
    """A measured target or a task that nobody is in charge of, where others have somebody."""
    targets = [one for one, t in subject.once(_targets) if t.indicator and not t.items]
    tasks = [one for one in subject.once(works) if one.loc[0] == "tasks" and one.above is None]
    tasks = tasks if len(tasks) > _FEWEST else []
    owned = {id(one.above.point) for one in subject.once(works) if one.above and one.point.owner}
    for group, name in (
        (targets, _("nobody is in charge of the target {name}")),
        (tasks, _("nobody is in charge of the task {name}")),
    ):
        without = [
            one
            for one in group
            if not _owner(one) and id(one.point) not in owned and not _NAMED.search(_said(one))
        ]
        yield from _unlike_others(
            subject,
            without,
            len(group),
            name,
            _("add 责任人; the others have one"),
        )


@rule("PF208", "unit-mismatch", "计量单位不一致", WARNING, needs_plan=True)
def units(subject: Subject) -> Iterator[Finding]:
    """What was reached, or last year's value, is counted in another unit than the goal."""
    for one, target in subject.once(_targets):
        goal = target.goal
        if goal is None or not goal.operator:
            continue
        for field in ("reached", "base"):
            value: Goal | None = getattr(target, field)
            if value and value.operator and _sort(value) != _sort(goal):
                yield subject.at(
                    (*one.loc, field),
                    _("{value} cannot be compared with the goal {goal}").format(
                        value=value.text, goal=goal.text
                    ),
                    hint=_("use the same unit for both"),
                )


@rule("PF211", "target-below-base", "目标低于基数", INFO, needs_plan=True)
def ambition(subject: Subject) -> Iterator[Finding]:
    """The goal asks for less than last year's value."""
    for one, target in subject.once(_targets):
        goal, base = target.goal, target.base
        if not goal or not base or goal.low is None or base.low is None:
            continue
        if goal.unit != base.unit:
            continue
        lower = goal.operator in {">=", ">"} and goal.low < base.low
        higher = goal.operator in {"<=", "<"} and goal.low > base.low
        if lower or higher:
            yield subject.at(
                (*one.loc, "goal"),
                _("the goal {goal} falls behind last year's {base}").format(
                    goal=goal.text, base=base.text
                ),
                hint=_("if that is meant, say why; else correct one of the two"),
            )


@rule("PF216", "repeated-indicator", "指标重复", WARNING, needs_plan=True)
def repeated(subject: Subject) -> Iterator[Finding]:
    """The same indicator twice, so that nobody knows which goal counts."""
    seen: dict[str, str] = {}
    for one, target in subject.once(_targets):
        indicator = "".join(target.indicator.split())
        if not indicator:
            continue
        name = f"{one.above.name if one.above else ''}|{indicator}"
        goal = target.goal.text if target.goal else ""
        if name in seen:
            yield subject.at(
                (*one.loc, "indicator"),
                _("{indicator} stands there twice, with the goals {first} and {second}").format(
                    indicator=target.indicator, first=seen[name], second=goal
                )
                if seen[name] != goal
                else _("{indicator} stands there twice").format(indicator=target.indicator),
                hint=_("take one of the two out, or tell them apart"),
            )
        seen.setdefault(name, goal)


_NAMED: Final = pattern("由[^，。；,;]{2,24}?(?:[负負][责責]|[牵牽][头頭]|承[办辦]|[组組][织織])")


def _unlike_others(
    subject: Subject, without: list[Work], all_: int, message: str, hint: str
) -> Iterator[Finding]:
    """A finding for each of the few that lack what most of them have."""
    if all_ < _FEWEST or len(without) * _SHARE > all_:
        return
    for one in without:
        yield subject.at(one.loc, message.format(name=one.brief), hint=hint)


def _can_be_judged(goal: Goal) -> bool:
    """Whether somebody can say at the end of the year that it was reached: 应建尽建, 前三名."""
    return bool(goal.operator or _DONE.search(goal.text) or not _VAGUE.search(goal.text))


def _measured(target: Target) -> bool:
    if target.goal and _can_be_judged(target.goal):
        return True
    return any(Goal.find(text) for text in (target.title, target.text) if text)


def _due(one: Work) -> bool:
    due = getattr(one.point, "due", None) is not None
    return due or (one.above is not None and _due(one.above))


def _owner(one: Work) -> bool:
    return bool(one.point.owner) or (one.above is not None and _owner(one.above))


def _words(target: Target) -> str:
    return f"{target.title}{target.text}{target.indicator}{target.goal or ''}"


def _said(one: Work) -> str:
    parts = [one.name, getattr(one.point, "text", "")]
    parts += (f"{item.title}{item.text}" for item in one.point.items)
    return "\n".join(parts)


def _sort(goal: Goal) -> str:
    """A share, money, or a number of things; 3场 and 2次 count the same."""
    if goal.unit in _SHARES:
        return "%"
    return _MONEY if goal.unit.startswith(_MONEY) else ""
