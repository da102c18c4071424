from __future__ import annotations

import pytest

from planforge.readers.line import Line
from planforge.recognise import believed, inline


def parts(line: str) -> list[tuple[str, str]]:
    return [(p.raw, p.text) for p in inline.split(believed.read([Line(1, line)]))]


def test_items_on_one_line_are_taken_apart_where_sentences_end() -> None:
    assert parts("1、开好职代会。2、办好文体活动；3、做好慰问") == [
        ("1、", "开好职代会。"),
        ("2、", "办好文体活动；"),
        ("3、", "做好慰问"),
    ]


def test_short_items_need_no_mark_at_their_ends() -> None:
    assert parts("1、拔河比赛2、书画展") == [("1、", "拔河比赛"), ("2、", "书画展")]


@pytest.mark.parametrize(
    "line",
    [
        "1、完成第2、第3期培训",
        "1、全年组织2、3次活动",
        "开展活动：1、拔河；2、书画",
        "1、拔河；3、书画",
        "1、" + "围绕中心工作认真组织，" * 8 + "完成2、季度考核",
    ],
)
def test_a_line_stays_whole_where_numbers_may_be_part_of_a_sentence(line: str) -> None:
    assert len(parts(line)) == 1


def test_places_in_the_line_are_exact() -> None:
    line = "  (1) 拔河；(2) 书画"
    found = inline.split(believed.read([Line(1, line)]))
    assert [line[p.start : p.body] for p in found] == ["(1) ", "(2) "]
    assert [line[p.body : p.body + len(p.text)] for p in found] == ["拔河；", "书画"]


def test_months_behind_numbers_are_no_range_where_the_numbers_go_on() -> None:
    line = "1、4月开代表会，听取报告；2、5月办球赛；3、每季度公开一次。"
    found = inline.split(believed.read([Line(1, line)]))
    assert [p.text for p in found] == ["4月开代表会，听取报告；", "5月办球赛；", "每季度公开一次。"]
    ranges = believed.read([Line(1, "1、制定计划；2、3月份慰问；3、比赛。")])
    assert [p.text for p in inline.split(ranges)] == ["制定计划；2、3月份慰问；3、比赛。"]
    (whole,) = believed.read([Line(1, "1、4月份做好准备；2月里放假。")])
    assert whole.shape is None


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("一、关心会员。二、建好书屋。三、管好经费。", 3),
        ("（一）关心会员；（二）建好书屋；（三）管好经费。", 3),
        ("一、关心会员，二、三年级先走访。", 1),
        ("一、关心会员。三、管好经费。", 1),
        ("（一）按照第（二）项办理。", 1),
    ],
)
def test_headings_on_one_line_are_taken_apart_behind_sentences(line: str, count: int) -> None:
    assert len(inline.split(believed.read([Line(1, line)]))) == count
