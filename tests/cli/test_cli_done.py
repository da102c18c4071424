"""`planforge done` and `planforge status`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def test_one_thing_is_marked_and_the_rest_of_the_file_stays(call: Call, plan: Path) -> None:
    before = plan.read_text(encoding="utf-8")
    said = call("done", "plan.yaml", "职工之家", "--on", "2027-05-20", "--evidence", "验收表")
    assert said == (0, "", "plan.yaml:7：办好职工之家 已作标记\n")
    assert plan.read_text(encoding="utf-8") == before.replace(
        "  - 办好职工之家\n",
        "  - 内容: 办好职工之家\n    状态: 已完成\n    完成时间: 2027-05-20\n    佐证: 验收表\n",
    )


def test_the_line_of_the_file_names_a_thing_too(call: Call, plan: Path) -> None:
    assert call("done", "plan.yaml", "9", "--on", "2027-03-08")[0] == 0
    assert "3月: [{名称: 慰问女职工, 状态: 已完成, 完成时间: 2027-03-08}]" in plan.read_text(
        encoding="utf-8"
    )


def test_what_is_not_there_or_not_clear_is_told(call: Call, plan: Path) -> None:
    before = plan.read_bytes()
    code, _out, said = call("done", "plan.yaml", "运动会")
    assert (code, said.splitlines()[0]) == (2, "错误：计划里没有“运动会”")
    code, _out, said = call("done", "plan.yaml", "职工")
    assert (code, said.splitlines()[0]) == (2, "错误：“职工”可能指 2 项")
    assert said.splitlines()[1:] == ["提示：  7: 办好职工之家", "  9: 慰问女职工"]
    assert plan.read_bytes() == before


def test_what_an_alias_repeats_is_told_apart_from_what_is_not_clear(call: Call, plan: Path) -> None:
    text = "标题: 甲\n期间: 2027\n月度安排:\n  3月: &c [慰问, 座谈]\n  4月: *c\n"
    plan.write_text(text, encoding="utf-8")
    code, _out, said = call("done", "plan.yaml", "慰问")
    assert (code, said.splitlines()) == (
        2,
        [
            "错误：“慰问”在文件里只写了一次，用 * 重复",
            "提示：请在每处都写出来，才能各有各的状态",
        ],
    )
    assert plan.read_text(encoding="utf-8") == text


def test_a_status_is_written_in_the_script_of_the_plan(call: Call, plan: Path) -> None:
    text = "標題: 甲\n期間: 2027\n地區: tw\n重點任務:\n  - 慰問\n"
    plan.write_text(text, encoding="utf-8")
    assert call("done", "plan.yaml", "慰問", "--status", "进行中")[0] == 0
    assert plan.read_text(encoding="utf-8") == text.replace(
        "  - 慰問\n", "  - 內容: 慰問\n    狀態: 進行中\n"
    )


YEAR = """\
标题: 甲  # 全年
期间: 2027
工作目标: [{指标: 入会率, 要求: ≥98%}]
重点任务:
  - 建家  # 全年都做
  - {标题: 签集体合同, 期限: 3月底前}
实施步骤:
  - {名称: 动员, 时间: 1月—2月}
月度安排:
  3月:
    - {名称: 慰问女职工, 日期: 3月8日}
    - {名称: 读书会, 状态: 取消}
    - 座谈
  4月: &c [体检, 清查]
  5月: *c
  6月: [职工运动会]
