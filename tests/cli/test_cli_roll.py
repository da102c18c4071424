"""`planforge roll`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Call = Callable[..., tuple[int, str, str]]


def test_next_years_plan_stands_beside_this_years_and_every_change_is_listed(
    call: Call, plan: Path, work: Path
) -> None:
    old = plan.rename(work / "2027年计划.yaml").read_text(encoding="utf-8")
    code, out, said = call("roll", "2027年计划.yaml", "--to", "2028")
    assert (code, out) == (0, "")
    assert said.splitlines() == [
        "2027年计划.yaml:1:14：2027 → 2028（年份）",
        "2027年计划.yaml:3:5：2027 → 2028（期间）",
        "2027年计划.yaml:11:7：2027 → 2028（年份）",
        "改动 3 处，待定 0 处",
        "已写入：2028年计划.yaml",
    ]
    assert (work / "2027年计划.yaml").read_text(encoding="utf-8") == old
    new = (work / "2028年计划.yaml").read_text(encoding="utf-8")
    assert new == old.replace("2027", "2028")


def test_nothing_is_overwritten_without_being_told_to(call: Call, plan: Path, work: Path) -> None:
    assert plan.exists()
    (work / "plan-2028.yaml").write_text("mine", encoding="utf-8")
    code, _out, said = call("roll", "plan.yaml", "--to", "2028")
    assert (code, said.splitlines()[0]) == (2, "错误：plan-2028.yaml 已经存在")
    assert call("roll", "plan.yaml", "--to", "2028", "--force", "-q") == (0, "", "")


def test_the_changes_can_be_seen_as_a_patch_first(call: Call, plan: Path, work: Path) -> None:
    assert plan.exists()
    code, out, said = call("roll", "plan.yaml", "--to", "2028", "--diff")
    assert (code, said) == (0, "")
    assert "-期间: 2027\n+期间: 2028\n" in out
    assert [path.name for path in work.iterdir()] == ["plan.yaml"]


def test_every_change_can_be_refused(
    call: Call, plan: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plan.exists()
    answers = iter(["n", "a"])
    monkeypatch.setattr("planforge.cli.terminal.ask", lambda _question: next(answers))
    assert call("roll", "plan.yaml", "--to", "2028", "--ask", "-q")[0] == 0
    new = (work / "plan-2028.yaml").read_text(encoding="utf-8")
    assert new.startswith("标题: 青禾县第二中学工会2027年工作计划\n")
    assert "期间: 2028\n" in new


def test_a_period_that_is_none_is_told(call: Call, plan: Path) -> None:
    assert plan.exists()
    code, _out, said = call("roll", "plan.yaml", "--to", "明年")
    assert (code, said.splitlines()[0]) == (
        2,
        "错误：看不懂期间“明年”；可以写：2027、2026-2027学年、2027年上半年",
    )
