from __future__ import annotations

from typing import Any

import pytest

from planforge.document.compose import compose
from planforge.document.placement import placed
from planforge.document.tree import Heading
from planforge.model.plan import Plan
from planforge.regions import load_region

CN = load_region("cn")


def headings(**plan: Any) -> list[str]:
    blocks = compose(Plan.model_validate({"title": "计划", **plan}), CN).blocks
    return [block.text for block in blocks if isinstance(block, Heading)]


def custom(heading: str, after: str = "") -> dict[str, str]:
    return {"heading": heading, "text": "正文", "after": after}


def test_sections_are_printed_in_the_order_of_the_file() -> None:
    assert headings(safeguards="甲", tasks="乙", guiding_ideology="丙") == [
        "保障措施",
        "重点任务",
        "指导思想",
    ]


def test_custom_sections_stand_where_their_key_stands() -> None:
    assert headings(tasks="甲", sections=[custom("附则"), custom("说明")], safeguards="乙") == [
        "重点任务",
        "附则",
        "说明",
        "保障措施",
    ]


@pytest.mark.parametrize("after", ["tasks", "重点任务", "重點任務", "主要工作", "今年的事"])
def test_a_custom_section_follows_the_section_it_names_by_key_or_heading(after: str) -> None:
    found = headings(
        tasks={"heading": "今年的事", "text": "甲"},
        safeguards="乙",
        sections=[custom("附则"), custom("宣传", after), custom("联络", after)],
    )
    assert found == ["今年的事", "宣传", "联络", "保障措施", "附则"]


def test_a_custom_section_may_follow_another_one() -> None:
    found = headings(
        tasks="甲",
        sections=[custom("三", "二"), custom("二", "一"), custom("一", "tasks")],
        safeguards="乙",
    )
    assert found == ["重点任务", "一", "二", "三", "保障措施"]


def test_custom_sections_that_follow_each_other_in_a_circle_stay_where_they_stand() -> None:
    found = headings(
        sections=[custom("一", "二"), custom("二", "一"), custom("三", "一"), custom("四", "四")],
        tasks="甲",
    )
    assert found == ["一", "二", "三", "四", "重点任务"]


def test_every_section_is_placed_exactly_once() -> None:
    plan = Plan.model_validate(
        {
            "title": "计划",
            "preamble": "甲",
            "sections": [custom("一", "preamble"), custom("二", "一"), custom("三")],
            "closing": "乙",
        }
    )
    names = [(section.name, section.heading) for section in placed(plan, CN)]
    assert names == [
        ("preamble", ""),
        ("sections", "一"),
        ("sections", "二"),
        ("sections", "三"),
        ("closing", ""),
    ]
