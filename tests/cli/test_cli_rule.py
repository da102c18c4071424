from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.lint.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., tuple[int, str, str]]


def test_all_rules_are_listed_with_their_severities(call: Call) -> None:
    code, out, said = call("rule")
    assert (code, said) == (0, "")
    head, *rows = out.splitlines()
    assert head.split() == ["draft", "standard", "strict"]
    assert [row.split()[0] for row in rows] == sorted(RULES)
    (row,) = [row for row in rows if row.startswith("PF401")]
    assert row.split() == ["PF401", "占位年份", "警告", "错误", "错误"]


def test_a_family_is_listed_alone(call: Call) -> None:
    _code, out, _said = call("rule", "PF40")
    assert {row.split()[0][:4] for row in out.splitlines()[1:]} == {"PF40"}


def test_one_rule_is_explained_in_the_language_of_the_user(call: Call) -> None:
    code, out, _said = call("rule", "placeholder-year")
    assert code == 0
    assert out.startswith("PF401 占位年份 (placeholder-year)\ndraft 警告；standard 错误；")
    assert "有问题的写法：\n    标题: 青禾县第二中学工会20xx年工作计划\n" in out
    assert "# planforge: disable=PF401 -- " in out
    _code, out, _said = call("rule", "PF401", "PF001", "--lang", "en")
    assert out.startswith("PF401 placeholder-year (占位年份)\n")
    assert "\n\nPF001 yaml-syntax (YAML 语法错误)\ndraft error; standard error; strict " in out
    assert "disable=PF001" not in out


def test_a_rule_that_is_not_there_is_told_with_the_nearest(call: Call) -> None:
    code, out, said = call("rule", "PF4O1")
    assert (code, out) == (2, "")
    assert said == "错误：没有 PF4O1 这条规则\n提示：是不是要写 PF401？\n"
