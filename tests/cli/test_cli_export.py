from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def test_a_plan_is_json_with_the_sections_in_their_order(call: Call, plan: Path) -> None:
    assert plan.exists()
    code, out, said = call("export", "plan.yaml")
    assert (code, said) == (0, "")
    data = json.loads(out)
    assert list(data) == ["title", "organization", "period", "tasks", "schedule", "signature"]
    assert data["title"] == "青禾县第二中学工会2027年工作计划"
    assert data["period"] == "2027"
    assert data["schedule"]["entries"][0]["months"] == "3月"
    assert "青禾县" in out


def test_the_keys_may_be_chinese(call: Call, plan: Path) -> None:
    assert plan.exists()
    data = json.loads(call("export", "plan.yaml", "--keys", "zh")[1])
    assert list(data) == ["标题", "单位", "期间", "重点任务", "月度安排", "落款"]
    assert data["重点任务"]["子项"][0]["责任人"] == "宣传委员"


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_the_export_renders_to_the_same_document(call: Call, plan: Path, keys: str) -> None:
    assert call("export", "plan.yaml", "--keys", keys, "-o", "plan.json")[0] == 0
    assert plan.with_suffix(".json").exists()
    original = call("render", "plan.yaml", "-f", "txt", "-o", "-")[1]
    assert original == call("render", "plan.json", "-f", "txt", "-o", "-")[1]


def test_several_plans_go_to_a_folder_or_one_after_another(call: Call, plan: Path) -> None:
    (plan.parent / "b.yaml").write_bytes(plan.read_bytes())
    code, out, _said = call("export", "plan.yaml", "b.yaml")
    assert code == 0
    assert out.count("\n}\n{\n") == 1
    assert call("export", ".", "-o", "数据", "-q") == (0, "", "")
    assert sorted(p.name for p in (plan.parent / "数据").iterdir()) == ["b.json", "plan.json"]


def test_an_export_that_is_there_stays(call: Call, plan: Path) -> None:
    (plan.parent / "x.json").write_text("mine", encoding="utf-8")
    code, _out, said = call("export", "plan.yaml", "-o", "x.json")
    assert code == 2
    assert said.startswith("错误：x.json 已经存在\n")
    assert call("export", "plan.yaml", "-o", "x.json", "--force")[0] == 0


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_the_schema_is_json(call: Call, keys: str) -> None:
    code, out, said = call("schema", "--keys", keys)
    assert (code, said) == (0, "")
    assert ("标题" if keys == "zh" else "title") in json.loads(out)["properties"]


def test_the_schema_goes_into_a_file(call: Call, work: Path) -> None:
    assert call("schema", "-o", "s.json") == (0, "", "")
    assert json.loads((work / "s.json").read_bytes())
