from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.document.tree import Column, Table
from planforge.document.width import width
from planforge.writers.table_text import WIDEST, table_lines


def table(*rows: tuple[str, ...]) -> Table:
    header, *body = rows
    return Table(tuple(map(Column, header)), tuple(body))


def test_columns_of_chinese_and_latin_text_are_aligned() -> None:
    lines = list(table_lines(table(("项目", "金额"), ("QC小组", "800元"), ("慰问", ""))))
    assert lines == [
        "项目   | 金额",
        "-------+------",
        "QC小组 | 800元",
        "慰问   |",
    ]


def test_paragraphs_of_a_cell_stand_one_below_the_other() -> None:
    lines = list(table_lines(table(("活动", "地点"), ("讲座\n报名", "礼堂"))))
    assert lines[2:] == ["讲座 | 礼堂", "报名 |"]


def test_a_table_too_wide_for_a_window_has_one_cell_per_line() -> None:
    long = "走访慰问" * 10
    lines = list(
        table_lines(table(("活动", "地点", "备注"), (long, "礼堂", ""), ("座谈", "", "甲\n乙")))
    )
    assert lines == [f"活动：{long}", "地点：礼堂", "", "活动：座谈", "备注：甲", "乙"]


CELLS = st.text(alphabet="工会AB① ", max_size=12).map(str.strip)


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=4))
def test_separators_of_aligned_columns_stand_below_each_other(
    rows: list[tuple[str, str, str]],
) -> None:
    lines = list(table_lines(table(("甲", "乙", "丙"), *rows)))
    assert all(width(line) <= WIDEST for line in lines)
    places = {tuple(width(line[:i]) for i, c in enumerate(line) if c in "|+") for line in lines}
    assert len(places) == 1
