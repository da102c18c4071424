"""How far the work of a plan is."""

from __future__ import annotations

import datetime as dt

import pytest

from planforge.agenda import matters
from planforge.agenda.progress import State, meets, standings
from planforge.catalogue import load_catalogue
from planforge.model.goal import Goal
from planforge.model.validate import validate
from planforge.source.load import load

PLAN = """\
标题: 青禾县第二中学工会2027年工作计划
期间: 2027
工作目标:
  - {指标: 入会率, 要求: ≥98%, 期限: 6月底前, 完成值: 98.6%}
  - {指标: 提案, 要求: 不少于20件, 期限: 6月底前, 完成值: 12件}
重点任务:
  - {标题: 建家, 责任人: 办公室, 期限: 5月底前}
  - {标题: 培训, 责任人: 组织部, 期限: 6月底前, 状态: 进行中}
  - {标题: 体检, 状态: 已完成, 完成时间: 3月}
  - {标题: 读书, 内容: 每人读三本书。}
  - {标题: 例会, 频次: 每月}
  - {标题: 评比, 状态: 取消, 期限: 1月底前}
  - 小组:
月度安排:
  3月: [慰问女职工]
  6月: [{名称: 送清凉, 日期: 6月下旬}]
  9月: [教师节座谈]
"""


def states(as_of: str) -> dict[str, State]:
    source = load("plan.yaml", PLAN.replace("  - 小组:\n", "").encode())
    plan = validate(source, load_catalogue())
    return {
        one.matter.name: one.state for one in standings(matters(plan), dt.date.fromisoformat(as_of))
    }


def test_on_a_day_everything_is_where_a_meeting_expects_it() -> None:
    assert states("2027-06-10") == {
        "入会率": State.DONE,
        "提案": State.DUE,
        "建家": State.LATE,
        "培训": State.DUE,
        "体检": State.DONE,
        "读书": State.UNDATED,
        "例会": State.RECURRING,
        "评比": State.CANCELLED,
        "慰问女职工": State.LATE,
        "送清凉": State.DUE,
        "教师节座谈": State.LATER,
    }


def test_nothing_is_late_on_its_last_day() -> None:
    assert states("2027-05-31")["建家"] is State.DUE
    assert states("2027-06-01")["建家"] is State.LATE


@pytest.mark.parametrize(
    ("reached", "goal", "answer"),
    [
        ("98.6%", "≥98%", True),
        ("97%", "≥98%", False),
        ("5起", "不超过3起", False),
        ("0起", "为零", True),
        ("九成", "≥90%", True),
        ("40人", "≥90%", None),
        ("8场", "6—10场", True),
    ],
)
def test_a_goal_is_met_by_figures_of_its_own_unit(
    reached: str, goal: str, answer: bool | None
) -> None:
    assert meets(Goal.parse(reached), Goal.parse(goal)) is answer
