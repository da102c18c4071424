"""Widths of columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import styles
from planforge.document.tree import Column, Table
from planforge.document.width import set_width
from planforge.writers.docx.columns import figure_insets, needs_turning, widths

if TYPE_CHECKING:
    from planforge.styles import Style

TARGETS = Table(
    tuple(map(Column, ("序号", "目标", "要求", "基数", "期限", "责任人"))),
    (
        ("1", "平台企业站点建会", "不少于65个", "19个", "10月底前", "组织部"),
        ("2", "新增新就业形态劳动者会员", "0.6万人以上", "0.35万人", "11月底前", "保障工作部"),
        ("3", "困难职工帮扶资金发放差错率", "为零", "", "12月底前", "帮扶中心"),
    ),
)


def room(content: Table, style: Style, total: int | None = None) -> list[float]:
    """Characters that the columns hold."""
    sizes = widths(content, total or style.page.block_width, style)
    white = 2 * style.table.padding.twips
    return [(size - white) / style.text.table_text.size.twips for size in sizes]


def test_figures_and_short_cells_stay_in_one_row(gb: Style) -> None:
    for place, hold in enumerate(room(TARGETS, gb)):
        for cell in (TARGETS.columns[place].title, *(row[place] for row in TARGETS.rows)):
            assert set_width(cell) <= hold or len(cell) > 10, cell


def test_where_everything_fits_the_columns_share_the_block_by_their_content(gb: Style) -> None:
    content = Table((Column("项"), Column("事由")), (("甲", "慰问困难职工家庭"),))
    narrow, broad = widths(content, gb.page.block_width, gb)
    assert narrow + broad == gb.page.block_width
    assert broad > 2 * narrow


def test_what_is_left_over_goes_to_the_long_texts(gb: Style) -> None:
    content = Table(
        (Column("序号"), Column("任务"), Column("内容")),
        (("1", "建家", "全年开展走访慰问和谈心谈话活动" * 5), ("2", "慰问", "春节前完成" * 20)),
    )
    number, task, text = room(content, gb)
    assert text > 20
    assert max(number, task) < 4


def test_a_long_cell_does_not_break_inside_a_figure_with_its_unit(gb: Style) -> None:
    content = Table(
        (*(Column(f"第{n}列说明文字") for n in "一二三四五"), Column("奖金")),
        (("十几个字的说明文字放在这里", "同", "上", "左", "右", "发放2110000元整并且公示七天"),),
    )
    for total in (gb.page.block_width, 6000, 5500):
        assert room(content, gb, total)[-1] >= set_width("2110000元整")


def test_figures_stand_in_the_middle_of_a_wide_column(gb: Style) -> None:
    content = Table((Column("季度"), Column("入会累计", "right")), (("一季度", "420人"),))
    sizes = widths(content, gb.page.block_width, gb)
    left, right = figure_insets(content, sizes, gb)
    assert left == 0
    assert 0 < right < sizes[1] / 2


def test_more_than_six_columns_or_too_many_short_cells_need_a_page_on_its_side(gb: Style) -> None:
    def table(count: int, cell: str) -> Table:
        return Table((Column("列"),) * count, ((cell,) * count,))

    assert not needs_turning(table(6, "甲"), gb)
    assert needs_turning(table(7, "甲"), gb)
    assert not needs_turning(table(6, "十字以内的说明"), gb)
    assert needs_turning(table(6, "1234567890元"), gb)


@given(
    st.lists(
        st.tuples(*[st.text(alphabet="工会计划12年a ,\n", max_size=30)] * 4), min_size=1, max_size=5
    ),
    st.integers(3000, 14000),
)
@settings(deadline=None, max_examples=60)
def test_the_columns_fill_the_width_exactly(
    rows: list[tuple[str, str, str, str]], total: int
) -> None:
    content = Table(tuple(Column(n) for n in "甲乙丙丁"), tuple(rows))
    found = widths(content, total, styles.load("gb"))
    assert sum(found) == total
    assert min(found) > 0


def test_a_longer_cell_never_makes_its_column_narrower(gb: Style) -> None:
    sizes = [
        widths(Table((Column("甲"), Column("乙")), (("工会" * n, "计划" * 6),)), 8845, gb)[0]
        for n in (1, 2, 4, 8)
    ]
    assert all(a <= b for a, b in pairwise(sizes))
