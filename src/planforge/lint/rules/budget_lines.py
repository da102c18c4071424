"""PF8: budget lines that do not say enough, or not in the way of the others."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from planforge.language import _
from planforge.lint.rule import ERROR, INFO, WARNING, rule
from planforge.lint.work import brief
from planforge.patterns import pattern

from .budget import is_total, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject
    from planforge.model.sections import BudgetLine

_MYRIAD: Final = pattern("[万萬]")
_SOURCE: Final = pattern(
    "[来來]源|列支|[拨撥]款|自筹|自籌|[补補]助|[会會][费費]|[经經][费費][由从從按]|科目|行政|[财財]政|福利"
)
_HEAD: Final = pattern("[人名位户戶]|[会會][员員]|[职職]工")


@rule("PF803", "money-unit-mix", "元与万元混用", WARNING, needs_plan=True)
def units(subject: Subject) -> Iterator[Finding]:
    """Amounts of one budget in 元 and in 万元."""
    lines = _lines(subject)
    told = [(n, one.amount) for n, one in lines if one.amount and one.amount.amount is not None]
    large = [(n, amount) for n, amount in told if _MYRIAD.search(amount.text)]
    few = large if len(large) * 2 <= len(told) else [one for one in told if one not in large]
    if len(large) in {0, len(told)}:
        return
    for place, amount in few:
        yield subject.at(
            ("budget", "lines", place, "amount"),
            _("{amount}: the other lines are in another unit").format(amount=amount.text),
            hint=_("write all amounts in 元, or all in 万元"),
        )


@rule("PF804", "budget-no-source", "经费没有来源", WARNING, needs_plan=True)
def source(subject: Subject) -> Iterator[Finding]:
    """Lines that do not say where the money comes from."""
    budget = subject.plan.budget
    lines = [(n, one) for n, one in _lines(subject) if not is_total(one)]
    without = [(n, one) for n, one in lines if not one.source and not _SOURCE.search(one.remarks)]
    if budget is None or not without or _SOURCE.search(f"{budget.heading or ''}{budget.text}"):
        return
    if any(_SOURCE.search(item.title + item.text) for item in budget.items):
        return
    if len(without) == len(lines):
        yield subject.at(
            ("budget",),
            _("the budget does not say where the money comes from"),
            hint=_("give the lines a 来源, or say it for all in 内容"),
            at_most=INFO,
        )
        return
    for place, line in without:
        yield subject.at(
            ("budget", "lines", place),
            _("{item} does not say where the money comes from").format(item=brief(line.item)),
            hint=_("add 来源, such as 工会经费"),
        )


@rule("PF805", "per-capita-limit", "人均超过标准", WARNING, needs_plan=True)
def limits(subject: Subject) -> Iterator[Finding]:
    """More for each person than the standard that was set allows."""
    limits: list[dict[str, Any]] = subject.setting("PF805", "limits") or []
    for place, line in _lines(subject) if limits else ():
        price = _per_head(line)
        for one in limits if price is not None else ():
            if price is None or not any(word in line.item for word in one.get("words", ())):
                continue
            most = _decimal(one.get("most"))
            if most is not None and price > most:
                yield subject.at(
                    ("budget", "lines", place, "price" if line.price else "amount"),
                    _("{item}: {price}元 for each is more than {most}元").format(
                        item=brief(line.item), price=f"{price:f}", most=f"{most:f}"
                    ),
                    hint=_("the limit is a setting of PF805"),
                )


@rule("PF806", "typed-total", "合计重复计算", ERROR, needs_plan=True)
def typed_total(subject: Subject) -> Iterator[Finding]:
    """A line 合计 that the printed total would count once more."""
    for place, line in _lines(subject):
        if is_total(line):
            yield subject.at(
                ("budget", "lines", place, "item"),
                _("the line {item} would be added to the total once more").format(
                    item=brief(line.item)
                ),
                hint=_("take it out: planforge adds the lines up by itself"),
            )


@rule("PF807", "line-without-amount", "预算行没有金额", WARNING, needs_plan=True)
def amounts(subject: Subject) -> Iterator[Finding]:
    """A line that has neither an amount nor a quantity and a price, so that no total is printed."""
    for place, line in _lines(subject):
        if line.amount is None and total(line) is None and not is_total(line):
            yield subject.at(
                ("budget", "lines", place),
                _("{item} has no amount").format(item=brief(line.item)),
                hint=_("add 金额, or 数量 and 单价"),
            )


def _lines(subject: Subject) -> list[tuple[int, BudgetLine]]:
    budget = subject.plan.budget
    return [*enumerate(budget.lines)] if budget else []


def _per_head(line: BudgetLine) -> Decimal | None:
    """What one person gets, in yuan; ``None`` where the line is not about persons."""
    if line.amount and line.amount.per:
        return line.amount.amount if _HEAD.match(line.amount.per) else None
    if line.price is None or line.price.amount is None:
        return None
    about = line.price.per or line.quantity
    return line.price.amount if _HEAD.search(about) else None


def _decimal(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
