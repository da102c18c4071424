"""Stages, leadership and budget: sections that hold more than points."""

from typing import Annotated, ClassVar

from .entry import Entry, key
from .item import Points, Tracked
from .money import Money
from .names import Names
from .section import Headed, Section
from .shapes import Many, Text, Words, nested
from .when import When


class Stage(Tracked):
    """A dated stage (实施步骤)."""

    shorthand: ClassVar[str] = "title"

    title: str = key(
        "名称",
        "名稱",
        "标题",
        "標題",
        about="阶段名称",
        en="Name of the stage",
        example="动员部署阶段",
    )
    when: When | None = key(
        "时间",
        "時間",
        "日期",
        default=None,
        about="起止时间",
        en="When",
        example="3月—4月",
    )
    text: Text = key(
        "内容",
        "內容",
        default="",
        about="正文，每行一段",
        en="Text, one paragraph per line",
        example="成立工作专班，印发方案。",
    )
    items: Points = key(
        "子项",
        "子項",
        "事项",
        "事項",
        default=(),
        about="各项内容",
        en="The points",
        example=["召开动员会"],
    )


class Stages(Headed):
    """Dated stages (实施步骤)."""

    items: Annotated[tuple[Stage, ...], nested()] = key(
        "子项",
        "子項",
        "阶段",
        "階段",
        default=(),
        about="各阶段",
        en="The stages",
        example=[{"名称": "动员部署阶段", "时间": "3月"}],
    )


class Leadership(Section):
    """Who leads the work (组织领导)."""

    group: str = key(
        "小组名称",
        "小組名稱",
        "领导小组",
        "領導小組",
        default="",
        about="领导小组名称",
        en="Name of the leading group",
        example="工会工作领导小组",
    )
    head: Names = key(
        "组长",
        "組長",
        default=(),
        about="组长",
        en="Head",
        example="校党支部书记",
    )
    deputies: Names = key(
        "副组长",
        "副組長",
        default=(),
        about="副组长",
        en="Deputies",
        example=["工会主席", "副校长"],
    )
    members: Names = key(
        "成员",
        "成員",
        "组员",
        "組員",
        default=(),
        about="成员",
        en="Members",
        example=["各年级组长"],
    )
    office: Text = key(
        "办公室",
        "辦公室",
        default="",
        about="办公室设在哪里",
        en="Where its office is",
        example="办公室设在校工会",
    )
    duties: Points = key(
        "职责",
        "職責",
        default=(),
        about="职责分工",
        en="Duties",
        example=["统筹协调"],
    )


class BudgetLine(Entry):
    """One line of the budget."""

    item: str = key("项目", "項目", about="支出项目", en="What it is for", example="慰问困难职工")
    quantity: str = key(
        "数量",
        "數量",
        default="",
        about="数量和单位",
        en="Quantity with unit",
        example="20人",
    )
    price: Money | None = key(
        "单价",
        "單價",
        default=None,
        about="单价",
        en="Price per unit",
        example="500元",
    )
    amount: Money | None = key(
        "金额",
        "金額",
        default=None,
        about="金额",
        en="Amount",
        example="10000元",
    )
    source: Words = key(
        "来源",
        "來源",
        default="",
        about="经费来源",
        en="Where the money comes from",
        example="工会经费",
    )
    remarks: Text = key(
        "备注",
        "備註",
        default="",
        about="备注",
        en="Remarks",
        example="春节前",
    )


class Budget(Section):
    """The budget (经费预算); lines add up to the total that is printed."""

    listed: ClassVar[str] = "lines"

    lines: Many[BudgetLine] = key(
        "明细",
        "明細",
        default=(),
        about="预算各行",
        en="The lines",
        example=[{"项目": "慰问困难职工", "数量": "20人", "单价": "500元", "金额": "10000元"}],
    )
