from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.source.emit import LONG, comment, emit
from planforge.source.encoding import INVISIBLE
from planforge.source.load import load


def back(text: str) -> Any:
    return load("plan.yaml", text.encode()).data()


TRICKY = (
    " 前面有空格",
    "后面有空格 ",
    "　全角空格",
    "工作目标:",
    "时间: 三月",
    "时间:三月",
    "见 #3",
    "#号开头",
    '他说"好"',
    "it's",
    "'引号'",
    "“安康杯”竞赛",
    "一行\n又一行",
    "一行\n\n隔一行\n",
    "\n先空一行",
    "最后空两行\n\n",
    "  缩进\n不缩进",
    "不缩进\n  缩进",
    "行尾有空格 \n下一行",
    "\t制表符",
    "中间\t制表符",
    "💐三八节",
    "第__个教师节",
    "- x",
    "-",
    "---",
    "--- 分隔",
    "...",
    "? 问",
    "：冒号开头",
    ": 半角",
    ",",
    "yes",
    "No",
    "on",
    "null",
    "~",
    "",
    " ",
    "1",
    "01",
    "1.5",
    "1e3",
    "0x1F",
    "2027",
    "2027-03-08",
    "12:30",
    "=",
    "<<",
    "*",
    "**市",
    "&锚",
    "!标签",
    "%YAML 1.1",
    "@某人",
    "`代码`",
    "[列表]",
    "{{ 模板 }}",
    "{花括号}",
    "| 竖线",
    "> 大于",
    "a\x85b",
    "a\u2028b\u2029c",
    "a\u200bb\ufeffc",
    "a\xa0b",
    "\ue46a\ufffd",
    "C:\\plan\\n",
    'C:\\"',
    "\r\n",
    "长" * (LONG + 1),
    "长" * (LONG + 1) + "\n",
    "长 #" * LONG,
    "长\u200b" * LONG,
)


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_text_comes_back_unchanged_in_every_position(text: str) -> None:
    data = {"标题": text, "子项": [text, {"内容": text, "子项": [text]}, [text]]}
    assert back(emit(data)) == data


@pytest.mark.parametrize("text", [t for t in TRICKY if "\n" not in t])
def test_a_tricky_key_comes_back_unchanged(text: str) -> None:
    data = {"甲": {f"{text}": "值"}}
    assert back(emit(data)) == data


printable = st.text(
    st.characters(exclude_categories=["Cs"]).filter(lambda c: not INVISIBLE.search(c)), max_size=60
)
pieces = st.lists(st.sampled_from([*TRICKY, "。", "一、", " ", "\n", ": ", " #"]), max_size=5).map(
    "".join
)
texts = st.one_of(printable, pieces)
keys = st.one_of(
    st.sampled_from(["标题", "内容", "子项"]), printable.filter(lambda text: len(text) < 40)
)
values = st.recursive(
    st.one_of(st.none(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


@settings(deadline=None, max_examples=400)
@given(st.dictionaries(keys, values, max_size=5))
def test_whatever_is_written_is_read_back(data: dict[str, Any]) -> None:
    assert back(emit(data)) == data


def test_short_texts_stand_bare_and_long_ones_in_blocks() -> None:
    long = "围绕中心工作，" * 20
    data = {
        "版本": "1",
        "标题": "青禾县第二中学工会2027年工作计划",
        "期间": None,
        "前言": "第一段。\n第二段。\n",
        "重点任务": {
            "标题": "主要工作:",
            "子项": [
                "开好职代会",
                {"标题": "送温暖", "子项": ["走访“困难”职工", "1.5", long]},
            ],
        },
    }
    assert emit(data) == (
        "版本: 1\n"
        "标题: 青禾县第二中学工会2027年工作计划\n"
        "期间:\n"
        "前言: |\n"
        "  第一段。\n"
        "  第二段。\n"
        "重点任务:\n"
        '  标题: "主要工作:"\n'
        "  子项:\n"
        "    - 开好职代会\n"
        "    - 标题: 送温暖\n"
        "      子项:\n"
        "        - 走访“困难”职工\n"
        '        - "1.5"\n'
        "        - |-\n"
        f"          {long}\n"
    )


def test_remarks_stand_above_their_key_as_comments() -> None:
    assert emit({"期间": None}, {"期间": "请填写\n例如 2027"}) == "# 请填写\n# 例如 2027\n期间:\n"


def test_a_comment_cannot_break_out_of_its_lines() -> None:
    assert comment("甲\x85乙\u2028丙") == "# 甲 乙 丙\n"


def test_an_empty_plan_is_an_empty_mapping() -> None:
    assert back(emit({})) == {}
