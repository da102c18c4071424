from __future__ import annotations

from typing import Any

from planforge.readers.line import Line
from planforge.recognise import believed, marks, months
from planforge.recognise.outline import Node, outline


def tree(*texts: str) -> list[Any]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    heads = months.heads(lines, [marks.piece(line) for line in lines])
    return [shown(node) for node in outline(believed.read(lines, heads), heads)]


def shown(node: Node) -> Any:
    return [node.text, *map(shown, node.children)] if node.children else node.text


def test_marks_nest_by_their_rank_and_not_by_their_indent() -> None:
    assert tree("一、甲", "    1、乙", "（1）丙", "2、丁", "（一）戊", "二、己") == [
        ["甲", ["乙", "丙"], "丁", "戊"],
        "己",
    ]


def test_marks_of_any_level_stand_below_what_is_before_them() -> None:
    assert tree("（一）甲", "第一、乙", "第二、丙", "（二）丁", "一是戊", "1、己", "二是庚") == [
        ["甲", "乙", "丙"],
        ["丁", ["戊", "己"], "庚"],
    ]


def test_paragraphs_stand_below_their_point() -> None:
    assert tree("前言", "一、甲", "说明", "1、乙", "详情") == [
        "前言",
        ["甲", "说明", ["乙", "详情"]],
    ]


def test_a_paragraph_after_a_list_of_one_liners_stands_beside_it() -> None:
    assert tree("1、甲", "2、乙", "3、丙", "结尾") == ["甲", "乙", "丙", "结尾"]
    assert tree("1、甲", "2、乙", "3、丙", "续丙", "4、丁") == ["甲", "乙", ["丙", "续丙"], "丁"]


def test_months_stand_below_a_heading_and_above_their_activities() -> None:
    lines = (
        "一、安排",
        "一月份：",
        "1、甲",
        "二月份：",
        "1、乙",
        "七、八月份：",
        "1、丙",
        "二、要求",
    )
    assert tree(*lines) == [
        ["安排", ["一月份：", "甲"], ["二月份：", "乙"], ["七、八月份：", "丙"]],
        "要求",
    ]
