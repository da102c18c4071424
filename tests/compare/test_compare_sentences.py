"""Two plans compared in plain sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from planforge.catalogue import load_catalogue
from planforge.compare import differences, report
from planforge.document.tree import Table
from planforge.model.validate import validate
from planforge.source.load import load

if TYPE_CHECKING:
    from planforge.model.plan import Plan

EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
OLD: Final = """\
标题: 甲工会2027年工作计划
期间: 2027
指导思想: 坚持服务职工。
工作目标:
  - {指标: 入会率, 要求: ≥90%, 责任人: 组织部}
  - {指标: 事故, 要求: 不超过3起}
重点任务:
  - {标题: 技能大赛, 责任人: 生产部, 期限: 5月底前, 经费: 3万元}
  - {标题: 建设职工之家, 责任人: 行政部}
  - 走访困难职工
月度安排:
  5月: [职工运动会]
"""


def plan(text: str) -> Plan:
    return validate(load("plan.yaml", text.encode()), load_catalogue())


def sentences(*changes: tuple[str, str]) -> list[str]:
    new = OLD
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return [report.sentence(one) for one in differences(plan(OLD), plan(new))]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("≥90%", "≥95%", "入会率: raised from ≥90% to ≥95%"),
        ("不超过3起", "不超过2起", "事故: lowered from 不超过3起 to 不超过2起"),
        ("≥90%", "100人", "入会率: the goal changed from ≥90% to 100人"),
        ("5月底前", "6月底前", "技能大赛: moved from 5月底前 to 6月底前"),
        ("5月: [职", "6月: [职", "职工运动会: moved from 5月 to 6月"),
        ("生产部", "人事部", "技能大赛: 生产部 hands over to 人事部"),
        ("3万元", "5万元", "技能大赛: the money changed from 3万元 to 5万元"),
        (", 责任人: 行政部", "", "建设职工之家: 行政部 hands over to nothing"),
        ("建设职工之家", "建好职工之家", "reworded: 建设职工之家 is now 建好职工之家"),
        ("  - 走访困难职工\n", "", "dropped: 走访困难职工"),
        ("  - 走访", "  - 送清凉\n  - 走访", "new: 送清凉"),
        ("服务职工。", "服务大局。", "指导思想: the text changed"),
        ("指导思想: 坚持服务职工。\n", "", "section 指导思想 was dropped"),
        ("甲工会", "乙工会", "标题 changed from 甲工会2027年工作计划 to 乙工会2027年工作计划"),
    ],
)
def test_one_change_is_one_sentence(before: str, after: str, said: str) -> None:
    assert sentences((before, after)) == [said]


def test_a_new_thing_says_when_and_who() -> None:
    said = sentences(("  - 走访", "  - {标题: 体检, 责任人: 医务室, 期限: 9月}\n  - 走访"))
    assert said == ["new: 体检（9月，医务室）"]


def test_what_is_dropped_stands_last_in_its_own_section() -> None:
    old = "标题: 甲\n期间: 2027\n重点任务: [走访困难职工, 建家]\n月度安排: {3月: [读书会]}\n"
    new = "标题: 甲\n期间: 2027\n重点任务: [建家, 体检]\n月度安排: {4月: [读书会]}\n"
    text = report.plain(differences(plan(old), plan(new)))
    assert text.splitlines() == [
        "重点任务",
        "  new: 体检",
        "  dropped: 走访困难职工",
        "",
        "月度安排",
        "  读书会: moved from 3月 to 4月",
    ]


def test_the_year_alone_moves_nothing() -> None:
    old = OLD.replace("5月底前", "2027年5月31日前")
    new = old.replace("2027", "2028")
    found = [one.name for one in differences(plan(old), plan(new))]
    assert found == ["标题", "期间"]


def test_two_things_that_changed_places_are_not_new() -> None:
    swapped = (
        ("  - {标题: 建设职工之家, 责任人: 行政部}\n  - 走访困难职工\n", "@"),
        ("@", "  - 走访困难职工\n  - {标题: 建设职工之家, 责任人: 行政部}\n"),
    )
    assert sentences(*swapped) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_plan_does_not_differ_from_itself(path: Path) -> None:
    one = validate(load(str(path)), load_catalogue())
    assert differences(one, one) == ()
    assert report.plain(()) == "the two plans say the same\n"


def test_the_document_has_every_difference_in_its_table() -> None:
    old, new = plan(OLD), plan(OLD.replace("90%", "95%").replace("生产部", "人事部"))
    found = differences(old, new)
    made = report.document(old, new, found)
    table = made.blocks[-1]
    assert isinstance(table, Table)
    assert [row[2:] for row in table.rows] == [
        ("入会率", "≥90%", "≥95%"),
        ("技能大赛", "生产部", "人事部"),
    ]
