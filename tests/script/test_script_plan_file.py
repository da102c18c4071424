"""Conversion of YAML in place."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.script.conversion import Conversion
from planforge.script.plan_file import convert_yaml
from planforge.source.load import load

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
