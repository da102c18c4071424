"""`planforge merge`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import docx
import pytest
import vobject

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def two(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("青禾县第二中学", "云岭区实验小学")
    (plan.parent / "b.yaml").write_text(text, encoding="utf-8")
    names = "青禾县第二中学工会\n云岭区实验小学工会\n临江市供水公司工会\n"
    (plan.parent / "名单.txt").write_text(names, encoding="utf-8")


def test_a_district_gets_one_document_and_hears_who_is_missing(
    call: Call, plan: Path, work: Path
) -> None:
    two(plan)
    code, _out, said = call("merge", ".", "-o", "汇编.docx", "--expected", "名单.txt")
    assert code == 0
    assert said.splitlines() == [
        "共 2 个文件，完成 2 个，失败 0 个",
        "尚未报送：临江市供水公司工会",
        "已写入：汇编.docx",
    ]
    text = "\n".join(p.text for p in docx.Document(str(work / "汇编.docx")).paragraphs)
    assert "以下单位尚未报送：临江市供水公司工会。" in text


def test_one_calendar_has_the_events_of_all(call: Call, plan: Path, work: Path) -> None:
    two(plan)
    assert call("merge", ".", "-o", "全县.ics", "-q")[0] == 0
    calendar = vobject.readOne((work / "全县.ics").read_text(encoding="utf-8"))
    assert len(calendar.vevent_list) == 2
    assert len({event.uid.value for event in calendar.vevent_list}) == 2


def test_the_calendar_of_a_district_says_whose_and_where_from(
    call: Call, plan: Path, work: Path
) -> None:
    two(plan)
    code, _out, said = call(
        "merge", "b.yaml", "plan.yaml", "-o", "全县.ics", "--expected", "名单.txt"
    )
    assert (code, said.splitlines()[1]) == (0, "尚未报送：临江市供水公司工会")
    calendar = vobject.readOne((work / "全县.ics").read_text(encoding="utf-8"))
    first = calendar.vevent_list[0]
    assert first.summary.value.startswith("云岭区实验小学工会：")
    assert first.description.value.splitlines()[-1] == "文件：b.yaml:9"


@pytest.mark.parametrize("output", ["汇总.xlsx", "汇编.md", "全县.ics"])
def test_a_union_that_sends_twice_is_told_and_counted_once(
    call: Call, plan: Path, work: Path, output: str
) -> None:
    text = plan.read_text(encoding="utf-8")
    (work / "旧.yaml").write_text(text, encoding="utf-8")
    os.utime(work / "旧.yaml", (10**9, 10**9))
    (work / "半年.yaml").write_text(text.replace("2027", "2027上半年"), encoding="utf-8")
    code, _out, said = call("merge", "plan.yaml", "旧.yaml", "半年.yaml", "-o", output)
    assert code == 0
    assert said.splitlines()[1:3] == [
        "青禾县第二中学工会：旧.yaml 未计入，plan.yaml 是更新的一份",
        "青禾县第二中学工会报送了多份计划，均已计入：plan.yaml、半年.yaml",
    ]


def test_a_bad_plan_is_left_out_and_told(call: Call, plan: Path, work: Path) -> None:
    two(plan)
    (work / "坏.yaml").write_text("标题: [\n", encoding="utf-8")
    code, _out, said = call("merge", ".", "-o", "汇总.xlsx")
    assert code == 1
    assert "坏.yaml" in said
    assert (work / "汇总.xlsx").exists()


def test_another_kind_of_file_is_refused(call: Call, plan: Path) -> None:
    assert plan.exists()
    code, _out, said = call("merge", ".", "-o", "汇总.pptx")
    assert (code, said.splitlines()[0]) == (2, "错误：汇总.pptx 的后缀不对")
