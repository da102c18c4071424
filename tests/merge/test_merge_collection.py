"""Many plans together."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from planforge.catalogue import load_catalogue
from planforge.document.tree import Heading, Paragraph, Table
from planforge.merge import Collection, Sent, collection, sent
from planforge.merge.document import document
from planforge.merge.workbook import workbook
from planforge.model.validate import validate
from planforge.source.load import load

PLAN = """\
标题: {union}2027年工作计划
单位: {union}
期间: 2027
重点任务: [{{标题: 建家, 经费: {money}}}]
月度安排:
  3月: [{{名称: {title}, 日期: {date}}}]
"""
MOMENT = dt.datetime(2027, 1, 8, tzinfo=dt.UTC)


def one(union: str, title: str = "读书会", date: str = "3月8日", money: str = "3000元") -> Sent:
    text = PLAN.format(union=union, title=title, date=date, money=money)
    source = load(f"{union}.yaml", text.encode())
    return sent(f"{union}.yaml", validate(source, load_catalogue()), source, MOMENT)


@pytest.fixture
def plans() -> Collection:
    """Three unions, two of them on the same day, and one that sent nothing."""
    return collection(
        [
            one("乙工会", "运动会"),
            one("甲工会委员会"),
            one("丙工会", "座谈", "3月中旬", "1.5万元"),
        ],
        ["甲工会", "乙 工会", "丁工会"],
    )


def test_activities_stand_by_day_each_with_its_file_and_line(plans: Collection) -> None:
    assert [(line.sent.union, line.entry.first, line.source) for line in plans.lines()] == [
        ("乙工会", dt.date(2027, 3, 8), "乙工会.yaml:6"),
        ("甲工会委员会", dt.date(2027, 3, 8), "甲工会委员会.yaml:6"),
        ("丙工会", dt.date(2027, 3, 11), "丙工会.yaml:6"),
    ]


def test_days_that_two_unions_name_clash_and_rough_ones_do_not(plans: Collection) -> None:
    (clash,) = plans.clashes()
    assert (clash.day, clash.unions) == (dt.date(2027, 3, 8), 2)


def test_who_has_not_sent_a_plan_is_known_whatever_the_blanks(plans: Collection) -> None:
    assert plans.missing == ("丁工会",)


def test_money_adds_up(plans: Collection) -> None:
    assert plans.money == {"cn": Decimal(21000)}
    assert plans.money_in_words == "21000"


def test_money_of_two_currencies_is_not_added_up(plans: Collection) -> None:
    abroad = replace(one("戊工會"), region="tw")
    both = collection([*plans.plans, abroad])
    assert both.money_in_words == "人民币21000、新臺幣3000"
    assert any("经费合计人民币21000、新臺幣3000元" in str(b) for b in document(both, "").blocks)
    sheet = load_workbook(io.BytesIO(workbook(both, "")))["汇总"]
    assert [cell.value for cell in sheet["E"]][1:] == [
        *(15000, 3000, 3000, 3000, "人民币21000、新臺幣3000"),
    ]


def test_the_document_has_totals_clashes_and_months(plans: Collection) -> None:
    made = document(plans, "汇编")
    headings = [block.text for block in made.blocks if isinstance(block, Heading)]
    assert headings == ["汇总", "尚未报送", "同日活动", "活动日历", "2027年3月"]
    first = made.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == "共收到3份计划，目标0项，任务3项，活动3项，经费合计21000元。"
    totals = next(block for block in made.blocks if isinstance(block, Table))
    assert totals.rows[0] == ("1", "丙工会", "0", "1", "1", "15000", "丙工会.yaml")
    clashes = next(b for b in made.blocks if isinstance(b, Table) and b.columns[0].title == "日期")
    assert clashes.rows[0][2] == (
        "乙工会：运动会（乙工会.yaml:6）\n甲工会委员会：读书会（甲工会委员会.yaml:6）"
    )


def test_the_workbook_has_a_sheet_for_each_and_the_same_bytes_again(plans: Collection) -> None:
    data = workbook(plans, "")
    assert data == workbook(plans, "")
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["活动日历", "汇总", "同日活动", "尚未报送"]
    rows = list(book["活动日历"].iter_rows(values_only=True))
    assert rows[1][3] == "运动会"
    assert rows[1][7:] == ("乙工会", "乙工会.yaml:6")
    assert book["活动日历"].auto_filter.ref == "A1:I4"
    assert list(book["汇总"].iter_rows(values_only=True))[-1][:5] == ("合计", 0, 3, 3, 21000)
