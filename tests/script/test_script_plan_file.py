"""Conversion of YAML in place."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.pipeline import read_plan, render_plan
from planforge.script.check import losses
from planforge.script.conversion import Conversion
from planforge.script.plan_file import convert_yaml
from planforge.script.plan_region import needs_region
from planforge.script.written import script_of
from planforge.source.load import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "school-2027.yaml"

PLAN = """\
# 发展说明
标题: 发展计划  # 后面的话
"单位": '困难''发展'
重点任务: &tasks
  - |
    做好困难帮扶
      不断发挥作用

  - >-
    慰问金
    发放
  - "后\\u53d1\\
     展\\t干部"
  - 见 https://工会.cn/发放
其他: *tasks
"""

CONVERTED = """\
# 发展说明
标题: 發展計畫  # 后面的话
"单位": '困難''發展'
重点任务: &tasks
  - |
    做好困難幫扶
      不斷發揮作用

  - >-
    慰問金
    發放
  - "後發\\
     展\\t幹部"
  - 見 https://工会.cn/发放
其他: *tasks
"""


def test_only_values_change_and_everything_else_stays_byte_for_byte() -> None:
    assert convert_yaml("a.yaml", PLAN, Conversion("tw")) == CONVERTED


def test_windows_line_ends_stay() -> None:
    windows = PLAN.replace("\n", "\r\n")
    assert convert_yaml("a.yaml", windows, Conversion("tw")) == CONVERTED.replace("\n", "\r\n")


def test_comments_are_converted_when_asked_for_and_keys_never() -> None:
    text = "# 发展\n标题: 后勤 # 干部\n内容: |\n  # 发\n  后\n# 发\n"
    assert (
        convert_yaml("a.yaml", text, Conversion("tw", comments=True))
        == "# 發展\n标题: 後勤 # 幹部\n内容: |\n  # 發\n  後\n# 發\n"
    )


def test_a_traditional_plan_comes_back_in_simplified_characters() -> None:
    assert (
        convert_yaml("a.yaml", "標題: 發展計畫 # 發\n", Conversion("cn")) == "標題: 发展计划 # 發\n"
    )


@settings(deadline=None)
@given(st.lists(st.text("发展后勤困难abc :#'\"-\n|>{}[],&*!%@`\\", min_size=1), min_size=1))
def test_the_values_are_converted_whatever_their_quoting(values: list[str]) -> None:
    text = "计划:\n" + "".join(f"  - {json.dumps(v, ensure_ascii=True)}\n" for v in values)
    converted = load("a.yaml", convert_yaml("a.yaml", text, Conversion("tw")).encode()).data()
    assert converted["计划"] == [Conversion("tw").text(value) for value in values]


@pytest.mark.parametrize("target", ["tw", "hk", "mo", "cn"])
@pytest.mark.parametrize("said", ["地区: cn", "region: 'zh-CN'", "地區: 大陆"])
def test_a_plan_says_the_region_that_it_is_converted_for(target: str, said: str) -> None:
    key = said.partition(":")[0]
    result = convert_yaml("甲.yaml", f"标题: 计划\n{said}  # 区\n", Conversion(target))
    assert load("甲.yaml", result.encode()).data()[key] in (
        {target} if target != "cn" else {"cn", "zh-CN", "大陆"}
    )
    assert result.endswith("  # 区\n")


def test_the_script_alone_has_no_region_and_an_unknown_one_is_converted_like_any_text() -> None:
    text = "标题: 计划\n地区: {}\n"
    assert "地区: cn\n" in convert_yaml("甲.yaml", text.format("cn"), Conversion("hant"))
    assert "地区: 龍\n" in convert_yaml("甲.yaml", text.format("龙"), Conversion("tw"))


def test_only_the_region_of_the_plan_itself_is_set() -> None:
    text = "标题: 计划\n表格: [{地区: cn}]\n"
    assert "{地区: cn}" in convert_yaml("甲.yaml", text, Conversion("tw"))


def test_an_escaped_character_that_comes_back_as_itself_is_no_loss() -> None:
    text = '标题: "\\u53d1展计划"\n单位: "\\u540e勤"\n'
    assert losses("甲.yaml", text.encode(), Conversion("tw")) == []


def test_a_converted_plan_is_printed_in_one_script(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8").replace("期间:", "地区: cn\n期间:", 1)
    path = tmp_path / "甲.yaml"
    path.write_text(convert_yaml("甲.yaml", text, Conversion("tw")), "utf-8")
    plan, _source = read_plan(str(path))
    assert script_of(render_plan(plan, "txt").decode()) == "traditional"


@pytest.mark.parametrize(
    ("text", "target", "needed"),
    [
        ("标题: 計畫\n", "tw", True),
        ("标题: 計畫\n地区: cn\n", "hant", True),
        ("标题: 計畫\n地区: tw\n", "tw", False),
        ("标题: 计划\n", "cn", False),
        ("protect: [計畫]\n", "tw", False),
    ],
)
def test_a_plan_that_would_be_printed_in_two_scripts_is_known(
    text: str, target: str, *, needed: bool
) -> None:
    assert needs_region(text, target) is needed
