"""Titles too long for one row."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.document.title_rows import title_rows
from planforge.document.width import set_width, width

CAPACITY = 20.1
# Title, and what must stay whole in it.
TRICKY = (
    ("临江市白鹭洲造船有限公司工会2027年工作计划", ["2027年", "工作计划", "公司工会"]),
    ("青禾县第二中学工会2026—2027学年第一学期工作计划", ["第二中学", "2026—2027学年", "第一学期"]),
    ("青禾县第三人民医院工会委员会女职工委员会2027年工作计划", ["第三人民医院", "女职工委员会"]),
    ("关于印发《临江市总工会2027年工作要点》的通知", ["《临江市总工会2027年工作要点》的"]),
    (
        "中国教科文卫体工会青禾县委员会关于开展“安康杯”竞赛活动的实施方案（2026—2027年）",
        ["“安康杯”", "（2026—2027年）", "实施方案", "关于开展"],
    ),
    (
        "临江市云岭区总工会关于深入学习贯彻党的二十大精神推进产业工人队伍建设改革2027年工作计划",
        ["云岭区", "党的二十大精神", "2027年"],
    ),
    ("云岭高新技术产业开发区总工会二〇二七年上半年工作安排", ["二〇二七年", "上半年"]),
    ("青禾县人民医院工会委员会第三届第二次会员代表大会2027年度工作计划", ["第三届", "2027年度"]),
    ("教职工文体活动安排表及各工会小组分工一览表", ["活动安排表", "一览表", "工会小组"]),
    ("青禾县中医院工会2027年劳动竞赛和职工关爱计划", ["中医院", "2027年", "和职工"]),
)
TRADITIONAL = (
    ("臺灣青禾電子股份有限公司企業工會115年度工作計畫", ["臺灣", "青禾", "企業工會", "115年度"]),
    ("臨江市教師職業工會115學年度第一學期工作計畫及活動安排", ["115學年度", "第一學期", "及活動"]),
    ("香港青禾巴士公司職工會二零二七年工作計劃及會員福利安排", ["二零二七年", "工作計劃"]),
)


def shape(rows: tuple[str, ...]) -> str:
    steps = [(width(b) - width(a)) / 2 for a, b in pairwise(rows)]
    rising = [step > 0 for step in steps]
    if not all(abs(step) >= 1 for step in steps):
        return "rectangle"
    if all(rising) or not any(rising):
        return "trapezoid"
    return "diamond" if rising == sorted(rising, reverse=True) else "hourglass"


@pytest.mark.parametrize(
    ("title", "whole", "traditional"),
    [(*one, False) for one in TRICKY] + [(*one, True) for one in TRADITIONAL],
)
def test_rows_end_between_words_and_form_a_trapezoid_or_a_diamond(
    title: str,
    whole: list[str],
    traditional: bool,
) -> None:
    rows = title_rows(title, CAPACITY, traditional=traditional)
    assert "".join(rows) == title
    assert len(rows) > 1
    assert max(map(set_width, rows)) <= CAPACITY
    for word in whole:
        assert any(word in row for row in rows), (word, rows)
    assert shape(rows) in {"trapezoid", "diamond"}


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (TRICKY[0][0], ("临江市白鹭洲造船有限公司工会", "2027年工作计划")),
        (TRICKY[1][0], ("青禾县第二中学工会", "2026—2027学年第一学期工作计划")),
        (
            TRICKY[4][0],
            (
                "中国教科文卫体工会青禾县委员会",
                "关于开展“安康杯”竞赛活动的",
                "实施方案（2026—2027年）",
            ),
        ),
        (TRICKY[6][0], ("云岭高新技术产业开发区总工会", "二〇二七年上半年工作安排")),
    ],
)
def test_rows_end_where_the_sense_does(title: str, rows: tuple[str, ...]) -> None:
    assert title_rows(title, CAPACITY) == rows


def test_a_title_that_fits_is_one_row() -> None:
    assert title_rows("青禾县第二中学工会2027年工作计划", CAPACITY) == (
        "青禾县第二中学工会2027年工作计划",
    )


def test_breaks_of_the_user_stay_and_none_is_added() -> None:
    title = "青禾县\n第二中学工会二〇二六至二〇二七学年第一学期文体活动工作计划"
    assert title_rows(title, CAPACITY) == tuple(title.split("\n"))


def test_a_long_approval_is_broken_before_a_number_and_not_before_its_last_character() -> None:
    note = "（2027年1月15日经公司工会第四届委员会第七次会议审议通过）"
    assert title_rows(note, 28.07) == (
        "（2027年1月15日经公司工会",
        "第四届委员会第七次会议审议通过）",
    )


@pytest.mark.parametrize(
    "title", ["工" * 50, "planforge" * 9, "《" + "工会" * 20 + "》", "2" * 100]
)
def test_what_has_no_border_is_cut_where_the_row_is_full(title: str) -> None:
    rows = title_rows(title, CAPACITY)
    assert "".join(rows) == title
    assert max(map(set_width, rows)) <= CAPACITY


def test_a_title_as_long_as_a_page_is_filled_row_by_row() -> None:
    title = "青禾县总工会2027年工作计划" * 12
    rows = title_rows(title, CAPACITY)
    assert "".join(rows) == title
    assert max(map(set_width, rows)) <= CAPACITY
    assert len(rows) <= 12


PIECES = st.sampled_from(
    [
        "青禾县",
        "第二中学",
        "工会",
        "2027年",
        "关于",
        "《办法》",
        "、",
        "“安康杯”",
        "的",
        "和",
        "A",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.floats(6, 40))
@settings(deadline=None, max_examples=150)
def test_joined_rows_are_the_title_and_every_row_fits(title: str, capacity: float) -> None:
    rows = title_rows(title, capacity)
    assert "".join(rows) == title
    assert max(map(set_width, rows)) <= capacity


@given(st.text(st.characters(exclude_characters="\n\0", exclude_categories=["Cs"]), max_size=60))
@settings(deadline=None, max_examples=100)
def test_any_text_comes_back_whole(title: str) -> None:
    assert "".join(title_rows(title, CAPACITY)) == title
    assert "".join(title_rows(title, CAPACITY, traditional=True)) == title


def test_the_segmenter_is_loaded_only_for_long_titles() -> None:
    program = (
        "import sys\n"
        "from planforge.document.title_rows import title_rows\n"
        "title_rows('青禾县总工会2027年工作计划', 20.1)\n"
        "assert 'rjieba' not in sys.modules\n"
        "title_rows('青禾县总工会2027年工作计划' * 2, 20.1)\n"
        "assert 'rjieba' in sys.modules\n"
    )
    source = str(Path(__file__).parents[2] / "src")
    environment = {"PYTHONPATH": source, "PATH": "/usr/bin:/bin"}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment, timeout=60)
