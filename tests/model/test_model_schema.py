from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems
from planforge.generate import made
from planforge.model.months import Months
from planforge.model.plan import Plan
from planforge.model.schedule import Schedule, ScheduleEntry
from planforge.model.schema import MONTH_KEY, KeyLanguage, to_json
from planforge.model.validate import validate
from planforge.model.vocabulary import below_and
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[KeyLanguage, ...] = ("zh", "en")


def schema(language: KeyLanguage) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(to_json(language, load_catalogue()))
    return made


def faults(language: KeyLanguage, data: object) -> Iterable[str]:
    errors = Draft202012Validator(schema(language)).iter_errors(data)
    return ["/".join(map(str, error.absolute_path)) for error in errors]


def test_the_committed_files_are_as_new_as_the_model() -> None:
    files = list(made(ROOT / "docs"))
    assert len(files) > 100
    stale = [p.name for p, text in files if p.read_text(encoding="utf-8") != text]
    assert not stale, f"run python -m planforge.generate: {stale}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_a_schema_and_small(language: KeyLanguage) -> None:
    Draft202012Validator.check_schema(schema(language))
    assert len(to_json(language, load_catalogue()).encode()) < 100_000
    assert schema(language)["$id"] == f"urn:planforge:plan:1:{language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_the_same_every_time(language: KeyLanguage) -> None:
    assert to_json(language, load_catalogue()) == to_json(language, load_catalogue())


def test_every_key_has_a_place_and_chinese_words_in_both_schemas() -> None:
    for language in LANGUAGES:
        document = schema(language)
        definitions = {**document["$defs"], "Plan": document}
        for entry in below_and(Plan):
            properties = definitions[entry.__name__]["properties"]
            for field, key in entry.keys().items():
                written = properties[key.zh if language == "zh" else field]
                shared = definitions[f"{entry.__name__}.{field}"] if "title" not in written else {}
                described = written | shared
                assert described["title"] == key.zh
                assert key.about in described["description"]


def examples() -> list[Path]:
    files = sorted((ROOT / "examples").glob("*.yaml"))
    assert files
    return files


def key_language(path: Path) -> KeyLanguage:
    return "en" if "\ntitle:" in "\n" + path.read_text(encoding="utf-8") else "zh"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_agrees_with_the_committed_schema(language: KeyLanguage) -> None:
    files = [str(path) for path in examples() if key_language(path) == language]
    assert files
    committed = ROOT / f"docs/schema/plan.{language}.schema.json"
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", str(committed), *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_example_agrees_with_the_model() -> None:
    for path in examples():
        assert validate(load(str(path)), load_catalogue()).title


GOOD = [
    {"标题": "x"},
    {"标题": "x", "版本": 1, "期间": 2027, "落款": None, "类型": "中学", "地区": "香港"},
    {"標題": "x", "重點任務": [{"標題": "甲", "負責人": ["乙", "丙"], "編號": "否"}, None, "丁"]},
    {"标题": "x", "单位": "甲", "前言": ["一段", "二段"], "主送": "各基层工会"},
    {"标题": "x", "月度安排": {"3月": ["甲"], "七、八月": "乙", "标题": "丙", "4": None}},
    {"标题": "x", "月度安排": [{"月份": 3, "活动": "甲"}, {"4—7月": [{"名称": "乙"}]}, "丙"]},
    {"标题": "x", "工作目标": [{"指标": "甲", "要求": 98}, "乙"], "工作重点": "丙"},
    {"标题": "x", "经费预算": [{"项目": "甲", "数量": 20, "单价": 5, "金额": 100}]},
    {"标题": "x", "附件": ["甲", {"标题": "乙", "表格": {"列": ["丙"], "行": [[1], [None]]}}]},
    {"标题": "x", "附件": [{"标题": "乙", "表格": [{"列": ["丙"], "行": [[1]]}, None]}]},
    {"标题": "x", "版式": {"月度安排": "表格"}, "重点任务": [{"标题": "甲", "接排": True}]},
]
BAD = [
    ({"工作重点": "x"}, ""),
    ({"标题": "x", "工作目标s": "y"}, ""),
    ({"标题": "x", "单位": {"上级": "y"}}, "单位"),
    ({"标题": "x", "重点任务": [{"责任x": "y"}]}, "重点任务/0"),
    ({"标题": "x", "重点任务": {"子项": {"甲": "乙"}}}, "重点任务/子项"),
    ({"标题": ["x"]}, "标题"),
    ({"标题": "x", "落款": "y"}, "落款"),
    ({"标题": "x", "月度安排": {"3月": [{"地点": "y"}]}}, "月度安排/3月/0"),
    ({"标题": "x", "重点任务": [{"标题": "y", "编号": "大概"}]}, "重点任务/0/编号"),
    ({"标题": "x", "重点任务": [{"标题": "y", "状态": "大概"}]}, "重点任务/0/状态"),
    ({"标题": "x", "期间": [2027]}, "期间"),
    ({"标题": "x", "结语": {"表格": [{"列": ["丙"], "行": [[1]], "x": 1}]}}, "结语/表格/0"),
    ({"标题": "x", "结语": {"表格": {"列": ["丙"], "行": [[1]], "x": 1}}}, "结语/表格"),
]


def accepted(data: object) -> bool:
    try:
        validate(load("-", json.dumps(data, ensure_ascii=False).encode()), load_catalogue())
    except FileProblems:
        return False
    return True


@pytest.mark.parametrize("data", GOOD)
def test_what_the_model_accepts_the_schema_accepts(data: dict[str, Any]) -> None:
    assert accepted(data)
    assert faults("zh", data) == []


@pytest.mark.parametrize(("data", "place"), BAD)
def test_what_the_model_refuses_the_schema_refuses_in_the_same_place(
    data: dict[str, Any], place: str
) -> None:
    assert not accepted(data)
    assert set(faults("zh", data)) == {place}


def test_the_english_schema_takes_english_keys_only() -> None:
    assert faults("en", {"title": "x", "tasks": ["甲"], "schedule": {"3月": ["乙"]}}) == []
    assert faults("en", {"title": "x", "重点任务": ["甲"]}) == [""]


MONTHS = [
    *("3", "3月", "三月份", "七、八月", "4-7", "4—7月", "十一月份-十二月份", "一季度", "上半年"),
    *("第3周", "2027年3月", "一至二月份", "第二季度", "2027年下半年", "10月"),
]


@pytest.mark.parametrize("month", MONTHS)
def test_months_as_keys_are_known_to_the_model_and_the_schema(month: str) -> None:
    assert Months.looks_like(month)
    assert re.search(MONTH_KEY, month)


def test_no_key_of_a_schedule_looks_like_a_month() -> None:
    names = {*Schedule.fields_by_key(), *ScheduleEntry.fields_by_key()}
    assert len(names) > 20
    assert not [n for n in names if re.search(MONTH_KEY, n) or Months.looks_like(n)]
