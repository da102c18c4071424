from __future__ import annotations

from typing import Any

from planforge.document.compose import compose
from planforge.document.tree import Table
from planforge.model.plan import Plan
from planforge.regions import load_region


def printed(*lines: Any, region: str = "cn") -> Table:
    plan = Plan.model_validate({"title": "计划", "budget": list(lines)})
    table = compose(plan, load_region(region)).blocks[1]
    assert isinstance(table, Table)
    return table


def total(*lines: Any) -> str:
    last = printed(*lines).rows[-1]
    return last[-1] if last[0] == "合计" else ""


def line(item: str, amount: str = "", quantity: str = "", price: str = "") -> dict[str, str | None]:
    return {
        "item": item,
        "amount": amount or None,
        "quantity": quantity or None,
        "price": price or None,
    }


def test_amounts_add_up_in_a_last_row() -> None:
    table = printed(line("慰问", "1.2万元"), line("活动", "3000"), line("书报", "0.5元"))
    assert [column.title for column in table.columns] == ["项目", "金额"]
    assert table.rows[-1] == ("合计", "15000.5元")
    assert table.columns[1].align == "right"


def test_a_missing_amount_is_quantity_times_price() -> None:
    table = printed(line("慰问", "", "20人", "500元"), line("活动", "3000元"))
    assert table.rows == (
        ("慰问", "20人", "500元", "10000元"),
        ("活动", "", "", "3000元"),
        ("合计", "", "", "13000元"),
    )


def test_the_total_is_told_in_ten_thousands_where_every_line_is() -> None:
    assert total(line("甲", "60万元"), line("乙", "86.5万")) == "146.5万元"
    assert total(line("甲", "60万元"), line("乙", "", "20处", "2万元")) == "100万元"
    assert total(line("甲", "0.005万元"), line("乙", "3万元")) == "3.005万元"
    assert total(line("甲", "60万元"), line("乙", "500元")) == "600500元"
    table = printed(line("慰問", "10萬元"), line("活動", "2萬元"), region="tw")
    assert table.rows[-1] == ("合計", "12萬元")


def test_an_amount_is_computed_in_the_unit_of_its_price() -> None:
    table = printed(line("甲", "", "20处", "2万元"), line("乙", "", "3处", "500元"))
    assert [row[-1] for row in table.rows] == ["40万元", "1500元", "401500元"]


def test_decimal_fractions_add_up_exactly() -> None:
    assert total(line("甲", "0.1元"), line("乙", "0.2元")) == "0.3元"


def test_there_is_no_total_where_an_amount_is_no_figure() -> None:
    assert total(line("甲", "3000元"), line("乙", "据实列支")) == ""
    assert total(line("甲", "3000元"), line("乙")) == ""
    assert total(line("甲", "3000元"), line("乙", "每人100元")) == ""
    assert total(line("甲", "3000元"), line("乙", "", "20人×2次", "50元")) == ""


def test_one_line_is_its_own_total() -> None:
    assert printed(line("慰问", "3000元")).rows == (("慰问", "3000元"),)


def test_words_of_the_table_are_those_of_the_region() -> None:
    table = printed(line("慰問", "100元"), line("活動", "200元"), region="tw")
    assert [column.title for column in table.columns] == ["項目", "金額（新臺幣）"]
    assert table.rows[-1] == ("合計", "300元")
