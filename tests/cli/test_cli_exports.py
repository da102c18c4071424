"""`planforge export` to calendars and tables, and `planforge status --from`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def test_a_calendar_is_written_beside_the_plan_and_replaced_when_the_plan_changes(
    call: Call, plan: Path
) -> None:
    assert call("export", "plan.yaml", "--to", "ics") == (0, "", "已写入：plan.ics\n")
    assert call("export", "plan.yaml", "--to", "ics") == (0, "", "无变化：plan.ics\n")
    plan.write_text(plan.read_text(encoding="utf-8").replace("3月", "4月"), encoding="utf-8")
    assert call("export", "plan.yaml", "--to", "ics") == (0, "", "已写入：plan.ics\n")


def test_many_plans_make_one_calendar(call: Call, plan: Path, work: Path) -> None:
    other = plan.read_text(encoding="utf-8").replace("青禾县第二中学", "云岭区实验小学")
    (work / "other.yaml").write_text(other, encoding="utf-8")
    code, _out, said = call("export", ".", "--to", "ics", "-o", "全县.ics")
    assert (code, said) == (0, "已写入：全县.ics\n")
    text = (work / "全县.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 2
    assert "X-WR-CALNAME:全县" in text
    assert "单位：云岭区实验小学工会" in text


def test_a_table_is_filled_in_and_taken_back(call: Call, plan: Path, work: Path) -> None:
    assert call("export", "plan.yaml", "--to", "xlsx")[0] == 0
    book = load_workbook(work / "plan.xlsx")
    sheet = book["月度安排表"]
    heads = [cell.value for cell in sheet[2]]
    sheet.cell(3, heads.index("状态") + 1).value = "已完成"
    book.save(work / "plan.xlsx")
    code, _out, said = call("status", "plan.yaml", "--from", "plan.xlsx")
    assert code == 0
    assert said.splitlines()[-1] == "plan.yaml：更新了 1 项"
    assert "3月: [{名称: 慰问女职工, 状态: 已完成}]" in plan.read_text(encoding="utf-8")


def test_a_table_that_people_filled_in_is_not_overwritten(
    call: Call, plan: Path, work: Path
) -> None:
    assert plan.exists()
    (work / "plan.xlsx").write_bytes(b"mine")
    code, _out, said = call("export", "plan.yaml", "--to", "xlsx")
    assert (code, said.splitlines()[0]) == (2, "错误：plan.xlsx 已经存在")
    assert (work / "plan.xlsx").read_bytes() == b"mine"
    code, _out, said = call("export", "plan.yaml", "--to", "xlsx", "-o", "-")
    assert (code, said.splitlines()[0]) == (2, "错误：xlsx 不能直接显示在屏幕上")


def test_a_csv_has_the_mark_that_excel_asks_for(call: Call, plan: Path, work: Path) -> None:
    assert plan.exists()
    assert call("export", "plan.yaml", "--to", "csv")[0] == 0
    assert (work / "plan.csv").read_bytes().startswith(b"\xef\xbb\xbf\xe7\xab\xa0\xe8\x8a\x82,")


def test_several_kinds_are_written_in_one_call(call: Call, plan: Path, work: Path) -> None:
    code, out, said = call("export", plan.name, "--to", "ics", "--to", "csv", "--to", "json")
    assert (code, out) == (0, "")
    assert said.splitlines() == ["已写入：plan.ics", "已写入：plan.csv", "已写入：plan.json"]
    assert {path.suffix for path in work.iterdir()} >= {".ics", ".csv", ".json"}


@pytest.mark.parametrize(
    "words", [("-o", "-"), ("--report", "r.jsonl"), ("--resume", "m.jsonl")], ids=" ".join
)
def test_what_goes_with_one_kind_only_is_told(
    call: Call, plan: Path, work: Path, words: tuple[str, ...]
) -> None:
    code, _out, said = call("export", plan.name, "--to", "ics", "--to", "csv", *words)
    assert (code, said.splitlines()[1]) == (2, "提示：请每种各调用一次")
    assert {path.name for path in work.iterdir()} == {"plan.yaml"}