"""


def test_everything_that_was_to_be_over_is_marked_in_one_go(call: Call, plan: Path) -> None:
    plan.write_text(YEAR, encoding="utf-8")
    code, _out, said = call("done", "plan.yaml", "--until", "2027-05-31")
    assert (code, said.splitlines()) == (
        0,
        [
            "plan.yaml:6：签集体合同 已作标记",
            "plan.yaml:8：动员 已作标记",
            "plan.yaml:11：慰问女职工 已作标记",
            "plan.yaml:13：座谈 已作标记",
        ],
    )
    assert plan.read_text(encoding="utf-8") == (
        YEAR.replace("3月底前}", "3月底前, 状态: 已完成}")
        .replace("1月—2月}", "1月—2月, 状态: 已完成}")
        .replace("3月8日}", "3月8日, 状态: 已完成, 完成时间: 2027-03-08}")
        .replace("    - 座谈\n", "    - 名称: 座谈\n      状态: 已完成\n")
    )
    code, _out, said = call("done", "plan.yaml", "--until", "2027-05-31")
    assert (code, said) == (0, "到那天为止，没有该完成而未报状态的事项\n")


def test_several_things_are_marked_alike_or_none_of_them(call: Call, plan: Path) -> None:
    plan.write_text(YEAR, encoding="utf-8")
    code, _out, said = call("done", "plan.yaml", "座谈", "建家", "没有的")
    assert (code, said.splitlines()[0]) == (2, "错误：计划里没有“没有的”")
    assert plan.read_text(encoding="utf-8") == YEAR
    assert call("done", "plan.yaml", "座谈", "6", "13", "--on", "2027-04-01", "-q")[0] == 0
    assert plan.read_text(encoding="utf-8") == YEAR.replace(
        "3月底前}", "3月底前, 状态: 已完成, 完成时间: 2027-04-01}"
    ).replace("    - 座谈\n", "    - 名称: 座谈\n      状态: 已完成\n      完成时间: 2027-04-01\n")


@pytest.mark.parametrize(
    "words",
    [(), ("建家", "--until", "2027-05-31"), ("--until", "2027-05-31", "--reached", "98%")],
)
def test_what_is_done_is_said_in_one_way(call: Call, plan: Path, words: tuple[str, ...]) -> None:
    code, _out, said = call("done", str(plan), *words)
    assert (code, said.splitlines()[0]) == (
        2,
        "错误：请写明哪些事项完成了：写出事项，或用 --until 日期",
    )


def test_a_stage_is_marked_like_a_task(call: Call, plan: Path) -> None:
    plan.write_text(YEAR, encoding="utf-8")
    assert call("done", "plan.yaml", "动员", "--on", "2027-02-20", "--evidence", "简报")[0] == 0
    new = "1月—2月, 状态: 已完成, 完成时间: 2027-02-20, 佐证: 简报}"
    assert plan.read_text(encoding="utf-8") == YEAR.replace("1月—2月}", new)
    said = call("status", "plan.yaml", "--as-of", "2027-03-01", "--all")[1]
    assert "动员" in said.partition("已完成")[2]


def test_the_text_of_a_month_has_no_status(call: Call, plan: Path) -> None:
    text = "标题: 甲\n期间: 2027\n月度安排:\n  - 月份: 3月\n    内容: 总结经验\n"
    plan.write_text(text, encoding="utf-8")
    code, _out, said = call("done", "plan.yaml", "总结")
    assert (code, said.splitlines()) == (
        2,
        ["错误：“总结经验”是一个月的说明，没有状态", "提示：请写成活动，再作标记"],
    )


def test_a_file_keeps_its_encoding_and_line_ends(call: Call, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("\n", "\r\n")
    plan.write_bytes(text.encode("gb18030"))
    assert call("done", "plan.yaml", "职工之家", "--on", "2027-05-20")[0] == 0
    new = plan.read_bytes().decode("gb18030")
    assert "\r\n    状态: 已完成\r\n" in new
    assert new.count("\n") == new.count("\r\n")


def test_status_shows_what_is_late_and_due(call: Call, plan: Path) -> None:
    assert plan.exists()
    code, out, said = call("status", "plan.yaml", "--as-of", "2027-03-20")
    assert (code, said) == (0, "")
    assert out.splitlines()[:2] == [
        "青禾县第二中学工会2027年工作计划",
        "2027-03-20：共 3 项 · 本月到期 1 · 没有日期 2",
    ]
    assert "慰问女职工" in out
    assert "办好职工之家" not in out


def test_by_owner_a_meeting_sees_first_who_has_how_much_open_and_late(
    call: Call, plan: Path
) -> None:
    tasks = (
        "  - {标题: 一, 责任人: 办公室, 期限: 3月底前}\n"
        "  - {标题: 二, 责任人: 办公室, 状态: 已完成}\n"
        "  - {标题: 三, 责任人: 女工委员, 期限: 9月}\n"
    )
    plan.write_text(f"标题: 甲\n期间: 2027\n重点任务:\n{tasks}", encoding="utf-8")
    code, said, _err = call("status", "plan.yaml", "--by", "owner", "--as-of", "2027-06-01")
    lines = [line.split() for line in said.splitlines() if line.strip()]
    assert code == 0
    assert lines[2] == ["责任人", "共", "未完成", "逾期"]
    assert lines[4:6] == [["办公室", "2", "1", "1"], ["女工委员", "1", "1", "0"]]


def test_status_as_json_names_line_days_and_state(call: Call, plan: Path) -> None:
    assert plan.exists()
    _code, out, _said = call("status", ".", "--as-of", "2027-04-20", "--output-format", "json")
    (report,) = json.loads(out)
    assert report["counts"] == {"late": 1, "undated": 2}
    assert report["items"][-1] == {
        "line": 9,
        "kind": "activity",
        "section": "月度安排",
        "title": "慰问女职工",
        "first": "2027-03-01",
        "last": "2027-03-31",
        "state": "late",
    }


def test_a_day_that_is_none_is_told(call: Call, plan: Path) -> None:
    assert plan.exists()
    code, _out, said = call("status", "plan.yaml", "--as-of", "3月")
    assert (code, said.splitlines()[0]) == (2, "错误：--as-of：3月 不是日期")
