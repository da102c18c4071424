from __future__ import annotations

import pytest

from planforge.readers.line import Line
from planforge.recognise import believed


def pieces(*texts: str) -> list[tuple[str, int, str]]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [(p.shape.name if p.shape else "", p.ordinal, p.text) for p in believed.read(lines)]


@pytest.mark.parametrize(
    ("line", "shape", "ordinal"),
    [
        ("一、加强学习", "一、", 1),
        ("十二.加强学习", "一、", 12),
        ("（三）加强学习", "（一）", 3),
        ("( 三 ) 加强学习", "（一）", 3),
        ("（三）、加强学习", "（一）", 3),
        ("㈡加强学习", "㈠", 2),
        ("1、加强学习", "1、", 1),
        ("1.加强学习", "1、", 1),
        ("1．加强学习", "1、", 1),
        ("（1）加强学习", "（1）", 1),
        ("⑴加强学习", "⑴", 1),
        ("1）加强学习", "1)", 1),
        ("①加强学习", "①", 1),
        ("a)加强学习", "a)", 1),
        ("壹、加强学习", "壹、", 1),
        ("- 1、加强学习", "1、", 1),
        ("　　1、 加强学习", "1、", 1),
    ],
)
def test_a_mark_that_leaves_no_doubt_needs_no_neighbour(
    line: str, shape: str, ordinal: int
) -> None:
    assert pieces(line) == [(shape, ordinal, "加强学习")]


@pytest.mark.parametrize(
    ("first", "second", "shape"),
    [
        ("一,学习", "二,活动", "一,"),
        ("第一、学习", "第二、活动", "第一、"),
        ("第一，学习", "第三，活动", "第一、"),
        ("一是学习", "二是活动", "一是"),
        ("1。学习", "2。活动", "1。"),
        ("A.学习", "B.活动", "A."),
        ("——学习", "——活动", "——"),
        ("- 学习", "- 活动", "-"),
        ("● 学习", "● 活动", "•"),
    ],
)
def test_a_doubtful_mark_counts_with_a_neighbour_in_sequence_only(
    first: str, second: str, shape: str
) -> None:
    assert [found[0] for found in pieces(first, second)] == [shape, shape]
    assert pieces(first) == [("", 0, first)]


@pytest.mark.parametrize(
    "line",
    [
        "1.5万元用于慰问",
        "2027年工作",
        "七、八月份组织疗休养",
        "一、二年级教师参加",
        "1、2月份走访慰问",
        "第一季度召开一次会议",
        "一、",
        "（1）",
        "3.15消费者权益日宣传",
        "4.个人年度计划分享。",
    ],
)
def test_what_only_looks_like_a_mark_stays_in_the_text(line: str) -> None:
    assert pieces(line) == [("", 0, line)]


def test_firstly_stays_in_a_sentence_that_goes_on_with_secondly() -> None:
    lines = ("一是摸底，二是建档。", "二是回访。")
    assert pieces(*lines)[0] == ("", 0, lines[0])


def test_a_damaged_mark_opens_a_point_and_keeps_its_characters() -> None:
    assert pieces("。ㄒ唬┰雙娙") == [("。ㄒ唬", 1, "。ㄒ唬┰雙娙")]
