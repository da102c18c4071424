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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看[发展][]。\n\n[发展]: 发.md\n", "看[發展][]。\n\n[發展]: 发.md\n"),
        ("看[发展]。\n\n[发展]: <发 展.md> '发'\n", "看[發展]。\n\n[發展]: <发 展.md> '发'\n"),
        ("[干部][发展]\n\n[发展]: 发.md\n", "[幹部][发展]\n\n[发展]: 发.md\n"),
        ("[干部][发展]与[发展]\n\n[发展]: 发\n", "[幹部][發展]與[發展]\n\n[發展]: 发\n"),
        ("![图][发展]\n\n[发展]: 发.md\n", "![圖][发展]\n\n[发展]: 发.md\n"),
        ("“[计划][]”\n\n[计划]: 划.md\n", "“[計畫][]”\n\n[計畫]: 划.md\n"),
    ],
)
def test_a_link_and_its_definition_keep_the_same_label(text: str, expected: str) -> None:
    assert convert_markdown(text, Conversion("tw")) == expected


def test_brackets_that_no_definition_knows_are_prose() -> None:
    assert convert_markdown("[发展][干部]", Conversion("tw")) == "[發展][幹部]"


def test_a_label_in_code_stays() -> None:
    text = "`[发展]`[发展]\n\n[发展]: 发.md"
    assert convert_markdown(text, Conversion("tw")) == "`[发展]`[發展]\n\n[發展]: 发.md"


def test_what_looks_like_a_definition_and_goes_on_is_prose() -> None:
    assert convert_markdown("[发展]: 发展 干部", Conversion("tw")) == "[發展]: 發展 幹部"


def test_a_footnote_keeps_its_label_and_its_text_is_converted() -> None:
    text = "发展[^备注]。\n\n[^备注]: 后勤部门负责。\n\n    后勤的第二段。\n"
    assert convert_markdown(text, Conversion("tw")) == (
        "發展[^备注]。\n\n[^备注]: 後勤部門負責。\n\n    後勤的第二段。\n"
    )


@pytest.mark.parametrize(
    "code", ["    发放 = 1\n", "\t发放\n", "    发\n\n    放\n", "    [发]: 放\n"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_code_indented_after_a_blank_line_stays(code: str, end: str) -> None:
    text = f"发展\n\n{code}\n发展".replace("\n", end)
    assert convert_markdown(text, Conversion("tw")) == text.replace("发展", "發展")


@pytest.mark.parametrize("item", ["- 发展", "1. 发展", "* 发展\n  发展", "- 发展\n\n    发展"])
def test_what_is_indented_in_a_list_is_prose_and_its_code_stays(item: str) -> None:
    text = f"{item}\n\n    发展`发`\n"
    assert convert_markdown(text, Conversion("tw")) == text.replace("发展", "發展")


def test_a_fence_in_a_list_is_code() -> None:
    text = "- 发展\n\n  ```\n  发\n\n      发\n  ```\n\n发展\n"
    assert convert_markdown(text, Conversion("tw")) == text.replace("发展", "發展")


def test_indented_lines_of_a_paragraph_are_prose() -> None:
    assert convert_markdown("发展\n    发展", Conversion("tw")) == "發展\n    發展"


def test_the_anchor_of_a_heading_is_no_comment_of_a_template() -> None:
    text = "# 发展 {#发}\n\n发展[发展](#发) {# 发\n发 #} 发展 {#发#} ## 发展 {#发 .放}"
    assert convert_markdown(text, Conversion("tw")) == text.replace("发展", "發展")
