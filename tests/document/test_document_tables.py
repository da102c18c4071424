"""How the cells of a column are aligned."""

from __future__ import annotations

import pytest

from planforge.document.tables import Field, whole_table


def align(*cells: str) -> str:
    return whole_table([Field("列", cells)]).columns[0].align


@pytest.mark.parametrize(
    "cells",
    [
        ("412人", "97人"),
        ("5", "20"),
        ("96%", "98.5%"),
        ("1,200元", "", "-80元"),
        ("2万元", "0.1万元"),
    ],
)
def test_figures_of_one_unit_are_set_right(cells: tuple[str, ...]) -> None:
    assert align(*cells) == "right"


@pytest.mark.parametrize(
    "cells",
    [
        ("6月", "11月"),
        ("2027年", "2028年"),
        ("3日", "15日"),
        ("1.1", "1.2.1"),
        ("412人", "96%"),
        ("412人", "不详"),
        ("412人",),
        ("", ""),
        (),
    ],
)
def test_months_mixed_units_words_and_a_single_figure_are_not(cells: tuple[str, ...]) -> None:
    assert align(*cells) == "left"


def test_a_column_with_an_alignment_of_its_own_keeps_it() -> None:
    assert whole_table([Field("序号", ("1", "2"), "center")]).columns[0].align == "center"
