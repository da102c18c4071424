"""Conversion of Markdown."""

import pytest

from planforge.script.conversion import Conversion
from planforge.script.markdown import convert_markdown


@pytest.mark.parametrize(
    "kept",
    [
        "`发放`",
        "``发`放``",
        "```python\n发放 = 1\n```\n",
        "~~~\n发放\n~~~\n",
        "\n[发]: 发放.md\n",
        "<https://工会.cn/发放>",
        "{{ 发放 }}",
        '<span title="发">',
    ],
)
def test_code_link_definitions_and_tags_stay(kept: str) -> None:
    assert convert_markdown(f"发放\n{kept}\n发放", Conversion("tw")) == f"發放\n{kept}\n發放"


def test_the_words_of_a_link_change_and_its_target_stays() -> None:
    assert (
        convert_markdown("[发放](发放(1).md '发')", Conversion("tw")) == "[發放](发放(1).md '发')"
    )


def test_front_matter_keys_stay_and_its_values_change() -> None:
    text = "---\n标题: 发展  # 发\n---\n\n# 发展\n"
    assert convert_markdown(text, Conversion("tw")) == "---\n标题: 發展  # 发\n---\n\n# 發展\n"


def test_front_matter_that_is_not_yaml_stays() -> None:
    text = "---\n[发\n---\n发\n"
    assert convert_markdown(text, Conversion("tw")) == "---\n[发\n---\n發\n"


def test_an_unclosed_fence_is_code_to_the_end() -> None:
    assert convert_markdown("发\n```\n发\n", Conversion("tw")) == "發\n```\n发\n"
