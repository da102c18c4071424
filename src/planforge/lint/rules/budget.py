"""PF8: sums and products of a budget."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import ERROR, rule
from planforge.model.money import Money
from planforge.model.numerals import NUMBER, number
from planforge.model.wording import compact
from planforge.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject
    from planforge.model.sections import BudgetLine

_TOTAL: Final = pattern("(?:经费|預算|预算|支出|總|总)?(?:合计|合計|总计|總計|共计|共計|总额|總額)")
_SUBTOTAL: Final = pattern("小[计計]$")
# A sum in the text is that of the whole budget when its clause says no more, or says so.
_CLAUSE: Final = pattern("[。；，;,、\n：:]")
_WHOLE: Final = pattern("全年|年度|本年|[经經][费費]|[预預]算|各[项項]|以上|上述|[总總]|所需")
_STATED: Final = pattern(
    r"(?:合计|合計|总计|總計|共计|共計|总额|總額|总预算|總預算|预算总|預算總|经费总|經費總|预算共|預算共|共需|共安排|共列支)"
    r"[^0-9，。；,;、\n]{0,8}?(?P<money>[0-9][0-9,]*(?:\.[0-9]+)?[ ]?[万萬亿億]?)[ ]?[元圆圓]"
)
_FACTORS: Final = pattern(r"[×xX*＊✕]")
_FIGURE: Final = pattern(rf"(?:约)?({NUMBER})[^0-9×]*")
_MYRIAD: Final = pattern("[万萬亿億]")
_HALF: Final = Decimal("0.5")
_TEN_THOUSAND: Final = Decimal(10_000)


def total(line: BudgetLine) -> Decimal | None:
    """What a line adds to the total in yuan; ``None`` where it does not say."""
    if line.amount is not None:
        return None if line.amount.per else line.amount.amount
    return product(line)


def product(line: BudgetLine) -> Decimal | None:
    """Quantity × price in yuan; ``None`` where either is missing or unclear."""
    if line.price is None or line.price.amount is None or not line.quantity:
        return None
    result = line.price.amount
    for factor in _FACTORS.split(compact(line.quantity)):
        found = _FIGURE.fullmatch(factor)
        if found is None:
            return None
        try:
            result *= number(found[1])
        except ValueError:
            return None
    return result


def is_total(line: BudgetLine) -> bool:
    """Whether the line is no item but the sum of the others."""
    return bool(_TOTAL.fullmatch(_name(line)) or is_subtotal(line))


def is_subtotal(line: BudgetLine) -> bool:
    """Whether the line is the sum of some of the others."""
    return _SUBTOTAL.search(_name(line)) is not None


def _name(line: BudgetLine) -> str:
    return "".join(line.item.split()).strip("：:")


@rule("PF801", "budget-sum", "分项合计不等于总额", ERROR, needs_plan=True)
def sums(subject: Subject) -> Iterator[Finding]:
    """A total, typed as a line or in the text of the budget, that its lines do not add up to."""
    budget = subject.plan.budget
    if budget is None:
        return
    parts = [total(line) for line in budget.lines if not is_total(line)]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return
    right = sum(known, Decimal())
    for place, line in enumerate(budget.lines):
        stated = total(line) if is_total(line) and not is_subtotal(line) else None
        if stated is not None and line.amount and not _same(stated, right, line.amount.text):
            yield subject.at(
                ("budget", "lines", place, "amount"),
                _("the lines add up to {right}, not to {stated}").format(
                    right=_yuan(right), stated=line.amount.text
                ),
                hint=_("correct the total or a line"),
            )
    passage = subject.passage(("budget", "text"))
    for found in _STATED.finditer(passage.node.value) if passage else ():
        stated = Money.parse(found["money"] + "元").amount
        if stated is None or _same(stated, right, found["money"]):
            continue
        if passage and _is_of_all(passage.node.value, found):
            yield subject.within(
                passage.node,
                found.start("money"),
                found.end(),
                _("the lines add up to {right}, not to {stated}").format(
                    right=_yuan(right), stated=found["money"] + "元"
                ),
                hint=_("correct the total or a line"),
            )


@rule("PF802", "quantity-times-price", "数量乘单价不等于金额", ERROR, needs_plan=True)
def products(subject: Subject) -> Iterator[Finding]:
    """A line whose amount is not its quantity times its price."""
    budget = subject.plan.budget
    for place, line in enumerate(budget.lines if budget else ()):
        right = product(line)
        if right is None or line.amount is None or line.amount.amount is None or line.amount.per:
            continue
        if not _same(line.amount.amount, right, line.amount.text):
            node = subject.passage(("budget", "lines", place, "amount"))
            message = _("{quantity} × {price} is {right}, not {amount}").format(
                quantity=line.quantity,
                price=line.price,
                right=_yuan(right),
                amount=line.amount.text,
            )
            hint = _("correct the amount, the quantity or the price")
            if node is None:
                yield subject.at(("budget", "lines", place, "amount"), message, hint=hint)
            else:
                new = _written(right, line.amount.text)
                end = len(node.node.value)
                yield subject.within(node.node, 0, end, message, hint=hint, new=new, safe=False)


def _is_of_all(text: str, found: re.Match[str]) -> bool:
    before = _CLAUSE.split(text[: found.start()])[-1].strip()
    said = before + found[0]
    return "其中" not in said and (not before or _WHOLE.search(said) is not None)


def _same(stated: Decimal, right: Decimal, words: str) -> bool:
    """Whether both are the same amount, as precise as it was written."""
    if not _MYRIAD.search(words):
        return stated == right
    figure = compact(words)
    places = len(figure.partition(".")[2].rstrip("元圆万亿")) if "." in figure else 0
    unit = _TEN_THOUSAND if "万" in figure else _TEN_THOUSAND**2
    step = unit.scaleb(-places)
    return abs(stated - right) <= step * _HALF


def _yuan(amount: Decimal) -> str:
    return f"{amount.normalize():f}元"


def _written(amount: Decimal, like: str) -> str:
    """The amount in the unit of ``like``: 1.2万元, 12000元 or bare figures."""
    figure = compact(like)
    if "万" in figure:
        sign = "萬" if "萬" in like else "万"
        return f"{(amount / _TEN_THOUSAND).normalize():f}{sign}元"
    return f"{amount.normalize():f}" + ("元" if "元" in figure else "")
