"""`planforge done` and `planforge status`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
