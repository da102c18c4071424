from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.model.item import Item
from planforge.model.plan import BODY, Plan
from planforge.model.section import Section
from planforge.model.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.errors import Problem

    PlanOf = Callable[[str], Plan]
    ProblemsOf = Callable[[str], tuple[Problem, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "标题: a\n月度安排: x\n前言: x\n主要工作: x\n工作目标: x\n",
        "標題: a\n月度安排: x\n前言: x\n重點任務: x\n工作目標: x\n",
        "title: a\nschedule: x\npreamble: x\ntasks: x\ntargets: x\n",
        "title: a\n月度安排: x\npreamble: x\n主要任務: x\n工作目标: x\n",
    ],
)
def test_sections_keep_the_order_of_the_file_in_every_language(plan_of: PlanOf, text: str) -> None:
    assert plan_of(text).order == ("schedule", "preamble", "tasks", "targets")


def test_sections_left_open_have_no_place_in_the_order(plan_of: PlanOf) -> None:
    plan = plan_of("重点任务:\n月度安排:\n  3月:\n组织领导:\n  组长:\n  成员: []\n前言: x\n")
    assert plan.order == ("preamble",)
    assert plan.leadership is None


def test_a_plan_built_by_a_program_keeps_the_order_it_was_given() -> None:
    section = Section(items=(Item(text="a"),))
    plan = Plan(title="a", tasks=section, review=section)
    assert plan.order == ("tasks", "review")
    changed = plan.model_copy(update={"tasks": None, "targets": Targets(), "focus": section})
    assert changed.order == ("review", "focus", "targets")


def test_every_section_of_the_body_is_a_field() -> None:
    assert set(BODY) < set(Plan.model_fields)


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ("重点任务", "tasks"),
        ("主要工作", "tasks"),
        ("重點任務", "tasks"),
        ("tasks", "tasks"),
        ("今年要办的事", "tasks"),
        ("附则", "附则"),
        ("", ""),
    ],
)
def test_a_section_follows_another_by_any_of_its_names(
    plan_of: PlanOf, after: str, kept: str
) -> None:
    plan = plan_of(
        "重点任务: {标题: 今年要办的事, 子项: [甲]}\n"
        f"其他章节:\n- {{标题: 附则, 内容: x}}\n- {{标题: 其他, 位于: '{after}', 内容: x}}\n"
    )
    assert plan.sections[1].after == kept


def test_points_may_be_nested_to_four_levels(plan_of: PlanOf) -> None:
    plan = plan_of("重点任务: [{标题: 1, 子项: [{标题: 2, 子项: [{标题: 3, 子项: [四]}]}]}]\n")
    assert plan.tasks
    assert plan.tasks.items[0].items[0].items[0].items[0].text == "四"


LEVELS = "{标题: 2, 子项: [{标题: 3, 子项: [{标题: 4, 子项: [五]}]}]}"


@pytest.mark.parametrize(
    "section",
    [
        f"重点任务: [{{标题: 1, 子项: [{LEVELS}]}}]",
        f"工作目标: [{{标题: 1, 子项: [{LEVELS}]}}]",
        f"实施步骤: [{{名称: 1, 子项: [{LEVELS}]}}]",
        f"月度安排: {{3月: [{LEVELS}]}}",
    ],
)
def test_a_fifth_level_is_refused_where_it_begins(problems_of: ProblemsOf, section: str) -> None:
    (problem,) = problems_of(f"标题: x\n{section}\n")
    assert problem.message == "this would be level 5, but points go down to level 4"
    assert problem.column == section.rindex("子项") + 1
    assert problem.hint == "Put these points one level up, or make them one text"


@pytest.mark.parametrize("switch", ["table", "表格", "Table"])
def test_the_layout_speaks_both_languages(plan_of: PlanOf, switch: str) -> None:
    plan = plan_of(f"版式: {{月度安排: {switch}, 工作目标: 分条}}\n")
    assert (plan.layout.schedule, plan.layout.targets, plan.layout.tasks) == (
        "table",
        "list",
        "list",
    )


def test_numbers_are_taken_where_people_write_them(plan_of: PlanOf) -> None:
    plan = plan_of(
        "版本: 1\n期间: 2027\n月度安排: [{月份: 3, 活动: [走访]}]\n"
        "经费预算: [{项目: 慰问, 数量: 20, 单价: 500, 金额: 10000}]\n"
    )
    assert plan.period
    assert plan.period.start.year == 2027
    assert plan.schedule
    assert plan.schedule.entries[0].months
    assert plan.schedule.entries[0].months.months == (3,)
    assert plan.budget
    assert plan.budget.lines[0].quantity == "20"


def test_short_rows_of_a_table_are_filled_with_empty_cells(plan_of: PlanOf) -> None:
    plan = plan_of("附件:\n- 标题: 表\n  表格: {列: [甲, 乙, 丙], 行: [[1, ~, 3], [4]]}\n")
    (table,) = plan.attachments[0].table
    assert table.rows == (("1", "", "3"), ("4", "", ""))
