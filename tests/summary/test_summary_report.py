"""The report of the year."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.pipeline import render_plan
from planforge.source.load import load
from planforge.summary import summary

if TYPE_CHECKING:
    from planforge.model.plan import Plan

EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
END: Final = dt.date(2027, 12, 31)
TEXT: Final = """\
标题: 青禾县第二中学工会2027年工作计划
单位: 青禾县第二中学工会
类型: 学校
期间: 2027
工作目标:
  - {指标: 入会率, 要求: ≥98%, 完成值: 98.6%}
  - {指标: 提案, 要求: 20件以上, 完成值: 12件}
重点任务:
  - {标题: 建家, 状态: 已完成, 完成时间: 2027-05-20, 佐证: 验收表、照片, 经费: 1.2万元}
  - {标题: 培训, 责任人: 组织委员, 期限: 6月底前, 状态: 延期, 备注: 等场地}
  - {标题: 读书}
月度安排:
  3月:
    - {名称: 慰问女职工, 对象: 女职工86人, 状态: 已完成, 完成时间: 2027-03-08}
"""


def read(text: str) -> Plan:
    return validate(load("plan.yaml", text.encode()), load_catalogue())


def report() -> str:
    return render_plan(read(summary(read(TEXT), END)), "txt").decode()


def test_the_title_says_that_it_is_the_report() -> None:
    assert report().splitlines()[0].strip() == "青禾县第二中学工会2027年工作总结"


@pytest.mark.parametrize(
    "line",
    [
        "2027年5月20日已完成，佐证：验收表、照片。",
        "培训（延期；责任人：组织委员；期限：6月底前；备注：等场地）",
        "共安排4项，完成2项。参加86人次。已完成事项的预算共12000元。",
    ],
)
def test_the_report_says_what_was_done_with_figures_and_what_was_not_and_why(line: str) -> None:
    assert line in report()


NESTED: Final = """\
标题: 青禾县第二中学工会2027年工作计划
期间: 2027
重点任务:
  - 标题: 关怀
    责任人: 工会主席
    状态: 已完成
    佐证: 台账
    子项:
      - {标题: 走访, 状态: 已完成}
      - {标题: 建档, 状态: 延期}
  - {标题: 建家, 状态: 已完成}
  - 标题: 文体
    子项: [{标题: 小组, 状态: 已完成}]
实施步骤:
  - {名称: 动员, 时间: 1月—2月, 状态: 已完成, 完成时间: 2027-02-20}
月度安排:
  4月: [{名称: 运动会, 状态: 延期}]
"""


def test_what_belongs_to_a_task_stands_below_it_once() -> None:
    lines = render_plan(read(summary(read(NESTED), END)), "txt").decode().splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith("、重点任务"))
    assert [line.strip() for line in lines[start + 1 : start + 14] if line.strip()] == [
        "（一）关怀",
        "已完成，佐证：台账。",
        "1.走访",
        "已完成。",
        "（二）建家",
        "已完成。",
        "（三）文体",
        "1.小组",
        "已完成。",
        "二、实施步骤",
        "（一）动员",
        "2027年2月20日已完成。",
        "三、未完成的事项",
    ]


def test_an_activity_that_was_not_held_says_its_month() -> None:
    text = render_plan(read(summary(read(NESTED), END)), "txt").decode()
    assert "运动会（延期；日期：4月）" in text


def test_targets_stand_beside_what_was_reached() -> None:
    rows = [line for line in report().splitlines() if "≥98%" in line or "20件以上" in line]
    assert "达到" in rows[0]
    assert "没有达到" in rows[1]


def test_what_nobody_reports_is_asked_for_in_a_comment_and_not_printed() -> None:
    text = summary(read(TEXT), END)
    assert "#   读书\n" in text
    assert "读书" not in report()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_report_of_every_plan_is_a_plan_file_that_renders(path: Path) -> None:
    plan = validate(load(str(path)), load_catalogue())
    made = read(summary(plan, END))
    assert render_plan(made, "txt")
    assert made.region == plan.region
