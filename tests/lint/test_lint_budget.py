"""Rules about money: whatever the figures are, only wrong sums and products are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from case_files import found
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

AMOUNTS = st.lists(st.integers(1, 10**7), min_size=1, max_size=6)


def budget(lines: Sequence[str], text: str = "") -> bytes:
    said = [f"  内容: {text}"] if text else []
    rows = ["经费预算:", *said, "  明细:", *(f"    - {{{line}}}" for line in lines)]
    return "\n".join(["标题: 青禾县第二中学工会2027年工作计划", *rows, ""]).encode()


def messages(code: str, data: bytes) -> list[str]:
    return [one.problem.message for one in found(code, "plan.yaml", data)]


@settings(deadline=None)
@given(amounts=AMOUNTS, off=st.integers(-5, 5))
def test_a_total_is_wrong_exactly_when_the_lines_do_not_add_up_to_it(
    amounts: list[int], off: int
) -> None:
    total = sum(amounts) + off
    lines = [f"项目: 支出{n}, 金额: {amount}元" for n, amount in enumerate(amounts)]
    if total <= 0:
        return
    assert bool(messages("PF801", budget(lines, f"全年经费共计{total}元。"))) == bool(off)
    assert bool(messages("PF801", budget([*lines, f"项目: 合计, 金额: {total}元"]))) == bool(off)


@settings(deadline=None)
@given(count=st.integers(1, 5000), times=st.integers(1, 12), price=st.integers(1, 5000))
def test_a_product_is_right_in_yuan_and_in_ten_thousands(
    count: int, times: int, price: int
) -> None:
    line = f"项目: 慰问, 数量: {count}人×{times}次, 单价: {price}元, 金额: "
    right = count * times * price
    assert not messages("PF802", budget([f"{line}{right}元"]))
    assert not messages("PF802", budget([f"{line}{right / 10000:.4f}万元"]))
    assert messages("PF802", budget([f"{line}{right + 1}元"])) == [
        f"{count}人×{times}次 × {price}元 is {right}元, not {right + 1}元"
    ]


def test_the_proposed_amount_keeps_the_unit_of_the_line() -> None:
    data = budget(["项目: 慰问, 数量: 600户, 单价: 1000元, 金额: 6万元"])
    (one,) = found("PF802", "plan.yaml", data)
    assert one.fix is not None
    assert not one.fix.safe
    assert [change.new for change in one.fix.changes] == ["60万元"]
