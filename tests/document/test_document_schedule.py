from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.document.compose import compose
from planforge.document.plain import of_blocks
from planforge.document.tree import Block, Heading, Item, Paragraph, Table
from planforge.model.plan import Plan
from planforge.regions import load_region

HEADING = Heading(1, "月度安排", 1)


def printed(schedule: Any, layout: str = "list") -> list[Block]:
    plan = Plan.model_validate(
        {"title": "计划", "schedule": schedule, "layout": {"schedule": layout}}
    )
    return list(compose(plan, load_region("cn")).blocks)


def test_months_are_headings_without_number_and_activities_count_from_one() -> None:
    assert printed({"3月": ["健步走", "讲座"], "5月": ["座谈会"]}) == [
        HEADING,
        Heading(2, "3月"),
        Item(3, 1, "", "健步走"),
        Item(3, 2, "", "讲座"),
        Heading(2, "5月"),
        Item(3, 1, "", "座谈会"),
    ]


def test_months_with_one_activity_each_are_one_line_each() -> None:
    assert printed({"3月": ["健步走"], "七、八月": ["送清凉"]}) == [
        HEADING,
        Paragraph("3月：健步走"),
        Paragraph("七、八月：送清凉"),
    ]


def test_a_theme_stands_in_the_heading_of_its_month() -> None:
    assert printed([{"months": "3", "theme": "关爱季", "activities": ["健步走"]}]) == [
        HEADING,
        Heading(2, "3月：关爱季"),
        Item(3, 1, "", "健步走"),
    ]


def test_a_month_with_nothing_but_a_theme_is_no_empty_heading() -> None:
    assert printed(
        [{"months": "3", "theme": "关爱季"}, {"months": "4", "activities": ["甲", "乙"]}]
    ) == [
        HEADING,
        Paragraph("3月：关爱季"),
        Heading(2, "4月"),
        Item(3, 1, "", "甲"),
        Item(3, 2, "", "乙"),
    ]


def test_text_before_the_activities_is_a_paragraph() -> None:
    assert printed([{"months": "7", "text": "配合暑期：", "activities": ["送清凉"]}]) == [
        HEADING,
        Heading(2, "7月"),
        Paragraph("配合暑期："),
        Item(3, 1, "", "送清凉"),
    ]


def test_activities_without_month_are_points_of_the_section() -> None:
    assert printed(["健步走", "讲座"]) == [
        HEADING,
        Item(2, 1, "", "健步走"),
        Item(2, 2, "", "讲座"),
    ]


def test_what_is_known_about_an_activity_stands_behind_it() -> None:
    activity = {
        "title": "健步走",
        "date": "2027-03-06",
        "place": "滨江步道",
        "audience": "女职工",
        "owner": "女工委",
        "budget": "8000",
        "remarks": "雨天改期",
        "status": "进行中",
    }
    assert printed({"3月": [activity]})[1] == Paragraph(
        "3月：健步走（日期：2027年3月6日；地点：滨江步道；对象：女职工；责任人：女工委；经费：8000元）"
    )


def test_points_below_an_activity_are_numbered_below_it() -> None:
    assert printed({"3月": [{"title": "讲座", "items": ["报名", "分组"]}]})[1:] == [
        Heading(2, "3月"),
        Item(3, 1, "", "讲座"),
        Item(4, 1, "", "报名"),
        Item(4, 2, "", "分组"),
    ]


def test_the_table_has_only_the_columns_in_use_and_the_month_in_every_row() -> None:
    schedule = [
        {
            "months": "3",
            "theme": "关爱季",
            "activities": [
                {"title": "健步走", "remarks": "雨天改期"},
                {"title": "讲座", "items": [{"text": "报名", "owner": "组织部"}]},
            ],
        },
        {"months": "4", "text": "休整"},
    ]
    heading, table = printed(schedule, "table")
    assert heading == HEADING
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["月份", "主题", "活动", "备注"]
    assert table.rows == (
        ("3月", "关爱季", "健步走", "雨天改期"),
        ("3月", "关爱季", "讲座\n报名（责任人：组织部）", ""),
        ("4月", "", "休整", ""),
    )


@pytest.mark.parametrize("layout", ["list", "table"])
def test_an_empty_schedule_is_only_its_heading(layout: str) -> None:
    assert printed({"heading": "月度安排"}, layout) == [HEADING]


WORDS = st.text(alphabet="慰问职工。", min_size=1, max_size=6)
ACTIVITY = st.fixed_dictionaries(
    {"title": WORDS},
    optional={"place": WORDS, "owner": WORDS, "items": st.lists(WORDS, min_size=1, max_size=2)},
)
ENTRY = st.fixed_dictionaries(
    {"activities": st.lists(ACTIVITY, max_size=2)},
    optional={"months": st.sampled_from(("3月", "七、八月")), "theme": WORDS, "text": WORDS},
)


@settings(deadline=None)
@given(st.lists(ENTRY, min_size=1, max_size=4), st.sampled_from(("list", "table")))
def test_no_text_of_a_schedule_is_lost(entries: list[dict[str, Any]], layout: str) -> None:
    together = Counter("".join(of_blocks(printed({"entries": entries}, layout))))
    for entry in entries:
        together.subtract(entry.get("theme", "") + entry.get("text", ""))
        for activity in entry["activities"]:
            together.subtract("".join(activity.get(key, "") for key in ("title", "place", "owner")))
            together.subtract("".join(activity.get("items", ())))
    assert all(count >= 0 for count in together.values())
