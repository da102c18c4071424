from __future__ import annotations

from typing import NamedTuple

import pytest

from planforge.document.numbering import label


class Level(NamedTuple):
    format: str
    pattern: str
    typed_from: int = 0


GB = (
    Level("chineseCountingThousand", "%1、"),
    Level("chineseCountingThousand", "（%2）"),
    Level("decimal", "%3."),
    Level("decimal", "（%4）"),
    Level("decimalEnclosedCircle", "%5"),
)
TW = (Level("ideographLegalTraditional", "%1、", 10), Level("taiwaneseCountingThousand", "%2、"))


@pytest.mark.parametrize(
    ("level", "first"), [(1, "一、"), (2, "（一）"), (3, "1."), (4, "（1）"), (5, "①")]
)
def test_the_levels_of_an_official_document(level: int, first: str) -> None:
    assert label(GB, level, 1) == first


def test_a_level_below_the_last_looks_like_the_last() -> None:
    assert label(GB, 7, 2) == "②"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (112, "一百一十二"),
        (120, "一百二十"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9999, "九千九百九十九"),
        (10000, "10000"),
    ],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert label(GB, 1, number) == f"{words}、"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "壹"), (3, "參"), (9, "玖"), (10, "拾"), (11, "拾壹"), (20, "貳拾"), (21, "貳拾壹")],
)
def test_chapter_numbers_of_a_taiwanese_plan_follow_custom(number: int, words: str) -> None:
    assert label(TW, 1, number) == f"{words}、"


def test_chapter_numbers_are_what_word_counts_unless_they_are_typed() -> None:
    assert label((Level("ideographLegalTraditional", "%1、"),), 1, 10) == "壹拾、"
    assert label((Level("chineseLegalSimplified", "%1、"),), 1, 12) == "壹拾贰、"


@pytest.mark.parametrize(
    ("number", "circle"),
    [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (50, "㊿"), (51, "（51）")],
)
def test_circles_end_at_fifty(number: int, circle: str) -> None:
    assert label(GB, 5, number) == circle


def test_stems_end_at_ten() -> None:
    levels = (Level("ideographTraditional", "%1、"),)
    assert [label(levels, 1, n) for n in (1, 10, 11)] == ["甲、", "癸、", "11、"]


def test_no_two_numbers_look_the_same() -> None:
    for level in range(1, 6):
        assert len({label(GB, level, number) for number in range(1, 2000)}) == 1999
