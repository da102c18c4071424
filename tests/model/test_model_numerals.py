from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.model.numerals import chinese, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("03", "3"),
        ("3,000", "3000"),
        ("1,234,567.5", "1234567.5"),
        ("１２", "12"),
        ("１，２３４", "1234"),
        ("〇", "0"),
        ("零", "0"),
        ("○", "0"),
        ("两", "2"),
        ("兩", "2"),
        ("十", "10"),
        ("十一", "11"),
        ("二十", "20"),
        ("廿", "20"),
        ("廿五", "25"),
        ("卅一", "31"),
        ("一百零五", "105"),
        ("一百一十", "110"),
        ("二〇二七", "2027"),
        ("三千五百", "3500"),
        ("一万零五百", "10500"),
        ("三萬", "30000"),
        ("1.5万", "15000"),
        ("3万5千", "35000"),
        ("1萬4,286", "14286"),
        ("一億二千萬", "120000000"),
        ("一万亿", "1000000000000"),
        ("壹仟贰佰叁拾", "1230"),
        ("壹仟貳佰參拾", "1230"),
        ("三点五", "3.5"),
        ("三點一四", "3.14"),
        ("12000万", "120000000"),
    ],
)
def test_a_number_is_read_in_both_scripts(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"), [("一百二", 120), ("三千五", 3500), ("一万二", 12000), ("一百零二", 102)]
)
def test_a_closing_digit_counts_tenths_as_in_speech(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "百", "万", "亿", "一二十", "十百", "百千", "1千5000", "3.", "三点", "a", "十" * 50, "-3"],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        number(text)


@settings(deadline=None)
@given(st.integers(0, 10**16 - 1))
def test_every_whole_number_comes_back_from_chinese(value: int) -> None:
    assert number(chinese(value)) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "零"), (12, "十二"), (105, "一百零五"), (111, "一百一十一"), (100_010, "十万零一十")],
)
def test_whole_numbers_are_written_as_one_says_them(value: int, words: str) -> None:
    assert chinese(value) == words


@pytest.mark.parametrize("value", [-1, 10**16])
def test_numbers_out_of_bounds_are_not_written(value: int) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        chinese(value)


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.零一二两三十百千万亿点廿〇", max_size=50))
def test_nothing_but_a_value_error_comes_out_of_odd_numbers(text: str) -> None:
    try:
        value = number(text)
    except ValueError:
        return
    assert 0 <= value < 10**20
