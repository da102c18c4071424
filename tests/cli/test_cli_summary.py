"""`planforge summary`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def test_the_report_stands_beside_the_plan_and_renders(call: Call, plan: Path, work: Path) -> None:
    assert plan.exists()
    code, out, said = call("summary", "plan.yaml", "--as-of", "2027-12-31")
    assert (code, out) == (0, "")
    assert said.splitlines() == [
        "已写入：plan-总结.yaml",
        "补写之后：planforge render plan-总结.yaml",
    ]
    assert call("render", "plan-总结.yaml", "-q") == (0, "", "")
    assert (work / "plan-总结.docx").exists()


def test_a_report_that_people_wrote_up_is_not_overwritten(
    call: Call, plan: Path, work: Path
) -> None:
    assert plan.exists()
    (work / "总结.yaml").write_text("标题: 我写的\n", encoding="utf-8")
    code, _out, said = call("summary", "plan.yaml", "-o", "总结.yaml")
    assert (code, said.splitlines()[0]) == (2, "错误：总结.yaml 已经存在")
